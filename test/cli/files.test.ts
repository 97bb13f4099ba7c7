import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workingTree } from '../../src/cli/files.ts';

/** Neither file nor folder nor link, as a named pipe is, and made without another program. */
const socket = createServer();
let root = '';

beforeAll(async () => {
  const base = await mkdtemp(join(tmpdir(), 'countersign-files-'));
  root = join(base, 'tree');
  await mkdir(join(root, 'identities/deep'), { recursive: true });
  await mkdir(join(root, '.git'));
  await mkdir(join(root, 'node_modules'));
  await mkdir(join(base, 'outside'));
  for (const path of [
    'identities/a.yaml',
    'identities/deep/b.yaml',
    '.git/config',
    'node_modules/c.yaml',
    '../outside/d.yaml',
  ]) {
    await writeFile(join(root, path), path);
  }
  await symlink(join(base, 'outside/d.yaml'), join(root, 'identities/link.yaml'));
  await symlink(join(base, 'outside'), join(root, 'linked'));
  await symlink('.', join(root, 'identities/loop'));
  await writeFile(join(root, 'huge.yaml'), '');
  await truncate(join(root, 'huge.yaml'), 100 * 1_048_576);
  await new Promise<void>((resolve) => socket.listen(join(root, 'socket'), resolve));
});

afterAll(async () => {
  socket.close();
  if (root !== '') await rm(join(root, '..'), { recursive: true });
});

describe('the working tree', () => {
  it('is listed without following links, sorted, without what git and npm keep', async () => {
    expect(await workingTree(root).list()).toEqual({
      truncated: false,
      entries: [
        { path: 'huge.yaml', kind: 'file' },
        { path: 'identities/a.yaml', kind: 'file' },
        { path: 'identities/deep/b.yaml', kind: 'file' },
        { path: 'identities/link.yaml', kind: 'symlink' },
        { path: 'identities/loop', kind: 'symlink' },
        { path: 'linked', kind: 'symlink' },
      ],
    });
  });

  it.each([
    ['identities/a.yaml', 'bytes'],
    ['./identities/../identities/a.yaml', 'bytes'],
    ['../outside/d.yaml', 'bytes'],
    ['identities/link.yaml', 'symlink'],
    ['linked/d.yaml', 'symlink'],
    ['identities/loop/a.yaml', 'symlink'],
    ['identities', 'not-a-file'],
    ['socket', 'not-a-file'],
    ['huge.yaml', 'too-large'],
    ['absent.yaml', 'absent'],
    ['identities/a.yaml/b', 'absent'],
    ['/dev/null', 'not-a-file'],
    ['a\u0000b', 'unreadable'],
  ])('%j is %s', async (path, kind) => {
    expect((await workingTree(root).read(path, 1000)).kind).toBe(kind);
  });

  it('gives a file of exactly the limit, and none above it', async () => {
    const tree = workingTree(root);
    expect(await tree.read('identities/a.yaml', 17)).toEqual({
      kind: 'bytes',
      bytes: new Uint8Array(Buffer.from('identities/a.yaml')),
    });
    expect(await tree.read('identities/a.yaml', 16)).toEqual({ kind: 'too-large', size: 17 });
  });

  it('does not read a byte of a file whose size is too large', async () => {
    expect(await workingTree(root).read('huge.yaml', 1000)).toEqual({ kind: 'too-large', size: 104_857_600 });
  });

  it('does not believe a size of nothing', async () => {
    expect((await workingTree(root).read('/proc/self/status', 10)).kind).toBe('too-large');
  });

  it('is written with the folders that are missing', async () => {
    const tree = workingTree(root);
    expect(await tree.write('new/folder/e.yaml', Buffer.from('e'), 'create')).toBe('written');
    expect((await tree.read('new/folder/e.yaml', 10)).kind).toBe('bytes');
    await rm(join(root, 'new'), { recursive: true });
  });

  it('is never written over unless that is asked for', async () => {
    const tree = workingTree(root);
    expect(await tree.write('identities/a.yaml', Buffer.from('other'), 'create')).toBe('exists');
    expect(await tree.read('identities/a.yaml', 100)).toEqual({ kind: 'bytes', bytes: bytesOf('identities/a.yaml') });
    expect(await tree.write('identities/a.yaml', Buffer.from('b'), 'replace')).toBe('written');
    expect(await tree.read('identities/a.yaml', 100)).toEqual({ kind: 'bytes', bytes: bytesOf('b') });
    await tree.write('identities/a.yaml', Buffer.from('identities/a.yaml'), 'replace');
  });

  it.each(['identities/link.yaml', 'linked/new.yaml'])('is never written through a link: %s', async (path) => {
    const tree = workingTree(root);
    expect(await tree.write(path, Buffer.from('x'), 'replace')).toBe('symlink');
    expect(await tree.read('../outside/d.yaml', 100)).toEqual({ kind: 'bytes', bytes: bytesOf('../outside/d.yaml') });
    expect((await tree.read('../outside/new.yaml', 100)).kind).toBe('absent');
  });

  it('tells what a link says', async () => {
    expect(await workingTree(root).linkTarget('identities/loop')).toBe('.');
    expect(await workingTree(root).linkTarget('identities/a.yaml')).toBeNull();
  });

  it('ends where another repository begins', async () => {
    await mkdir(join(root, 'module'));
    await writeFile(join(root, 'module/.git'), 'gitdir: ../.git/modules/module');
    await writeFile(join(root, 'module/a.yaml'), 'a');
    const { entries } = await workingTree(root).list();
    expect(entries.filter(({ path }) => path.startsWith('module'))).toEqual([]);
    await rm(join(root, 'module'), { recursive: true });
  });
});

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}
