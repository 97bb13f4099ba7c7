import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../../src/core/digest.ts';
import { CountersignError } from '../../../src/core/errors.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { parseYaml } from '../../../src/core/yaml.ts';
import { writeYaml } from '../../../src/core/yaml/write.ts';

function reread(text: string): Json | undefined {
  const { documents, diagnostics } = parseYaml({ path: 'a.yaml', bytes: Buffer.from(text) });
  expect(diagnostics).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0]?.value;
}

function refusal(value: JsonObject): string | null {
  try {
    writeYaml(value);
    return null;
  } catch (error) {
    return error instanceof CountersignError ? `${error.code}: ${error.message} ${error.evidence}` : String(error);
  }
}

/** Pieces that have fooled readers of YAML before. */
const awkward = fc.constantFrom(
  'yes',
  'No',
  'null',
  '~',
  '',
  '012',
  '0x1F',
  '1e3',
  '1_000',
  '.inf',
  '2027-03-31',
  '12:30:45',
  '<<',
  '=',
  '- a',
  'a: b',
  'a #b',
  '# a',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a',
  '[a',
  'a,b',
  '{a',
  "it's",
  '"a"',
  'a\\b',
  ' a',
  'a ',
  'a\nb',
  'a\r\nb',
  '\ta',
  '---',
  '...',
  '?',
  '? a',
  ':',
  'a:',
  '\u{1F600}',
  '\u00A0',
  'é',
  'e\u0301',
);
const texts = fc.oneof(awkward, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('a value written as YAML', () => {
  it('is read back as the same value, or refused by name', () => {
    const values = fc.object({
      key: texts,
      maxDepth: 4,
      values: [texts, fc.boolean(), fc.constant(null), fc.double(), fc.integer(), fc.maxSafeInteger()],
    });
    fc.assert(
      fc.property(values, (object) => {
        const value = object as JsonObject;
        let text: string;
        try {
          text = writeYaml(value);
        } catch (error) {
          expect(error).toMatchObject({ code: 'yaml-unwritable' });
          return;
        }
        expect(canonicalize(reread(text) ?? null)).toBe(canonicalize(value));
      }),
      { numRuns: 3000 },
    );
  });

  it('is read back when it is awkward', () => {
    fc.assert(
      fc.property(fc.array(awkward, { maxLength: 6 }), fc.array(awkward, { maxLength: 3 }), (items, names) => {
        const value = { list: items, map: Object.fromEntries(names.map((name) => [name, [{ [name]: items }]])) };
        expect(canonicalize(reread(writeYaml(value)) ?? null)).toBe(canonicalize(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads as a person would write it', () => {
    expect(
      writeYaml({
        kind: 'PostgresRole',
        spec: {
          login: true,
          connectionLimit: 5,
          settings: {},
          memberOf: ['readonly', { role: 'writer', admin: true }],
          grants: [{ on: { tables: ['billing.a', 'billing.b'] }, privileges: ['SELECT'] }],
        },
      }),
    ).toBe(
      [
        'kind: PostgresRole',
        'spec:',
        '  login: true',
        '  connectionLimit: 5',
        '  settings: {}',
        '  memberOf:',
        '    - readonly',
        '    - role: writer',
        '      admin: true',
        '  grants:',
        '    - on:',
        '        tables: [billing.a, billing.b]',
        '      privileges: [SELECT]',
        '',
      ].join('\n'),
    );
  });

  it.each(['yes', 'NO', 'on', 'null', 'True', '~', '', '1', '1e3', '012', '2027-03-31', 'infinity: 1', 'a #b', '.nan'])(
    'quotes %j, which some reader would take for something else',
    (text) => {
      expect(writeYaml({ a: text })).toBe(`a: ${JSON.stringify(text)}\n`);
    },
  );

  it('breaks a list that does not fit on a line', () => {
    const names = Array.from({ length: 30 }, (_, index) => `billing.table_${index}`);
    const text = writeYaml({ names });
    expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect(reread(text)).toEqual({ names });
  });

  it.each([
    ['a control', { a: 'x\u0007' }, /U\+0007.* at \/a$/u],
    ['a directional character', { a: ['\u202Ex'] }, /U\+202E.* at \/a\/0$/u],
    ['a zero-width character in a key', { 'a\u200B': 1 }, /U\+200B/u],
    ['half of a surrogate pair', { a: '\uD800' }, /U\+D800/u],
    ['an integer that is not exact', { a: 2 ** 60 }, /not exact/u],
    ['a number that is not finite', { a: Infinity }, /not finite/u],
    ['a key that readers disagree on', JSON.parse('{"__proto__":1}') as JsonObject, /__proto__/u],
    ['a key too long', { ['a'.repeat(1025)]: 1 }, /longer than 1024/u],
  ])('is refused with %s, naming the place', (_, value, message) => {
    expect(refusal(value)).toMatch(message);
  });

  it('is refused when it nests deeper than is read', () => {
    const nested = (depth: number): JsonObject => {
      let value: JsonObject = {};
      for (let level = 1; level < depth; level += 1) value = { a: value };
      return value;
    };
    for (let depth = 60; depth < 70; depth += 1) {
      const value = nested(depth);
      if (refusal(value) === null) expect(reread(writeYaml(value)), `depth ${depth}`).toEqual(value);
      else expect(depth).toBeGreaterThan(60);
    }
    expect(refusal(nested(70))).toMatch(/deeper/u);
  });
});
