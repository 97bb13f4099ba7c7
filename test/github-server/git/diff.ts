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

/** The files that differ between two trees or commits given by SHA, sorted by path, renames detected as git does. */
export function diffTrees(git: GitStore, from: string | undefined, to: string): Promise<FileChange[]> {
  return git.remember(`diff ${from ?? emptyTree} ${to}`, () => computeDiff(git, from, to));
}

async function computeDiff(git: GitStore, from: string | undefined, to: string): Promise<FileChange[]> {
  const flags = [
    '-r',
    '-M',
    '--no-ext-diff',
    '--no-textconv',
    '-z',
    '--raw',
    '--numstat',
    '-p',
    '--full-index',
    '--no-abbrev',
  ];
  const output = (await git.run(['diff-tree', ...flags, from ?? emptyTree, to])).toString('utf8');
  // Three parts follow one another: raw records, counts, and after an empty field the patches.
  const fields = output.split('\0');
  const raw = takeRaw(fields);
  const counts = takeCounts(fields, raw.next);
  const sections = splitPatches(fields.slice(counts.next + 1).join('\0'));
  let section = 0;
  return raw.files.map((file, index) => {
    const patch = file.status === 'changed' ? undefined : hunks(sections[section]);
    // git writes a change of type (a file that becomes a link) as a removal and an addition.
    section += file.status === 'changed' ? 2 : 1;
    const count = counts.counts[index];
    return { ...file, additions: count?.additions ?? 0, deletions: count?.deletions ?? 0, patch };
  });
}

type RawChange = Omit<FileChange, 'additions' | 'deletions' | 'patch'>;

function takeRaw(fields: readonly string[]): { files: RawChange[]; next: number } {
  const files: RawChange[] = [];
  let at = 0;
  while (fields[at]?.startsWith(':') === true) {
    const match = /^:\d{6} \d{6} ([0-9a-f]{40}) ([0-9a-f]{40}) ([A-Z])\d*$/.exec(fields[at] ?? '');
    if (match === null) throw new Error(`not a record of diff-tree: ${JSON.stringify(fields[at])}`);
    const [, before = '', after = '', letter = ''] = match;
    const moved = letter === 'R' || letter === 'C';
    files.push({
      path: fields[at + (moved ? 2 : 1)] ?? '',
      previousPath: moved ? fields[at + 1] : undefined,
      status: statuses[letter] ?? 'changed',
      sha: letter === 'D' ? before : after,
    });
    at += moved ? 3 : 2;
  }
  return { files, next: at };
}

function takeCounts(
  fields: readonly string[],
  start: number,
): { counts: { additions: number; deletions: number }[]; next: number } {
  const counts: { additions: number; deletions: number }[] = [];
  let at = start;
  while (at < fields.length && fields[at] !== '') {
    const [added = '', deleted = '', path = ''] = (fields[at] ?? '').split('\t');
    counts.push({ additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    // A renamed file has its two names in fields of their own.
    at += path === '' ? 3 : 1;
  }
  return { counts, next: at };
}

function splitPatches(text: string): string[] {
  return `\n${text}`.split('\ndiff --git ').slice(1);
}

function hunks(section: string | undefined): string | undefined {
  const start = section?.indexOf('\n@@ ') ?? -1;
  if (section === undefined || start === -1 || section.length > largestPatch) return undefined;
  return section.slice(start + 1).replace(/\n$/, '');
}
