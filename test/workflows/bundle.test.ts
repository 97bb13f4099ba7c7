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
  assessment: { access: [] },
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

describe('what a bundle says of effective access', () => {
  const list = (...names: readonly string[]) => ({ names, count: names.length });
  const way = { basis: 'grant', through: ['memory/MemoryAccount/group'], condition: null };
  const block = {
    kind: 'gained',
    power: 'use',
    principals: list('memory/MemoryAccount/x'),
    resources: list('r'),
    actions: list('READ'),
    way,
    instead: null,
  };
  const known = { kind: 'known', source: 'memory', blocks: [block], left: 0 };
  const unknown = { kind: 'unknown', source: 'memory', reason: { code: 'c', message: 'm' } };
  const decoding = (access: unknown) => () =>
    decodeBundle(packed({ formatVersion: '1', planned: [{ ...PLANNED, assessment: { access } }] }));
  const many = (count: number, length: number) =>
    list(...Array.from({ length: count }, (_, index) => `memory/MemoryAccount/${'a'.repeat(length)}${index}`));

  test.each([
    ['nothing', []],
    ['what is gained', [known]],
    ['that it is unknown', [unknown]],
    ['many names', [{ ...known, blocks: [{ ...block, principals: many(2_900, 1) }] }]],
    ['more than it names', [{ ...known, left: 12, blocks: [{ ...block, resources: { ...list('r'), count: 240 } }] }]],
    ['how it was held before', [{ ...known, blocks: [{ ...block, instead: { ...way, condition: 'after x' } }] }]],
  ])('is taken: %s', (_, access) => expect(decoding(access)).not.toThrow());

  test.each<[string, unknown]>([
    ['nothing at all', undefined],
    ['no list', known],
    ['something that is no source', [null]],
    ['a source that the plan does not have', [{ ...unknown, source: 'other' }]],
    ['a source twice', [known, unknown]],
    ['a kind that is none', [{ ...known, kind: 'perhaps' }]],
    ['no reason', [{ ...unknown, reason: null }]],
    ['an endless reason', [{ ...unknown, reason: { code: 'c', message: 'm'.repeat(100_000) } }]],
    ['no blocks', [{ ...known, blocks: null }]],
    ['no count', [{ ...known, left: -1 }]],
    ['a block that is none', [{ ...known, blocks: [7] }]],
    ['a block of a kind that is none', [{ ...known, blocks: [{ ...block, kind: 'stolen' }] }]],
    ['a power that is none', [{ ...known, blocks: [{ ...block, power: 'all' }] }]],
    ['nobody', [{ ...known, blocks: [{ ...block, principals: list() }] }]],
    ['a principal that is no address', [{ ...known, blocks: [{ ...block, principals: list('x') }] }]],
    ['a principal of another source', [{ ...known, blocks: [{ ...block, principals: list('other/K/x') }] }]],
    ['fewer than it names', [{ ...known, blocks: [{ ...block, resources: { ...list('r', 's'), count: 1 } }] }]],
    ['endlessly many', [{ ...known, blocks: [{ ...block, resources: { ...list('r'), count: 1e300 } }] }]],
    ['a resource that is no text', [{ ...known, blocks: [{ ...block, resources: { names: [{}], count: 1 } }] }]],
    ['no way', [{ ...known, blocks: [{ ...block, way: null }] }]],
    ['a basis that is none', [{ ...known, blocks: [{ ...block, way: { ...way, basis: '__proto__' } }] }]],
    ['a condition that is none', [{ ...known, blocks: [{ ...block, way: { ...way, condition: 7 } }] }]],
    ['a way through what is no address', [{ ...known, blocks: [{ ...block, way: { ...way, through: ['x'] } }] }]],
    ['too many names', [{ ...known, blocks: [{ ...block, principals: many(3_100, 1) }] }]],
    ['too much text', [{ ...known, blocks: [{ ...block, principals: many(100, 2_000) }] }]],
    ['too many blocks', [{ ...known, blocks: Array.from({ length: 4_000 }, () => block) }]],
  ])('is refused: %s', (_, access) =>
    expect(decoding(access)).toThrow(expect.objectContaining({ code: 'bundle-malformed' })),
  );
});
