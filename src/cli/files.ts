import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { compareText } from '../core/address.ts';
import type { FileEntry, FileList, FileRead, Files } from './context.ts';

const MAXIMUM_ENTRIES = 100_000;
const MAXIMUM_DEPTH = 64;
const SKIPPED = new Set(['.git', 'node_modules']);

/** The working tree below a folder, read without following symbolic links. */
export function workingTree(root: string): Files {
  return {
    read: (path, limit) => readFile(root, path, limit),
    list: () => listFiles(root),
    async write(path, bytes) {
      const target = resolve(root, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
    },
  };
}

async function readFile(root: string, path: string, limit: number): Promise<FileRead> {
  try {
    if (await leadsThroughLink(root, path)) return { kind: 'symlink' };
    const handle = await open(resolve(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return { kind: 'not-a-file' };
      if (stat.size > limit) return { kind: 'too-large', size: stat.size };
      return await readBounded(handle, limit);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refusal(error);
  }
}

/** Files that grow while they are read, or that tell no size, are bounded by what is read of them. */
async function readBounded(handle: Awaited<ReturnType<typeof open>>, limit: number): Promise<FileRead> {
  const buffer = new Uint8Array(limit + 1);
  let length = 0;
  while (length <= limit) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0) return { kind: 'bytes', bytes: buffer.slice(0, length) };
    length += bytesRead;
  }
  return { kind: 'too-large', size: length };
}

/** Every folder between the root and the file counts, not only the file. */
async function leadsThroughLink(root: string, path: string): Promise<boolean> {
  const inner = relative(root, resolve(root, path));
  const outside = inner.startsWith('..') || isAbsolute(inner);
  const segments = outside ? [] : inner.split(sep);
  const paths = outside
    ? [resolve(root, path)]
    : segments.map((_, index) => join(root, ...segments.slice(0, index + 1)));
  for (const one of paths) {
    if ((await lstat(one)).isSymbolicLink()) return true;
  }
  return false;
}

function refusal(error: unknown): FileRead {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
  return code === 'ELOOP' ? { kind: 'symlink' } : { kind: 'unreadable', reason: code };
}

async function listFiles(root: string): Promise<FileList> {
  const entries: FileEntry[] = [];
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  let truncated = false;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { path, depth } = folder;
    for (const found of await readdir(join(root, path), { withFileTypes: true })) {
      const below = path === '' ? found.name : `${path}/${found.name}`;
      if (found.isSymbolicLink()) entries.push({ path: below, kind: 'symlink' });
      else if (found.isFile()) entries.push({ path: below, kind: 'file' });
      else if (found.isDirectory() && !SKIPPED.has(found.name)) {
        if (depth < MAXIMUM_DEPTH) folders.push({ path: below, depth: depth + 1 });
        else truncated = true;
      }
    }
    if (entries.length > MAXIMUM_ENTRIES) return { entries: sorted(entries), truncated: true };
  }
  return { entries: sorted(entries), truncated };
}

function sorted(entries: readonly FileEntry[]): readonly FileEntry[] {
  return entries.toSorted((left, right) => compareText(left.path, right.path));
}
