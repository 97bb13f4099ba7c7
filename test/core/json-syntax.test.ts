import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/core/json-syntax.ts';
import { parseJson } from '../../src/core/parse-json.ts';

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a text stops being JSON', () => {
  it.each([
    ['', 0, 'a value is due'],
    ['{', 1, 'a key in double quotes or } is due'],
    ['{"a":1,}', 7, 'a key in double quotes is due'],
    ['{"a" 1}', 5, 'a colon is due'],
    ['[1 2]', 3, 'a comma or the closing bracket is due'],
    ['[1}', 2, 'a comma or the closing bracket is due'],
    ['[}', 1, 'a value or ] is due'],
    ['[01]', 1, 'a value or ] is due'],
    ['[1,]', 3, 'a value is due'],
    ['"\\x"', 0, 'a value is due'],
    ['{} {}', 3, 'nothing may follow the value'],
    ['"a" // b', 4, 'nothing may follow the value'],
  ])('%j: at %i, where %s', (text, offset, due) => {
    expect(jsonFault(text)).toEqual({ offset, due });
  });

  it('is nowhere in JSON, and somewhere in everything else', () => {
    const whole = fc.json();
    const pieces = fc
      .array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-0.5e+3', '01', 'true', 'nul', ' ', '\n', '#'))
      .map((all) => all.join(''));
    const cut = fc.tuple(whole, fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '0')).map(([text, at, instead]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + instead + text.slice(place + 1);
    });
    fc.assert(
      fc.property(fc.oneof(whole, pieces, cut), (text) => {
        expect(jsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes nesting and long texts as they come', () => {
    expect(jsonFault(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeNull();
    expect(jsonFault(`"${'\\n'.repeat(500_000)}"`)).toBeNull();
  });
});
