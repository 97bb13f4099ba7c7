import { emptyTree, type GitStore } from './store.ts';

/** One file between two trees. `sha` is the blob after the change, or before it for a removal. */
export interface FileChange {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Unified hunks without the header lines; undefined for binary or very large files. */
  readonly patch: string | undefined;
}

const statuses: Readonly<Record<string, FileChange['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

const largestPatch = 1_000_000;

/** The files that differ between two trees or commits, sorted by path, renames detected as git does. */
export async function diffTrees(git: GitStore, from: string | undefined, to: string): Promise<FileChange[]> {
  const range = [from ?? emptyTree, to];
  const flags = ['diff-tree', '-r', '-M', '--no-ext-diff', '--no-textconv'];
  const [raw, numbers, patches] = await Promise.all([
    git.run([...flags, '-z', '--raw', '--no-abbrev', ...range]),
    git.run([...flags, '-z', '--numstat', ...range]),
    git.run([...flags, '-p', '--full-index', ...range]),
  ]);
  const counts = parseNumbers(numbers.toString('utf8'));
  const hunks = parsePatches(patches.toString('utf8'));
  let section = 0;
  return parseRaw(raw.toString('utf8')).map((file, index) => {
    const patch = file.status === 'changed' ? undefined : hunks[section];
    // git writes a change of type (a file that becomes a link) as a removal and an addition.
    section += file.status === 'changed' ? 2 : 1;
    return { ...file, additions: counts[index]?.additions ?? 0, deletions: counts[index]?.deletions ?? 0, patch };
  });
}

function parseRaw(output: string): Omit<FileChange, 'additions' | 'deletions' | 'patch'>[] {
  const fields = output.split('\0');
  const files: Omit<FileChange, 'additions' | 'deletions' | 'patch'>[] = [];
  let at = 0;
  while (at < fields.length && fields[at] !== '') {
    const match = /^:\d{6} \d{6} ([0-9a-f]{40}) ([0-9a-f]{40}) ([A-Z])\d*$/.exec(fields[at] ?? '');
    if (match === null) throw new Error(`not a line of diff-tree: ${JSON.stringify(fields[at])}`);
    const [, before = '', after = '', letter = ''] = match;
    const moved = letter === 'R' || letter === 'C';
    const path = fields[at + (moved ? 2 : 1)] ?? '';
    files.push({
      path,
      previousPath: moved ? fields[at + 1] : undefined,
      status: statuses[letter] ?? 'changed',
      sha: letter === 'D' ? before : after,
    });
    at += moved ? 3 : 2;
  }
  return files;
}

function parseNumbers(output: string): { additions: number; deletions: number }[] {
  const fields = output.split('\0');
  const counts: { additions: number; deletions: number }[] = [];
  let at = 0;
  while (at < fields.length && fields[at] !== '') {
    const [added = '', deleted = '', path = ''] = (fields[at] ?? '').split('\t');
    counts.push({ additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    at += path === '' ? 3 : 1;
  }
  return counts;
}

function parsePatches(output: string): (string | undefined)[] {
  return `\n${output}`
    .split('\ndiff --git ')
    .slice(1)
    .map((section) => {
      const start = section.indexOf('\n@@ ');
      return start === -1 || section.length > largestPatch ? undefined : section.slice(start + 1).replace(/\n$/, '');
    });
}
