import { baseMerges, type BaseMerge } from './base-merges.ts';
import { orNull } from './persons.ts';
import type { PullRequest } from './pull-requests.ts';
import type { Push } from './pushes.ts';
import { at, commitAt, toCommit, type Commit, type Repository } from './repository.ts';

/** Overwritten pushes that are looked at, newest first: each costs requests of its own, and whoever pushes decides how many there are. */
const MOST_PUSHES = 20;

export type OverwrittenQuery = {
  readonly pull: PullRequest;
  /** Those who are not known to have contributed otherwise. */
  readonly pushes: readonly Push[];
  /** All commits that the pull request holds now. */
  readonly commits: readonly Commit[];
  readonly isClean: (merge: BaseMerge) => Promise<boolean>;
};

/**
 * Merges of the base that were pushed by themselves, brought nothing of their own, and were overwritten since, as by a rebase:
 * by commit, with the head that they were made on. One that GitHub does not have any more is not among them.
 */
export async function overwrittenMerges(
  repository: Repository,
  { pull, pushes, commits, isClean }: OverwrittenQuery,
): Promise<ReadonlyMap<string, string>> {
  const held = new Set(commits.map(({ sha }) => sha));
  const overwritten = pushes.filter(({ creates, after }) => !creates && !held.has(after)).slice(0, MOST_PUSHES);
  const candidates = new Map<string, string>();
  // What has landed since is none of the branch's own any more in a comparison, but is listed with the pull request.
  const own = new Map(commits.map((commit) => [commit.sha, commit]));
  for (const { before, after } of overwritten) {
    const commit = await orNull(() => commitAt(repository, after));
    if (commit?.parents.length !== 2 || commit.parents[0] !== before) continue;
    const brought = await broughtBy(repository, pull, after);
    if (brought === null) continue;
    candidates.set(after, before);
    for (const each of brought) own.set(each.sha, each);
  }
  const merges = new Map<string, string>();
  if (candidates.size === 0) return merges;
  // All at once, so that its bound holds for all together.
  for (const found of await baseMerges(repository, [...own.values()]))
    if (candidates.get(found.merge) === found.mine && (await isClean(found))) merges.set(found.merge, found.mine);
  return merges;
}

/** Commits that a head has and the base has not; null when GitHub does not list all of them at once. */
async function broughtBy(
  repository: Repository,
  { base }: PullRequest,
  head: string,
): Promise<readonly Commit[] | null> {
  const query = { ...at(repository), basehead: `${base.ref}...${head}`, per_page: 100 };
  const compared = await orNull(() => repository.github.rest.repos.compareCommitsWithBasehead(query));
  if (compared === null || compared.data.total_commits > compared.data.commits.length) return null;
  return compared.data.commits.map(toCommit);
}
