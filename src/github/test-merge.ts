import { setTimeout as sleep } from 'node:timers/promises';
import { at, branchTip, commitAt, type Repository } from './repository.ts';

/** What merging an open pull request makes of it now. `unknown`: GitHub has not worked it out for this head and the base's tip. */
export type TestMerge =
  | { readonly kind: 'made'; readonly tip: string; readonly commit: string }
  | { readonly kind: 'conflicts' }
  | { readonly kind: 'unknown' };

export type TestMergeQuery = { readonly number: number; readonly head: string; readonly baseBranch: string };

/** GitHub makes the test merge in the background, within seconds of being asked for the pull request. */
const PAUSES_MS = [500, 1000, 2000, 4000] as const;

/** GitHub's test merge of an open pull request, of exactly this head into the tip of its base. Asks five times at most. */
export async function testMerge(repository: Repository, query: TestMergeQuery): Promise<TestMerge> {
  for (const pause of [...PAUSES_MS, null]) {
    const found = await ask(repository, query);
    if (found.kind !== 'unknown') return found;
    if (pause !== null) await sleep(pause);
  }
  return { kind: 'unknown' };
}

async function ask(repository: Repository, { number, head, baseBranch }: TestMergeQuery): Promise<TestMerge> {
  const { data } = await repository.github.rest.pulls.get({ ...at(repository), pull_number: number });
  if (data.state !== 'open' || data.head.sha !== head) return { kind: 'unknown' };
  if (data.mergeable === false) return { kind: 'conflicts' };
  if (data.mergeable === null || data.merge_commit_sha === null) return { kind: 'unknown' };
  const tip = await branchTip(repository, baseBranch);
  const { parents } = await commitAt(repository, data.merge_commit_sha);
  // The one before the last push stays until GitHub has made another.
  const isOfNow = tip !== null && parents.length === 2 && parents[0] === tip && parents[1] === head;
  return isOfNow ? { kind: 'made', tip, commit: data.merge_commit_sha } : { kind: 'unknown' };
}
