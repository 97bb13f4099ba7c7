import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternMark, type Attributes } from '../../src/core/attributes.ts';
import type { Json } from '../../src/core/json.ts';
import {
  differences,
  escapePointer,
  leavesOf,
  patternsOf,
  sameLeaf,
  unescapePointer,
  withLeaf,
  withoutLeaf,
} from '../../src/core/leaves.ts';

const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '/', '~', '~1', 'a/b', '0'),
  fc.string(),
);
const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer()),
);
const attributes: fc.Arbitrary<Attributes> = fc.letrec<{ tree: Json; object: Attributes }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, tie('object')),
  object: fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
})).object;

describe('leaves of attributes', () => {
  it('are found at JSON pointers, with arrays and marks whole and empty objects left out', () => {
    const mark = patternMark('held');
    const found = leavesOf({
      a: { 'b/c': [1, { d: 2 }], 'e~f': null },
      g: {},
      h: { i: {} },
      p: { 'x-*': { read: mark } },
    });
    expect([...found]).toEqual([
      ['/a/b~1c', [1, { d: 2 }]],
      ['/a/e~0f', null],
      ['/p/x-*/read', mark],
    ]);
  });

  it('that differ are those of either side, wherever objects and leaves meet', () => {
    const plainly = (before: Attributes, after: Attributes) => {
      const [left, right] = [leavesOf(before), leavesOf(after)];
      return [...new Set([...left.keys(), ...right.keys()])]
        .toSorted((one, other) => (one < other ? -1 : 1))
        .filter((pointer) => !sameLeaf(left.get(pointer), right.get(pointer)))
        .map((pointer) => ({ pointer, before: left.get(pointer), after: right.get(pointer) }));
    };
    fc.assert(
      fc.property(attributes, attributes, fc.boolean(), (one, other, nested) => {
        const after = nested ? { ...one, ...other } : other;
        expect(differences(one, after)).toEqual(plainly(one, after));
        expect(differences(one, structuredClone(one))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(differences({ a: { b: 1 } }, { a: patternMark('held') })).toEqual(
      plainly({ a: { b: 1 } }, { a: patternMark('held') }),
    );
  });

  it('that are patterns are found at their pointers', () => {
    const mark = patternMark('held');
    const found = patternsOf({
      grants: { 'a/*': { read: mark, write: 'granted' } },
      other: { $: 'known-after-apply' },
    });
    expect([...found]).toEqual([['/grants/a~1*/read', mark]]);
    expect(patternsOf(null).size).toBe(0);
  });

  it('of nothing are none', () => {
    expect(leavesOf(null).size).toBe(0);
  });

  it('rebuild the attributes that they came from, whatever the keys', () => {
    fc.assert(
      fc.property(attributes, (value) => {
        let rebuilt: Attributes = {};
        for (const [pointer, item] of leavesOf(value)) rebuilt = withLeaf(rebuilt, pointer, item);
        expect(differences(rebuilt, value)).toEqual([]);
        expect([...leavesOf(rebuilt).keys()].sort()).toEqual([...leavesOf(value).keys()].sort());
      }),
    );
  });

  it('are set and removed one at a time, and nothing else moves', () => {
    fc.assert(
      fc.property(attributes, fc.nat(), leaf, (value, pick, item) => {
        const pointers = [...leavesOf(value).keys()];
        const pointer = pointers[pick % Math.max(pointers.length, 1)];
        if (pointer === undefined) return;
        const copy = structuredClone(leavesOf(value));
        expect(leavesOf(withoutLeaf(value, pointer))).toEqual(
          new Map([...copy].filter(([known]) => known !== pointer)),
        );
        const changed = differences(value, withLeaf(value, pointer, item)).map((difference) => difference.pointer);
        expect(changed).toEqual(sameLeaf(copy.get(pointer), item) ? [] : [pointer]);
        expect(leavesOf(value)).toEqual(copy);
      }),
    );
  });

  it('keep inherited names for what they are: absent', () => {
    const set = withLeaf({}, '/__proto__/polluted', true);
    expect(Object.keys(set)).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(withoutLeaf({ a: 1 }, '/constructor')).toEqual({ a: 1 });
    expect(leavesOf(withLeaf({}, '/toString/x', 1))).toEqual(new Map([['/toString/x', 1]]));
  });

  it('are escaped so that no two keys share a pointer', () => {
    fc.assert(
      fc.property(key, key, (left, right) => {
        expect(unescapePointer(escapePointer(left))).toBe(left);
        expect(escapePointer(left) === escapePointer(right)).toBe(left === right);
      }),
    );
  });
});

describe('differences', () => {
  it('are sorted by pointer, and an absent side is undefined', () => {
    expect(differences({ b: 1, a: 1, same: [1] }, { c: 1, a: 2, same: [1] })).toEqual([
      { pointer: '/a', before: 1, after: 2 },
      { pointer: '/b', before: 1, after: undefined },
      { pointer: '/c', before: undefined, after: 1 },
    ]);
  });

  it('tell a value from an object, an absence from null, and the order of a list', () => {
    expect(differences({ a: 1 }, { a: { b: 1 } }).map(({ pointer }) => pointer)).toEqual(['/a', '/a/b']);
    expect(differences({ a: null }, {})).toEqual([{ pointer: '/a', before: null, after: undefined }]);
    expect(differences({ a: [1, 2] }, { a: [2, 1] })).toHaveLength(1);
    expect(differences({ a: [] }, {})).toHaveLength(1);
  });

  it('do not see an empty object, nor the order of keys', () => {
    expect(differences({ a: {}, b: { c: 1, d: 2 } }, { b: { d: 2, c: 1 } })).toEqual([]);
    expect(differences(null, {})).toEqual([]);
  });
});
