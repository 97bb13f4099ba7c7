import type { PublicationRun } from '../core/approval/facts.ts';
import { judgedPull } from '../core/approval/judged-pull.ts';
import type { Reason } from '../core/errors.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import { keptPlan, parsed, type KeptPlan } from '../core/ledger/kept-plan.ts';
import type { PullFacts } from '../core/policy/pull.ts';
import type { Ledger } from './ledger.ts';

/** `pull`: by what of the pull request the gate judged its head last; null: no policy asked about it. */
export type Published = KeptPlan & { readonly pull: PullFacts | null };

/** Why a landing waits whose publication is in the ledger without what was published: whoever may push there can take it away. */
export const CONTENT_MISSING: Reason = {
  code: 'ledger-content-missing',
  message: 'The ledger lacks the plan that it says was published; restore its branch from a clone.',
};

/**
 * What reviewers had before them, as the ledger keeps it; null where it does not, see CONTENT_MISSING.
 * @throws CountersignError `engine-outdated` for a format that this version does not know.
 */
export async function publishedPlan(
  ledger: Ledger,
  run: PublicationRun,
  { head, entries }: { readonly head: string; readonly entries: readonly LedgerEntry[] },
): Promise<Published | null> {
  const named = { digest: run.digest, assessment: run.assessmentHash };
  const kept = await keptPlan((hash) => ledger.blob(hash), named);
  const judged = judgedPull(entries, { run: run.id, head });
  const pull = judged === null ? null : await ledger.blob(judged);
  if (kept === null || (judged !== null && pull === null)) return null;
  return { ...kept, pull: pull === null ? null : parsed<PullFacts>(pull, 'pull request', run.digest) };
}
