import type { Diagnostic } from '../errors.ts';
import type { Cel } from './cel.ts';
import { givenFacts } from './facts.ts';
import type { LoadedPolicies } from './load.ts';
import type { Case, Rule } from './rule.ts';
import { judgeOf, UNTOLD, type Verdict } from './verdict.ts';

type CaseResult = { readonly of: Case; readonly problems: readonly Diagnostic[] };

/** Runs the tests that policies bring with them: each rule of the same document holds where it is expected, and only there. */
export function runCases({ cel, rules, cases }: LoadedPolicies): readonly CaseResult[] {
  const byPolicy = Map.groupBy(rules, ({ policy }) => policy);
  return cases.map((one) => ({ of: one, problems: problemsIn(cel, byPolicy.get(one.policy) ?? [], one) }));
}

function problemsIn(cel: Cel, rules: readonly Rule[], one: Case): readonly Diagnostic[] {
  const judge = judgeOf(cel, givenFacts(one.given));
  return rules.flatMap((rule): readonly Diagnostic[] => {
    const { verdict } = judge(rule);
    const wanted = one.expect.includes(rule.name);
    const isTold = verdict.kind !== 'failed' && verdict.kind !== 'too-costly';
    if (isTold && (verdict.kind === 'holds') === wanted) return [];
    const expected = wanted ? 'should hold' : 'should not hold';
    return [
      {
        code: 'policy-test-failed',
        severity: 'error',
        cause: `In the case "${one.name}" the rule ${rule.id} ${expected}; ${saying(verdict)}.`,
        mend: 'Correct the rule or the case.',
        location: one.location,
        related: [rule.location],
      },
    ];
  });
}

/** Rules that no case expects to hold: whether they ever do, nobody has seen. */
export function untested({ rules, cases }: LoadedPolicies): readonly Diagnostic[] {
  const expected = new Set(cases.flatMap(({ policy, expect }) => expect.map((name) => `${policy}/${name}`)));
  return rules
    .filter(({ id }) => !expected.has(id))
    .map(({ id, location }) => ({
      code: 'rule-untested',
      severity: 'warning',
      cause: `No case shows that the rule ${id} holds.`,
      mend: 'Add one to the tests of its document.',
      location,
    }));
}

/** What a verdict says, for people. */
export function saying(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'unmatched':
      return `it is not about this change, by its ${verdict.by}`;
    case 'holds':
      return 'it holds';
    case 'does-not-hold':
      return 'its expression gives false';
    case 'too-costly':
      return 'it takes more work than a rule may';
    case 'unknown':
      return `it ${UNTOLD}`;
    case 'failed':
      return `it cannot tell: ${verdict.cause}`;
  }
}
