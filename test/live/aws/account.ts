import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateLoginProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import type { Connection } from '../../../src/core/ports.ts';
import type { LiveAws } from '../systems/aws.ts';
import { POLICY, TRUST } from '../systems/aws/clients.ts';

export const ACCOUNT = '123456789012';
export const POLICY_ARN = `arn:aws:iam::${ACCOUNT}:policy/apps/reports`;
export const BOUNDARY_ARN = `arn:aws:iam::${ACCOUNT}:policy/limit`;

/** How the reader of the provider reaches the account. */
export function connectionTo(
  aws: LiveAws,
  reach: Partial<Pick<Connection, 'boundary' | 'options' | 'secret'>> = {},
): Connection {
  return {
    source: 'prod',
    secret: reach.secret ?? JSON.stringify({ accessKeyId: 'reader', secretAccessKey: 'x' }),
    boundary: reach.boundary ?? {},
    options: { endpoint: aws.endpoint, ...reach.options },
    timeout: 10_000,
    progress: () => undefined,
  };
}

/** One of everything that is read: a role with all that a role has, a user, two policies, a provider, a group, a role of AWS. */
export async function furnish(client: IAMClient): Promise<void> {
  await client.send(new CreatePolicyCommand({ PolicyName: 'limit', PolicyDocument: POLICY }));
  await client.send(
    new CreatePolicyCommand({
      PolicyName: 'reports',
      Path: '/apps/',
      PolicyDocument: POLICY,
      Description: 'Reads reports',
      Tags: [{ Key: 'team', Value: 'billing' }],
    }),
  );
  await client.send(
    new CreatePolicyVersionCommand({ PolicyArn: POLICY_ARN, PolicyDocument: POLICY, SetAsDefault: false }),
  );
  await role(client);
  await user(client);
  await client.send(
    new CreateOpenIDConnectProviderCommand({
      Url: 'https://token.actions.githubusercontent.com',
      ClientIDList: ['sts.amazonaws.com'],
      ThumbprintList: ['6938fd4d98bab03faadb97b34396831e3780aea1'],
    }),
  );
  await client.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'autoscaling.amazonaws.com' }));
}

async function role(client: IAMClient): Promise<void> {
  await client.send(
    new CreateRoleCommand({
      RoleName: 'exporter',
      Path: '/apps/',
      Description: 'Exports invoices',
      MaxSessionDuration: 7200,
      AssumeRolePolicyDocument: TRUST,
      PermissionsBoundary: BOUNDARY_ARN,
      Tags: [
        { Key: 'team', Value: 'billing' },
        { Key: 'countersign:creation', Value: 'a'.repeat(64) },
      ],
    }),
  );
  await client.send(new PutRolePolicyCommand({ RoleName: 'exporter', PolicyName: 'files', PolicyDocument: POLICY }));
  await client.send(new AttachRolePolicyCommand({ RoleName: 'exporter', PolicyArn: POLICY_ARN }));
  await client.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'exporters' }));
  await client.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'exporters', RoleName: 'exporter' }));
}

async function user(client: IAMClient): Promise<void> {
  await client.send(
    new CreateUserCommand({ UserName: 'legacy,import', Path: '/apps/', Tags: [{ Key: 'team', Value: 'billing' }] }),
  );
  await client.send(new CreateGroupCommand({ GroupName: 'people' }));
  await client.send(new AddUserToGroupCommand({ UserName: 'legacy,import', GroupName: 'people' }));
  await client.send(
    new PutUserPolicyCommand({ UserName: 'legacy,import', PolicyName: 'files', PolicyDocument: POLICY }),
  );
  await client.send(new CreateAccessKeyCommand({ UserName: 'legacy,import' }));
  await client.send(new CreateLoginProfileCommand({ UserName: 'legacy,import', Password: 'not-a-Secret-1' }));
}
