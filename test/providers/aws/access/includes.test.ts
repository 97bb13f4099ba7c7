import { describe, expect, it } from 'vitest';
import { accessDelta } from '../../../../src/core/access.ts';
import { aws } from '../../../../src/providers/aws/index.ts';
import { changeWith, stepWith } from '../../../support/plans.ts';
import { allow, LIVE, liveObject, normal } from '../drafts.ts';

const ROLE = 'AwsIamRole';
const BUCKET = 'arn:aws:s3:::reports/*';

type Policy = Parameters<typeof normal>[1];

const refusing = (policy: Policy, action: string): Policy => ({
  ...policy,
  Statement: [...(policy['Statement'] as readonly Policy[]), { Effect: 'Deny', Action: action, Resource: '*' }],
});
const under = (policy: Policy): Policy => ({
  ...policy,
  Statement: (policy['Statement'] as readonly Policy[]).map((statement) => ({
    ...statement,
    Condition: { Bool: { 'aws:SecureTransport': 'true' } },
  })),
});

/** What an edit of one inline policy gains and loses, by action and resource. */
function delta(before: Policy, after: Policy) {
  const specs = [before, after].map((policy) => ({ inlinePolicies: { own: policy } }));
  const [was = {}, is = {}] = specs;
  const object = liveObject(ROLE, 'one', was);
  const change = changeWith('one', {
    address: object.address,
    before: normal(ROLE, was),
    after: normal(ROLE, is),
    steps: [stepWith('one', {})],
  });
  const { gains, loses } = accessDelta(change, aws, object, LIVE);
  const text = ({ action, resource }: (typeof gains)[number]) => `${action} ${resource}`;
  return { gains: gains.map(text), loses: loses.map(text) };
}

describe('an edit of wildcards', () => {
  it.each([
    ['an action', allow('s3:*', BUCKET), allow('s3:GetObject', BUCKET)],
    ['a wildcard of fewer', allow('s3:*', BUCKET), allow('s3:Get*', BUCKET)],
    ['an action on a part', allow('*'), allow('s3:GetObject', 'arn:aws:s3:::reports/2026/*')],
    ['an action under a condition', allow('s3:*', BUCKET), under(allow('s3:GetObject', BUCKET))],
  ])('gains nothing where the wildcard becomes %s, and loses nothing the other way round', (_what, wide, narrow) => {
    expect(delta(wide, narrow).gains).toEqual([]);
    expect(delta(wide, narrow).loses).toHaveLength(1);
    expect(delta(narrow, wide).loses).toEqual([]);
    expect(delta(narrow, wide).gains).toHaveLength(1);
  });

  it.each([
    ['held under a condition', under(allow('s3:*', BUCKET)), allow('s3:GetObject', BUCKET)],
    ['refused in part', refusing(allow('s3:*', BUCKET), 's3:GetObject'), allow('s3:GetObject', BUCKET)],
    ['on another resource', allow('s3:*', 'arn:aws:s3:::exports/*'), allow('s3:GetObject', BUCKET)],
    ['of a variable', allow('s3:*', `\${aws:username}*`), allow('s3:GetObject', `\${aws:userid}-one`)],
    ['of another service', allow('sqs:*', BUCKET), allow('s3:GetObject', BUCKET)],
    [
      'a list of what is left out',
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }] },
      allow('s3:GetObject', BUCKET),
    ],
  ])('gains what follows where the wildcard was %s', (_what, before, after) => {
    expect(delta(before, after).gains).toHaveLength(1);
  });
});
