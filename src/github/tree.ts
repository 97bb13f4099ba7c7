import { CountersignError } from '../core/errors.ts';
import { at, type Repository } from './repository.ts';

export type TreeEntry = {
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'submodule';
  /** Git's mode, e.g. `100644`. */
  readonly mode: string;
  readonly sha: string;
  /** Bytes; 0 for a submodule. */
  readonly size: number;
};

/** Everything that is not a folder at one commit, by path. */
export type Tree = ReadonlyMap<string, TreeEntry>;

export type ChangedPath = {
  readonly path: string;
  readonly before: TreeEntry | null;
  readonly after: TreeEntry | null;
};

const ENTRIES = 1_000_000;
const REQUESTS = 1000;

/**
 * Reads the tree of a commit whole: where GitHub truncates, folder by folder.
 * @throws CountersignError `tree-too-large` when even that does not reach all of it.
 */
export async function readTree(repository: Repository, sha: string): Promise<Tree> {
  const entries = new Map<string, TreeEntry>();
  const folders: { readonly path: string; readonly sha: string }[] = [{ path: '', sha }];
  for (let requests = 0; folders.length > 0; requests += 1) {
    const folder = folders.pop();
    if (folder === undefined) break;
    if (requests >= REQUESTS || entries.size > ENTRIES) throw tooLarge(folder.path);
    const all = await request(repository, folder.sha, 'recursive');
    const listing = all.truncated ? await request(repository, folder.sha, 'flat') : all;
    if (listing.truncated) throw tooLarge(folder.path);
    for (const item of listing.tree) {
      const path = folder.path === '' ? item.path : `${folder.path}/${item.path}`;
      if (item.type !== 'tree') entries.set(path, toEntry(path, item));
      else if (all.truncated) folders.push({ path, sha: item.sha });
    }
  }
  return entries;
}

/** Paths whose bytes or mode differ between two trees, sorted. */
export function changedPaths(before: Tree, after: Tree): readonly ChangedPath[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter(({ before: old, after: now }) => !sameEntry(old, now))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Whether a path is the same in two trees: a file, link or submodule of the same mode and content, or nothing. */
export function sameEntry(left: TreeEntry | null | undefined, right: TreeEntry | null | undefined): boolean {
  return left?.kind === right?.kind && left?.mode === right?.mode && left?.sha === right?.sha;
}

type Item = {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
};

async function request(
  repository: Repository,
  sha: string,
  depth: 'flat' | 'recursive',
): Promise<{ tree: readonly Item[]; truncated: boolean }> {
  const { data } = await repository.github.rest.git.getTree({
    ...at(repository),
    tree_sha: sha,
    ...(depth === 'recursive' ? { recursive: '1' } : {}),
  });
  return data;
}

function toEntry(path: string, item: Item): TreeEntry {
  const kind = item.type === 'commit' ? 'submodule' : item.mode === '120000' ? 'symlink' : 'file';
  return { path, kind, mode: item.mode, sha: item.sha, size: item.size ?? 0 };
}

function tooLarge(path: string): CountersignError {
  return new CountersignError(
    'tree-too-large',
    `the tree is too large to be read whole${path === '' ? '' : `, at ${path}`}`,
    {
      mend: `Countersign reads trees of up to ${ENTRIES} files, and folders that GitHub lists whole.`,
    },
  );
}
