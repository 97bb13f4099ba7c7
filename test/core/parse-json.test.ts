import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/core/parse-json.ts';

/** The engine errs only where an object of the same shape was read before, so each case reads a pair. */
const TAKEN_FOR_ANOTHER: readonly (readonly [before: string, text: string, key: string])[] = [
  [String.raw`{"a":1,"o\\":1}`, String.raw`{"a":1,"o\u0001":1}`, 'o\u0001'],
  [String.raw`{"h":[],"\\":0}`, String.raw`{"h":1,"\"":2}`, '"'],
  [String.raw`{"k":1,"\\":1}`, String.raw`{"k":1,"\n":1}`, '\n'],
  [String.raw`{"m":1,"\\u00":1}`, String.raw`{"m":1,"\u0000\u0000\u0000\u0000":1}`, '\0\0\0\0'],
];

describe('JSON', () => {
  test.each(TAKEN_FOR_ANOTHER)('after %s, has in %s the key that is written there', (before, text, key) => {
    parseJson(before);
    expect(Object.keys(parseJson(text) ?? {})[1]).toBe(key);
  });

  test('reads back as it was written, whatever its keys are and whatever was read before', () => {
    const key = fc.string({ unit: fc.constantFrom('\\', '"', '\n', 'n', 'u', '0', '\u0001', '\uFFFE', '\ud800', 'é') });
    const value = fc.letrec((tie) => ({
      object: fc.dictionary(fc.oneof(key, fc.constantFrom('__proto__', 'a', '1')), tie('any'), { maxKeys: 4 }),
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, 1.5, '\\"', ''),
        fc.array(tie('object')),
        tie('object'),
      ),
    })).object;
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2), (written, indent) => {
        expect(JSON.stringify(parseJson(JSON.stringify(written, null, indent)))).toBe(JSON.stringify(written));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [String.raw`{"\u0061":1,"a":2,"\u0061":3}`, '{"a":3}'],
    [String.raw`{"\n":1,"\u000a":2}`, String.raw`{"\n":2}`],
    [
      String.raw`{"__proto__":{"\n":1},"\n":[{"\\":"\\\":"}]}`,
      String.raw`{"__proto__":{"\n":1},"\n":[{"\\":"\\\":"}]}`,
    ],
    [String.raw`{ "\t" : "\t" , "x" : "\": " }`, String.raw`{"\t":"\t","x":"\": "}`],
    [String.raw`"\n"`, String.raw`"\n"`],
    ['"\uFFFE0061"', '"\uFFFE0061"'],
    ['{"\uFFFE0061":1}', '{"\uFFFE0061":1}'],
  ])('%s is %s', (text, same) => {
    expect(JSON.stringify(parseJson(text))).toBe(same);
  });

  test.each(['', '{', String.raw`{"\x":1}`, String.raw`{"\n" 1}`, String.raw`["\n":1]`, '{"a":1}x', "{'a':1}"])(
    '%j is refused',
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    },
  );
});
