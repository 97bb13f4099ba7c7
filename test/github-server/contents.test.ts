import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture({ 'README.md': 'hello\n', 'identities/a.yaml': 'a: 1\n' });
});
afterEach(() => world.server.close());

const read = (path: string, ref = 'main'): Promise<{ data: unknown }> =>
  clientFor(world.server, world.ana).repos.getContent({ ...world.at, path, ref });

describe('the contents', () => {
  it('of a file come as base64 with the blob it is', async () => {
    const { data } = await read('identities/a.yaml');
    expect(data).toMatchObject({
      type: 'file',
      encoding: 'base64',
      content: 'YTogMQo=\n',
      size: 5,
      path: 'identities/a.yaml',
    });
  });

  it('of a directory list what is in it, and the root is a directory', async () => {
    expect((await read('identities')).data).toMatchObject([
      { type: 'file', name: 'a.yaml', path: 'identities/a.yaml' },
    ]);
    expect((await read('')).data).toMatchObject([
      { name: 'README.md', path: 'README.md' },
      { name: 'identities', type: 'dir' },
    ]);
  });

  it('of a link are those of its target, unless that is no file of the repository', async () => {
    const files = {
      'identities/link.yaml': { link: 'a.yaml' },
      'identities/out.yaml': { link: '../../etc/passwd' },
      absolute: { link: '/README.md' },
      chain: { link: 'absolute' },
    };
    await world.repository.push({ as: world.ana, branch: 'links', files });
    expect((await read('absolute', 'links')).data).toMatchObject({ type: 'symlink', target: '/README.md' });
    expect((await read('chain', 'links')).data).toMatchObject({ type: 'symlink', target: 'absolute' });
    expect((await read('identities/link.yaml', 'links')).data).toMatchObject({ type: 'file', content: 'YTogMQo=\n' });
    expect((await read('identities/out.yaml', 'links')).data).toMatchObject({
      type: 'symlink',
      target: '../../etc/passwd',
    });
  });

  it('of a submodule name only its commit', async () => {
    const sha = await world.repository.head();
    await world.repository.push({ as: world.ana, branch: 'modules', files: { vendor: { submodule: sha } } });
    expect((await read('vendor', 'modules')).data).toMatchObject({ type: 'submodule', sha });
  });

  it('beyond 1 MB are left out of the JSON, and come as raw bytes', async () => {
    await world.repository.push({ as: world.ana, branch: 'big', files: { big: 'x'.repeat(1024 * 1024 + 1) } });
    expect((await read('big', 'big')).data).toMatchObject({ encoding: 'none', content: '', size: 1024 * 1024 + 1 });
    const ana = clientFor(world.server, world.ana);
    const raw = await ana.repos.getContent({ ...world.at, path: 'big', ref: 'big', mediaType: { format: 'raw' } });
    expect(raw.data).toHaveLength(1024 * 1024 + 1);
  });

  it('of what is not there are 404, as is a ref that is an expression', async () => {
    expect(await refusal(read('missing'))).toMatchObject({ status: 404 });
    expect(await refusal(read('README.md', 'main~0'))).toMatchObject({ status: 404 });
    expect(await refusal(read('README.md', '--help'))).toMatchObject({ status: 404 });
  });
});

describe('a tree', () => {
  it('can be listed with everything below it', async () => {
    const ana = clientFor(world.server, world.ana);
    const { data } = await ana.git.getTree({ ...world.at, tree_sha: await world.repository.head(), recursive: '1' });
    expect(data.tree.map((entry) => [entry.path, entry.type, entry.mode])).toEqual([
      ['README.md', 'blob', '100644'],
      ['identities', 'tree', '040000'],
      ['identities/a.yaml', 'blob', '100644'],
    ]);
    expect(data.truncated).toBe(false);
  });

  it('is cut at 100,000 entries when listed with everything below it, and says so', async () => {
    const { git } = world.repository.repository;
    const blob = await git.writeBlob('x');
    const directory = await git.writeTree(
      undefined,
      Array.from({ length: 1000 }, (_, index) => ({
        kind: 'put' as const,
        path: `f${index}`,
        mode: '100644',
        sha: blob,
      })),
    );
    const root = await git.run(['mktree', '-z'], {
      input: Array.from(
        { length: 101 },
        (_, index) => `040000 tree ${directory}\td${String(index).padStart(3, '0')}\0`,
      ).join(''),
    });
    const tree_sha = root.toString('utf8').trim();
    const ana = clientFor(world.server, world.ana);
    const { data } = await ana.git.getTree({ ...world.at, tree_sha, recursive: '1' });
    expect([data.tree.length <= 100_000, data.truncated]).toEqual([true, true]);
    const flat = await ana.git.getTree({ ...world.at, tree_sha });
    expect([flat.data.tree.length, flat.data.truncated]).toEqual([101, false]);
  });

  it('can be made from another, with files added and removed', async () => {
    const ana = clientFor(world.server, world.ana);
    const base_tree = await world.repository.head();
    const { data } = await ana.git.createTree({
      ...world.at,
      base_tree,
      tree: [
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
        { path: 'new/file', mode: '100755', type: 'blob', content: 'run' },
      ],
    });
    const all = await ana.git.getTree({ ...world.at, tree_sha: data.sha, recursive: '1' });
    expect(all.data.tree.map((entry) => entry.path)).toEqual(['identities', 'identities/a.yaml', 'new', 'new/file']);
  });
});

describe('a ref', () => {
  it('can begin a branch without history: the first commit of an orphan', async () => {
    const ana = clientFor(world.server, world.ana);
    const tree = await ana.git.createTree({
      ...world.at,
      tree: [{ path: 'genesis.json', mode: '100644', content: '{}' }],
    });
    const commit = await ana.git.createCommit({ ...world.at, message: 'genesis', tree: tree.data.sha, parents: [] });
    await ana.git.createRef({ ...world.at, ref: 'refs/heads/countersign/ledger', sha: commit.data.sha });
    expect(await world.repository.readFile('refs/heads/countersign/ledger', 'genesis.json')).toBe('{}');
    expect(await world.repository.readFile('refs/heads/countersign/ledger', 'README.md')).toBeUndefined();
  });

  it('outside the branches keeps compare-and-swap too: it moves forward or by force', async () => {
    const ana = clientFor(world.server, world.ana);
    const first = await world.repository.head();
    const second = await world.repository.push({ as: world.ana, branch: 'main', files: { b: 'b' } });
    await ana.git.createRef({ ...world.at, ref: 'refs/countersign/lease', sha: second });
    const again = ana.git.createRef({ ...world.at, ref: 'refs/countersign/lease', sha: second });
    expect(await refusal(again)).toMatchObject({ status: 422, message: expect.stringContaining('already exists') });
    const back = ana.git.updateRef({ ...world.at, ref: 'countersign/lease', sha: first });
    expect(await refusal(back)).toMatchObject({ status: 422, message: expect.stringContaining('not a fast forward') });
    await ana.git.updateRef({ ...world.at, ref: 'countersign/lease', sha: first, force: true });
    expect((await ana.git.getRef({ ...world.at, ref: 'countersign/lease' })).data.object.sha).toBe(first);
  });

  it('of a pull request is read-only', async () => {
    await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' } });
    const pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
    const ana = clientFor(world.server, world.ana);
    expect((await ana.git.getRef({ ...world.at, ref: 'pull/1/head' })).data.object.sha).toBe(pull.head.sha);
    const move = ana.git.updateRef({
      ...world.at,
      ref: 'pull/1/head',
      sha: await world.repository.head(),
      force: true,
    });
    expect(await refusal(move)).toMatchObject({ status: 422 });
  });
});

describe('a comparison', () => {
  it('counts ahead and behind, and lists commits oldest first with the files', async () => {
    await world.repository.push({ as: world.ana, branch: 'change', files: { x: '1' }, message: 'one' });
    await world.repository.push({ as: world.ana, branch: 'change', files: { y: '1' }, message: 'two' });
    await world.repository.push({ as: world.ben, branch: 'main', files: { z: '1' } });
    const ana = clientFor(world.server, world.ana);
    const { data } = await ana.repos.compareCommitsWithBasehead({ ...world.at, basehead: 'main...change' });
    expect(data).toMatchObject({ status: 'diverged', ahead_by: 2, behind_by: 1, total_commits: 2 });
    expect(data.commits.map((commit) => commit.commit.message.trim())).toEqual(['one', 'two']);
    expect(data.files?.map((file) => file.filename)).toEqual(['x', 'y']);
  });

  it('of a branch with itself is identical', async () => {
    const ana = clientFor(world.server, world.ana);
    const { data } = await ana.repos.compareCommitsWithBasehead({ ...world.at, basehead: 'main...main' });
    expect(data).toMatchObject({ status: 'identical', total_commits: 0, files: [] });
  });
});
