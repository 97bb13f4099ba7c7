import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCommit, parseCommit } from './commit.ts';
import { diffTrees } from './diff.ts';
import { commitsBetween, mergeBase, reaches } from './history.ts';
import { formatSignature, parseSignature } from './identity.ts';
import { mergeTrees, replayTree } from './merge.ts';
import { GitStore } from './store.ts';
import type { TreeChange } from './tree.ts';

let directory: string;
let git: GitStore;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'git-store-'));
  git = await GitStore.init(join(directory, 'r.git'), 'main');
});
afterAll(async () => {
  await git.close();
  await rm(directory, { recursive: true });
});

const person = { name: 'Ana Ruiz', email: 'ana@example.com', seconds: 1_767_603_600 };

async function tree(files: Record<string, string>): Promise<string> {
  const changes = await Promise.all(
    Object.entries(files).map(async ([path, text]): Promise<TreeChange> => {
      return { kind: 'put', path, mode: '100644', sha: await git.writeBlob(text) };
    }),
  );
  return git.writeTree(undefined, changes);
}

async function commit(files: Record<string, string>, parents: readonly string[] = []): Promise<string> {
  return git.writeCommit({ tree: await tree(files), parents, author: person, committer: person, message: 'm' });
}

describe('a signature', () => {
  it('is read back as it was written', () => {
    const offset = fc.integer({ min: -720, max: 840 });
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll(/[<>\n\0]/g, '').trim());
    fc.assert(
      fc.property(text, text, fc.nat({ max: 4_000_000_000 }), offset, (name, email, seconds, minutes) => {
        const read = parseSignature(formatSignature({ name, email, seconds, offset: minutes }));
        expect(read).toEqual({ name: name || 'unknown', email, seconds, offset: minutes === 0 ? 0 : minutes });
      }),
    );
  });

  it('cannot break out of its line', () => {
    const line = formatSignature({ name: 'a\nparent 1>', email: '<x\n@y>', seconds: 1 });
    expect(line).toBe('aparent 1 <x@y> 1 +0000');
  });
});

describe('a commit', () => {
  it('has the name that git gives it', async () => {
    const draft = {
      tree: await tree({ a: '1' }),
      parents: [],
      author: person,
      committer: person,
      message: 'höher\n\nbody\n',
    };
    const sha = await git.writeCommit(draft);
    expect(await git.text(['hash-object', '-t', 'commit', '--stdin'], { input: formatCommit(draft) })).toBe(sha);
    expect(await git.commit(sha)).toMatchObject({ sha, message: draft.message, author: person, signed: false });
  });

  it('keeps its message and parents when it is signed', () => {
    const draft = {
      tree: '1'.repeat(40),
      parents: ['2'.repeat(40)],
      author: person,
      committer: person,
      message: 'm\n\nn',
      signed: true,
    };
    expect(parseCommit('3'.repeat(40), formatCommit(draft))).toMatchObject({
      parents: draft.parents,
      message: 'm\n\nn',
      signed: true,
    });
  });
});

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
        const ours = await tree(Object.fromEntries(paths.map((path) => [path, files[path] ?? ''])));
        const env = { GIT_INDEX_FILE: join(directory, 'check-index') };
        await git.run(['read-tree', '--empty'], { env });
        const lines = await Promise.all(
          paths.map(async (path) => `100644 ${await git.writeBlob(files[path] ?? '')}\t${path}\n`),
        );
        await git.run(['update-index', '--index-info'], { env, input: lines.join('') });
        expect(ours).toBe((await git.run(['write-tree'], { env })).toString('utf8').trim());
      }),
      { numRuns: 12 },
    );
  });

  it('loses a directory with the last file in it', async () => {
    const base = await tree({ 'd/e/f': '1', g: '2' });
    const after = await git.writeTree(base, [{ kind: 'remove', path: 'd/e/f' }]);
    expect((await git.listTree(after, 'recursive')).map((entry) => entry.path)).toEqual(['g']);
  });
});

describe('a listing', () => {
  it('is what git itself lists, of a commit, a tree and a directory', async () => {
    const base = await tree({ 'a.b': '1', 'a/b/c': '22', 'a/d': '', 'höher/ü': '3' });
    const put = (path: string, mode: string, sha: string): TreeChange => ({ kind: 'put', path, mode, sha });
    const whole = await git.writeTree(base, [
      put('a/link', '120000', await git.writeBlob('d')),
      put('a/run', '100755', await git.writeBlob('#!')),
      put('module', '160000', '1'.repeat(40)),
    ]);
    const sha = await git.writeCommit({ tree: whole, parents: [], author: person, committer: person, message: 'm' });
    const theirs = async (name: string, flags: readonly string[]) =>
      (await git.run(['ls-tree', '-z', '-l', ...flags, name])).toString('utf8').replaceAll(/ +/g, ' ').split('\0');
    for (const name of [sha, whole, `${sha}:`, `${sha}:a`, `${sha}:a/b`, `${sha}:höher`]) {
      for (const depth of ['flat', 'recursive'] as const) {
        const ours = (await git.listTree(name, depth)).map(
          (entry) => `${entry.mode} ${entry.type} ${entry.sha} ${entry.size ?? '-'}\t${entry.path}`,
        );
        expect([...ours, '']).toEqual(await theirs(name, depth === 'flat' ? [] : ['-r', '-t']));
      }
    }
    await expect(git.listTree(`${sha}:a/d`, 'flat')).rejects.toThrow('no directory');
    await expect(git.listTree(`${sha}:none`, 'flat')).rejects.toThrow('no directory');
    await expect(git.listTree('2'.repeat(40), 'flat')).rejects.toThrow('no tree');
  });
});

describe('a ref', () => {
  it('is for git what it is for the server, packed or not', async () => {
    const [first, second] = [await commit({ a: '1' }), await commit({ a: '2' })];
    const theirs = (name: string) => git.text(['rev-parse', '--verify', '--quiet', name]).catch(() => undefined);
    for (const name of ['refs/heads/some/where', 'refs/heads/packed']) {
      await git.setRef(name, first);
      expect([await theirs(name), await git.ref(name)]).toEqual([first, first]);
      if (name.endsWith('packed')) await git.run(['pack-refs', '--all']);
      await git.setRef(name, second);
      expect([await theirs(name), await git.ref(name)]).toEqual([second, second]);
      await git.setRef(name, undefined);
      expect([await theirs(name), await git.ref(name)]).toEqual([undefined, undefined]);
    }
    await git.setRef('refs/heads/some', first);
    expect(await theirs('refs/heads/some')).toBe(first);
    await expect(git.setRef('refs/heads/none', '2'.repeat(40))).rejects.toThrow('does not exist');
  });

  it('is not moved while somebody else holds its lock', async () => {
    const sha = await commit({ a: '1' });
    await writeFile(join(git.directory, 'refs/heads/held.lock'), '');
    await expect(git.setRef('refs/heads/held', sha)).rejects.toThrow('EEXIST');
    await rm(join(git.directory, 'refs/heads/held.lock'));
    await git.setRef('refs/heads/held', sha);
    expect(await git.ref('refs/heads/held')).toBe(sha);
  });
});

describe('a difference', () => {
  it('knows what was added, removed, modified, renamed and retyped, with counts and hunks', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    const before = await tree({ gone: 'x\n', kept: 'a\nb\n', moved: long, turned: 'target' });
    const link: TreeChange = { kind: 'put', path: 'turned', mode: '120000', sha: await git.writeBlob('kept') };
    const put = async (path: string, text: string): Promise<TreeChange> => {
      return { kind: 'put', path, mode: '100644', sha: await git.writeBlob(text) };
    };
    const after = await git.writeTree(before, [
      { kind: 'remove', path: 'gone' },
      { kind: 'remove', path: 'moved' },
      link,
      await put('kept', 'a\nc\n'),
      await put('new', '\ndiff --git a/x b/x\n'),
      await put('place', long),
    ]);
    const files = await diffTrees(git, before, after);
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
});

describe('history', () => {
  it('knows what is between two commits, oldest first, and what they have in common', async () => {
    const root = await commit({ a: '1' });
    const left = await commit({ a: '1', b: '1' }, [root]);
    const right = await commit({ a: '1', c: '1' }, [root]);
    const merge = await commit({ a: '1', b: '1', c: '1' }, [left, right]);
    expect((await commitsBetween(git, root, merge)).at(-1)?.sha).toBe(merge);
    expect(new Set((await commitsBetween(git, root, merge)).map((one) => one.sha))).toEqual(
      new Set([left, right, merge]),
    );
    expect(await mergeBase(git, left, right)).toBe(root);
    expect([await reaches(git, merge, left), await reaches(git, left, right), await reaches(git, left, left)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await mergeBase(git, left, await commit({ z: '1' }))).toBeUndefined();
  });

  it('merges, replays, and says when it cannot', async () => {
    const root = await commit({ a: '1\n' });
    const left = await commit({ a: '1\n', b: '1\n' }, [root]);
    const right = await commit({ a: '2\n' }, [root]);
    const conflicting = await commit({ a: '3\n' }, [root]);
    const merged = await mergeTrees(git, left, right);
    expect(merged).toBe(await tree({ a: '2\n', b: '1\n' }));
    expect(await mergeTrees(git, right, conflicting)).toBeUndefined();
    const picked = await git.commit(left);
    expect(picked === undefined ? undefined : await replayTree(git, right, picked)).toBe(merged);
  });
});
