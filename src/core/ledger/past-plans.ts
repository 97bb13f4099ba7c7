import { CountersignError, type Reason } from '../errors.ts';
import type { Sha256 } from '../json.ts';
import type { LedgerEntry } from './entry.ts';
import { keptPlan, type KeptPlan, type ReadBlob } from './kept-plan.ts';

/** A plan by the newest entry that published it. `at`: RFC 3339, when it was entered. */
export type PlannedThen = {
  readonly index: number;
  readonly pullRequest: number | null;
  readonly at: string;
  readonly digest: Sha256;
  readonly assessment: Sha256;
};

export type PastPlan =
  | { readonly kind: 'plan'; readonly of: PlannedThen; readonly kept: KeptPlan }
  | { readonly kind: 'unreadable'; readonly of: PlannedThen; readonly reason: Reason };

/** Each plan of a pull request once, the newest first. @param entries the oldest first */
export function plannedIn(entries: readonly LedgerEntry[]): readonly PlannedThen[] {
  const found = entries.toReversed().flatMap(({ digest, predicate: { index, pullRequest, at, body } }) => {
    if (body.type !== 'planned' || digest === null) return [];
    return [{ index, pullRequest, at, digest, assessment: body.assessment }];
  });
  const known = new Set<string>();
  return found.filter(({ pullRequest, digest }) => {
    const key = `${pullRequest} ${digest}`;
    return !known.has(key) && known.add(key);
  });
}

/** What cannot be read is told as such: whoever counts plans must not take it for one of which nothing is to be said. */
export async function pastPlan(blob: ReadBlob, of: PlannedThen): Promise<PastPlan> {
  try {
    const kept = await keptPlan(blob, of);
    if (kept !== null) return { kind: 'plan', of, kept };
    const message = 'The ledger does not hold this plan with its assessment.';
    return { kind: 'unreadable', of, reason: { code: 'ledger-content-missing', message } };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return { kind: 'unreadable', of, reason: { code: error.code, message: error.message } };
  }
}
