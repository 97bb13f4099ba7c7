import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize, isCanonical } from '../../src/core/digest.ts';
import type { Json } from '../../src/core/json.ts';

const read = (text: string): Json => JSON.parse(text) as Json;
const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

describe('a text that was read', () => {
  const canonical = (text: string) => isCanonical(read(text), text);

  it.each([
    ['null', true],
    ['"a"', true],
    ['[1,"b",{"a":true,"b":[]}]', true],
    ['{"1":1,"10":2,"a":3}', true],
    ['{"10":2,"9":1}', true],
    ['{"9":1,"10":2}', false],
    ['{"b":1,"a":2}', false],
    ['[{"a":1},{"b":1,"a":2}]', false],
    ['{"a":{"b":1,"a":2}}', false],
    ['{"a":1,"a":1}', false],
    ['{"a": 1}', false],
    ['{"a":1}\n', false],
    ['1.0', false],
    ['-0', false],
    [String.raw`"\u0061"`, false],
  ])('%s is canonical: %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it('is canonical exactly where it is the canonical form of its value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, sorted) => {
        const text = sorted ? canonicalize(value as Json) : JSON.stringify(value);
        expect(canonical(text)).toBe(canonicalize(read(text)) === text);
      }),
    );
  });

  it.each([
    ['a lone surrogate', String.raw`"\ud800"`],
    ['a lone surrogate in a list', String.raw`["a","\udfff"]`],
    ['a lone surrogate as key', String.raw`{"\ud800":1}`],
    ['nesting beyond 200', nested(201)],
    ['objects nested beyond 200', `${'{"a":'.repeat(201)}1${'}'.repeat(201)}`],
  ])('is refused for %s', (_, text) => {
    expect(() => canonical(text)).toThrow(expect.objectContaining({ code: 'not-canonical' }));
  });

  it('is refused in the words of what refuses it', () => {
    expect(() => canonical(String.raw`"\ud800"`)).toThrow(/surrogate/iu);
  });

  it('may be nested as deep as what is digested', () => {
    expect(canonical(nested(200))).toBe(true);
  });
});
