import {
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateRoleCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveState } from '../../../src/core/live.ts';
import type { ReadQuery } from '../../../src/core/ports.ts';
import { awsAccess } from '../../../src/providers/aws/access/access-model.ts';
import { awsReader } from '../../../src/providers/aws/catalog/read.ts';
import { crowd, startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson, TRUST } from '../systems/aws/clients.ts';
import { ACCOUNT, BOUNDARY_ARN, connectionTo, furnish, POLICY_ARN } from './account.ts';
import { BOUNDARY, byAddress, EVERYTHING, readFrom, ROLE, troubles, USER } from './reading.ts';

let aws: LiveAws;
beforeAll(async () => {
  aws = await startAws();
}, 120_000);
afterAll(async () => await aws.close());
beforeEach(async () => await aws.reset());

const read = (query: ReadQuery, reach?: Parameters<typeof readFrom>[2]) => readFrom(aws, query, reach);

const AUDIT = 'arn:aws:iam::aws:policy/SecurityAudit';
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

function attributesOf(state: LiveState) {
  return state.objects.map(({ address, incarnation, attributes }) => ({ address, incarnation, attributes }));
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
    expect(facts).toMatchObject({ arn: `arn:aws:iam::${ACCOUNT}:role/apps/exporter` });
  });

  test("is of the whole account where access is asked for, AWS's own roles and policies among it", async () => {
    await furnish(otherPerson(aws));
    await otherPerson(aws).send(new AttachUserPolicyCommand({ UserName: 'legacy,import', PolicyArn: READ_ONLY }));
    const estate = await read({ kind: 'estate' }, { boundary: { include: ['nobody'] } });
    expect(troubles(estate)).toEqual([]);
    expect(estate.objects.map(({ address }) => address)).toContain('prod/AwsIamRole/AWSServiceRoleForAutoScaling');
    expect(Object.keys(estate.facts['managedPolicies'] ?? {}).toSorted()).toEqual(
      [READ_ONLY, POLICY_ARN, BOUNDARY_ARN].toSorted(),
    );
    expect(estate.facts['groups']).toEqual({ people: { inline: {}, attached: [] } });
  });

  test('of the whole account tells who may do what, by inline, attached and group policies and boundaries', async () => {
    const client = otherPerson(aws);
    await furnish(client);
    await client.send(new AttachGroupPolicyCommand({ GroupName: 'people', PolicyArn: AUDIT }));
    const index = awsAccess.index(await read({ kind: 'estate' }));
    expect(index.held(ROLE).map(({ resource }) => resource)).toContain("arn:aws:s3:::it's/(all)!/~a b&<c>");
    const reading = index.held(USER).filter(({ action }) => action.includes('iam:GenerateCredentialReport'));
    expect(reading.map(({ path }) => path.through)).toEqual([
      ['prod/AwsIamGroup/people', 'prod/AwsIamPolicy/SecurityAudit'],
    ]);
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
