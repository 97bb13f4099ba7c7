import { CountersignError, type Diagnostic } from '../core/errors.ts';
import type { Input } from '../core/desired/types.ts';
import { readBlobs } from './blobs.ts';
import type { Repository } from './repository.ts';
import { readTree, type Tree, type TreeEntry } from './tree.ts';

export type ContentsLimits = {
  readonly files: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all files that one read brings. */
  readonly totalBytes: number;
};

export const CONTENTS_LIMITS: ContentsLimits = { files: 5000, fileBytes: 1_000_000, totalBytes: 100_000_000 };

/** `diagnostics` names each matching path that could not be read as a file; any of them makes the inputs incomplete. */
export type Inputs = { readonly inputs: readonly Input[]; readonly diagnostics: readonly Diagnostic[] };

/** What stands in a repository at its commits. Never reads the same object twice. */
export type Contents = {
  tree(commit: string): Promise<Tree>;
  /** The files of a tree whose path matches, sorted by path. Symbolic links and submodules are never followed. */
  inputs(tree: Tree, matches: (path: string) => boolean): Promise<Inputs>;
};

export function createContents(repository: Repository, limits: ContentsLimits = CONTENTS_LIMITS): Contents {
  const trees = new Map<string, Promise<Tree>>();
  const blobs = new Map<string, Uint8Array>();
  return {
    tree: async (commit) => {
      const reading = trees.get(commit) ?? readTree(repository, commit);
      trees.set(commit, reading);
      try {
        return await reading;
      } catch (error) {
        trees.delete(commit);
        throw error;
      }
    },
    inputs: async (tree, matches) => {
      const { files, diagnostics } = select(tree, matches, limits);
      const missing = files.filter(({ sha }) => !blobs.has(sha));
      for (const [sha, bytes] of await readBlobs(repository, missing)) blobs.set(sha, bytes);
      return { inputs: files.map(({ path, sha }) => ({ path, bytes: bytesOf(blobs, sha) })), diagnostics };
    },
  };
}

type Selection = { readonly files: readonly TreeEntry[]; readonly diagnostics: readonly Diagnostic[] };

function select(tree: Tree, matches: (path: string) => boolean, limits: ContentsLimits): Selection {
  const matching = [...tree.values()].filter(({ path }) => matches(path));
  matching.sort((left, right) => (left.path < right.path ? -1 : 1));
  const isInput = ({ kind, size }: TreeEntry): boolean => kind === 'file' && size <= limits.fileBytes;
  const files = matching.filter(isInput);
  assertWithin(files, limits);
  const diagnostics = matching.filter((entry) => !isInput(entry)).map((entry) => notAnInput(entry, limits));
  return { files, diagnostics };
}

function bytesOf(blobs: ReadonlyMap<string, Uint8Array>, sha: string): Uint8Array {
  const bytes = blobs.get(sha);
  if (bytes === undefined) throw new TypeError(`blob ${sha} was not read`);
  return bytes;
}

function assertWithin(files: readonly TreeEntry[], limits: ContentsLimits): void {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length <= limits.files && bytes <= limits.totalBytes) return;
  throw new CountersignError(
    'inputs-too-many',
    `${files.length} files of ${bytes} bytes together are more than is read`,
    {
      mend: `Narrow the patterns of the configuration; the limit is ${limits.files} files and ${limits.totalBytes} bytes.`,
    },
  );
}

function notAnInput(entry: TreeEntry, limits: ContentsLimits): Diagnostic {
  const location = { path: entry.path, line: 1, column: 1 };
  if (entry.kind === 'file') {
    return {
      code: 'input-too-large',
      severity: 'error',
      cause: `the file has ${entry.size} bytes; ${limits.fileBytes} are read`,
      mend: 'Split it into several files.',
      location,
    };
  }
  return {
    code: `input-${entry.kind}`,
    severity: 'error',
    cause: entry.kind === 'symlink' ? 'a symbolic link cannot be an input' : 'a submodule cannot be an input',
    mend: 'Put a file with the content itself in its place, or keep it outside the patterns of the configuration.',
    location,
  };
}
