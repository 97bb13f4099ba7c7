import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffTrees } from './diff.ts';
import { scratch, type Scratch } from './scratch.ts';
import type { TreeChange } from './tree.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('a difference', () => {
  it('knows what was added, removed, modified, renamed and retyped, with counts and hunks', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    const before = await repo.tree({ gone: 'x\n', kept: 'a\nb\n', moved: long, turned: 'target' });
    const link: TreeChange = { kind: 'put', path: 'turned', mode: '120000', sha: await repo.git.writeBlob('kept') };
    const put = async (path: string, text: string): Promise<TreeChange> => {
      return { kind: 'put', path, mode: '100644', sha: await repo.git.writeBlob(text) };
    };
    const after = await repo.git.writeTree(before, [
      { kind: 'remove', path: 'gone' },
      { kind: 'remove', path: 'moved' },
      link,
      await put('kept', 'a\nc\n'),
      await put('new', '\ndiff --git a/x b/x\n'),
      await put('place', long),
    ]);
    const files = await diffTrees(repo.git, before, after);
    expect(files.map(({ path, status, additions, deletions }) => [path, status, additions, deletions])).toEqual([
      ['gone', 'removed', 0, 1],
      ['kept', 'modified', 1, 1],
      ['new', 'added', 2, 0],
      ['place', 'renamed', 0, 0],
      ['turned', 'changed', 1, 1],
    ]);
    expect(files[1]?.patch).toBe('@@ -1,2 +1,2 @@\n a\n-b\n+c');
    expect(files[2]?.patch).toBe('@@ -0,0 +1,2 @@\n+\n+diff --git a/x b/x');
    expect(files[3]?.previousPath).toBe('moved');
  });

  it('of a file that is no text has counts of nothing and no hunks', async () => {
    const before = await repo.tree({ image: 'a\0b' });
    const after = await repo.tree({ image: 'a\0c', text: 'x\n' });
    expect(await diffTrees(repo.git, before, after)).toMatchObject([
      { path: 'image', status: 'modified', additions: 0, deletions: 0, patch: undefined },
      { path: 'text', status: 'added', additions: 1, patch: '@@ -0,0 +1 @@\n+x' },
    ]);
  });

  it('from nothing adds everything, and between equal trees is empty', async () => {
    const tree = await repo.tree({ 'd/a': '1\n', b: '2\n' });
    expect((await diffTrees(repo.git, undefined, tree)).map(({ path, status }) => [path, status])).toEqual([
      ['b', 'added'],
      ['d/a', 'added'],
    ]);
    expect(await diffTrees(repo.git, tree, tree)).toEqual([]);
  });

  it('names the blob after the change, and for a removal the one before', async () => {
    const before = await repo.tree({ gone: 'x\n', kept: '1\n' });
    const files = await diffTrees(repo.git, before, await repo.tree({ kept: '2\n' }));
    expect(files.map(({ sha }) => sha)).toEqual([await repo.git.writeBlob('x\n'), await repo.git.writeBlob('2\n')]);
  });

  it('keeps names as they are: spaces, tabs, line breaks and letters of any script', async () => {
    const names = ['a b', 'a\tb', 'a\nb', 'höher/ü'];
    const after = await repo.tree(Object.fromEntries(names.map((name) => [name, `${name}\n`])));
    const files = await diffTrees(repo.git, undefined, after);
    expect(new Set(files.map(({ path }) => path))).toEqual(new Set(names));
    expect(files.find(({ path }) => path === 'höher/ü')?.patch).toBe('@@ -0,0 +1 @@\n+höher/ü');
  });
});
