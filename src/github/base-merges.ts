import { mergeBase, type Commit, type Repository } from './repository.ts';

/** A merge commit of the head branch that brings a commit of the base branch. */
export type BaseMerge = {
  /** What the merge was made on. */
  readonly mine: string;
  /** The commit of the base branch that it brings. */
  readonly base: string;
  readonly merge: string;
  /** Commits of the base branch, never none, among which are all best common ancestors of `mine` and `base`. */
  readonly starts: readonly string[];
};

/** With more starts than this a merge is left out, unasked: whoever pushes decides how many there are. */
const MOST_STARTS = 4;

/** Merges that are looked at, oldest first: each costs requests of its own, and whoever pushes decides how many there are. */
const MOST_MERGES = 50;

/**
 * The merges of the base among all commits of a pull request: a second parent that is none of them is on the base branch.
 * GitHub names one best common ancestor even where there are several, and an author can arrange which. So they are told
 * from the commits themselves: what one of them has of the base branch is what the commits of the base branch on which it
 * rests have. A merge that brings no more than `mine` has, or that lacks some of it, is left out, and so is one of too many.
 * @param commits every commit of the pull request; from part of a list nothing can be told
 */
export async function baseMerges(repository: Repository, commits: readonly Commit[]): Promise<readonly BaseMerge[]> {
  const own = new Map(commits.map((commit) => [commit.sha, commit]));
  const rests = new Map<string, readonly string[]>();
  const merges: BaseMerge[] = [];
  let looked = 0;
  for (const commit of parentsFirst(commits)) {
    const under = commit.parents.map((parent) => (own.has(parent) ? (rests.get(parent) ?? []) : [parent]));
    const [mine, base, ...more] = commit.parents;
    const starts = under[0] ?? [];
    const all = [...new Set(under.flat())];
    rests.set(commit.sha, all);
    if (mine === undefined || base === undefined || more.length > 0 || own.has(base) || looked >= MOST_MERGES) continue;
    looked += 1;
    if (!(await holdsAll(repository, base, starts))) continue;
    rests.set(commit.sha, [base]);
    merges.push({ mine, base, merge: commit.sha, starts });
  }
  return merges;
}

async function holdsAll(repository: Repository, base: string, starts: readonly string[]): Promise<boolean> {
  if (starts.length === 0 || starts.length > MOST_STARTS) return false;
  for (const start of starts) if ((await mergeBase(repository, base, start)) !== start) return false;
  return true;
}

/** GitHub promises no order that would do. */
function parentsFirst(commits: readonly Commit[]): readonly Commit[] {
  const waiting = new Map(commits.map((commit) => [commit.sha, commit]));
  const ordered: Commit[] = [];
  const visit = (commit: Commit): void => {
    if (!waiting.delete(commit.sha)) return;
    for (const parent of commit.parents) {
      const first = waiting.get(parent);
      if (first !== undefined) visit(first);
    }
    ordered.push(commit);
  };
  for (const commit of commits) visit(commit);
  return ordered;
}
