import { READER, WRITER } from '../../../scripts/docs/aws-policies.ts';
import type { Connection } from '../../../src/core/ports.ts';
import { aws as provider } from '../../../src/providers/aws/index.ts';
import { awsApplier } from '../../../src/providers/aws/write/applier.ts';
import type { ContractHarness } from '../../contract/harness.ts';
import type { LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';
import { ACTS, CANARIES, makeRole, makeStrangers } from './contract-acts.ts';
import { CREATED, DEPENDENT, EDITED, EQUIVALENT, EXISTING, LOGS, NAME } from './contract-specs.ts';

/** Both logins have what the documentation gives them, and no other right. */
export function limited({ faults }: LiveAws): void {
  faults.permit('reader', READER);
  faults.permit('writer', WRITER);
}

export function awsHarness(live: () => LiveAws): ContractHarness {
  const connection = (accessKeyId: string): Connection => ({
    source: 'prod',
    secret: JSON.stringify({ accessKeyId, secretAccessKey: 'x' }),
    boundary: {},
    options: { endpoint: live().endpoint },
    timeout: 20_000,
    progress: () => undefined,
  });
  return {
    provider,
    applier: awsApplier(),
    source: {
      name: 'prod',
      provider: 'aws',
      connection: { read: 'READ', write: 'WRITE' },
      mode: 'authoritative',
      boundary: {},
      options: {},
      owner: 'owner',
    },
    async open() {
      await live().reset();
      limited(live());
      const person = otherPerson(live());
      await makeStrangers(person);
      await makeRole(person);
      return {
        read: connection('reader'),
        write: connection('writer'),
        writes: () =>
          Promise.resolve(
            live()
              .calls()
              .filter(({ access }) => access === 'write').length,
          ),
        act: async (name) => {
          const act = ACTS[name];
          if (act === undefined) throw new Error(`no act is called ${name}`);
          await act(person);
        },
        close: () => {
          person.destroy();
          return Promise.resolve();
        },
      };
    },
    existing: { kind: 'AwsIamRole', name: NAME, spec: EXISTING },
    edited: EDITED,
    created: CREATED,
    dependent: DEPENDENT,
    replaced: { ...EXISTING, path: '/moved/' },
    drifts: [
      { act: 'describe it otherwise', pointer: '/description' },
      { act: 'let its sessions last longer', pointer: '/maxSessionSeconds' },
      { act: 'tag it otherwise', pointer: '/tags/values/team' },
      { act: 'tag it with more', pointer: '/tags/values/zone' },
      { act: 'tag it otherwise with what is to go', pointer: '/tags/values/tier' },
      { act: 'bound it otherwise', pointer: '/boundary' },
      { act: 'trust another service', pointer: '/trust/Allow to Service ec2.amazonaws.com/actions/sts:AssumeRole' },
      { act: 'attach another policy', pointer: '/attached/values/arn:aws:iam::aws:policy~1AdministratorAccess' },
      { act: 'detach a policy', pointer: '/attached/values/arn:aws:iam::aws:policy~1ReadOnlyAccess' },
      {
        act: 'let an inline policy allow more',
        pointer: `/inline/values/logs/Allow on ${LOGS}/actions/logs:DeleteLogGroup`,
      },
      { act: 'add an inline policy', pointer: '/inline/values/zz/Allow on */actions/s3:*' },
      {
        act: 'take an inline policy away',
        pointer: '/inline/values/bucket/Allow on arn:aws:s3:::orders~1*/actions/s3:GetObject',
      },
    ],
    recreate: 'recreate the role',
    usurp: 'create the role first',
    usurpUnseen: [
      'create the role first',
      'create the role first, with the mark of another apply',
      'create the role first, with what this apply committed to as its mark',
    ],
    irrelevant: [
      'make another role',
      'write its policies in other words',
      'make a version of a policy that it has',
      'give a stranger a key',
    ],
    equivalent: EQUIVALENT,
    unreachable: (estate) => ({ ...estate.read, options: { endpoint: 'http://127.0.0.1:1' } }),
    canaries: CANARIES,
  };
}
