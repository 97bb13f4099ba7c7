import type { Change } from '../plan.ts';
import { matchedChange, mismatch, type Matched } from './match.ts';
import type { NotAssessable, Rule } from './rule.ts';

/** What policies serve, and how much of a plan each of their rules is about. */
export type Coverage = {
  readonly rules: readonly CoveredRule[];
  readonly notAssessable: readonly NotAssessable[];
};

/** `changes`: how many the rule's match fits, so that its expression is evaluated for them. */
export type CoveredRule = Pick<Rule, 'id' | 'controls' | 'location'> & { readonly changes: number };

export const NO_COVERAGE: Coverage = { rules: [], notAssessable: [] };

/**
 * Evaluates nothing: a change that a rule matches is judged by it, or the plan is denied; but for what asks about a pull request that is not
 * known, of which a finding says so.
 * @param labels of the pull request, as for `Matched`
 */
export function coverageOf(
  { rules, notAssessable }: { readonly rules: readonly Rule[]; readonly notAssessable: readonly NotAssessable[] },
  changes: readonly Pick<Change, 'address' | 'action'>[],
  labels: Matched['labels'],
): Coverage {
  const matched = changes.map((change) => matchedChange(change, labels));
  const covered = rules.map(({ id, controls, location, match }): CoveredRule => {
    const about = matched.filter((change) => mismatch(match, change) === null).length;
    return { id, controls, location, changes: about };
  });
  return { rules: covered, notAssessable };
}
