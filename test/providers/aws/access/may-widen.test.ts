import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { awsAccess } from '../../../../src/providers/aws/access/access-model.ts';
import { permissionsOf } from '../../../../src/providers/aws/access/permissions.ts';
import type { AwsAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import { allow, form, policy, trust } from '../policy/documents.ts';
import { attached, change, inline, OWN, READ_ONLY, role, user } from './account.ts';

const NONE: AwsAttributes = { inline: { others: 'remove', values: {} } };
const READ = allow('s3:GetObject', '*');
const deny = (action: string): Json => ({ Effect: 'Deny', Action: action, Resource: '*' });
const groups = (...names: readonly string[]): AwsAttributes => ({
  groups: { others: 'remove', values: Object.fromEntries(names.map((name) => [name, true])) },
});
const document = (...statements: readonly Json[]): AwsAttributes => ({ document: form(policy(...statements)) });

const APP = role('app');
const POLICY = APP.replace('AwsIamRole', 'AwsIamPolicy');

function mayWiden(address: string, before: AwsAttributes | null, after: AwsAttributes | null): boolean {
  const action = before === null ? 'create' : after === null ? 'delete' : 'update';
  return awsAccess.mayWiden(change(address, action, before, after));
}

/** What a change gives by its own account. */
function gains(address: string, before: AwsAttributes, after: AwsAttributes): readonly string[] {
  const [was, is] = [before, after].map((one) => permissionsOf(address, one).map((line) => JSON.stringify(line)));
  return (is ?? []).filter((line) => was?.includes(line) === false);
}

describe('what may widen access although nothing is given', () => {
  it.each<[string, string, AwsAttributes, AwsAttributes]>([
    ['a managed policy that is detached', APP, attached(OWN, READ_ONLY), attached(READ_ONLY)],
    ['one that goes with all others', user('ann'), attached(OWN), attached()],
    ['a group that is left', user('ann'), groups('people', 'limited'), groups('people')],
    ['what an own policy refuses of what others allow', APP, inline(deny('iam:*')), NONE],
    ['what it refuses less of', APP, inline(deny('iam:*')), inline(deny('iam:Create*'))],
    ['what a managed policy refuses whoever has it', POLICY, document(READ, deny('iam:*')), document(READ)],
    ['what it replaced', APP, { ...attached(OWN), path: '/a/' }, { ...attached(), path: '/b/' }],
  ])('%s', (_, address, before, after) => {
    expect(gains(address, before, after)).toEqual([]);
    expect(mayWiden(address, before, after)).toBe(true);
  });
});

describe('what gives nothing that its own gains do not say', () => {
  const TRUSTED: AwsAttributes = { trust: form(trust({ Service: 'ec2.amazonaws.com' }), 'trust') };
  it.each<[string, string, AwsAttributes | null, AwsAttributes | null]>([
    ['a creation', APP, null, inline(READ, deny('iam:*'))],
    ['a deletion', APP, { ...attached(OWN), ...inline(deny('iam:*')) }, null],
    ['the deletion of a policy, which nobody has any more', POLICY, document(deny('iam:*')), null],
    ['less that is allowed', APP, inline(allow(['s3:GetObject', 's3:PutObject'], '*')), inline(READ)],
    ['more that is refused', APP, inline(READ), inline(READ, deny('iam:*'))],
    [
      'the same refusal in another policy',
      APP,
      inline(deny('iam:*'), READ),
      {
        inline: {
          others: 'remove',
          values: { p: form(policy(READ)), other: form(policy(deny('iam:*'))) },
        },
      },
    ],
    ['another attachment', APP, attached(OWN), attached(OWN, READ_ONLY)],
    ['other tags', APP, { ...attached(OWN) }, { ...attached(OWN), tags: { others: 'remove', values: { a: 'b' } } }],
    ['another trust', APP, TRUSTED, { trust: form(trust({ Service: 'ecs.amazonaws.com' }), 'trust') }],
    ['a list that is not managed', APP, attached(OWN), {}],
  ])('%s', (_, address, before, after) => {
    expect(mayWiden(address, before, after)).toBe(false);
  });

  it('an end of everything by a refusal', () => {
    const off: AwsAttributes = { inline: { others: 'keep', values: { off: form(policy(deny('*'))) } } };
    expect(awsAccess.mayWiden(change(APP, 'disable', inline(deny('iam:*')), off))).toBe(false);
    expect(awsAccess.mayWiden(change(APP, 'update', off, NONE))).toBe(true);
  });

  it('another boundary, or none: that is told as a gain', () => {
    const [before, after] = [{ boundary: OWN }, { boundary: null }];
    expect(gains(APP, before, after)).toHaveLength(1);
    expect(gains(APP, before, { boundary: READ_ONLY })).toHaveLength(1);
    expect(mayWiden(APP, before, after)).toBe(false);
  });

  it('a trust policy that refuses less: that is told as a gain', () => {
    const all = trust({ AWS: '*' });
    const none: Json = { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { AWS: '*' } };
    const both = form({ ...(all as object), Statement: [...statementsIn(all), none] }, 'trust');
    expect(gains(APP, { trust: both }, { trust: form(all, 'trust') })).not.toEqual([]);
  });
});

function statementsIn(value: Json): readonly Json[] {
  const { Statement } = value as { readonly Statement: readonly Json[] };
  return Statement;
}
