import { askText } from '../approval/asking.ts';
import { byChoice } from '../approval/choices.ts';
import type { Finding } from '../assessment.ts';
import type { Reason } from '../errors.ts';
import type { PastPlan } from '../ledger/past-plans.ts';
import type { PolicySet } from './set.ts';
import { isUntold, tryOn, type Tried } from './trial.ts';

/** What other policies would have said otherwise of one plan of the past; each text names the rule. */
export type PlanDifference = {
  readonly of: Tried['of'];
  readonly newly: readonly string[];
  readonly noLonger: readonly string[];
};

/** What a change of policies would have meant for the last plans; or why that cannot be told. */
export type PolicyTrial =
  | {
      readonly kind: 'compared';
      /** How many plans were judged by both. */
      readonly plans: number;
      readonly unreadable: number;
      /** Those of which something else is said, the newest first. */
      readonly differences: readonly PlanDifference[];
    }
  | { readonly kind: 'impossible'; readonly reason: Reason };

/** Judges each plan by both, when it was entered. */
export function comparePolicies(before: PolicySet, after: PolicySet, past: readonly PastPlan[]): PolicyTrial {
  const plans = past.filter((one) => one.kind === 'plan');
  const differences = plans
    .map((plan) => differenceOf(tryOn(before, plan), tryOn(after, plan)))
    .filter(({ newly, noLonger }) => newly.length + noLonger.length > 0);
  return { kind: 'compared', plans: plans.length, unreadable: past.length - plans.length, differences };
}

function differenceOf(before: Tried, after: Tried): PlanDifference {
  const [was, is] = [saidBy(before), saidBy(after)];
  return {
    of: after.of,
    newly: [...is].filter(([key]) => !was.has(key)).map(([, text]) => text),
    noLonger: [...was].filter(([key]) => !is.has(key)).map(([, text]) => text),
  };
}

/** By what it comes to, so that a rule that is only renamed or worded anew says nothing new. */
function saidBy({ findings, requirements }: Tried): ReadonlyMap<string, string> {
  const asked = byChoice(requirements, ({ choice }) => choice).flatMap((options): [string, string][] => {
    const text = `asks for ${askText(options)}`;
    const [first] = options.flat();
    return first === undefined
      ? []
      : [[JSON.stringify([text, first.distinct, first.confirm]), `${text} by ${first.code}`]];
  });
  return new Map([...findings.map(saidByFinding), ...asked]);
}

function saidByFinding(finding: Finding): [string, string] {
  const { effect, address, code, message } = finding;
  if (isUntold(finding)) return [message, `cannot tell: ${message}`];
  const word = effect === 'deny' ? 'denied' : 'warned';
  return [`${effect}\n${address}`, `${word} by ${code}${address === null ? '' : ` on ${address}`}`];
}
