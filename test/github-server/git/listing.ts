import type { GitObject } from './reader.ts';
import { parseTree, treeMode, type RawEntry } from './tree.ts';

/** An entry of a tree: `mode` as git writes it (`100644`, `100755`, `120000`, `040000`, `160000`). */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** Bytes, for blobs. */
  readonly size: number | undefined;
}

type Read = (sha: string) => Promise<GitObject | undefined>;

/** The tree of a directory below `root`; the empty path is the root. Throws a RangeError when there is no directory of that path. */
export async function directoryAt(read: Read, root: string, path: string): Promise<string> {
  let sha = root;
  for (const name of path === '' ? [] : path.split('/')) {
    const entry = (await entriesOf(read, sha)).find((one) => one.name === name);
    if (entry?.mode !== treeMode) throw new RangeError(`no directory is at ${JSON.stringify(path)}`);
    sha = entry.sha;
  }
  return sha;
}

/** Entries of a tree in git's order; a recursive listing has each tree before what is in it. */
export async function listEntries(read: Read, sha: string, depth: 'flat' | 'recursive'): Promise<TreeEntry[]> {
  const listed = await Promise.all(
    (await entriesOf(read, sha)).map(async (entry): Promise<readonly TreeEntry[]> => {
      const own = await described(read, entry);
      if (own.type !== 'tree' || depth === 'flat') return [own];
      const below = await listEntries(read, own.sha, depth);
      return [own, ...below.map((one) => ({ ...one, path: `${own.path}/${one.path}` }))];
    }),
  );
  return listed.flat();
}

async function entriesOf(read: Read, sha: string): Promise<RawEntry[]> {
  const tree = await read(sha);
  if (tree?.type !== 'tree') throw new RangeError(`not a tree: ${sha}`);
  return parseTree(tree.bytes);
}

async function described(read: Read, { mode, name, sha }: RawEntry): Promise<TreeEntry> {
  if (mode === treeMode) return { path: name, mode: '040000', type: 'tree', sha, size: undefined };
  if (mode === '160000') return { path: name, mode, type: 'commit', sha, size: undefined };
  return { path: name, mode, type: 'blob', sha, size: (await read(sha))?.bytes.length };
}
