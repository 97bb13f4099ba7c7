import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import type { LiveObject } from '../../../../src/core/live.ts';
import { POLICY_KIND, ROLE_KIND } from '../../../../src/providers/aws/normal-form/model.ts';
import { blocksOf } from '../../../../src/providers/aws/steps/blocks.ts';
import { allow, draft, liveObject } from '../drafts.ts';

type Wish = Parameters<typeof draft>;

const reasons = (...wish: Wish) => blocksOf(draft(...wish));
const codes = (...wish: Wish) => reasons(...wish).map(({ code }) => code);

describe('a policy in use', () => {
  const document = allow('s3:GetObject');
  const used = (attachments: number, boundaries: number) =>
    liveObject(POLICY_KIND, 'one', { path: '/', document }, { attachments, boundaries });
  const other = { path: '/apps/', document };
  const released = (count: number) => new Set(Array.from({ length: count }, (_, index) => `prod/AwsIamRole/r${index}`));
  const said = (...wish: Wish) =>
    reasons(...wish).map(({ code, message }) => `${code}: ${message.split(' this policy')[0]}`);

  it.each([
    ['deleted while one has it', used(1, 0), null, 0, ['policy-in-use: 1 identity has']],
    ['deleted while it bounds one', used(0, 1), null, 0, ['policy-in-use: 1 identity has']],
    ['deleted while fewer let go than have it', used(2, 1), null, 1, ['policy-in-use: 2 identities have']],
    ['replaced while some have it', used(2, 1), other, 0, ['policy-in-use: 3 identities have']],
  ] as const)('is not %s', (_what, object, spec, count, expected) => {
    const action = spec === null ? 'delete' : 'replace';
    expect(said(object, POLICY_KIND, spec, { action, released: released(count) })).toEqual(expected);
  });

  it('names those who have it, as far as they were read', () => {
    const arn = 'arn:aws:iam::123456789012:policy/one';
    const object = liveObject(POLICY_KIND, 'one', { path: '/', document }, { arn, attachments: 8, boundaries: 1 });
    const holding = (name: string, spec: JsonObject) => liveObject(ROLE_KIND, name, spec);
    const read = [
      ...Array.from({ length: 6 }, (_, index) => holding(`r${index}`, { policies: ['one'] })),
      holding('bounded', { boundary: 'one' }),
      holding('other', { policies: ['other'] }),
    ];
    const message = (...objects: readonly LiveObject[]) =>
      blocksOf(draft(object, POLICY_KIND, null, { released: released(2) }), objects)[0]?.message;
    expect(message(...read)).toBe(
      '7 identities have this policy attached or as boundary (prod/AwsIamRole/r2, prod/AwsIamRole/r3, prod/AwsIamRole/r4, prod/AwsIamRole/r5, prod/AwsIamRole/bounded and 2 more), and IAM deletes none that is in use.',
    );
    expect(message()).toBe(
      '7 identities have this policy attached or as boundary, and IAM deletes none that is in use.',
    );
  });

  it('goes once everybody let go of it, and is edited meanwhile', () => {
    expect(codes(used(2, 1), POLICY_KIND, null, { released: released(3) })).toEqual([]);
    expect(codes(used(0, 0), POLICY_KIND, null)).toEqual([]);
    expect(codes(used(2, 1), POLICY_KIND, { document: allow('s3:*') })).toEqual([]);
  });

  it('is told by its facts, of which one that was not read says nothing', () => {
    expect(codes(liveObject(POLICY_KIND, 'one', { document }, { boundaries: 1 }), POLICY_KIND, null)).toEqual([
      'policy-in-use',
    ]);
    expect(codes(liveObject(POLICY_KIND, 'one', { document }, { attachments: 1 }), POLICY_KIND, null)).toEqual([
      'policy-in-use',
    ]);
    expect(codes(liveObject(POLICY_KIND, 'one', { document }), POLICY_KIND, null)).toEqual([]);
    expect(codes(liveObject(ROLE_KIND, 'one', {}, { attachments: 1 }), ROLE_KIND, null)).toEqual([]);
  });
});
