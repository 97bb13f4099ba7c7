import { isAssessedAccess } from '../core/access/decode.ts';
import type { Assessment } from '../core/assessment.ts';
import type { PublicationRun } from '../core/approval/facts.ts';
import { planDigest } from '../core/digest.ts';
import { engineOutdated } from '../core/ledger/outdated.ts';
import type { Reason } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import type { Ledger } from './ledger.ts';
import { parseJson } from '../core/parse-json.ts';

export type Published = { readonly plan: Plan; readonly assessment: Assessment };

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
  const [plan, assessment] = [await ledger.blob(run.digest), await ledger.blob(run.assessmentHash)];
  if (plan === null || assessment === null) return null;
  const value = parsed<Plan>(plan, 'plan', run);
  // The store checked the bytes; this checks that the bytes are the canonical form that the digest is defined on.
  if (planDigest(value) !== run.digest) return null;
  return { plan: value, assessment: assessmentOf(assessment, value, run) };
}

function assessmentOf(bytes: Uint8Array, plan: Plan, run: PublicationRun): Assessment {
  const assessment = parsed<Assessment>(bytes, 'assessment', run);
  if (isAssessedAccess(assessment.access, new Set(plan.sources.map(({ name }) => name)))) return assessment;
  throw engineOutdated(`the assessment of ${run.digest} tells effective access in another way`);
}

function parsed<T extends Published[keyof Published]>(bytes: Uint8Array, what: string, { digest }: PublicationRun): T {
  const value = parseJson(Buffer.from(bytes).toString('utf8')) as T;
  const { formatVersion }: { readonly formatVersion: string } = value;
  if (formatVersion !== '1') throw engineOutdated(`the ${what} of ${digest} has the format ${formatVersion}`);
  return value;
}
