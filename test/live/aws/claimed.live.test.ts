import { TagPolicyCommand, TagRoleCommand, TagUserCommand, type IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Declared } from '../../support/planning.ts';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';
import { Account } from './applied-account.ts';
import { policyOf } from './contract-specs.ts';

const TERRAFORM = [{ Key: 'managed-by', Value: 'terraform' }];
const OPTIONS = { managedByTags: [{ tool: 'Terraform', key: 'managed-by', values: ['terraform'] }] };
const TRUST = { services: ['lambda.amazonaws.com'] };
const read = policyOf(['s3:GetObject'], '*');
const write = policyOf(['s3:PutObject'], '*');

let live: LiveAws;
let account: Account;
let person: IAMClient;

beforeAll(async () => {
  live = await startAws();
});
beforeEach(async () => {
  await live.reset();
  account = new Account(live, OPTIONS);
  person = otherPerson(live);
});
afterAll(async () => {
  await live.close();
});

const tagRole = async () => await person.send(new TagRoleCommand({ RoleName: 'one', Tags: TERRAFORM }));
const tagUser = async () => await person.send(new TagUserCommand({ UserName: 'one', Tags: TERRAFORM }));
const tagPolicy = async () =>
  await person.send(new TagPolicyCommand({ PolicyArn: 'arn:aws:iam::123456789012:policy/one', Tags: TERRAFORM }));

const role = (inline: JsonObject, more: JsonObject = {}) => ({
  trust: TRUST,
  inlinePolicies: { own: inline },
  ...more,
});

describe('a tag by which another tool claims what was planned', () => {
  it.each<readonly [string, string, JsonObject, JsonObject, () => Promise<unknown>]>([
    ['a role', 'AwsIamRole', role(read), role(write), tagRole],
    ['a user', 'AwsIamUser', { inlinePolicies: { own: read } }, { inlinePolicies: { own: write } }, tagUser],
    ['a policy', 'AwsIamPolicy', { document: read }, { document: write }, tagPolicy],
  ])('keeps %s from being written', async (_what, kind, before, after, tag) => {
    const [base, head] = [before, after].map((spec): readonly Declared[] => [{ kind, name: 'one', spec }]);
    if (base === undefined || head === undefined) throw new Error('both sides are declared');
    expect(await account.bring([], base)).toMatchObject({ result: 'applied' });
    const planned = await account.plan({ base, head });
    await tag();
    const { result, receipts } = await account.apply(planned);
    expect(result).toBe('refused');
    expect(receipts[0]?.conflict).toMatchObject({
      pointer: '/tags/values/managed-by',
      found: expect.stringMatching(/^Terraform manages this object/u),
    });
    expect((await account.plan({ base, head })).plan.changes[0]?.blocked).toMatchObject([
      { code: 'managed-elsewhere' },
    ]);
  });

  it('gives way to a document that adopts from that tool, and stays', async () => {
    const [base, head] = [read, write].map((inline): readonly Declared[] => [
      { kind: 'AwsIamRole', name: 'one', spec: role(inline) },
    ]);
    expect(await account.bring([], base ?? [])).toMatchObject({ result: 'applied' });
    await tagRole();
    const from = (tool: string) => head?.map((one): Declared => ({ ...one, adopts: tool })) ?? [];
    const another = await account.plan({ base: base ?? [], head: from('CloudFormation') });
    expect(another.plan.changes[0]?.blocked).toMatchObject([{ code: 'managed-elsewhere' }]);
    expect(await account.bring(base ?? [], from('Terraform'))).toMatchObject({ result: 'applied', unverified: [] });
    const again = await account.plan({ base: from('Terraform'), head: from('Terraform') }, 'everything');
    expect(again.plan.changes.flatMap(({ steps }) => steps)).toEqual([]);
  });

  it('is no claim of another where the plan writes it itself', async () => {
    const [base, head] = [{}, { 'managed-by': 'terraform' }].map((tags, at): readonly Declared[] => [
      { kind: 'AwsIamRole', name: 'one', spec: role(at === 0 ? read : write, { tags }) },
    ]);
    expect(await account.bring([], base ?? [])).toMatchObject({ result: 'applied' });
    expect(await account.bring(base ?? [], head ?? [])).toMatchObject({ result: 'applied', unverified: [] });
  });
});
