import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTENTS_LIMITS, createContents } from '../../src/github/contents.ts';
import { changedPaths, readTree } from '../../src/github/tree.ts';
import type { Fetch } from '../../src/github/transport.ts';
import { startWorld, treesCutAt, type World } from './world.ts';

const YAML = (path: string): boolean => path.endsWith('.yaml');

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.server.close());

describe('a tree', () => {
  it('names every file with its kind, mode and size', async () => {
    const sha = await world.repository.push({
      as: world.ana,
      branch: 'x',
      files: {
        'a/b.yaml': 'a: 1\n',
        run: { executable: 'x' },
        link: { link: 'a/b.yaml' },
        sub: { submodule: 'a'.repeat(40) },
      },
    });
    const tree = await readTree(world.readOnly, sha);
    expect(
      [...tree.values()].map(({ path, kind, mode, size }) => `${path} ${kind} ${mode} ${size}`).toSorted(),
    ).toEqual([
      'README.md file 100644 13',
      'a/b.yaml file 100644 5',
      'link symlink 120000 8',
      'run file 100755 1',
      'sub submodule 160000 0',
    ]);
  });

  it('is walked folder by folder where GitHub truncates it', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`${'abc'[index % 3]}/deep/${index}.yaml`, `${index}`]),
    );
    const sha = await world.repository.push({ as: world.ana, branch: 'x', files });
    const whole = await readTree(world.readOnly, sha);
    const walked = await readTree(world.reading(treesCutAt(4, 'recursive')), sha);
    expect(Object.fromEntries(walked)).toEqual(Object.fromEntries(whole));
  });

  it('is refused when even one folder is too large', async () => {
    const files = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`${index}.yaml`, `${index}`]));
    const sha = await world.repository.push({ as: world.ana, branch: 'x', files });
    await expect(readTree(world.reading(treesCutAt(4, 'all')), sha)).rejects.toMatchObject({ code: 'tree-too-large' });
  });
});

describe('changed paths', () => {
  it('are those added, removed, rewritten, or given another mode', async () => {
    const before = await world.repository.push({
      as: world.ana,
      branch: 'x',
      files: { same: '1', gone: '1', text: '1', mode: '1' },
    });
    const after = await world.repository.push({
      as: world.ana,
      branch: 'x',
      files: { gone: null, text: '2', mode: { executable: '1' }, new: '1' },
    });
    const changed = changedPaths(await readTree(world.readOnly, before), await readTree(world.readOnly, after));
    expect(changed.map(({ path, before: old, after: now }) => [path, old === null, now === null])).toEqual([
      ['gone', false, true],
      ['mode', false, false],
      ['new', true, false],
      ['text', false, false],
    ]);
  });
});

describe('inputs', () => {
  const read = async (files: Parameters<World['repository']['push']>[0]['files'], limits = CONTENTS_LIMITS) => {
    const sha = await world.repository.push({ as: world.ana, branch: 'x', files });
    const contents = createContents(world.readOnly, limits);
    return await contents.inputs(await contents.tree(sha), YAML);
  };

  it('are the bytes of matching files, sorted by path', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x00, 0x0a]);
    const { inputs, diagnostics } = await read({
      'z.yaml': bytes,
      'a.yaml': 'a: 1\r\n',
      'b.txt': 'x',
      'empty.yaml': '',
    });
    expect(inputs.map(({ path, bytes: content }) => [path, Buffer.from(content)])).toEqual([
      ['a.yaml', Buffer.from('a: 1\r\n')],
      ['empty.yaml', Buffer.alloc(0)],
      ['z.yaml', bytes],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('are never what a link or a submodule points to', async () => {
    const { inputs, diagnostics } = await read({
      'a.yaml': { link: 'README.md' },
      'b.yaml': { submodule: 'a'.repeat(40) },
    });
    expect(inputs).toEqual([]);
    expect(diagnostics.map(({ code, location }) => [code, location?.path])).toEqual([
      ['input-symlink', 'a.yaml'],
      ['input-submodule', 'b.yaml'],
    ]);
  });

  it('are not fetched when they are too large', async () => {
    const { inputs, diagnostics } = await read(
      { 'big.yaml': 'x'.repeat(1001), 'a.yaml': 'a' },
      { ...CONTENTS_LIMITS, fileBytes: 1000 },
    );
    expect(inputs.map(({ path }) => path)).toEqual(['a.yaml']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['input-too-large']);
    expect(world.server.recordings.filter(({ path }) => path.includes('/git/blobs/'))).toHaveLength(1);
  });

  it.each([
    ['files', { ...CONTENTS_LIMITS, files: 1 }],
    ['bytes', { ...CONTENTS_LIMITS, totalBytes: 3 }],
  ])('are refused together when they are too many %s', async (_name, limits) => {
    await expect(read({ 'a.yaml': 'aa', 'b.yaml': 'bb' }, limits)).rejects.toMatchObject({ code: 'inputs-too-many' });
  });

  it('are fetched once for all commits that share them', async () => {
    const base = await world.repository.push({ as: world.ana, branch: 'x', files: { 'a.yaml': '1', 'b.yaml': '1' } });
    const head = await world.repository.push({ as: world.ana, branch: 'x', files: { 'c.yaml': '2' } });
    const contents = createContents(world.readOnly);
    for (const sha of [base, head, base]) await contents.inputs(await contents.tree(sha), YAML);
    expect(world.server.recordings.filter(({ path }) => path.includes('/git/blobs/'))).toHaveLength(2);
  });

  it('are refused when something altered them on the way', async () => {
    const sha = await world.repository.push({ as: world.ana, branch: 'x', files: { 'a.yaml': 'true' } });
    const altering: Fetch = async (url, init) => {
      const response = await fetch(url, init);
      return url.includes('/git/blobs/') ? Response.json({ content: 'false', encoding: 'utf-8' }) : response;
    };
    const contents = createContents(world.reading(altering));
    const tree = await contents.tree(sha);
    await expect(contents.inputs(tree, YAML)).rejects.toMatchObject({ code: 'blob-altered' });
  });

  it('come a hundred in one request, byte for byte, whatever their bytes', async () => {
    const texts = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`t${index}.yaml`, `é: ${index}\r\n`]));
    const odd = {
      'x1.yaml': Buffer.from([0xff, 0x0a]),
      'x2.yaml': Buffer.from([0, 1]),
      'x3.yaml': '\uFEFFa: 1',
      'x4.yaml': 'x'.repeat(200_000),
    };
    const { inputs } = await read({ ...texts, ...odd });
    const all: Record<string, string | Buffer> = { ...texts, ...odd };
    expect(
      inputs.map(({ path, bytes }) => Buffer.compare(Buffer.from(bytes), Buffer.from(all[path] ?? 'none'))),
    ).toEqual(Array.from({ length: 124 }, () => 0));
    expect(world.server.recordings.filter(({ path }) => path === '/graphql')).toHaveLength(2);
    expect(world.server.recordings.filter(({ path }) => path.includes('/git/blobs/'))).toHaveLength(3);
  });

  it('read nothing but what a reader may, and change nothing', async () => {
    await read({ 'a.yaml': 'a: 1' });
    expect(world.server.log).toEqual([]);
  });
});
