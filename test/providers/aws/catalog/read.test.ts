import { describe, expect, test } from 'vitest';
import type { LiveState } from '../../../../src/core/live.ts';
import type { ReadQuery } from '../../../../src/core/ports.ts';
import { awsReader } from '../../../../src/providers/aws/catalog/read.ts';
import { bareRole, CALLER, CONNECTION, failure, readWith, roleNamed, scriptedCalls } from './scripted-calls.ts';

const BOUNDARY: ReadQuery = { kind: 'boundary' };
const ROLES = { boundary: { kinds: ['AwsIamRole'] } };
const ADDRESS = 'prod/AwsIamRole/exporter';
const ONE: ReadQuery = { kind: 'addresses', addresses: [ADDRESS] };

function troubles({ unreadable }: LiveState) {
  return unreadable.map(({ address, pointer, reason }) => [address, pointer, reason.code]);
}

function details(...roles: readonly object[]) {
  return () => Promise.resolve({ RoleDetailList: [...roles] });
}

function listed(...roles: ReturnType<typeof roleNamed>[]) {
  return () => Promise.resolve({ Roles: roles });
}

describe('an account that changes while it is read', () => {
  test('a role that is gone from the second list, and gone, is absent', async () => {
    const state = await readWith(
      { GetAccountAuthorizationDetails: details(roleNamed('exporter')), ListRoles: listed() },
      BOUNDARY,
      ROLES,
    );
    expect(state.objects).toEqual([]);
    expect(troubles(state)).toEqual([]);
  });

  test('a role that was made anew in between is the new one', async () => {
    const anew = roleNamed('exporter', { RoleId: 'AROANEW', Description: 'new' });
    const state = await readWith(
      {
        ...bareRole(anew),
        GetAccountAuthorizationDetails: details(roleNamed('exporter', { Description: 'old' })),
        ListRoles: listed(anew),
      },
      BOUNDARY,
      ROLES,
    );
    expect(state.objects.map(({ incarnation, attributes }) => [incarnation, attributes['description']])).toEqual([
      ['AROANEW', 'new'],
    ]);
  });

  test('a role that cannot be read again is not absent', async () => {
    const state = await readWith(
      {
        GetAccountAuthorizationDetails: details(roleNamed('exporter')),
        ListRoles: listed(),
        GetRole: () => Promise.reject(failure('GetRole', 'AccessDenied', 403)),
      },
      BOUNDARY,
      ROLES,
    );
    expect(troubles(state)).toEqual([[ADDRESS, null, 'aws-access-denied']]);
  });

  test('more than a few roles that changed are not read one by one', async () => {
    const roles = Array.from({ length: 30 }, (_, index) => roleNamed(`r${index}`));
    const state = await readWith(
      { GetAccountAuthorizationDetails: details(...roles), ListRoles: listed() },
      BOUNDARY,
      ROLES,
    );
    expect(state.objects).toHaveLength(30);
    expect(new Set(troubles(state).map(([, pointer, code]) => `${pointer} ${code}`))).toEqual(
      new Set(['/description aws-account-changing', '/maxSessionSeconds aws-account-changing']),
    );
  });
});

describe('what cannot be said', () => {
  test.each([
    ['is no JSON', '%7B', 'aws-document-unreadable'],
    ['is encoded brokenly', '%7', 'aws-document-unreadable'],
    ['is missing', undefined, 'aws-document-unreadable'],
    ['is no policy', '%5B%5D', 'aws-policy-malformed'],
  ])('a trust policy that %s is unread, never absent', async (_what, text, code) => {
    const state = await readWith(bareRole(roleNamed('exporter', { AssumeRolePolicyDocument: text })), ONE);
    expect(troubles(state)).toEqual([[ADDRESS, '/trust', code]]);
    expect(state.objects[0]?.attributes).not.toHaveProperty('trust');
  });

  test('an inline policy that is gone before it is read is unread at its name', async () => {
    const state = await readWith(
      { ...bareRole(roleNamed('exporter')), ListRolePolicies: () => Promise.resolve({ PolicyNames: ['a/b'] }) },
      ONE,
    );
    expect(troubles(state)).toEqual([[ADDRESS, '/inline/values/a~1b', 'aws-call-refused']]);
  });

  test('a description and a tag that look like secrets are not shown', async () => {
    const secret = 'ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5';
    const state = await readWith(
      bareRole(roleNamed('exporter', { Description: secret, Tags: [{ Key: 'token', Value: secret }] })),
      ONE,
    );
    expect(troubles(state)).toEqual([
      [ADDRESS, '/description', 'text-secret'],
      [ADDRESS, '/tags/values/token', 'text-secret'],
    ]);
    expect(state.unreadable.map(({ reason }) => reason.message.replace(/, so .*$/u, ''))).toEqual([
      'The description looks like a GitHub token',
      'The value of the tag "token" looks like a GitHub token',
    ]);
    expect(JSON.stringify(state)).not.toContain(secret);
  });

  test('a name that AWS spells otherwise is told, not taken for another', async () => {
    const state = await readWith(bareRole(roleNamed('Exporter')), ONE);
    expect(troubles(state)).toEqual([[ADDRESS, null, 'aws-name-spelt-otherwise']]);
  });

  test('a policy whose name AWS spells otherwise is told, too', async () => {
    const policy = {
      PolicyName: 'Reports',
      PolicyId: 'ANPA1',
      Arn: 'arn:aws:iam::123456789012:policy/Reports',
      Path: '/',
    };
    const state = await readWith(
      {
        ListPolicies: () => Promise.resolve({ Policies: [policy] }),
        GetPolicy: () => Promise.resolve({ Policy: { ...policy, DefaultVersionId: 'v1' } }),
      },
      { kind: 'addresses', addresses: ['prod/AwsIamPolicy/reports'] },
    );
    expect(troubles(state)).toEqual([['prod/AwsIamPolicy/reports', null, 'aws-name-spelt-otherwise']]);
  });

  test('an answer without what it always says is none', async () => {
    const state = await readWith(bareRole(roleNamed('exporter', { RoleId: undefined })), ONE);
    expect(troubles(state)).toEqual([[ADDRESS, null, 'aws-answer-malformed']]);
  });
});

describe('what is left out', () => {
  test('roles of AWS itself are counted, and marks of creation and AWS tags are no tags', async () => {
    const own = roleNamed('AWSServiceRoleForSupport', { Path: '/aws-service-role/support.amazonaws.com/' });
    const sso = roleNamed('AWSReservedSSO_Admin', { Path: '/aws-reserved/sso.amazonaws.com/' });
    const made = roleNamed('exporter', {
      Tags: [
        { Key: 'aws:cloudformation:stack-name', Value: 'billing' },
        { Key: 'countersign:creation', Value: 'a'.repeat(64) },
        { Key: 'team', Value: 'billing' },
      ],
    });
    const state = await readWith(
      { GetAccountAuthorizationDetails: details(own, sso, made), ListRoles: listed(own, sso, made) },
      BOUNDARY,
      ROLES,
    );
    expect(state.objects.map(({ address }) => address)).toEqual([ADDRESS]);
    expect(state.objects[0]?.attributes['tags']).toEqual({ others: 'remove', values: { team: 'billing' } });
    expect(state.objects[0]?.managedBy?.tool).toBe('CloudFormation');
    expect(state.notModelled).toEqual([{ address: null, what: 'roles of AWS itself', detail: '2' }]);
  });
});

describe('many addresses', () => {
  test('are read with the account, and no more of it is told', async () => {
    const addresses = Array.from({ length: 60 }, (_, index) => `prod/AwsIamRole/r${index}`);
    const roles = [roleNamed('r7'), roleNamed('other')];
    const state = await readWith(
      { GetAccountAuthorizationDetails: details(...roles), ListRoles: listed(...roles) },
      { kind: 'addresses', addresses },
      ROLES,
    );
    expect(state.objects.map(({ address }) => address)).toEqual(['prod/AwsIamRole/r7']);
    expect(troubles(state)).toEqual([]);
  });

  test('that lie outside of the boundary are not absent', async () => {
    const addresses = Array.from({ length: 60 }, (_, index) => `prod/AwsIamRole/r${index}`);
    const state = await readWith(
      { GetAccountAuthorizationDetails: details(), ListRoles: listed() },
      { kind: 'addresses', addresses },
      { boundary: { kinds: ['AwsIamRole'], exclude: ['r1*'] } },
    );
    expect(troubles(state)).toHaveLength(11);
    expect(troubles(state)[0]).toEqual(['prod/AwsIamRole/r1', null, 'outside-boundary']);
  });
});

describe.each([
  ['few', 1],
  ['many', 60],
])('of %s addresses', (_what, count) => {
  const addresses = [ADDRESS, ...Array.from({ length: count - 1 }, (_, index) => `prod/AwsIamRole/r${index}`)];

  test.each([
    ['another path', { Path: '/other/' }, 'outside-boundary'],
    ['a path of AWS', { Path: '/aws-service-role/x.amazonaws.com/' }, 'outside-boundary'],
    ['another spelling', { RoleName: 'Exporter' }, 'aws-name-spelt-otherwise'],
  ])('one under %s is not absent', async (_where, more, code) => {
    const role = roleNamed('exporter', { Path: '/apps/', ...more });
    const state = await readWith(
      { ...bareRole(role), GetAccountAuthorizationDetails: details(role), ListRoles: listed(role) },
      { kind: 'addresses', addresses: addresses.slice(0, count) },
      { boundary: { kinds: ['AwsIamRole'], paths: ['/apps/'] } },
    );
    expect(state.objects).toEqual([]);
    expect(troubles(state).filter(([address]) => address === ADDRESS)).toEqual([[ADDRESS, null, code]]);
  });
});

describe('a login', () => {
  test('that fails is tried again by the next call', async () => {
    let attempts = 0;
    const reader = awsReader(CONNECTION, () => {
      attempts += 1;
      if (attempts === 1) return Promise.reject(failure('AssumeRole', 'AccessDenied', 403));
      return Promise.resolve({
        calls: scriptedCalls({}),
        caller: () => Promise.resolve(CALLER),
        close: () => undefined,
      });
    });
    expect(troubles(await reader.read(ONE))).toEqual([[null, null, 'aws-access-denied']]);
    expect(await reader.identify()).toEqual({ account: '123456789012', partition: 'aws' });
  });

  test('is asked once who it is, and ended', async () => {
    const events: string[] = [];
    const reader = awsReader(CONNECTION, () =>
      Promise.resolve({
        calls: scriptedCalls({}),
        caller: () => {
          events.push('caller');
          return Promise.resolve(CALLER);
        },
        close: () => void events.push('close'),
      }),
    );
    await reader.identify();
    await reader.read(ONE);
    await reader.close();
    expect(events).toEqual(['caller', 'close']);
  });

  test.each([
    ['arn:aws-cn:sts::123456789012:assumed-role/reader/session', 'aws-cn', 'arn:aws-cn:iam::123456789012:role/reader'],
    ['arn:aws-us-gov:iam::123456789012:user/reader', 'aws-us-gov', 'arn:aws-us-gov:iam::123456789012:user/reader'],
  ])('as %s is in the partition %s', async (arn, partition, who) => {
    const reader = awsReader(CONNECTION, () =>
      Promise.resolve({
        calls: scriptedCalls({}),
        caller: () => Promise.resolve({ ...CALLER, arn }),
        close: () => undefined,
      }),
    );
    const state = await reader.read(ONE);
    expect(state.target).toEqual({ account: '123456789012', partition });
    expect(state.facts['reader']).toBe(who);
  });
});
