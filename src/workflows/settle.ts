import { applyIdOf } from '../core/apply/landing.ts';
import type { Landing } from './landings.ts';
import type { Ledger } from './ledger.ts';

/** Commits that are done with and looked at again by every run, before the ledger says so. */
const SETTLE_AFTER = 50;

/**
 * Enters how far everything is done with, finished landings and commits about nothing alike: on a busy branch the commits since
 * the ledger last said so would soon be more than a run looks at.
 * @param commits since the ledger last said so, oldest first
 * @param waiting the first landing that is not finished
 */
export async function settle(
  ledger: Ledger,
  repository: number,
  { commits, waiting }: { readonly commits: readonly string[]; readonly waiting: Landing | null },
): Promise<void> {
  const done = waiting === null ? commits : commits.slice(0, commits.indexOf(waiting.before) + 1);
  const settled = done.at(-1);
  const passed = done.length - (done.indexOf(await ledger.settled()) + 1);
  if (settled === undefined || passed < SETTLE_AFTER) return;
  const applyId = applyIdOf(repository, null, settled, null);
  const nothing = { result: 'nothing' as const, applied: [], unapplied: [] };
  const body = { type: 'apply-finished' as const, applyId, landing: settled, ...nothing, settled };
  await ledger.append([{ pullRequest: null, digest: null, body }]);
}
