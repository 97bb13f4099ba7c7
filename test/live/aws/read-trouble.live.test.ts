import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { READER } from '../../../scripts/docs/aws-policies.ts';
import type { ReadQuery } from '../../../src/core/ports.ts';
import { ACCOUNT_ACTIONS, ENTITY_ACTIONS } from '../../../src/providers/aws/calls.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson, TRUST } from '../systems/aws/clients.ts';
import { ACCOUNT, furnish } from './account.ts';
import { BOUNDARY, byAddress, EVERYTHING, readFrom, ROLE, troubles, USER } from './reading.ts';

let aws: LiveAws;
beforeAll(async () => {
  aws = await startAws();
}, 120_000);
afterAll(async () => await aws.close());
beforeEach(async () => await aws.reset());

const read = (query: ReadQuery, reach?: Parameters<typeof readFrom>[2]) => readFrom(aws, query, reach);

describe('trouble', () => {
  const ACTIONS = [...ACCOUNT_ACTIONS, ...ENTITY_ACTIONS].map((action) => `iam:${action}`);
  function permitAllBut(...denied: readonly string[]): void {
    aws.faults.permit('reader', {
      Statement: [{ Effect: 'Allow', Action: ACTIONS.filter((action) => !denied.includes(action)), Resource: '*' }],
    });
  }

  test('that passes is waited for', async () => {
    await furnish(otherPerson(aws));
    aws.faults.add('GetAccountAuthorizationDetails', { kind: 'throttled' }, { times: 2 });
    aws.faults.add('ListRoles', { kind: 'failed' });
    aws.faults.add('GetPolicy', { kind: 'cut', when: 'after' });
    const state = await read(BOUNDARY);
    expect(troubles(state)).toEqual([]);
    expect(state.objects).toHaveLength(EVERYTHING.length);
  }, 60_000);

  test('that lasts leaves nothing that looks whole', async () => {
    await furnish(otherPerson(aws));
    aws.faults.add('GetAccountAuthorizationDetails', { kind: 'throttled' }, { times: 100 });
    const state = await read(BOUNDARY);
    expect(troubles(state)).toEqual([[null, null, 'aws-throttled']]);
    expect(state.objects).toEqual([]);
    expect(state.target).toEqual({ account: ACCOUNT, partition: 'aws' });
  }, 120_000);

  test('of rights spoils only what the call is about', async () => {
    await furnish(otherPerson(aws));
    permitAllBut('iam:ListInstanceProfilesForRole', 'iam:GetLoginProfile', 'iam:GetAccessKeyLastUsed');
    const single = await read({ kind: 'addresses', addresses: EVERYTHING });
    expect(troubles(single)).toEqual([
      [ROLE, '/instanceProfiles', 'aws-access-denied'],
      [USER, '/consolePassword', 'aws-access-denied'],
    ]);
    expect(byAddress(single, ROLE).attributes).not.toHaveProperty('instanceProfiles');
    expect(
      single.notModelled.map(({ address, detail }) => [address, detail.includes('iam:GetAccessKeyLastUsed')]),
    ).toEqual([[USER, true]]);
  });

  test('of rights with ListRoles leaves descriptions and session lengths unread', async () => {
    await furnish(otherPerson(aws));
    permitAllBut('iam:ListRoles');
    const whole = await read(BOUNDARY);
    expect(troubles(whole)).toEqual([
      [ROLE, '/description', 'aws-access-denied'],
      [ROLE, '/maxSessionSeconds', 'aws-access-denied'],
    ]);
  });

  test('of rights with what tells whose a policy is leaves the policy unread', async () => {
    await furnish(otherPerson(aws));
    permitAllBut('iam:GetPolicy');
    expect(troubles(await read(BOUNDARY)).filter(([, pointer]) => pointer === null)).toEqual([
      ['prod/AwsIamPolicy/limit', null, 'aws-access-denied'],
      ['prod/AwsIamPolicy/reports', null, 'aws-access-denied'],
    ]);
  });

  test('of rights with the account leaves everything unread', async () => {
    await furnish(otherPerson(aws));
    permitAllBut('iam:GetAccountAuthorizationDetails');
    const whole = await read(BOUNDARY);
    expect(troubles(whole)).toEqual([[null, null, 'aws-access-denied']]);
    expect(whole.objects).toEqual([]);
  });

  test('of credentials says so', async () => {
    aws.faults.add('GetCallerIdentity', { kind: 'error', status: 403, code: 'InvalidClientTokenId', message: 'no' });
    expect(troubles(await read(BOUNDARY))).toEqual([[null, null, 'aws-credentials-refused']]);
  });

  test('of a network says so', async () => {
    const state = await read(BOUNDARY, { options: { endpoint: 'http://127.0.0.1:9' } });
    expect(troubles(state)).toEqual([[null, null, 'aws-unreachable']]);
  }, 60_000);
});

describe('rights', () => {
  test('of the documented policy suffice, every one is used, and nothing is written', async () => {
    await furnish(otherPerson(aws));
    const role = `arn:aws:iam::${ACCOUNT}:role/countersign-reader`;
    await otherPerson(aws).send(
      new CreateRoleCommand({ RoleName: 'countersign-reader', AssumeRolePolicyDocument: TRUST }),
    );
    aws.faults.permit(role, READER);
    const reach = { options: { readRole: role } };
    const states = [
      await read(BOUNDARY, reach),
      await read({ kind: 'addresses', addresses: EVERYTHING }, reach),
      await read({ kind: 'estate' }, reach),
    ];
    expect(states.flatMap(troubles)).toEqual([]);
    expect(states[0]?.facts['reader']).toBe(role);
    const iam = aws.calls().filter(({ service }) => service === 'iam');
    expect(iam.filter(({ access }) => access === 'write')).toEqual([]);
    expect([...new Set(iam.map(({ action }) => action))].toSorted()).toEqual(
      [...ACCOUNT_ACTIONS, ...ENTITY_ACTIONS].toSorted(),
    );
  }, 60_000);
});

describe('logins', () => {
  test.each([
    ['keys of a session', JSON.stringify({ accessKeyId: 'a', secretAccessKey: 'x', sessionToken: 'session' }), 'a'],
    ['the standard chain', 'default', 'from-environment'],
  ])('by %s sign every call', async (_how, secret, key) => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'from-environment');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
    const state = await read({ kind: 'addresses', addresses: [ROLE] }, { secret });
    vi.unstubAllEnvs();
    expect(troubles(state)).toEqual([]);
    expect(new Set(aws.calls().map(({ accessKeyId }) => accessKeyId))).toEqual(new Set([key]));
  });

  test('by a profile and by a web identity begin from the files of the runner', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-aws-login-'));
    writeFileSync(join(folder, 'credentials'), '[prod]\naws_access_key_id = from-profile\naws_secret_access_key = x\n');
    writeFileSync(join(folder, 'token'), 'a.b.c');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
    const profile = await read({ kind: 'addresses', addresses: [ROLE] }, { secret: '{"profile":"prod"}' });
    const webIdentity = { roleArn: `arn:aws:iam::${ACCOUNT}:role/web`, tokenFile: join(folder, 'token') };
    const web = await read({ kind: 'addresses', addresses: [ROLE] }, { secret: JSON.stringify({ webIdentity }) });
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    expect([...troubles(profile), ...troubles(web)]).toEqual([]);
    expect(aws.calls()[0]?.accessKeyId).toBe('from-profile');
    expect(aws.calls().map(({ action }) => action)).toContain('AssumeRoleWithWebIdentity');
  });

  test('that find nothing say so', async () => {
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
    const state = await read(BOUNDARY, { secret: '{"profile":"none"}' });
    vi.unstubAllEnvs();
    expect(troubles(state)).toEqual([[null, null, 'aws-credentials-refused']]);
  });

  test.each([
    ['of the connection', '{"profile":"nobody"}', undefined],
    ['of the environment', 'default', 'nobody'],
  ])('name a profile %s that does not exist', async (_where, secret, profile) => {
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_PROFILE', profile);
    const { unreadable } = await read(BOUNDARY, { secret });
    vi.unstubAllEnvs();
    expect(unreadable).toMatchObject([
      {
        reason: {
          code: 'aws-credentials-refused',
          message: expect.stringMatching(/^There is no profile nobody in .*Correct AWS_PROFILE/u),
        },
      },
    ]);
  });

  test('name the source in the session of the role that they assume, and give its external id', async () => {
    const readRole = `arn:aws:iam::${ACCOUNT}:role/countersign-reader`;
    await read({ kind: 'addresses', addresses: [ROLE] }, { options: { readRole, externalId: 'ext-1' } });
    const assumed = aws.calls().find(({ action }) => action === 'AssumeRole');
    expect(assumed?.parameters).toMatchObject({
      RoleArn: readRole,
      RoleSessionName: 'countersign-prod',
      ExternalId: 'ext-1',
    });
  });
});
