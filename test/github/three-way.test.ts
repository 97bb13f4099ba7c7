import { describe, expect, it } from 'vitest';
import { decidesNothing } from '../../src/github/three-way.ts';
import type { Tree, TreeEntry } from '../../src/github/tree.ts';

const PATH = 'identities/a.yaml';

/** An entry by its content; `>` makes it a symbolic link, `!` executable, and nothing is no entry. */
function treeOf(text: string, path = PATH): Tree {
  if (text === '') return new Map();
  const mode = text.startsWith('>') ? '120000' : text.startsWith('!') ? '100755' : '100644';
  const kind = mode === '120000' ? 'symlink' : 'file';
  const entry: TreeEntry = { path, kind, mode, sha: text.replace(/^[>!]/u, ''), size: 1 };
  return new Map([[path, entry]]);
}

function decided(start: string, mine: string, theirs: string, merge: string, counts = true): boolean {
  const trees = { start: treeOf(start), mine: treeOf(mine), theirs: treeOf(theirs), merge: treeOf(merge) };
  return !decidesNothing(trees, () => counts);
}

describe('a merge decides nothing', () => {
  it.each([
    ['where nothing changed', '1', '1', '1', '1'],
    ['with what only the base changed, as the base has it', '1', '1', '2', '2'],
    ['with what only the branch changed, as the branch has it', '1', '2', '1', '2'],
    ['with what both changed alike', '1', '2', '2', '2'],
    ['with what the base added', '', '', '2', '2'],
    ['with what the base removed', '1', '1', '', ''],
    ['with what both removed', '1', '', '', ''],
    ['with a mode that the base changed', '1', '1', '!1', '!1'],
  ])('%s', (_what, start, mine, theirs, merge) => {
    expect(decided(start, mine, theirs, merge)).toBe(false);
  });
});

describe('a merge decides', () => {
  it.each([
    ['what only the base changed, by keeping the old', '1', '1', '2', '1'],
    ['what only the base added, by leaving it out', '', '', '2', ''],
    ['what only the base removed, by keeping it', '1', '1', '', '1'],
    ['what only the branch changed, by taking the old', '1', '2', '1', '1'],
    ['what only the branch removed, by taking it back', '1', '', '1', '1'],
    ['what neither changed', '1', '1', '1', '2'],
    ['what stands on neither side', '', '', '', '2'],
    ['what only the base changed, in a third way', '1', '1', '2', '3'],
    ['what both changed alike, in a third way', '1', '2', '2', '1'],
    ['between two changes, for the branch', '1', '2', '3', '2'],
    ['between two changes, for the base', '1', '2', '3', '3'],
    ['how two changes are joined', '1', '2', '3', '4'],
    ['what the base brings by another mode', '1', '1', '2', '!2'],
    ['what the base brings as a link of the same bytes', '1', '1', '2', '>2'],
  ])('%s', (_what, start, mine, theirs, merge) => {
    expect(decided(start, mine, theirs, merge)).toBe(true);
    expect(decided(start, mine, theirs, merge, false)).toBe(false);
  });
});

describe('of several paths', () => {
  const OTHER = 'identities/b.yaml';
  /** The base changed both paths; the merge has each as it is given. */
  const merged = (one: string, other: string, counts: (path: string) => boolean) => {
    const both = (a: string, b: string): Tree => new Map([...treeOf(a), ...treeOf(b, OTHER)]);
    const trees = { start: both('1', '1'), mine: both('1', '1'), theirs: both('2', '2'), merge: both(one, other) };
    return decidesNothing(trees, counts);
  };

  it.each([
    ['nothing, where it brings each as the base has it', '2', '2', true],
    ['something, where it drops what the base has of one', '2', '1', false],
    ['something, where it drops what the base has of another', '1', '2', false],
  ])('a merge decides %s', (_what, one, other, expected) => {
    expect(merged(one, other, () => true)).toBe(expected);
  });

  it('a merge decides nothing, where what it drops does not count', () => {
    expect(merged('2', '1', (path) => path !== OTHER)).toBe(true);
    expect(merged('2', '1', (path) => path === OTHER)).toBe(false);
  });
});
