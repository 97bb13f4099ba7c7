import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize, hashJson, planDigest, sha256 } from '../../src/core/digest.ts';
import type { Json } from '../../src/core/json.ts';
import type { Plan } from '../../src/core/plan.ts';
import { mutationsOf } from '../support/mutations.ts';
import { planOf } from '../support/plans.ts';

/** Reads JSON text, and accepts at run time what the types forbid. */
const read = (text: string): Json => JSON.parse(text) as Json;
const refused = (value: unknown) => () => canonicalize(value as Json);

describe('canonical JSON', () => {
  describe('numbers, as RFC 8785 appendix B has them', () => {
    it.each([
      ['0000000000000000', '0'],
      ['8000000000000000', '0'],
      ['0000000000000001', '5e-324'],
      ['8000000000000001', '-5e-324'],
      ['7fefffffffffffff', '1.7976931348623157e+308'],
      ['ffefffffffffffff', '-1.7976931348623157e+308'],
      ['4340000000000000', '9007199254740992'],
      ['c340000000000000', '-9007199254740992'],
      ['4430000000000000', '295147905179352830000'],
      ['44b52d02c7e14af5', '9.999999999999997e+22'],
      ['44b52d02c7e14af6', '1e+23'],
      ['44b52d02c7e14af7', '1.0000000000000001e+23'],
      ['444b1ae4d6e2ef4e', '999999999999999700000'],
      ['444b1ae4d6e2ef4f', '999999999999999900000'],
      ['444b1ae4d6e2ef50', '1e+21'],
      ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
      ['3eb0c6f7a0b5ed8d', '0.000001'],
      ['41b3de4355555553', '333333333.3333332'],
      ['41b3de4355555554', '333333333.33333325'],
      ['41b3de4355555555', '333333333.3333333'],
      ['41b3de4355555556', '333333333.3333334'],
      ['41b3de4355555557', '333333333.33333343'],
      ['becbf647612f3696', '-0.0000033333333333333333'],
      ['43143ff3c1cb0959', '1424953923781206.2'],
    ])('%s is %s', (bits, text) => {
      expect(canonicalize(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
    });

    it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('%s is refused', (bits) => {
      expect(refused(Buffer.from(bits, 'hex').readDoubleBE())).toThrow(/not finite/u);
    });
  });

  describe('the examples of RFC 8785 section 3.2 and of its reference test data', () => {
    const sorting = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
    it.each([
      [
        'arrays',
        '[\n  56,\n  {\n    "d": true,\n    "10": null,\n    "1": [ ]\n  }\n]',
        '[56,{"1":[],"10":null,"d":true}]',
      ],
      [
        'french',
        '{"peach": "1", "péché": "2", "pêche": "3", "sin": "4"}',
        '{"peach":"1","péché":"2","pêche":"3","sin":"4"}',
      ],
      [
        'structures',
        String.raw`{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { }}`,
        String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}`,
      ],
      ['unicode', String.raw`{"Unnormalized Unicode":"A\u030a"}`, '{"Unnormalized Unicode":"A\u030a"}'],
      [
        'values',
        String.raw`{"numbers": [1E30, 4.50, 333333333.33333329, 2e-3, 0.000000000000000000000000001], "escaping": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
        String.raw`{"escaping":"€$\u000f\nA'B\"\\\\\"/","literals":[null,true,false],"numbers":[1e+30,4.5,333333333.3333333,0.002,1e-27]}`,
      ],
      [
        'weird',
        String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\u000a":"Newline","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley","\u00f6":"O","\ufb33":"Dalet","</script>":"Browser Challenge"}`,
        '{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"O","€":"Euro Sign","😂":"Smiley","\ufb33":"Dalet"}',
      ],
      [
        'sorting of property names',
        sorting,
        '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
      ],
    ])('%s', (_name, input, output) => {
      expect(canonicalize(read(input))).toBe(output);
    });

    it('gives the UTF-8 bytes of section 3.2.4', () => {
      const value = read(
        String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
      );
      const hex = Buffer.from(canonicalize(value), 'utf8').toString('hex');
      expect(hex).toBe(
        '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
      );
    });
  });

  it('is the same for the same value in any order of keys and any spelling, and reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, random) => {
        const canonical = canonicalize(value as Json);
        expect(canonicalize(shuffled(value as Json, random))).toBe(canonical);
        expect(canonicalize(read(JSON.stringify(value, null, 2)))).toBe(canonical);
        expect(canonicalize(read(canonical))).toBe(canonical);
        expect(read(canonical)).toEqual(read(JSON.stringify(value)));
      }),
    );
  });

  it('differs for different values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const same = JSON.stringify(shuffled(left as Json, null)) === JSON.stringify(shuffled(right as Json, null));
        expect(canonicalize(left as Json) === canonicalize(right as Json)).toBe(same);
      }),
    );
  });

  it('keeps keys that mean something to JavaScript', () => {
    const value = read('{"__proto__":{"a":1},"constructor":2,"toString":3}');
    expect(canonicalize(value)).toBe('{"__proto__":{"a":1},"constructor":2,"toString":3}');
    expect(hashJson(value)).not.toBe(hashJson(read('{"constructor":2,"toString":3}')));
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['undefined in an array', [undefined]],
    // oxlint-disable-next-line no-sparse-arrays -- the hole is what is refused
    ['a hole', [1, , 2]],
    ['an array with a name', Object.assign([1], { name: 2 })],
    ['NaN', { a: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a Map', { a: new Map([['a', 1]]) }],
    ['a Set', new Set([1])],
    ['a Date', new Date(0)],
    ['bytes', new Uint8Array([1])],
    ['a function', () => 1],
    ['toJSON', { toJSON: () => 'other' }],
    ['a symbol', Symbol('a')],
    ['a symbol as key', { [Symbol('a')]: 1 }],
    ['a bigint', 1n],
    ['a boxed number', Object(1)],
    ['an instance', new (class Thing {})()],
    ['a lone surrogate', 'a\ud800'],
    ['a lone surrogate, deep', { a: [{ b: '\udfff' }] }],
    ['a lone surrogate as key', { '\ud800': 1 }],
  ])('refuses %s', (_name, value) => {
    expect(refused(value)).toThrow(expect.objectContaining({ code: 'not-canonical' }));
  });

  it('refuses a cycle and nesting beyond 200, and takes 200', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(refused(cycle)).toThrow(/deeper than 200/u);
    expect(refused(nested(201))).toThrow(/deeper than 200/u);
    expect(refused(nested(100_000))).toThrow(/deeper than 200/u);
    expect(canonicalize(nested(200))).toHaveLength(401);
  });

  it('names the place of what it refuses', () => {
    const evidence = (value: unknown, text: string) =>
      expect(refused(value)).toThrow(expect.objectContaining({ evidence: text }));
    evidence({ a: [{ b: Number.NaN }] }, 'at /a/0/b');
    evidence({ a: [1, 2], b: { c: 3, d: undefined } }, 'at /b/d');
    evidence(undefined, 'at the root');
    evidence({ ['k'.repeat(300)]: undefined }, `at /${'k'.repeat(199)}`);
  });

  it('says why it refuses', () => {
    expect(refused(1n)).toThrow('a bigint is not JSON');
    expect(refused({ '\ud800': 1 })).toThrow('a key holds a lone surrogate');
    expect(refused({ [Symbol('a')]: 1 })).toThrow('a key is a symbol');
    expect(refused(Object.assign([1], { name: 2 }))).toThrow('an array has named properties');
    expect(refused(new Map())).toThrow('an object is not a plain one');
  });

  it('takes an object without prototype for a plain one', () => {
    expect(canonicalize(Object.assign(Object.create(null) as { [key: string]: Json }, { a: 1 }))).toBe('{"a":1}');
  });
});

describe('the digest of a plan', () => {
  it('is sha256: and 64 lower-case hexadecimal digits of the canonical text', () => {
    expect(sha256('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const plan = planOf([]);
    expect(planDigest(plan)).toBe(sha256(canonicalize(plan)));
  });

  it('changes with every covered fact', () => {
    const plan: Plan = everything();
    const digest = planDigest(plan);
    const mutations = mutationsOf(plan);
    expect(mutations.length).toBeGreaterThan(60);
    const digests = mutations.map(({ value }) => planDigest(value as Plan));
    for (const [index, { what }] of mutations.entries()) expect(digests[index], what).not.toBe(digest);
    expect(new Set(digests).size).toBe(mutations.length);
  });
});

/** The same value with its keys in another order; without randomness, in sorted order. */
function shuffled(value: Json, random: fc.Stream<number> | null): Json {
  if (Array.isArray(value)) return value.map((item: Json) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value === 0 ? 0 : value;
  const rank = () => (random === null ? 0 : (random.next().value ?? 0));
  const entries = Object.entries(value).map(([key, item]) => ({ key, item: shuffled(item, random), rank: rank() }));
  entries.sort((left, right) => left.rank - right.rank || (left.key < right.key ? -1 : 1));
  return Object.fromEntries(entries.map(({ key, item }) => [key, item]));
}

function nested(depth: number): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** A plan in which every field of the format holds something. */
function everything(): Plan {
  const address = 'memory/MemoryAccount/reports';
  const metadata = {
    owner: 'owner',
    purpose: 'testing',
    expires: '2027-01-01',
    consumers: ['jobs/export'],
    dependsOn: [],
    adopts: null,
  };
  const reason = { code: 'a-code', message: 'a message', pointer: '/note' };
  return {
    formatVersion: '1',
    sources: [{ name: 'memory', provider: 'memory', target: { id: 'one' } }],
    desired: [{ address, base: sha256('base'), head: sha256('head') }],
    governance: [{ path: 'policies/rule.yaml', base: null, head: sha256('rule') }],
    requests: [{ address, verb: 'correct' }],
    changes: [
      {
        address,
        action: 'update',
        metadata: { before: null, after: metadata },
        incarnation: '1',
        before: { note: 'old', grants: { others: 'remove', values: {} } },
        after: {
          note: 'new',
          grants: { others: 'remove', values: { 'a-*': { read: { $: 'pattern', state: 'held' } } } },
        },
        steps: [
          {
            id: `${address}#1`,
            dependsOn: ['memory/MemoryAccount/other#1'],
            stage: 0,
            effect: { kind: 'update', set: { note: 'new' } },
            expect: { note: 'old' },
            result: { note: 'new' },
            repeat: 'idempotent',
          },
        ],
        irreversible: [reason],
        blocked: [reason],
      },
    ],
  };
}
