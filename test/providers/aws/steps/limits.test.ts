import { describe, expect, it } from 'vitest';
import { steps } from '../../../../src/providers/aws/steps/steps.ts';
import { allow, codesOf, draft, liveObject, LIVE, TRUST } from '../drafts.ts';

const planned = (...parameters: Parameters<typeof draft>) => steps(draft(...parameters), LIVE);

describe('what IAM would refuse is said beforehand', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/P${index}`);
  const long = (length: number) =>
    allow(
      's3:GetObject',
      Array.from({ length: Math.floor(length / 100) }, (_, index) => `arn:aws:s3:::${'x'.repeat(81)}${1000 + index}`),
    );

  it.each([
    ['eleven attached policies', 'AwsIamRole', { trust: TRUST, policies: many(11) }, 'attached-policies-full'],
    [
      'inline policies of a role over 10,240 characters',
      'AwsIamRole',
      { trust: TRUST, inlinePolicies: { a: long(5100), b: long(5100) } },
      'inline-policies-too-large',
    ],
    [
      'inline policies of a user over 2,048',
      'AwsIamUser',
      { inlinePolicies: { a: long(2100) } },
      'inline-policies-too-large',
    ],
    ['a managed policy over 6,144', 'AwsIamPolicy', { document: long(6200) }, 'policy-too-large'],
    [
      'a trust policy over 2,048',
      'AwsIamRole',
      { trust: { services: Array.from({ length: 100 }, (_, index) => `service-${index}.amazonaws.com`) } },
      'trust-policy-too-large',
    ],
    [
      'fifty tags besides ours',
      'AwsIamUser',
      { tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`t${index}`, ''])) },
      'tags-too-many',
    ],
    ['a path of AWS', 'AwsIamRole', { path: '/aws-service-role/x/', trust: TRUST }, 'path-reserved'],
  ] as const)('%s', (_, kind, spec, code) => {
    expect(codesOf(planned(null, kind, spec).blocked)).toEqual([code]);
  });

  it.each([
    ['ten attached policies', 'AwsIamRole', { trust: TRUST, policies: many(10) }],
    ['9,000 characters inline', 'AwsIamRole', { trust: TRUST, inlinePolicies: { a: long(4500), b: long(4300) } }],
    [
      '49 tags',
      'AwsIamUser',
      { tags: Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`t${index}`, ''])) },
    ],
  ] as const)('and %s are none', (_, kind, spec) => {
    expect(planned(null, kind, spec).blocked).toEqual([]);
  });

  it('takes for granted that what is there already was allowed', () => {
    const crowded = liveObject('AwsIamRole', 'one', { policies: many(15) });
    expect(planned(crowded, 'AwsIamRole', { policies: many(14) }).blocked).toEqual([]);
    expect(codesOf(planned(crowded, 'AwsIamRole', { policies: many(16) }).blocked)).toEqual(['attached-policies-full']);
  });

  it('a name that IAM does not have', () => {
    const odd = { ...draft(null, 'AwsIamRole', { trust: TRUST }), address: 'prod/AwsIamRole/a%20b' };
    expect(codesOf(steps(odd, LIVE).blocked)).toEqual(['aws-name-invalid']);
  });
});
