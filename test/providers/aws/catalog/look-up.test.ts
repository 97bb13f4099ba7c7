import { describe, expect, test } from 'vitest';
import type { ReadCalls } from '../../../../src/providers/aws/calls.ts';
import { awsReader } from '../../../../src/providers/aws/catalog/read.ts';
import { CONNECTION, failure, roleNamed, scriptedCalls } from './scripted-calls.ts';

const OWN = 'arn:aws:iam::123456789012';

/** Nobody asks whose login it is, and the login is let go. */
async function lookUp(script: Partial<ReadCalls>, ...names: readonly string[]) {
  let open = 0;
  const client = {
    calls: scriptedCalls(script),
    caller: () => Promise.reject(new Error('asked')),
    close: () => (open -= 1),
  };
  const reader = awsReader(CONNECTION, () => {
    open += 1;
    return Promise.resolve(client);
  });
  const found = await reader.lookUp?.(names);
  expect(open).toBe(0);
  return Object.fromEntries(found ?? []);
}

const READS_S3 = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
const THERE = { kind: 'there' };

describe('what documents name', () => {
  test('is looked up by one call each', async () => {
    const asked: unknown[] = [];
    const answer =
      <T>(value: T) =>
      (input: unknown) => {
        asked.push(input);
        return Promise.resolve(value);
      };
    const names = [
      `${OWN}:policy/team/reports`,
      `${OWN}:role/team/deployer`,
      `${OWN}:user/ann`,
      'group/people',
      'instance-profile/exporters',
      `${OWN}:oidc-provider/host:8443/realms/a`,
    ];
    const date = new Date(0);
    const user = { UserName: 'ann', UserId: 'A', Arn: names[2], Path: '/', CreateDate: date };
    const group = { GroupName: 'people', GroupId: 'G', Arn: 'g', Path: '/', CreateDate: date };
    const profile = { InstanceProfileName: 'exporters', InstanceProfileId: 'I', Arn: 'i', Path: '/', CreateDate: date };
    const found = await lookUp(
      {
        GetPolicy: answer({ Policy: { Arn: names[0] } }),
        GetRole: answer({ Role: roleNamed('deployer', { Arn: names[1] }) }),
        GetUser: answer({ User: user }),
        GetGroup: answer({ Group: group, Users: [] }),
        GetInstanceProfile: answer({ InstanceProfile: { ...profile, Roles: [] } }),
        GetOpenIDConnectProvider: answer({}),
      },
      ...names,
    );
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, THERE])));
    expect(asked).toEqual([
      { PolicyArn: names[0] },
      { RoleName: 'deployer' },
      { UserName: 'ann' },
      { GroupName: 'people', MaxItems: 1 },
      { InstanceProfileName: 'exporters' },
      { OpenIDConnectProviderArn: names[5] },
    ]);
  });

  test('is absent where AWS knows no such entity', async () => {
    expect(await lookUp({}, `${OWN}:policy/none`, 'group/none')).toEqual({
      [`${OWN}:policy/none`]: { kind: 'absent', instead: null },
      'group/none': { kind: 'absent', instead: null },
    });
  });

  test('is another where AWS spells it otherwise, or has it under another path', async () => {
    const group = { GroupName: 'People', GroupId: 'G', Arn: 'g', Path: '/', CreateDate: new Date(0) };
    const found = await lookUp(
      {
        GetGroup: () => Promise.resolve({ Group: group, Users: [] }),
        GetRole: () => Promise.resolve({ Role: roleNamed('deployer') }),
      },
      'group/people',
      `${OWN}:role/team/deployer`,
    );
    expect(found).toEqual({
      'group/people': { kind: 'absent', instead: 'Did you mean "People"?' },
      [`${OWN}:role/team/deployer`]: { kind: 'absent', instead: `Did you mean ${OWN}:role/deployer?` },
    });
  });

  test.each([
    ['a name that AWS spells otherwise', 'arn:aws:iam::aws:policy/AmazonS3ReadonlyAccess', READS_S3],
    ["one of AWS that is taken for the account's", `${OWN}:policy/AmazonS3ReadOnlyAccess`, READS_S3],
    ['one under another path', `${OWN}:policy/reports`, `${OWN}:policy/team/reports`],
    ['a misspelt one', `${OWN}:policy/team/report`, `${OWN}:policy/team/reports`],
  ])('is told with the policy that was meant: %s', async (_what, name, meant) => {
    const own = [`${OWN}:policy/team/reports`];
    const ListPolicies: ReadCalls['ListPolicies'] = ({ Scope }) =>
      Promise.resolve({ Policies: (Scope === 'AWS' ? [READS_S3] : own).map((Arn) => ({ Arn })) });
    expect(await lookUp({ ListPolicies }, name)).toEqual({
      [name]: { kind: 'absent', instead: `Did you mean ${meant}?` },
    });
  });

  test('is no instance profile that holds another role', async () => {
    const date = new Date(0);
    const profile = { InstanceProfileName: 'web', InstanceProfileId: 'I', Arn: 'i', Path: '/', CreateDate: date };
    const held = { InstanceProfile: { ...profile, Roles: [roleNamed('deployer')] } };
    const found = await lookUp({ GetInstanceProfile: () => Promise.resolve(held) }, 'instance-profile/web');
    expect(found).toMatchObject({
      'instance-profile/web': {
        kind: 'unfit',
        reason: { code: 'instance-profile-taken', message: expect.stringContaining('role deployer') as unknown },
      },
    });
  });

  test.each([
    ['AccessDeniedException', 'aws-access-denied'],
    ['ThrottlingException', 'aws-throttled'],
    ['ValidationErrorException', 'aws-call-refused'],
  ])('is not known, and nothing else with it, after %s', async (name, code) => {
    const found = await lookUp(
      {
        GetGroup: () => Promise.reject(failure('GetGroup', name)),
        GetPolicy: () => Promise.resolve({ Policy: { Arn: `${OWN}:policy/p` } }),
      },
      'group/people',
      `${OWN}:policy/p`,
    );
    expect(found).toMatchObject({
      'group/people': { kind: 'unknown', reason: { code } },
      [`${OWN}:policy/p`]: THERE,
    });
  });

  test('is not known where nobody can log in', async () => {
    const reader = awsReader(CONNECTION, () => Promise.reject(failure('GetCredentials', 'CredentialsProviderError')));
    expect(await reader.lookUp?.(['group/people'])).toMatchObject(
      new Map([['group/people', { kind: 'unknown', reason: { code: 'aws-credentials-refused' } }]]),
    );
  });
});
