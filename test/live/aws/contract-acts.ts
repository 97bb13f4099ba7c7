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
import { CREATION_MARK } from '../../../src/providers/aws/write/creation-mark.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import { ANOTHER_MARK, COMMITMENT_AS_MARK } from '../../support/marks.ts';
import { ACCOUNT, BUCKET, LOGS, NAME, policyOf, READ_ONLY, TEAM_POLICY, trustOf } from './contract-specs.ts';

/** Secret-shaped, where IAM lets anyone write free text, and what is a secret. */
export const CANARIES = ['ghp_canarycanarycanarycanarycanary0000', 'Canary-password-1234!'];

type Act = (client: IAMClient) => Promise<unknown>;

export async function makeRole(client: IAMClient): Promise<void> {
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

export async function makeStrangers(client: IAMClient): Promise<void> {
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

const create =
  (name: string, mark?: string): Act =>
  async (client) => {
    await client.send(
      new CreateRoleCommand({
        RoleName: name,
        Path: '/apps/',
        AssumeRolePolicyDocument: JSON.stringify(trustOf('lambda.amazonaws.com')),
        Tags: [{ Key: 'team', Value: 'reports' }, ...(mark === undefined ? [] : [{ Key: CREATION_MARK, Value: mark }])],
      }),
    );
  };

export const ACTS: { readonly [name: string]: Act } = {
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
    client.send(new PutRolePermissionsBoundaryCommand({ RoleName: NAME, PermissionsBoundary: TEAM_POLICY })),
  'trust another service': (client) =>
    client.send(
      new UpdateAssumeRolePolicyCommand({
        RoleName: NAME,
        PolicyDocument: JSON.stringify(trustOf('ec2.amazonaws.com')),
      }),
    ),
  'attach another policy': (client) =>
    client.send(
      new AttachRolePolicyCommand({ RoleName: NAME, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    ),
  'detach a policy': (client) => client.send(new DetachRolePolicyCommand({ RoleName: NAME, PolicyArn: READ_ONLY })),
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
  'create the role first, with the mark of another apply': create('reports', ANOTHER_MARK),
  'create the role first, with what this apply committed to as its mark': create('reports', COMMITMENT_AS_MARK),
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
