import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { READER } from '../../../scripts/docs/aws-policies.ts';
import type { LiveObject, LiveState } from '../../../src/core/live.ts';
import type { ReadQuery } from '../../../src/core/ports.ts';
import { ACCOUNT_ACTIONS, ENTITY_ACTIONS } from '../../../src/providers/aws/calls.ts';
import { awsReader } from '../../../src/providers/aws/catalog/read.ts';
import { crowd, startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson, TRUST } from '../systems/aws/clients.ts';
import { ACCOUNT, BOUNDARY_ARN, connectionTo, furnish, POLICY_ARN } from './account.ts';

let aws: LiveAws;
beforeAll(async () => {
  aws = await startAws();
}, 120_000);
afterAll(async () => await aws.close());
beforeEach(async () => await aws.reset());

const ROLE = 'prod/AwsIamRole/exporter';
const USER = 'prod/AwsIamUser/legacy%2Cimport';
const EVERYTHING = [
  'prod/AwsIamPolicy/limit',
  'prod/AwsIamPolicy/reports',
  ROLE,
  USER,
  'prod/AwsOidcProvider/token.actions.githubusercontent.com',
];
const BOUNDARY: ReadQuery = { kind: 'boundary' };

async function read(query: ReadQuery, reach: Parameters<typeof connectionTo>[1] = {}): Promise<LiveState> {
  const reader = awsReader(connectionTo(aws, reach));
  const state = await reader.read(query);
  await reader.close();
  return state;
}

function byAddress(state: LiveState, address: string): LiveObject {
  const found = state.objects.find((object) => object.address === address);
  if (found === undefined) throw new Error(`${address} was not read: ${JSON.stringify(state.unreadable)}`);
  return found;
}

function attributesOf(state: LiveState) {
  return state.objects.map(({ address, incarnation, attributes }) => ({ address, incarnation, attributes }));
}

/** What went wrong, without the words. */
function troubles(state: LiveState) {
  return state.unreadable.map(({ address, pointer, reason }) => [address, pointer, reason.code]);
}

describe('what is read', () => {
  test('is the same by boundary and by address', async () => {
    await furnish(otherPerson(aws));
    const whole = await read(BOUNDARY);
    const single = await read({ kind: 'addresses', addresses: EVERYTHING });
    expect(troubles(whole)).toEqual([]);
    expect(troubles(single)).toEqual([]);
    expect(whole.objects.map(({ address }) => address)).toEqual(EVERYTHING);
    expect(attributesOf(single)).toEqual(attributesOf(whole));
  });

  test('is the same encoded and not', async () => {
    await furnish(otherPerson(aws));
    const encoded = await read({ kind: 'addresses', addresses: EVERYTHING });
    const plain = await read({ kind: 'addresses', addresses: [ROLE] }, { options: { endpoint: aws.direct } });
    expect(byAddress(plain, ROLE).attributes).toEqual(byAddress(encoded, ROLE).attributes);
  });

  test('is everything that a role has, but the mark of its creation', async () => {
    await furnish(otherPerson(aws));
    const { attributes, facts } = byAddress(await read(BOUNDARY), ROLE);
    expect(attributes).toMatchObject({
      path: '/apps/',
      description: 'Exports invoices',
      maxSessionSeconds: 7200,
      tags: { others: 'remove', values: { team: 'billing' } },
      boundary: BOUNDARY_ARN,
      attached: { others: 'remove', values: { [POLICY_ARN]: true } },
      instanceProfiles: { others: 'remove', values: { exporters: true } },
    });
    expect(Object.keys(attributes)).toContain('trust');
    expect(JSON.stringify(attributes['inline'])).toContain("arn:aws:s3:::it's/(all)!/~a b&<c>");
    expect(facts).toMatchObject({ arn: `arn:aws:iam::${ACCOUNT}:role/apps/exporter`, dangling: [] });
  });

  test("is of the whole account where access is asked for, AWS's own roles and policies among it", async () => {
    await furnish(otherPerson(aws));
    const estate = await read({ kind: 'estate' }, { boundary: { include: ['nobody'] } });
    expect(troubles(estate)).toEqual([]);
    expect(estate.objects.map(({ address }) => address)).toContain('prod/AwsIamRole/AWSServiceRoleForAutoScaling');
    const policies = estate.facts['managedPolicies'] ?? {};
    expect(Object.keys(policies)).toEqual(
      expect.arrayContaining([POLICY_ARN, 'arn:aws:iam::aws:policy/ReadOnlyAccess']),
    );
    expect(estate.facts['groups']).toEqual({ people: { inline: {}, attached: [] } });
  });

  test('is limited to the boundary, and what lies outside is not absent', async () => {
    await furnish(otherPerson(aws));
    const boundary = { paths: ['/apps/'], exclude: ['legacy*'], kinds: ['AwsIamRole', 'AwsIamUser', 'AwsIamPolicy'] };
    const whole = await read(BOUNDARY, { boundary });
    expect(whole.objects.map(({ address }) => address)).toEqual(['prod/AwsIamPolicy/reports', ROLE]);
    const single = await read({ kind: 'addresses', addresses: EVERYTHING }, { boundary });
    expect(attributesOf(single)).toEqual(attributesOf(whole));
    expect(troubles(single).map(([address, , code]) => [address, code])).toEqual(
      EVERYTHING.filter((one) => !whole.objects.some(({ address }) => address === one)).map((one) => [
        one,
        'outside-boundary',
      ]),
    );
  });

  test('what does not exist is absent, and nothing else', async () => {
    const addresses = [
      'prod/AwsIamPolicy/none',
      'prod/AwsIamRole/none',
      'prod/AwsIamUser/none',
      'prod/AwsOidcProvider/none.example.org',
    ];
    const state = await read({ kind: 'addresses', addresses });
    expect(state.objects).toEqual([]);
    expect(state.unreadable).toEqual([]);
  });

  test('is of the account that the login is in', async () => {
    const reader = awsReader(connectionTo(aws));
    expect(await reader.identify()).toEqual({ account: ACCOUNT, partition: 'aws' });
    await reader.close();
  });
});

describe('calls', () => {
  test('for 5,000 roles are at most 20, and for one of them at most 12', async () => {
    await furnish(otherPerson(aws));
    await crowd(aws.direct, 5000);
    const boundary = { kinds: ['AwsIamRole', 'AwsOidcProvider'] };
    const whole = await read(BOUNDARY, { boundary });
    expect(whole.objects.filter(({ kind }) => kind === 'AwsIamRole')).toHaveLength(5001);
    expect(aws.calls().length).toBeLessThanOrEqual(5000 / 500 + 10);

    const before = aws.calls().length;
    const single = await read({ kind: 'addresses', addresses: [ROLE] });
    expect(attributesOf(single)).toEqual([
      expect.objectContaining({ address: ROLE, attributes: byAddress(whole, ROLE).attributes }),
    ]);
    expect(aws.calls().length - before).toBeLessThanOrEqual(12);
  }, 180_000);

  test('for one role with many inline policies are one more for each, whatever the account has', async () => {
    const client = otherPerson(aws);
    await client.send(new CreateRoleCommand({ RoleName: 'exporter', AssumeRolePolicyDocument: TRUST }));
    for (let index = 0; index < 20; index += 1)
      await client.send(
        new PutRolePolicyCommand({
          RoleName: 'exporter',
          PolicyName: `p${index}`,
          PolicyDocument: `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b${index}/*"}}`,
        }),
      );
    const state = await read({ kind: 'addresses', addresses: [ROLE] });
    expect(Object.keys(Object(byAddress(state, ROLE).attributes['inline']).values)).toHaveLength(20);
    expect(aws.calls()).toHaveLength(5 + 20);
  });

  test('are made until the last page, however short they are', async () => {
    await furnish(otherPerson(aws));
    await crowd(aws.direct, 50);
    const whole = await read(BOUNDARY);
    aws.faults.shortPages(7);
    expect(await read(BOUNDARY)).toEqual(whole);
  });
});

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
