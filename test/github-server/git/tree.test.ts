import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from './scratch.ts';
import {
  applyChanges,
  formatTree,
  parseTree,
  treeMode,
  type RawEntry,
  type TreeAccess,
  type TreeChange,
} from './tree.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('a tree', () => {
  it('is the tree that git itself makes of the same files', async () => {
    const names = fc
      .array(fc.constantFrom('a', 'b', 'a.b', 'a-b', 'dir', 'dir.x'), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, fc.string(), { minKeys: 1, maxKeys: 6 }), async (files) => {
        const paths = Object.keys(files).filter(
          (path) => !Object.keys(files).some((other) => other.startsWith(`${path}/`)),
        );
        const ours = await repo.tree(Object.fromEntries(paths.map((path) => [path, files[path] ?? ''])));
        const env = { GIT_INDEX_FILE: join(repo.directory, 'check-index') };
        await repo.git.run(['read-tree', '--empty'], { env });
        const lines = await Promise.all(
          paths.map(async (path) => `100644 ${await repo.git.writeBlob(files[path] ?? '')}\t${path}\n`),
        );
        await repo.git.run(['update-index', '--index-info'], { env, input: lines.join('') });
        expect(ours).toBe((await repo.git.run(['write-tree'], { env })).toString('utf8').trim());
      }),
      { numRuns: 12 },
    );
  });

  it('loses a directory with the last file in it', async () => {
    const base = await repo.tree({ 'd/e/f': '1', g: '2' });
    const after = await repo.git.writeTree(base, [{ kind: 'remove', path: 'd/e/f' }]);
    expect((await repo.git.listTree(after, 'recursive')).map((entry) => entry.path)).toEqual(['g']);
  });

  it('is read back as it was written, in the order of git', () => {
    const entry = (mode: string, name: string): RawEntry => ({ mode, name, sha: '1'.repeat(40) });
    const shuffled = [entry('100644', 'a0'), entry(treeMode, 'a'), entry('120000', 'a.b'), entry('100755', 'ü')];
    // A directory sorts as if its name ended with a slash, which stands between the point and the zero.
    expect(parseTree(formatTree(shuffled)).map(({ name }) => name)).toEqual(['a.b', 'a', 'a0', 'ü']);
    expect(parseTree(formatTree(shuffled))).toEqual(expect.arrayContaining(shuffled));
  });
});

describe('a change to a tree', () => {
  /** Trees in memory, named by a number of forty digits. */
  function memory(): TreeAccess & { paths: (sha: string | undefined) => Promise<string[]> } {
    const trees = new Map<string, readonly RawEntry[]>();
    const readTree = (sha: string) => Promise.resolve([...(trees.get(sha) ?? [])]);
    const writeTree = (entries: readonly RawEntry[]) => {
      const sha = String(trees.size).padStart(40, '0');
      trees.set(sha, entries);
      return Promise.resolve(sha);
    };
    const paths = async (sha: string | undefined): Promise<string[]> => {
      if (sha === undefined) return [];
      const entries = await readTree(sha);
      const below = entries.map(async ({ mode, name, sha: inner }) =>
        mode === treeMode ? (await paths(inner)).map((path) => `${name}/${path}`) : [name],
      );
      return (await Promise.all(below)).flat().sort();
    };
    return { readTree, writeTree, paths };
  }

  const put = (path: string): TreeChange => ({ kind: 'put', path, mode: '100644', sha: 'f'.repeat(40) });
  const remove = (path: string): TreeChange => ({ kind: 'remove', path });

  it('puts a file in the place of a directory, and a directory in the place of a file', async () => {
    const trees = memory();
    const base = await applyChanges(trees, undefined, [put('d/a'), put('d/b'), put('f')]);
    expect(await trees.paths(await applyChanges(trees, base, [put('d')]))).toEqual(['d', 'f']);
    expect(await trees.paths(await applyChanges(trees, base, [put('f/g/h')]))).toEqual(['d/a', 'd/b', 'f/g/h']);
  });

  it('removes a whole directory by its name, and leaves a file alone that is asked for as one', async () => {
    const trees = memory();
    const base = await applyChanges(trees, undefined, [put('d/a'), put('d/b'), put('f')]);
    expect(await trees.paths(await applyChanges(trees, base, [remove('d')]))).toEqual(['f']);
    expect(await trees.paths(await applyChanges(trees, base, [remove('f/x'), remove('none')]))).toEqual([
      'd/a',
      'd/b',
      'f',
    ]);
  });

  it('that removes everything leaves no tree', async () => {
    const trees = memory();
    const base = await applyChanges(trees, undefined, [put('d/a')]);
    expect(await applyChanges(trees, base, [remove('d/a')])).toBeUndefined();
  });

  it('at a path that git would not store is refused', async () => {
    for (const path of ['', '/a', 'a//b', 'a/', '.', '../a', 'a/../b', '.git/config', 'a/.GIT/hooks'])
      await expect(applyChanges(memory(), undefined, [put(path)])).rejects.toThrow('not a path for git');
  });
});
