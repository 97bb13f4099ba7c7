import { approverText } from '../approval/asking.ts';
import type { Finding, Requirement } from '../assessment.ts';
import type { PastPlan, PlannedThen } from '../ledger/past-plans.ts';
import type { PolicySet } from './set.ts';

/** What policies say of a plan of the past, judged when it was entered. */
export type Tried = {
  readonly of: PlannedThen;
  /**
   * The first that holds: `denied`, or more approvals are asked for, or reviewers are warned, or it cannot be told what would have been said
   * of the pull request, or nothing is said.
   */
  readonly outcome: 'denied' | 'asked' | 'warned' | 'untold' | 'unchanged';
  readonly findings: readonly Finding[];
  readonly requirements: readonly Requirement[];
};

export type TrialSummary = {
  readonly plans: number;
  readonly denied: number;
  /** Of those not denied: how many ask whom. A plan may ask several. */
  readonly asked: { readonly [who: string]: number };
  readonly warned: number;
  readonly untold: number;
  readonly unchanged: number;
};

export function tryOn(set: PolicySet, { of, kept }: Extract<PastPlan, { kind: 'plan' }>): Tried {
  const { plan, assessment } = kept;
  const { findings, requirements } = set.judge({
    plan,
    changes: assessment.changes,
    access: assessment.access,
    now: of.at,
    pull: null,
  });
  return { of, outcome: outcomeOf(findings, requirements), findings, requirements };
}

function outcomeOf(findings: readonly Finding[], requirements: readonly Requirement[]): Tried['outcome'] {
  if (findings.some(({ effect }) => effect === 'deny')) return 'denied';
  if (requirements.length > 0) return 'asked';
  if (findings.some((finding) => !isUntold(finding))) return 'warned';
  return findings.length > 0 ? 'untold' : 'unchanged';
}

/** The rule asks about the pull request, which no plan of the past is judged with. */
export function isUntold({ code }: Finding): boolean {
  return code === 'policy-untold';
}

export function summaryOf(tried: readonly Tried[]): TrialSummary {
  const having = (outcome: Tried['outcome']): number => tried.filter((one) => one.outcome === outcome).length;
  const asked = tried
    .filter(({ outcome }) => outcome === 'asked')
    .flatMap(({ requirements }) => [...new Set(requirements.map(approverText))]);
  return {
    plans: tried.length,
    denied: having('denied'),
    asked: Object.fromEntries(
      [...Map.groupBy(asked, (who) => who)].map(([who, same]) => [who, same.length] as const).toSorted(byName),
    ),
    warned: having('warned'),
    untold: having('untold'),
    unchanged: having('unchanged'),
  };
}

function byName([left]: readonly [string, number], [right]: readonly [string, number]): number {
  return left < right ? -1 : 1;
}
