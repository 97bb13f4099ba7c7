import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person, scratch, type Scratch } from './scratch.ts';
import type { TreeChange } from './tree.ts';

let repo: Scratch;
beforeAll(async () => {
  repo = await scratch();
});
afterAll(() => repo.close());

describe('a listing', () => {
  it('is what git itself lists, of a commit, a tree and a directory', async () => {
    const base = await repo.tree({ 'a.b': '1', 'a/b/c': '22', 'a/d': '', 'höher/ü': '3' });
    const put = (path: string, mode: string, sha: string): TreeChange => ({ kind: 'put', path, mode, sha });
    const whole = await repo.git.writeTree(base, [
      put('a/link', '120000', await repo.git.writeBlob('d')),
      put('a/run', '100755', await repo.git.writeBlob('#!')),
      put('module', '160000', '1'.repeat(40)),
    ]);
    const sha = await repo.git.writeCommit({
      tree: whole,
      parents: [],
      author: person,
      committer: person,
      message: 'm',
    });
    const theirs = async (name: string, flags: readonly string[]) =>
      (await repo.git.run(['ls-tree', '-z', '-l', ...flags, name])).toString('utf8').replaceAll(/ +/g, ' ').split('\0');
    for (const name of [sha, whole, `${sha}:`, `${sha}:a`, `${sha}:a/b`, `${sha}:höher`]) {
      for (const depth of ['flat', 'recursive'] as const) {
        const ours = (await repo.git.listTree(name, depth)).map(
          (entry) => `${entry.mode} ${entry.type} ${entry.sha} ${entry.size ?? '-'}\t${entry.path}`,
        );
        expect([...ours, '']).toEqual(await theirs(name, depth === 'flat' ? [] : ['-r', '-t']));
      }
    }
    await expect(repo.git.listTree(`${sha}:a/d`, 'flat')).rejects.toThrow('no directory');
    await expect(repo.git.listTree(`${sha}:none`, 'flat')).rejects.toThrow('no directory');
    await expect(repo.git.listTree('2'.repeat(40), 'flat')).rejects.toThrow('no tree');
  });
});
