import { CountersignError } from '../core/errors.ts';
import type { FileRead, Files } from './context.ts';
import { askGit, commitOf, gitAt, listTree, openObjects, type Git, type GitEntry, type GitObjects } from './git.ts';

/** What the working tree is compared with: the files of one commit, as git's objects hold them. */
export type Base = {
  readonly commit: string;
  /** How it was found, for people. */ readonly description: string;
  readonly files: Files;
  close(): void;
};

const REMOTE = 'refs/remotes/origin';

/**
 * Opens a revision; null: where the checked-out commit left the default branch.
 * @throws CountersignError `not-at-root`, `base-unknown`.
 */
export async function openBase(
  folder: string,
  revision: string | null,
  env: (name: string) => string | undefined,
): Promise<Base> {
  const git = gitAt(folder, env);
  const prefix = await askGit(git, ['rev-parse', '--show-prefix']);
  if (prefix === null)
    throw new CountersignError('base-unknown', 'This folder is in no git repository with a working tree.', {
      evidence: folder,
      mend: 'Run it at the root of a clone, or compare what is declared with what is live with --all.',
    });
  if (prefix !== '') {
    throw new CountersignError('not-at-root', 'This folder is not the root of its repository.', {
      evidence: prefix,
      mend: 'Run the command in the root: paths and globs are given from there.',
    });
  }
  const { commit, description } = revision === null ? await forkPoint(git) : await named(git, revision);
  const tree = await listTree(git, commit);
  const objects = openObjects(git);
  return { commit, description, files: filesOf(tree, objects), close: () => objects.close() };
}

type Found = { readonly commit: string; readonly description: string };

async function named(git: Git, revision: string): Promise<Found> {
  const commit = await commitOf(git, revision);
  if (commit === null) throw unknown('There is no such commit.', revision);
  return { commit, description: `${revision} (${commit.slice(0, 7)})` };
}

async function forkPoint(git: Git): Promise<Found> {
  const branch = await defaultBranch(git);
  if (branch === null) throw unknown('Git knows no default branch here.', 'neither origin/HEAD nor main nor master');
  const commit = await askGit(git, ['merge-base', 'HEAD', branch]);
  const shown = branch.replace(/^refs\/(?:heads|remotes)\//u, '');
  if (commit === null || commit === '') throw unknown('The checked-out commit shares no history with it.', shown);
  return { commit, description: `the merge base with ${shown} (${commit.slice(0, 7)})` };
}

/** As the remote says; then as the usual names and git's own configuration suggest. */
async function defaultBranch(git: Git): Promise<string | null> {
  const said = await askGit(git, ['symbolic-ref', '--quiet', `${REMOTE}/HEAD`]);
  const configured = await askGit(git, ['config', '--get', 'init.defaultBranch']);
  const names = ['main', 'master', ...(configured === null || configured === '' ? [] : [configured])];
  const candidates = [
    ...(said === null ? [] : [said]),
    ...names.map((name) => `${REMOTE}/${name}`),
    ...names.map((name) => `refs/heads/${name}`),
  ];
  for (const candidate of candidates) if ((await commitOf(git, candidate)) !== null) return candidate;
  return null;
}

function unknown(cause: string, evidence: string): CountersignError {
  return new CountersignError('base-unknown', cause, {
    evidence,
    mend: 'Name a commit with --base, or compare what is declared with what is live with --all.',
  });
}

/** Submodules hold no files of this repository. */
function filesOf(tree: ReadonlyMap<string, GitEntry>, objects: GitObjects): Files {
  const entries = [...tree].flatMap(([path, { kind }]) => (kind === 'submodule' ? [] : [{ path, kind }]));
  return {
    list: () =>
      Promise.resolve({
        entries: entries.toSorted((left, right) => (left.path < right.path ? -1 : 1)),
        truncated: false,
      }),
    read: (path, limit) => read(tree.get(path), limit, objects),
    async linkTarget(path) {
      const entry = tree.get(path);
      if (entry?.kind !== 'symlink' || entry.size > LINK_LIMIT) return null;
      return Buffer.from(await objects.read(entry.object)).toString('utf8');
    },
  };
}

const LINK_LIMIT = 10_000;

async function read(entry: GitEntry | undefined, limit: number, objects: GitObjects): Promise<FileRead> {
  if (entry === undefined) return { kind: 'absent' };
  if (entry.kind === 'submodule') return { kind: 'not-a-file' };
  if (entry.kind === 'symlink') return { kind: 'symlink' };
  if (entry.size > limit) return { kind: 'too-large', size: entry.size };
  return { kind: 'bytes', bytes: await objects.read(entry.object) };
}
