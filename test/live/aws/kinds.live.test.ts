import {
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Declared } from '../../support/planning.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';
import { Account } from './applied-account.ts';
import { limited } from './contract-harness.ts';
import { policyOf } from './contract-specs.ts';

const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

let live: LiveAws;
let account: Account;
let person: IAMClient;

beforeAll(async () => {
  live = await startAws();
});

beforeEach(async () => {
  await live.reset();
  limited(live);
  account = new Account(live);
  person = otherPerson(live);
});

afterAll(async () => {
  await live.close();
});

/** Each state is brought about from the one before it, nothing is left to plan, and in the end it is deleted. @returns what is planned then */
async function walk(kind: string, name: string, specs: readonly JsonObject[]) {
  let declared: readonly Declared[] = [];
  for (const spec of specs) {
    const next: readonly Declared[] = [{ kind, name, spec }];
    const report = await account.bring(declared, next);
    expect(report.receipts.filter(({ kind: outcome }) => outcome !== 'applied')).toEqual([]);
    expect(report).toMatchObject({ result: 'applied', unverified: [] });
    const again = await account.plan({ base: next, head: [{ kind, name, spec, purpose: 'another' }] });
    expect(again.plan.changes.flatMap(({ steps }) => steps)).toEqual([]);
    declared = next;
  }
  const ending = declared.map((one) => ({ ...one, onRemove: { kind: 'delete', options: {} } }) as const);
  expect(await account.bring(ending, [])).toMatchObject({ result: 'applied', unverified: [] });
  return (await account.plan({ base: ending, head: [] })).plan.changes.map(({ action }) => action);
}

// Moto does not know the calls that bound a user, or give a provider another audience.
describe('every kind is made, edited in each of its attributes, and deleted', () => {
  it('a user', async () => {
    for (const GroupName of ['devs', 'ops']) await person.send(new CreateGroupCommand({ GroupName }));
    const left = await walk('AwsIamUser', 'robot', [
      { path: '/apps/', tags: { team: 'a' }, groups: ['devs'], policies: [READ], inlinePolicies: {} },
      {
        path: '/apps/',
        tags: { zone: 'z' },
        groups: ['ops'],
        policies: [],
        inlinePolicies: { own: policyOf(['s3:GetObject'], '*') },
      },
      { path: '/apps/', tags: {}, groups: [], policies: [], inlinePolicies: {} },
    ]);
    expect(left).toEqual(['forget']);
  });

  it('a user that moves to another path', async () => {
    // With tags it would lose them, which moto keeps by ARN.
    expect(await walk('AwsIamUser', 'robot', [{ path: '/apps/' }, { path: '/moved/' }])).toEqual(['forget']);
  });

  it('a user with keys and a password, which go one by one', async () => {
    await account.bring([], [{ kind: 'AwsIamUser', name: 'robot', spec: { path: '/' } }]);
    const ids = await Promise.all(
      [1, 2].map(
        async () => (await person.send(new CreateAccessKeyCommand({ UserName: 'robot' }))).AccessKey?.AccessKeyId ?? '',
      ),
    );
    await person.send(new CreateLoginProfileCommand({ UserName: 'robot', Password: 'Canary-password-1234!' }));
    const [one = '', two = ''] = ids;
    const left = await walk('AwsIamUser', 'robot', [
      { accessKeys: { [one]: 'Active', [two]: 'Inactive' }, consolePassword: true },
      { accessKeys: { [two]: 'Active' }, consolePassword: false },
    ]);
    expect(left).toEqual(['forget']);
  });

  it('a managed policy, over more versions than IAM keeps', async () => {
    const edit = (count: number) => ({
      path: '/team/',
      description: null,
      tags: { count: String(count) },
      document: policyOf(['s3:GetObject'], `arn:aws:s3:::bucket-${count}`),
    });
    expect(await walk('AwsIamPolicy', 'orders', [1, 2, 3, 4, 5, 6, 7].map(edit))).toEqual(['forget']);
    expect(account.counted('DeletePolicyVersion')).toBe(2 + 4);
  });

  it('a managed policy with another description, which is another policy', async () => {
    const spec = { path: '/', description: 'one', tags: {}, document: policyOf(['s3:GetObject'], '*') };
    const specs = [spec, { ...spec, description: 'two' }, { ...spec, path: '/x/' }];
    expect(await walk('AwsIamPolicy', 'orders', specs)).toEqual(['forget']);
  });

  it('an identity provider', async () => {
    const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
    const left = await walk('AwsOidcProvider', 'token.actions.githubusercontent.com', [
      { audiences: ['sts.amazonaws.com'], thumbprints: [a], tags: { team: 'a' } },
      { audiences: ['sts.amazonaws.com'], thumbprints: [a, b], tags: { team: 'b' } },
      { audiences: ['sts.amazonaws.com'], thumbprints: [b], tags: {} },
    ]);
    expect(left).toEqual(['forget']);
  });

  it('a role with who may assume it, in the order in which they need each other', async () => {
    const declared: readonly Declared[] = [
      {
        kind: 'AwsIamRole',
        name: 'a-deployer',
        spec: {
          trust: { githubWorkflows: [{ repository: 'acme/orders', environment: 'prod' }] },
          policies: ['team/orders'],
          boundary: 'team/limits',
        },
      },
      {
        kind: 'AwsOidcProvider',
        name: 'token.actions.githubusercontent.com',
        spec: { audiences: ['sts.amazonaws.com'], thumbprints: ['a'.repeat(40)] },
      },
      ...['limits', 'orders'].map((name) => ({
        kind: 'AwsIamPolicy',
        name,
        spec: { path: '/team/', document: policyOf(['s3:GetObject'], '*') },
      })),
    ];
    const report = await account.bring([], declared);
    expect(report).toMatchObject({ result: 'applied', unverified: [] });
    const ends = declared.map((one) => ({ ...one, onRemove: { kind: 'delete', options: {} } }) as const);
    expect(await account.bring(ends, [])).toMatchObject({ result: 'applied', unverified: [] });
  });
});
