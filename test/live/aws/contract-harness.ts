import {
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateInstanceProfileCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  AddRoleToInstanceProfileCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Connection } from '../../../src/core/ports.ts';
import { aws as provider } from '../../../src/providers/aws/index.ts';
import { awsApplier } from '../../../src/providers/aws/write/applier.ts';
import type { ContractHarness } from '../../contract/harness.ts';
import type { LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';

const ACCOUNT = '123456789012';
const NAME = 'orders-exporter';
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const AUDIT = 'arn:aws:iam::aws:policy/SecurityAudit';
const TEAM_POLICY = `arn:aws:iam::${ACCOUNT}:policy/team/orders-read`;

const trustOf = (...services: readonly string[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: [...services] }, Action: 'sts:AssumeRole' }],
});

const policyOf = (actions: readonly string[], resource: string): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: [...actions], Resource: resource }],
});

const LOGS = 'arn:aws:logs:eu-west-1:123456789012:log-group:orders:*';
const BUCKET = 'arn:aws:s3:::orders/*';

/** The role as `open` makes it. */
export const EXISTING: JsonObject = {
  path: '/apps/',
  description: 'nightly export',
  maxSessionSeconds: 7200,
  tags: { team: 'billing', tier: 'gold' },
  boundary: 'team/limits',
  trust: { services: ['lambda.amazonaws.com'] },
  policies: ['team/orders-read', READ_ONLY],
  inlinePolicies: { logs: policyOf(['logs:PutLogEvents'], LOGS), bucket: policyOf(['s3:GetObject'], BUCKET) },
  instanceProfiles: [NAME],
};

export const EDITED: JsonObject = {
  path: '/apps/',
  description: 'hourly export',
  maxSessionSeconds: 3600,
  tags: { team: 'orders', cost: '42' },
  boundary: null,
  trust: { services: ['lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'] },
  policies: ['team/orders-read', AUDIT],
  inlinePolicies: {
    logs: policyOf(['logs:PutLogEvents', 'logs:CreateLogStream'], LOGS),
    queue: policyOf(['sqs:SendMessage'], 'arn:aws:sqs:eu-west-1:123456789012:orders'),
  },
  instanceProfiles: [],
};

/** The same in other words. */
const EQUIVALENT: readonly JsonObject[] = [
  {
    ...EDITED,
    policies: [AUDIT, `/team/orders-read`],
    trust: {
      policy: {
        Statement: [
          { Sid: 'Tasks', Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: ['sts:assumerole'] },
          { Sid: 'Lambda', Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] }, Action: 'sts:AssumeRole' },
        ],
        Version: '2012-10-17',
      },
    },
  },
  {
    ...EDITED,
    policies: [TEAM_POLICY, AUDIT],
    inlinePolicies: {
      queue: EDITED['inlinePolicies'] === undefined ? {} : policyOf(['SQS:sendmessage'], 'arn:aws:sqs:eu-west-1:123456789012:orders'),
      logs: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:PutLogEvents'],
          Resource: [LOGS],
        },
      },
    },
  },
];

const CREATED = {
  kind: 'AwsIamRole',
  name: 'reports',
  spec: {
    path: '/apps/',
    trust: { services: ['lambda.amazonaws.com'] },
    tags: { team: 'reports' },
    policies: [READ_ONLY],
    inlinePolicies: { logs: policyOf(['logs:PutLogEvents'], LOGS) },
  },
};

const DEPENDENT = {
  kind: 'AwsIamRole',
  name: 'reports-reader',
  spec: {
    path: '/apps/',
    trust: {
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/apps/reports` },
            Action: 'sts:AssumeRole',
          },
        ],
      },
    },
  },
};

/** Secret-shaped, where IAM lets anyone write free text, and what is a secret. */
const CANARIES = ['ghp_canarycanarycanarycanarycanary0000', 'Canary-password-1234!'];

type Act = (client: IAMClient) => Promise<unknown>;

async function makeRole(client: IAMClient): Promise<void> {
  await client.send(
    new CreateRoleCommand({
      RoleName: NAME,
      Path: '/apps/',
      Description: 'nightly export',
      MaxSessionDuration: 7200,
      PermissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/team/limits`,
      AssumeRolePolicyDocument: JSON.stringify(trustOf('lambda.amazonaws.com')),
      Tags: [
        { Key: 'team', Value: 'billing' },
        { Key: 'tier', Value: 'gold' },
      ],
    }),
  );
  for (const arn of [TEAM_POLICY, READ_ONLY])
    await client.send(new AttachRolePolicyCommand({ RoleName: NAME, PolicyArn: arn }));
  await putPolicy(client, 'logs', policyOf(['logs:PutLogEvents'], LOGS));
  await putPolicy(client, 'bucket', policyOf(['s3:GetObject'], BUCKET));
  await client.send(new AddRoleToInstanceProfileCommand({ RoleName: NAME, InstanceProfileName: NAME }));
}

async function unmakeRole(client: IAMClient): Promise<void> {
  await client.send(new RemoveRoleFromInstanceProfileCommand({ RoleName: NAME, InstanceProfileName: NAME }));
  for (const arn of [TEAM_POLICY, READ_ONLY])
    await client.send(new DetachRolePolicyCommand({ RoleName: NAME, PolicyArn: arn }));
  for (const policy of ['logs', 'bucket'])
    await client.send(new DeleteRolePolicyCommand({ RoleName: NAME, PolicyName: policy }));
  await client.send(new DeleteRoleCommand({ RoleName: NAME }));
}

async function putPolicy(client: IAMClient, name: string, document: JsonObject): Promise<void> {
  await client.send(
    new PutRolePolicyCommand({ RoleName: NAME, PolicyName: name, PolicyDocument: JSON.stringify(document) }),
  );
}

async function makeStrangers(client: IAMClient): Promise<void> {
  await client.send(new CreateInstanceProfileCommand({ InstanceProfileName: NAME }));
  for (const name of ['orders-read', 'limits'])
    await client.send(
      new CreatePolicyCommand({
        PolicyName: name,
        Path: '/team/',
        PolicyDocument: JSON.stringify(policyOf(['s3:GetObject', 's3:ListBucket'], '*')),
      }),
    );
  await client.send(new CreateUserCommand({ UserName: 'old-hand', Tags: [{ Key: 'note', Value: CANARIES[0] }] }));
  await client.send(new CreateLoginProfileCommand({ UserName: 'old-hand', Password: CANARIES[1] }));
}

const create = (name: string, mark?: string): Act => async (client) => {
  await client.send(
    new CreateRoleCommand({
      RoleName: name,
      Path: '/apps/',
      AssumeRolePolicyDocument: JSON.stringify(trustOf('lambda.amazonaws.com')),
      Tags: [{ Key: 'team', Value: 'reports' }, ...(mark === undefined ? [] : [{ Key: 'countersign:apply', Value: mark }])],
    }),
  );
};

const ACTS: { readonly [name: string]: Act } = {
  'describe it otherwise': (client) =>
    client.send(new UpdateRoleCommand({ RoleName: NAME, Description: 'by hand', MaxSessionDuration: 7200 })),
  'let its sessions last longer': (client) =>
    client.send(new UpdateRoleCommand({ RoleName: NAME, Description: 'nightly export', MaxSessionDuration: 43_200 })),
  'tag it otherwise': (client) =>
    client.send(new TagRoleCommand({ RoleName: NAME, Tags: [{ Key: 'team', Value: 'someone' }] })),
  'tag it with more': (client) =>
    client.send(new TagRoleCommand({ RoleName: NAME, Tags: [{ Key: 'zone', Value: 'x' }] })),
  'tag it otherwise with what is to go': (client) =>
    client.send(new TagRoleCommand({ RoleName: NAME, Tags: [{ Key: 'tier', Value: 'silver' }] })),
  'bound it otherwise': (client) =>
    client.send(
      new PutRolePermissionsBoundaryCommand({ RoleName: NAME, PermissionsBoundary: TEAM_POLICY }),
    ),
  'trust another service': (client) =>
    client.send(
      new UpdateAssumeRolePolicyCommand({
        RoleName: NAME,
        PolicyDocument: JSON.stringify(trustOf('ec2.amazonaws.com')),
      }),
    ),
  'attach another policy': (client) =>
    client.send(new AttachRolePolicyCommand({ RoleName: NAME, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' })),
  'detach a policy': (client) =>
    client.send(new DetachRolePolicyCommand({ RoleName: NAME, PolicyArn: READ_ONLY })),
  'let an inline policy allow more': (client) =>
    putPolicy(client, 'logs', policyOf(['logs:PutLogEvents', 'logs:DeleteLogGroup'], LOGS)),
  'add an inline policy': (client) => putPolicy(client, 'zz', policyOf(['s3:*'], '*')),
  'take an inline policy away': (client) =>
    client.send(new DeleteRolePolicyCommand({ RoleName: NAME, PolicyName: 'bucket' })),
  'recreate the role': async (client) => {
    await unmakeRole(client);
    await makeRole(client);
  },
  'create the role first': create('reports'),
  'create the role first, with the mark of another apply': create('reports', 'apply-0'),
  'make another role': create('stranger'),
  'write its policies in other words': async (client) => {
    await putPolicy(client, 'logs', {
      Statement: [{ Sid: 'x', Resource: [LOGS], Action: ['LOGS:putlogevents'], Effect: 'Allow' }],
      Version: '2012-10-17',
    });
    await client.send(
      new UpdateAssumeRolePolicyCommand({
        RoleName: NAME,
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: ['lambda.amazonaws.com'] } },
        }),
      }),
    );
  },
  'make a version of a policy that it has': (client) =>
    client.send(
      new CreatePolicyVersionCommand({
        PolicyArn: TEAM_POLICY,
        PolicyDocument: JSON.stringify(policyOf(['s3:GetObject'], '*')),
        SetAsDefault: true,
      }),
    ),
  'give a stranger a key': (client) => client.send(new CreateAccessKeyCommand({ UserName: 'old-hand' })),
};

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
      const person = otherPerson(live());
      await makeStrangers(person);
      await makeRole(person);
      return {
        read: connection('reader'),
        write: connection('writer'),
        writes: () => Promise.resolve(live().calls().filter(({ access }) => access === 'write').length),
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
      { act: 'take an inline policy away', pointer: '/inline/values/bucket/Allow on arn:aws:s3:::orders~1*/actions/s3:GetObject' },
    ],
    recreate: 'recreate the role',
    usurp: 'create the role first',
    usurpUnseen: ['create the role first', 'create the role first, with the mark of another apply'],
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
