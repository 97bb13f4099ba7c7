import type { Commit } from './commit.ts';
import { GitFailure, type GitStore } from './store.ts';

/** Commits reachable from `to` and not from `from`, oldest first: parents always before their children. */
export async function commitsBetween(git: GitStore, from: string | undefined, to: string): Promise<Commit[]> {
  const excluded = from === undefined ? new Set<string>() : await ancestors(git, from);
  const listed = new Set<string>();
  const ordered: Commit[] = [];
  const stack: { sha: string; commit: Commit | undefined }[] = [{ sha: to, commit: undefined }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (top.commit !== undefined) {
      stack.pop();
      if (!listed.has(top.sha)) ordered.push(top.commit);
      listed.add(top.sha);
    } else if (excluded.has(top.sha) || listed.has(top.sha)) {
      stack.pop();
    } else {
      top.commit = await mustCommit(git, top.sha);
      stack.push(...top.commit.parents.toReversed().map((sha) => ({ sha, commit: undefined })));
    }
  }
  return ordered;
}

/** A commit and everything that it reaches. */
async function ancestors(git: GitStore, sha: string): Promise<Set<string>> {
  const found = new Set<string>([sha]);
  for (const next of found) for (const parent of (await mustCommit(git, next)).parents) found.add(parent);
  return found;
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

/** The best common ancestor, or undefined for unrelated histories. */
export async function mergeBase(git: GitStore, left: string, right: string): Promise<string | undefined> {
  if (await reaches(git, left, right)) return right;
  if (await reaches(git, right, left)) return left;
  try {
    return await git.text(['merge-base', left, right]);
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 1) return undefined;
    throw error;
  }
}

/** Whether `ancestor` is reachable from `descendant` (a commit reaches itself). */
export async function reaches(git: GitStore, descendant: string, ancestor: string): Promise<boolean> {
  const seen = new Set<string>([descendant]);
  for (const sha of seen) {
    if (sha === ancestor) return true;
    for (const parent of (await mustCommit(git, sha)).parents) seen.add(parent);
  }
  return false;
}

/** The commits of the first-parent chain of `tip` that `from` does not reach, newest first. */
export async function firstParents(git: GitStore, from: string, tip: string): Promise<Commit[]> {
  const excluded = await ancestors(git, from);
  const chain: Commit[] = [];
  for (let sha: string | undefined = tip; sha !== undefined && !excluded.has(sha); sha = chain.at(-1)?.parents[0]) {
    chain.push(await mustCommit(git, sha));
  }
  return chain;
}

async function mustCommit(git: GitStore, sha: string): Promise<Commit> {
  const commit = await git.commit(sha);
  if (commit === undefined) throw new Error(`there is no commit ${sha}`);
  return commit;
}
