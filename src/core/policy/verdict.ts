import type { Address } from '../address.ts';
import { AccessFacts, withGap } from './access-facts.ts';
import type { Cel, Value } from './cel.ts';
import { changeFacts, matchedBy, planFacts, type Facts } from './facts.ts';
import { POLICY_LIMITS } from './limits.ts';
import { byRisk } from '../risk/order.ts';
import { matchUnits, mismatch, type Match } from './match.ts';
import type { Rule } from './rule.ts';
import type { Situation } from './set.ts';
import { variablesOf } from './variables.ts';

/** What one rule says about one change. `failed`: nobody can tell, so the change is denied. */
export type Verdict =
  | { readonly kind: 'unmatched'; readonly by: keyof Match }
  /** `unknown`: it asks about the pull request, and that is not known here. */
  | { readonly kind: 'holds' | 'does-not-hold' | 'too-costly' | 'unknown' }
  | { readonly kind: 'failed'; readonly cause: string };

/** Said of a rule whose verdict is `unknown`. */
export const UNTOLD = 'asks about the pull request, which is not known here';

export type Visit = (judged: {
  readonly rule: Rule;
  readonly address: Address;
  readonly facts: Facts;
  readonly verdict: Verdict;
}) => void;

/**
 * Every rule over every change, the riskiest first, so that they are told where there is room for a few.
 * @returns `too-costly` when all of it together takes more than a plan may, which does not depend on any order
 */
export function judgeEach(
  cel: Cel,
  rules: readonly Rule[],
  situation: Situation,
  visit: Visit,
): 'complete' | 'too-costly' {
  const assessed = new Map(situation.changes.map((assessment) => [assessment.address, assessment]));
  const common = planFacts(situation);
  const effective = new AccessFacts(situation);
  const matched = rules.map((rule) => ({ rule, matching: matchUnits(rule.match) }));
  let units = 0;
  for (const change of byRisk(situation.plan.changes, situation.changes)) {
    const assessment = assessed.get(change.address) ?? NOT_ASSESSED;
    const facts = effective.added(changeFacts(change, assessment, common), change, assessment);
    const judge = assessed.has(change.address) ? judgeOf(cel, facts) : () => UNASSESSED;
    for (const { rule, matching } of matched) {
      const { verdict, units: taken } = judge(rule);
      units += taken + matching;
      if (units > POLICY_LIMITS.plan) return 'too-costly';
      visit({ rule, address: change.address, facts, verdict });
    }
  }
  return 'complete';
}

const NOT_ASSESSED = { gains: [], loses: [], risk: { level: 'critical', reasons: [] } } as const;

type Judged = { readonly verdict: Verdict; readonly units: number };

const UNASSESSED: Judged = { verdict: { kind: 'failed', cause: 'the change was not assessed' }, units: 0 };

/** Rules over the facts of one change, which are made ready when the first rule wants them. */
export function judgeOf(cel: Cel, facts: Facts): (rule: Rule) => Judged {
  let variables: { readonly [name: string]: Value } | null = null;
  const change = matchedBy(facts);
  return (rule) => {
    const by = mismatch(rule.match, change);
    if (by !== null) return { verdict: { kind: 'unmatched', by }, units: 0 };
    if (rule.readsPull && facts.pull === null) return { verdict: { kind: 'unknown' }, units: 0 };
    try {
      variables ??= variablesOf(cel, facts);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { verdict: { kind: 'failed', cause: error.message }, units: 0 };
    }
    const { outcome, units } = rule.when(variables, POLICY_LIMITS.evaluation);
    switch (outcome.kind) {
      case 'too-costly':
        return { verdict: { kind: 'too-costly' }, units };
      case 'failed':
        return { verdict: { kind: 'failed', cause: withGap(outcome.cause, facts) }, units };
      case 'value':
        return { verdict: verdictOf(outcome.value), units };
    }
  };
}

function verdictOf(value: unknown): Verdict {
  if (typeof value === 'boolean') return { kind: value ? 'holds' : 'does-not-hold' };
  return { kind: 'failed', cause: 'the expression gives neither true nor false' };
}
