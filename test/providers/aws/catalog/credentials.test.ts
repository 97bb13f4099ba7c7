import { describe, expect, it } from 'vitest';
import { userObject } from '../../../../src/providers/aws/catalog/objects.ts';
import { read, type UserParts } from '../../../../src/providers/aws/catalog/parts.ts';

const UNREAD = { kind: 'unread', reason: { code: 'aws-access-denied', message: 'denied' } } as const;
const MADE = new Date('2026-01-02T03:04:05Z');
const USED = new Date('2026-02-03T04:05:06Z');

const USER: UserParts = {
  name: 'robot',
  id: 'AIDA1',
  arn: 'arn:aws:iam::123456789012:user/robot',
  path: '/',
  created: MADE,
  tags: read([]),
  boundary: null,
  inline: read(new Map()),
  attached: read([]),
  groups: read([]),
  keys: read([
    { id: 'AKIAB', state: 'Inactive', created: MADE, lastUsed: UNREAD },
    { id: 'AKIAA', state: 'Active', created: MADE, lastUsed: read(USED) },
  ]),
  password: read(true),
  passwordLastUsed: read(undefined),
  credentials: {},
};

function credentials(user: Partial<UserParts>) {
  const cast = { source: 'prod', options: {}, account: { account: '123456789012', partition: 'aws' } };
  return userObject({ ...USER, ...user }, cast).object.credentials;
}

describe('what a user proves itself with', () => {
  it('are its keys and its password, with their ages', () => {
    const common = { created: '2026-01-02T03:04:05.000Z', expires: null };
    expect(credentials({})).toEqual([
      { id: 'AKIAA', kind: 'access-key', state: 'active', lastUsed: '2026-02-03T04:05:06.000Z', ...common },
      { id: 'AKIAB', kind: 'access-key', state: 'inactive', lastUsed: 'untold', ...common },
      { ...common, id: 'console password', kind: 'password', state: 'active', created: null, lastUsed: null },
    ]);
  });

  it('is nothing, where it has none', () => {
    expect(credentials({ keys: read([]), password: read(false) })).toEqual([]);
  });

  it('is not said where it was not read', () => {
    expect(credentials({ keys: UNREAD })).toBeUndefined();
    expect(credentials({ password: UNREAD })).toBeUndefined();
  });
});
