import {
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  NoSuchEntityException,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startAws, type LiveAws } from './aws.ts';
import { clientOptions, createRole, otherPerson, POLICY } from './aws/clients.ts';

let aws: LiveAws;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(async () => await aws.close());
beforeEach(async () => await aws.reset());

function iam(accessKeyId?: string, maxAttempts = 3): IAMClient {
  return new IAMClient({ ...clientOptions(aws, accessKeyId), maxAttempts });
}
function actions(): string[] {
  return aws.calls().map(({ action, outcome }) => `${action} ${outcome}`);
}

describe('faults', () => {
  test.each([
    ['throttled', 'Throttling'],
    ['failed', 'ServiceFailureException'],
    ['unavailable', 'ServiceUnavailable'],
  ] as const)('%s: the SDK tries again, and says %s in the end', async (kind, name) => {
    await createRole(otherPerson(aws), 'r');
    aws.faults.add('GetRole', { kind }, { times: 2 });
    await iam().send(new GetRoleCommand({ RoleName: 'r' }));
    expect(aws.calls()).toHaveLength(3);
    aws.faults.add('GetRole', { kind }, { times: 3 });
    await expect(iam().send(new GetRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject({ name });
    expect(aws.faults.pending()).toBe(0);
  });

  test('an error is answered as given, for the call after those to skip', async () => {
    const fault = { kind: 'error', status: 409, code: 'ConcurrentModification', message: 'm' } as const;
    await createRole(otherPerson(aws), 'r');
    aws.faults.add('*', fault, { skip: 1 });
    await iam().send(new GetRoleCommand({ RoleName: 'r' }));
    const refused = iam().send(new UpdateRoleCommand({ RoleName: 'r', Description: 'd' }));
    await expect(refused).rejects.toMatchObject({ name: 'ConcurrentModificationException', message: 'm' });
  });

  test('a connection cut before the effect leaves none', async () => {
    aws.faults.add('CreateRole', { kind: 'cut', when: 'before' });
    await expect(createRole(iam('tester', 1), 'r')).rejects.toThrow(/ECONNRESET|socket hang up/u);
    await expect(otherPerson(aws).send(new GetRoleCommand({ RoleName: 'r' }))).rejects.toThrow(NoSuchEntityException);
    expect(aws.calls()).toMatchObject([{ action: 'CreateRole', access: 'write', reached: false, outcome: 'cut' }]);
  });

  test('a connection cut after the effect leaves it, so that trying again meets what exists', async () => {
    aws.faults.add('CreateRole', { kind: 'cut', when: 'after' });
    await expect(createRole(iam(), 'r')).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' });
    expect(aws.calls()).toMatchObject([
      { action: 'CreateRole', reached: true, outcome: 'cut' },
      { action: 'CreateRole', reached: true, outcome: 409 },
    ]);
  });

  test('a read that lags tells what it told last', async () => {
    await createRole(otherPerson(aws), 'r');
    const read = async () => (await iam().send(new GetRoleCommand({ RoleName: 'r' }))).Role?.Description;
    await read();
    await iam().send(new UpdateRoleCommand({ RoleName: 'r', Description: 'new' }));
    aws.faults.add('GetRole', { kind: 'stale' });
    expect([await read(), await read()]).toEqual([undefined, 'new']);
  });

  test('somebody acts between the arrival of a call and its effect', async () => {
    aws.faults.add('CreateRole', {
      kind: 'meanwhile',
      when: 'before',
      act: async () => await createRole(otherPerson(aws), 'r'),
    });
    await expect(createRole(iam(), 'r')).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' });
  });
});

describe('propagation', () => {
  test('what was created is missing for as many reads and writes as were asked for', async () => {
    aws.faults.propagate({ reads: 2, writes: 1 });
    const client = iam();
    await createRole(client, 'r');
    const attach = new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' });
    await expect(client.send(attach)).rejects.toThrow(NoSuchEntityException);
    await expect(client.send(new GetRoleCommand({ RoleName: 'r' }))).rejects.toThrow(NoSuchEntityException);
    expect((await client.send(new ListRolesCommand({}))).Roles ?? []).toEqual([]);
    await client.send(attach);
    expect((await client.send(new GetRoleCommand({ RoleName: 'r' }))).Role?.RoleName).toBe('r');
    expect((await client.send(new ListRolesCommand({}))).Roles).toHaveLength(1);
    expect(actions().filter((call) => call.endsWith(' 404'))).toHaveLength(2);
  });

  test('a policy is missing by its ARN, and what existed is not', async () => {
    const client = iam();
    await createRole(otherPerson(aws), 'old');
    aws.faults.propagate({ reads: 1, writes: 0 });
    const policy = await client.send(new CreatePolicyCommand({ PolicyName: 'managed', PolicyDocument: POLICY }));
    const version = new GetPolicyVersionCommand({ PolicyArn: policy.Policy?.Arn ?? '', VersionId: 'v1' });
    await client.send(new GetRoleCommand({ RoleName: 'old' }));
    await expect(client.send(version)).rejects.toThrow(NoSuchEntityException);
    await client.send(version);
  });
});

describe('permissions', () => {
  const reader = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' }],
  };

  test('a limited key is denied what its policy does not allow, before anything happens', async () => {
    aws.faults.permit('limited', reader);
    await createRole(otherPerson(aws), 'r');
    await iam('limited').send(new GetRoleCommand({ RoleName: 'r' }));
    const refused = iam('limited').send(new UpdateRoleCommand({ RoleName: 'r', Description: 'd' }));
    await expect(refused).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('iam:UpdateRole'),
    });
    expect(aws.calls().filter(({ reached }) => reached)).toHaveLength(1);
    await iam('anyone').send(new UpdateRoleCommand({ RoleName: 'r', Description: 'd' }));
  });

  test('a limited role limits its sessions, and who one is takes no permission', async () => {
    await createRole(otherPerson(aws), 'r');
    const arn = `arn:aws:iam::${aws.account}:role/r`;
    aws.faults.permit(arn, reader);
    const session = await new STSClient(clientOptions(aws)).send(
      new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 's' }),
    );
    const { AccessKeyId: key = '', SessionToken: token } = session.Credentials ?? {};
    const identity = await new STSClient(clientOptions(aws, key, token)).send(new GetCallerIdentityCommand({}));
    expect(identity.Arn).toBe(`arn:aws:sts::${aws.account}:assumed-role/r/s`);
    const client = new IAMClient(clientOptions(aws, key, token));
    await client.send(new GetRoleCommand({ RoleName: 'r' }));
    await expect(createRole(client, 's')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('creating with tags takes the permission to tag', async () => {
    const Statement = [{ Effect: 'Allow', Action: 'iam:CreateUser', Resource: '*' }];
    aws.faults.permit('limited', { Statement });
    await iam('limited').send(new CreateUserCommand({ UserName: 'u' }));
    const tagged = new CreateUserCommand({ UserName: 'v', Tags: [{ Key: 'k', Value: 'v' }] });
    await expect(iam('limited').send(tagged)).rejects.toThrow('iam:TagUser');
  });

  test('a policy that is more than plain allowances is refused by the one who gives it', () => {
    const Statement = [{ Effect: 'Deny', Action: 'iam:*' }];
    expect(() => aws.faults.permit('limited', { Statement })).toThrow('only statements that allow');
  });
});

test('the calls are counted with what they were, and those past the proxy are not', async () => {
  await otherPerson(aws).send(new CreateUserCommand({ UserName: 'u' }));
  await iam().send(new CreateAccessKeyCommand({ UserName: 'u' }));
  const [call] = aws.calls();
  expect(aws.calls()).toHaveLength(1);
  expect(call).toMatchObject({
    service: 'iam',
    action: 'CreateAccessKey',
    access: 'write',
    accessKeyId: 'tester',
    parameters: { UserName: 'u' },
    outcome: 200,
    reached: true,
  });
});
