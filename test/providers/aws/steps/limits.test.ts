import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import type { LiveObject } from '../../../../src/core/live.ts';
import { documentOf } from '../../../../src/providers/aws/normal-form/documents.ts';
import {
  awsFacts,
  OIDC_KIND,
  POLICY_KIND,
  ROLE_KIND,
  USER_KIND,
} from '../../../../src/providers/aws/normal-form/model.ts';
import { policySize } from '../../../../src/providers/aws/policy/written.ts';
import { limitsOf, roomForBoth } from '../../../../src/providers/aws/steps/limits.ts';
import { steps } from '../../../../src/providers/aws/steps/steps.ts';
import { allow, codesOf, draft, liveObject, LIVE, normal, TRUST } from '../drafts.ts';

const prospect = (kind: string, spec: JsonObject, object: LiveObject | null, facts: JsonObject = {}) => ({
  kind,
  after: normal(kind, spec),
  object,
  facts: awsFacts({ ...LIVE.facts, ...facts }),
});
const live = (kind: string, spec: JsonObject) => liveObject(kind, 'one', spec);
const said = (...wish: Parameters<typeof prospect>) =>
  limitsOf(prospect(...wish)).map(({ code, message }) => `${code}: ${message.replace(/\.(?: .*)?$/u, '')}`);

const policies = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/P${first + index}`);
const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, '']));
const sizeOf = (kind: string, spec: JsonObject, name: string): number => {
  const form = normal(kind, spec)[name];
  return policySize(documentOf(form as JsonObject));
};

/** A policy of exactly so many characters, as IAM counts them. */
function sized(size: number): JsonObject {
  const bucket = (name: string) => `arn:aws:s3:::${name}`;
  const long = Array.from({ length: Math.floor(size / 1200) }, (_, index) => bucket(`${index}${'x'.repeat(985)}`));
  const document = (length: number) => allow('s3:GetObject', [...long, bucket('y'.repeat(length))]);
  return document(size - sizeOf(POLICY_KIND, { document: document(0) }, 'document'));
}

function sizedTrust(size: number): JsonObject {
  const service = (length: number) => ({ services: [`${'x'.repeat(length)}.amazonaws.com`] });
  return service(size - sizeOf(ROLE_KIND, { trust: service(0) }, 'trust'));
}

describe('what IAM would refuse is said beforehand', () => {
  it.each([
    [
      'managed policies of a role',
      ROLE_KIND,
      { policies: policies(10) },
      { policies: policies(11) },
      'attached-policies-full: 11 managed policies would be attached, and the account allows 10',
    ],
    [
      'managed policies of a user',
      USER_KIND,
      { policies: policies(10) },
      { policies: policies(11) },
      'attached-policies-full: 11 managed policies would be attached, and the account allows 10',
    ],
    [
      'inline policies of a role',
      ROLE_KIND,
      { inlinePolicies: { a: sized(5000), b: sized(5240) } },
      { inlinePolicies: { a: sized(5000), b: sized(5241) } },
      'inline-policies-too-large: The inline policies would have 10241 characters together, and IAM allows 10240',
    ],
    [
      'inline policies of a user',
      USER_KIND,
      { inlinePolicies: { a: sized(1000), b: sized(1048) } },
      { inlinePolicies: { a: sized(1000), b: sized(1049) } },
      'inline-policies-too-large: The inline policies would have 2049 characters together, and IAM allows 2048',
    ],
    [
      'a trust policy',
      ROLE_KIND,
      { trust: sizedTrust(2048) },
      { trust: sizedTrust(2049) },
      'trust-policy-too-large: The trust policy would have 2049 characters, and the account allows 2048',
    ],
    [
      'a managed policy',
      POLICY_KIND,
      { document: sized(6144) },
      { document: sized(6145) },
      'policy-too-large: The policy would have 6145 characters, and IAM allows 6144',
    ],
    [
      'tags, besides ours',
      OIDC_KIND,
      { tags: tags(49) },
      { tags: tags(50) },
      "tags-too-many: There would be 50 tags, and IAM allows 50, of which one is Countersign's",
    ],
  ] as const)('%s', (_what, kind, most, tooMuch, reason) => {
    expect(said(kind, most, null)).toEqual([]);
    expect(said(kind, tooMuch, null)).toEqual([reason]);
  });

  it('by the quotas of the account, where those can be raised', () => {
    const raised = { attachedQuota: 12, trustQuota: 3000 };
    const most = { policies: policies(12), trust: sizedTrust(3000) };
    expect(said(ROLE_KIND, most, null, raised)).toEqual([]);
    expect(said(ROLE_KIND, { policies: policies(13), trust: sizedTrust(3001) }, null, raised)).toEqual([
      'attached-policies-full: 13 managed policies would be attached, and the account allows 12',
      'trust-policy-too-large: The trust policy would have 3001 characters, and the account allows 3000',
    ]);
  });

  it('all of it, and beside what else is in the way', () => {
    const spec = { path: '/aws-reserved/', trust: TRUST, policies: policies(11), tags: tags(50) };
    expect(codesOf(steps(draft(null, ROLE_KIND, spec), LIVE).blocked)).toEqual([
      'path-reserved',
      'attached-policies-full',
      'tags-too-many',
    ]);
    expect(steps(draft(live(ROLE_KIND, spec), ROLE_KIND, null), LIVE).blocked).toMatchObject([
      { code: 'path-reserved' },
    ]);
  });
});

describe('what is live already was allowed, and may stay as large as it is', () => {
  it.each([
    ['managed policies', ROLE_KIND, { policies: policies(15) }, { policies: policies(16) }],
    ['inline policies', USER_KIND, { inlinePolicies: { a: sized(2100) } }, { inlinePolicies: { a: sized(2101) } }],
    ['a trust policy', ROLE_KIND, { trust: sizedTrust(2100) }, { trust: sizedTrust(2101) }],
    ['a managed policy', POLICY_KIND, { document: sized(6200) }, { document: sized(6201) }],
    ['tags', USER_KIND, { tags: tags(50) }, { tags: tags(51) }],
  ] as const)('%s', (_what, kind, standing, more) => {
    expect(said(kind, standing, live(kind, standing))).toEqual([]);
    expect(said(kind, more, live(kind, standing))).toHaveLength(1);
  });
});

describe('what is counted is what the object has afterwards', () => {
  it.each([
    ['with what a list keeps', { policies: policies(9) }, { policies: [...policies(2, 20), { others: 'keep' }] }, 11],
    [
      'once, where a list keeps what it names',
      { policies: policies(9) },
      { policies: [...policies(1), { others: 'keep' }] },
      null,
    ],
    ['without what a list takes away', { policies: policies(10) }, { policies: policies(10, 20) }, null],
    ['with what nobody manages', { policies: policies(15) }, {}, null],
  ] as const)('%s', (_what, standing, spec, count) => {
    const codes = limitsOf(prospect(ROLE_KIND, spec, live(ROLE_KIND, standing))).map(({ message }) => message);
    expect(codes).toEqual(count === null ? [] : [expect.stringContaining(`${count} managed policies`)]);
  });

  it('with the inline policies that a list keeps, in the form that they get', () => {
    const standing = live(USER_KIND, { inlinePolicies: { a: sized(1500), b: sized(400) } });
    const wish = (size: number) => ({ inlinePolicies: { b: sized(size), '*': 'keep' } });
    expect(said(USER_KIND, wish(548), standing)).toEqual([]);
    expect(said(USER_KIND, wish(549), standing)).toHaveLength(1);
  });
});

describe('what is added finds room beside what only goes later', () => {
  it.each([
    ['ten policies with both', ROLE_KIND, { policies: policies(9) }, { policies: policies(1, 20) }, true],
    ['eleven', ROLE_KIND, { policies: policies(10) }, { policies: policies(1, 20) }, false],
    ['ten, of which some stay', ROLE_KIND, { policies: policies(10) }, { policies: policies(8) }, true],
    [
      'inline policies up to the limit',
      USER_KIND,
      { inlinePolicies: { a: sized(1000) } },
      { inlinePolicies: { b: sized(1048) } },
      true,
    ],
    [
      'inline policies over it',
      USER_KIND,
      { inlinePolicies: { a: sized(1000) } },
      { inlinePolicies: { b: sized(1049) } },
      false,
    ],
    [
      'as many, of a role',
      ROLE_KIND,
      { inlinePolicies: { a: sized(1000) } },
      { inlinePolicies: { b: sized(1049) } },
      true,
    ],
    [
      'what is written over',
      USER_KIND,
      { inlinePolicies: { a: sized(2000) } },
      { inlinePolicies: { a: sized(2001) } },
      true,
    ],
  ] as const)('%s', (_what, kind, standing, spec, room) => {
    expect(roomForBoth(prospect(kind, spec, live(kind, standing)))).toBe(room);
  });
});
