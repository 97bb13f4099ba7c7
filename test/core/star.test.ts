import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits, meet } from '../../src/core/star.ts';

const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 7 });
const TEXTS = ['', ...texts(5)];

/** All texts of two letters up to a length. */
function texts(length: number): readonly string[] {
  if (length === 0) return [];
  const shorter = texts(length - 1);
  return [...new Set(['a', 'b', ...shorter.flatMap((text) => [`${text}a`, `${text}b`])])];
}

describe('two globs meet', () => {
  it.each([
    ['orders: tables *.*', 'orders: tables hr.*', true],
    ['orders: table hr.salaries', 'orders: * hr.*', true],
    ['orders: table h*.*', 'orders: table *.salaries', true],
    ['orders: table s*.*', 'orders: table hr.*', false],
    ['*invoices', '*salaries', false],
    ['table hr.a', 'table hr.b', false],
    ['*', '', true],
    ['a*', 'a', true],
    ['ab*b', 'ab', false],
    ['ab*', '*bc', true],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(meet(left, right)).toBe(expected);
  });

  it('where a text fits both', () => {
    fc.assert(
      fc.property(glob, glob, (left, right) => {
        const both = TEXTS.find((text) => fits(left, text) && fits(right, text));
        if (both !== undefined) expect(meet(left, right)).toBe(true);
        expect(meet(right, left)).toBe(meet(left, right));
      }),
    );
  });

  it('and nowhere else: a text can be told', () => {
    fc.assert(
      fc.property(glob, glob, (left, right) => {
        const told = witnesses(left, right).some((text) => fits(left, text) && fits(right, text));
        expect(told).toBe(meet(left, right));
      }),
    );
  });
});

/** A text that fits both, if there is one, is among these. */
function witnesses(left: string, right: string): readonly string[] {
  const plain = (text: string): string => text.replaceAll('*', '');
  const parts = (text: string) => ({
    begin: text.split('*')[0] ?? '',
    end: text.split('*').at(-1) ?? '',
    all: plain(text),
  });
  const [one, other] = [parts(left), parts(right)];
  const longest = (first: string, second: string): string => (first.length > second.length ? first : second);
  return [one.all, other.all, `${longest(one.begin, other.begin)}${one.all}${other.all}${longest(one.end, other.end)}`];
}
