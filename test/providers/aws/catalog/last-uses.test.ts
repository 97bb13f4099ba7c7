import { describe, expect, test } from 'vitest';
import type { ReadCalls } from '../../../../src/providers/aws/calls.ts';
import { failure, readWith } from './scripted-calls.ts';

const HEAD =
  'user,arn,user_creation_time,password_last_used,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_last_rotated,access_key_2_last_used_date';
const MADE = '2026-01-01T00:00:00Z';
const LATER = '2026-01-05T00:00:00Z';
const TOLD = '2026-02-02T00:00:00Z';
const ASKED = '2026-03-03T00:00:00Z';

type Key = { readonly id: string; readonly made: string; readonly state?: 'Active' | 'Inactive' };

const keyOf = ({ id, made, state = 'Active' }: Key) => ({
  AccessKeyId: id,
  Status: state,
  CreateDate: new Date(made),
});

/** What a read of the whole boundary tells of the credentials of one user, and which keys were asked for by themselves. */
async function told(keys: readonly Key[], row: string | null, more: Partial<ReadCalls> = {}) {
  const asked: string[] = [];
  const user = { UserName: 'robot', UserId: 'AIDAROBOT', Arn: 'arn:aws:iam::123456789012:user/robot', Path: '/' };
  const report = [HEAD, ...(row === null ? [] : [`robot,${user.Arn},${MADE},${row}`]), ''].join('\n');
  const { objects } = await readWith(
    {
      GetAccountAuthorizationDetails: () => Promise.resolve({ UserDetailList: [user] }),
      ListAccessKeys: () => Promise.resolve({ AccessKeyMetadata: keys.map(keyOf) }),
      GetLoginProfile: () => Promise.resolve({ LoginProfile: undefined }),
      GenerateCredentialReport: () => Promise.resolve({ State: 'COMPLETE' }),
      GetCredentialReport: () => Promise.resolve({ Content: new TextEncoder().encode(report) }),
      GetAccessKeyLastUsed: ({ AccessKeyId = '' }) => {
        asked.push(AccessKeyId);
        const use = { LastUsedDate: new Date(ASKED), ServiceName: 's3', Region: 'us-east-1' };
        return Promise.resolve({ AccessKeyLastUsed: use });
      },
      GetUser: () =>
        Promise.resolve({ User: { ...user, CreateDate: new Date(MADE), PasswordLastUsed: new Date(ASKED) } }),
      ...more,
    },
    { kind: 'boundary' },
    { boundary: { kinds: ['AwsIamUser'] } },
  );
  const credentials = objects[0]?.credentials ?? [];
  return { asked, uses: Object.fromEntries(credentials.map(({ id, lastUsed }) => [id, lastUsed])) };
}

const at = (time: string) => time.replace('Z', '.000Z');

describe('the last uses of a whole account', () => {
  test('are those of the credential report, without a call for each key', async () => {
    const keys = [
      { id: 'AKIAA', made: MADE },
      { id: 'AKIAB', made: LATER },
    ];
    const { asked, uses } = await told(keys, `${TOLD},${MADE},${TOLD},${LATER},N/A`);
    expect(asked).toEqual([]);
    expect(uses).toEqual({ AKIAA: at(TOLD), AKIAB: null, 'console password': at(TOLD) });
  });

  test.each([
    ['was changed since it was made', { id: 'AKIAA', made: MADE }, `N/A,${LATER},${TOLD},N/A,N/A`],
    ['is inactive', { id: 'AKIAA', made: MADE, state: 'Inactive' as const }, 'N/A,N/A,N/A,N/A,N/A'],
    ['is younger than the report', { id: 'AKIAA', made: LATER }, `N/A,${MADE},${TOLD},N/A,N/A`],
  ])('are asked for where a key %s, so that the report does not name it', async (_why, key, row) => {
    const { asked, uses } = await told([key], row);
    expect(asked).toEqual(['AKIAA']);
    expect(uses).toMatchObject({ AKIAA: at(ASKED), 'console password': null });
  });

  test('are asked for where two keys were made in one second', async () => {
    const keys = ['AKIAA', 'AKIAB'].map((id) => ({ id, made: MADE }));
    const { asked, uses } = await told(keys, `N/A,${MADE},${TOLD},${MADE},N/A`);
    expect(asked.toSorted()).toEqual(['AKIAA', 'AKIAB']);
    expect(uses).toMatchObject({ AKIAA: at(ASKED), AKIAB: at(ASKED) });
  });

  test('are asked for where a user is younger than the report', async () => {
    const { uses } = await told([], null);
    expect(uses).toEqual({ 'console password': at(ASKED) });
  });

  test('are untold where there is no report, and not never', async () => {
    const denied = () => Promise.reject(failure('GetCredentialReport', 'AccessDenied', 403));
    const { asked, uses } = await told([{ id: 'AKIAA', made: MADE }], null, { GetCredentialReport: denied });
    expect(asked).toEqual([]);
    expect(uses).toEqual({ AKIAA: 'untold', 'console password': 'untold' });
  });
});
