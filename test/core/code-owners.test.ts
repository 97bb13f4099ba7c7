import { describe, expect, test } from 'vitest';
import { ownershipOf } from '../../src/core/code-owners.ts';

const WORKFLOW = '.github/workflows/apply.yml';

function isOwned(text: string, path = WORKFLOW): boolean {
  return ownershipOf(text, [path], []).unowned.length === 0;
}

describe('a file has owners', () => {
  test.each([
    ['* @cleo'],
    ['.github/ @cleo'],
    ['/.github/ @cleo'],
    ['/.github @cleo'],
    ['.github/** @cleo'],
    ['workflows/ @cleo'],
    ['*.yml @cleo'],
    ['/.github/workflows/* @cleo'],
    ['.github/workflows/apply.yml cleo@example.test # who applies'],
    ['# nothing\r\n\r\n* @cleo\r\n'],
  ])('by %j', (text) => expect(isOwned(text)).toBe(true));

  test.each([
    [''],
    ['# * @cleo'],
    ['.github/'],
    ['docs/ @cleo'],
    ['/workflows/ @cleo'],
    ['.github/* @cleo'],
    ['.github/*.yml @cleo'],
    ['* @cleo\n/.github/workflows/'],
    ['* @cleo\n*.yml # nobody'],
    [`* @cleo\n${'*a'.repeat(9)} @cleo`],
    [`* @cleo\n${'a'.repeat(501)} @cleo`],
  ])('not by %j', (text) => expect(isOwned(text)).toBe(false));

  test('by the last line that matches, not by a later one that is about others', () =>
    expect(isOwned('* @cleo\n/docs/')).toBe(true));
});

test('owners whom GitHub does not accept are told, where their line decides', () => {
  const text = '* @gone\n/docs/ @gone\n/.github/ @cleo';
  const paths = [WORKFLOW, 'README.md', 'docs/a.md'];
  expect(ownershipOf(text, paths, [1])).toEqual({ unowned: [], rejected: ['README.md'] });
  expect(ownershipOf(text, paths, [1, 2])).toEqual({ unowned: [], rejected: ['README.md', 'docs/a.md'] });
});
