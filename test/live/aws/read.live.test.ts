import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveState } from '../../../src/core/live.ts';
import type { ReadQuery } from '../../../src/core/ports.ts';
import { awsReader } from '../../../src/providers/aws/catalog/read.ts';
import { crowd, startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson, POLICY, TRUST } from '../systems/aws/clients.ts';
import { ACCOUNT, connectionTo, furnish, POLICY_ARN } from './account.ts';

let aws: LiveAws;
beforeAll(async () => {
  aws = await startAws();
}, 120_000);
afterAll(async () => await aws.close());
beforeEach(async () => await aws.reset());

const ROLE = 'prod/AwsIamRole/exporter';
const EVERYTHING = [
  'prod/AwsIamPolicy/limit',
  'prod/AwsIamPolicy/reports',
  ROLE,
  'prod/AwsIamUser/legacy%2Cimport',
  'prod/AwsOidcProvider/token.actions.githubusercontent.com',
];

async function read(query: ReadQuery, reach: Parameters<typeof connectionTo>[1] = {}): Promise<LiveState> {
  const reader = awsReader(connectionTo(aws, reach));
  const state = await reader.read(query);
  await reader.close();
  return state;
}

describe('what is read', () => {
  test('is the same by boundary and by address', async () => {
    await furnish(otherPerson(aws));
    const whole = await read({ kind: 'boundary' });
    const single = await read({ kind: 'addresses', addresses: EVERYTHING });
    console.log(
      JSON.stringify(whole.notModelled),
      JSON.stringify(single.notModelled),
      JSON.stringify(whole.unreadable),
      aws.calls().length,
    );
    expect(whole.objects.map(({ address }) => address)).toEqual(EVERYTHING);
    expect(single.objects.map(({ attributes }) => attributes)).toEqual(
      whole.objects.map(({ attributes }) => attributes),
    );
  });
});
