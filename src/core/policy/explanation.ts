import type { Location } from '../errors.ts';
import { liftsAt } from './lifting.ts';
import type { LoadedPolicies } from './load.ts';
import { waysText } from './asked.ts';
import { saying } from './cases.ts';
import type { Effect } from './rule.ts';
import type { Situation } from './set.ts';
import { judgeEach, type Verdict } from './verdict.ts';

const SIGNS: { readonly [kind in Verdict['kind']]: string } = {
  holds: '+',
  'does-not-hold': '-',
  unmatched: '-',
  unknown: '?',
  failed: '!',
  'too-costly': '!',
};

/** What every rule says of every change, and why, one line each. */
export function explanationOf({ cel, rules, exceptions }: LoadedPolicies, situation: Situation): readonly string[] {
  const lines: string[] = [];
  const lifts = liftsAt(exceptions.exceptions, situation.now);
  let last: string | null = null;
  const result = judgeEach(cel, rules, situation, ({ rule, address, facts, verdict }) => {
    if (address !== last) lines.push(address);
    last = address;
    const holds = verdict.kind === 'holds';
    const sign = SIGNS[verdict.kind];
    const why = holds ? `${effectText(rule.effect)}: ${rule.message(facts)}` : saying(verdict);
    const lifted = holds ? lifts(rule.id, address) : null;
    const but =
      lifted === null ? '' : `; lifted until ${lifted.until} by the exception ${lifted.name} (${placeOf(lifted)})`;
    lines.push(`  ${sign} ${rule.id} (${placeOf(rule)}) ${why}${but}`);
  });
  if (situation.plan.changes.length === 0) return ['The plan changes no identity, so no rule judges it.'];
  return result === 'complete' ? lines : [...lines, 'All rules together take more work than a plan may: it is denied.'];
}

function placeOf({ location }: { readonly location: Location }): string {
  return `${location.path}:${location.line}`;
}

function effectText(effect: Effect): string {
  if (effect.kind !== 'require') return effect.kind;
  return `requires ${waysText(effect.ways)}${effect.distinct ? ', distinct' : ''}${effect.confirm ? ', with the code' : ''}`;
}
