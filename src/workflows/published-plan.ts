import type { Assessment } from '../core/assessment.ts';
import { judgedPull } from '../core/approval/judged-pull.ts';
import type { PublicationRun } from '../core/approval/facts.ts';
import { planDigest } from '../core/digest.ts';
import { engineOutdated } from '../core/ledger/outdated.ts';
import type { Reason } from '../core/errors.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { Plan } from '../core/plan.ts';
import type { PullFacts } from '../core/policy/pull.ts';
import type { Ledger } from './ledger.ts';
import { parseJson } from '../core/parse-json.ts';

/** `pull`: by what of the pull request the gate judged last; null: no policy asked about it. */
export type Published = {
  readonly plan: Plan;
  readonly assessment: Assessment;
  readonly pull: PullFacts | null;
};

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
  entries: readonly LedgerEntry[],
): Promise<Published | null> {
  const [plan, assessment] = [await ledger.blob(run.digest), await ledger.blob(run.assessmentHash)];
  const judged = judgedPull(entries, run.id);
  const pull = judged === null ? null : await ledger.blob(judged);
  if (plan === null || assessment === null || (judged !== null && pull === null)) return null;
  const value = parsed<Plan>(plan, 'plan', run);
  // The store checked the bytes; this checks that the bytes are the canonical form that the digest is defined on.
  if (planDigest(value) !== run.digest) return null;
  return {
    plan: value,
    assessment: parsed<Assessment>(assessment, 'assessment', run),
    pull: pull === null ? null : parsed<PullFacts>(pull, 'pull request', run),
  };
}

function parsed<T extends NonNullable<Published[keyof Published]>>(
  bytes: Uint8Array,
  what: string,
  { digest }: PublicationRun,
): T {
  const value = parseJson(Buffer.from(bytes).toString('utf8')) as T;
  const { formatVersion }: { readonly formatVersion: string } = value;
  if (formatVersion !== '1') throw engineOutdated(`the ${what} of ${digest} has the format ${formatVersion}`);
  return value;
}
