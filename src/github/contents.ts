import { CountersignError, type Diagnostic } from '../core/errors.ts';
import type { Input } from '../core/desired/types.ts';
import { readBlob } from './blob.ts';
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
  /** The bytes of one blob, checked against its name. */
  blob(sha: string): Promise<Uint8Array>;
};

const AT_ONCE = 8;

export function createContents(repository: Repository, limits: ContentsLimits = CONTENTS_LIMITS): Contents {
  const trees = new Map<string, Promise<Tree>>();
  const blobs = new Map<string, Promise<Uint8Array>>();
  const blob = (sha: string): Promise<Uint8Array> => once(blobs, sha, () => readBlob(repository, sha));
  return {
    tree: (commit) => once(trees, commit, () => readTree(repository, commit)),
    inputs: (tree, matches) => readInputs(tree, matches, limits, blob),
    blob,
  };
}

async function once<T>(memory: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known !== undefined) return await known;
  const reading = read();
  memory.set(key, reading);
  try {
    return await reading;
  } catch (error) {
    memory.delete(key);
    throw error;
  }
}

async function readInputs(
  tree: Tree,
  matches: (path: string) => boolean,
  limits: ContentsLimits,
  blob: Contents['blob'],
): Promise<Inputs> {
  const matching = [...tree.values()]
    .filter(({ path }) => matches(path))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  const isInput = ({ kind, size }: TreeEntry): boolean => kind === 'file' && size <= limits.fileBytes;
  const files = matching.filter(isInput);
  assertWithin(files, limits);
  const inputs: Input[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const batch = files.slice(start, start + AT_ONCE);
    inputs.push(...(await Promise.all(batch.map(async ({ path, sha }) => ({ path, bytes: await blob(sha) })))));
  }
  const diagnostics = matching.filter((entry) => !isInput(entry)).map((entry) => notAnInput(entry, limits));
  return { inputs, diagnostics };
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
