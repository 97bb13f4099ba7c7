import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathPattern } from '../../src/core/path-pattern.ts';

function matches(pattern: string, path: string): boolean {
  return pathPattern(pattern)(path.split('/'));
}

describe('a pattern', () => {
  test.each([
    ['a', 'a'],
    ['a', 'x/a'],
    ['a', 'x/a/b'],
    ['/a', 'a/b/c'],
    ['a/b', 'a/b'],
    ['a/', 'x/a/b'],
    ['a/**', 'a/b/c'],
    ['**/a', 'a'],
    ['**/a', 'x/y/a/b'],
    ['a/**/b', 'a/b'],
    ['a/**/b', 'a/x/y/b/c'],
    ['*', 'a/b/c'],
    ['**', 'a'],
    ['*.js', 'x/y.js'],
    ['/a/*', 'a/b'],
    ['a?c', 'abc'],
    ['a**c', 'abbc'],
    ['\\*', '*'],
    ['\\?', 'x/?'],
    ['[a]', '[a]'],
    ['/a*b*c', 'axbxbxc'],
    ['/?', '𝒳'],
  ])('%s is about %s', (pattern, path) => expect(matches(pattern, path)).toBe(true));

  test.each([
    ['/a', 'x/a'],
    ['a/b', 'x/a/b'],
    ['a/', 'a'],
    ['a/**', 'a'],
    ['/a/*', 'a/b/c'],
    ['/a/*', 'a'],
    ['*.js', 'y.jsx'],
    ['*.js', 'x.js/a'],
    ['a/**/b', 'a/x'],
    ['a?c', 'ac'],
    ['a?c', 'a/c'],
    ['\\*', 'a'],
    ['A', 'a'],
    ['', 'a'],
    ['/', 'a'],
    ['/a*b*c', 'axbxcx'],
  ])('%s is not about %s', (pattern, path) => expect(matches(pattern, path)).toBe(false));

  test('of whatever wildcards agrees with a search through all ways to take them', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '*', '?'), { minLength: 1, maxLength: 5 })
      .map((all) => all.join(''));
    const pattern = fc.array(fc.oneof(name, fc.constant('**')), { minLength: 1, maxLength: 4 });
    const path = fc.array(
      fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(pattern, path, (names, segments) => {
        // A folder's mark at the end leaves nothing open but what the names themselves match.
        const all = [...names, 'a/'].join('/');
        expect(pathPattern(`/${all}`)([...segments, 'a', 'x'])).toBe(
          everyWay([...names, 'a'], [...segments, 'a', 'x']),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('full of wildcards ends, however little it matches', () => {
    expect(matches(`/${'*a'.repeat(200)}*c`, 'a'.repeat(2000))).toBe(false);
    expect(matches(`${'**/a/'.repeat(80)}c`, `${'a/'.repeat(1000)}b`)).toBe(false);
  });
});

/** Whether the names match some beginning of the path, which something follows. */
function everyWay(names: readonly string[], segments: readonly string[]): boolean {
  const [name, ...others] = names;
  if (name === undefined) return segments.length > 0;
  if (name === '**') return segments.some((_item, index) => everyWay(others, segments.slice(index)));
  const [segment, ...rest] = segments;
  return segment !== undefined && everyCharacter(name, segment) && everyWay(others, rest);
}

function everyCharacter(name: string, text: string): boolean {
  const [first, ...others] = name;
  if (first === undefined) return text === '';
  const left = others.join('');
  if (first === '*')
    return Array.from({ length: text.length + 1 }).some((_item, index) => everyCharacter(left, text.slice(index)));
  return text !== '' && (first === '?' || text.startsWith(first)) && everyCharacter(left, text.slice(1));
}
