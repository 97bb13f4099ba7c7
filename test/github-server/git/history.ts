import type { Commit } from './commit.ts';
import { GitFailure, type GitStore } from './store.ts';

/** Commits reachable from `to` and not from `from`, oldest first (topological), at most `limit` when given. */
export async function commitsBetween(git: GitStore, from: string | undefined, to: string): Promise<Commit[]> {
  const exclude = from === undefined ? [] : [`^${from}`];
  const output = await git.text(['rev-list', '--topo-order', '--reverse', to, ...exclude]);
  return git.commits(output === '' ? [] : output.split('\n'));
}

/** The history of `from`, newest first. `path` limits it to commits that touch that path. */
export async function history(
  git: GitStore,
  from: string,
  options: { path?: string; skip: number; limit: number },
): Promise<{ commits: Commit[]; total: number }> {
  const limits = options.path === undefined ? [] : ['--', options.path];
  const output = await git.text(['rev-list', from, ...limits]);
  const shas = output === '' ? [] : output.split('\n');
  const page = shas.slice(options.skip, options.skip + options.limit);
  return { commits: await git.commits(page), total: shas.length };
}

/** Number of commits reachable from `to` and not from `from`. */
export async function countBetween(git: GitStore, from: string, to: string): Promise<number> {
  return Number(await git.text(['rev-list', '--count', `${from}..${to}`]));
}

/** The best common ancestor, or undefined for unrelated histories. */
export async function mergeBase(git: GitStore, left: string, right: string): Promise<string | undefined> {
  try {
    return await git.text(['merge-base', left, right]);
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 1) return undefined;
    throw error;
  }
}

/** Whether `ancestor` is reachable from `descendant` (a commit reaches itself). */
export async function reaches(git: GitStore, descendant: string, ancestor: string): Promise<boolean> {
  return (await mergeBase(git, ancestor, descendant)) === ancestor;
}
