import type { PublicationRun } from '../core/approval/facts.ts';
import type { Reason } from '../core/errors.ts';
import { keptPlan, type KeptPlan } from '../core/ledger/kept-plan.ts';
import type { Ledger } from './ledger.ts';

export type Published = KeptPlan;

/** Why a landing waits whose publication is in the ledger without what was published: whoever may push there can take it away. */
export const CONTENT_MISSING: Reason = {
  code: 'ledger-content-missing',
  message: 'The ledger lacks the plan that it says was published; restore its branch from a clone.',
};

/**
 * What reviewers had before them, as the ledger keeps it; null where it does not, see CONTENT_MISSING.
 * @throws CountersignError `engine-outdated` for a format that this version does not know.
 */
export async function publishedPlan(ledger: Ledger, run: PublicationRun): Promise<Published | null> {
  return await keptPlan((hash) => ledger.blob(hash), { digest: run.digest, assessment: run.assessmentHash });
}
