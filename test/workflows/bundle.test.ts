import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { planDigest } from '../../src/core/digest.ts';
import { changeWith, planOf } from '../support/plans.ts';
import { decodeBundle, encodeBundle, type Bundle } from '../../src/workflows/bundle.ts';

const IGNORED: Bundle = {
  formatVersion: '1',
  planned: [{ kind: 'ignored', pullRequest: 7, head: 'a'.repeat(40), reason: { code: 'c', message: 'm' } }],
};

function packed(value: unknown): string {
  return gzipSync(JSON.stringify(value)).toString('base64');
}

const PLAN = planOf([changeWith('x')]);
const PLANNED = {
  kind: 'planned',
  pullRequest: 7,
  head: 'a'.repeat(40),
  base: 'b',
  baseBranch: 'main',
  at: '2026-01-05T09:00:00Z',
  digest: planDigest(PLAN),
  plan: PLAN,
  assessment: {},
};

describe('what the plan job hands on', () => {
  test('arrives as it was sent', () => {
    const encoded = encodeBundle(IGNORED);
    expect(decodeBundle(encoded)).toEqual(IGNORED);
    expect(JSON.parse(gunzipSync(Buffer.from(encoded, 'base64')).toString('utf8'))).toEqual(IGNORED);
  });

  test('bears the time at which it was computed', () => {
    const bundle = { formatVersion: '1', planned: [PLANNED] };
    expect(decodeBundle(packed(bundle))).toEqual(JSON.parse(JSON.stringify(bundle)));
  });

  test.each([
    ['no archive', 'bm90aGluZw=='],
    ['another version', packed({ ...IGNORED, formatVersion: '2' })],
    ['no list', packed({ formatVersion: '1', planned: 'everything' })],
    ['an entry that is nothing', packed({ formatVersion: '1', planned: [null] })],
    [
      'an entry of a kind that no plan job makes',
      packed({ formatVersion: '1', planned: [{ ...IGNORED.planned[0], kind: 'approved' }] }),
    ],
    [
      'an entry about no pull request',
      packed({ formatVersion: '1', planned: [{ ...IGNORED.planned[0], pullRequest: '7' }] }),
    ],
    ['an entry without a head', packed({ formatVersion: '1', planned: [{ ...IGNORED.planned[0], head: null }] })],
    ['a plan that is none', packed({ formatVersion: '1', planned: [{ ...IGNORED.planned[0], kind: 'planned' }] })],
  ])('%s is refused by its name', (_what, encoded) => {
    expect(() => decodeBundle(encoded)).toThrow(expect.objectContaining({ code: 'bundle-malformed' }));
  });

  test.each([
    undefined,
    5,
    '',
    'yesterday',
    '2026-01-05',
    '2026-01-05T09:00:00',
    '2026-01-05T09:00:00.5Z',
    '2026-13-05T09:00:00Z',
  ])('a plan that was computed at %s is refused', (at) => {
    const encoded = packed({ formatVersion: '1', planned: [{ ...PLANNED, at }] });
    expect(() => decodeBundle(encoded)).toThrow(expect.objectContaining({ code: 'bundle-malformed' }));
  });
});
