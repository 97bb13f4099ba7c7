import type { Requirement } from '../../../src/core/assessment.ts';
import type { Decision, Person } from '../../../src/core/approval/facts.ts';
import type { ControlFacts, ControlLine } from '../../../src/core/controls/line.ts';
import { controlsReport } from '../../../src/core/controls/report.ts';
import { planDigest } from '../../../src/core/digest.ts';
import { policySetOf } from '../../../src/core/policy/index.ts';
import { judgeBy } from '../../../src/core/policy.ts';
import { someHash } from '../../support/memory-ledger.ts';
import { changeWith, planOf } from '../../support/plans.ts';
import { assessed, CONFIGURATION, loaded, NOW, permission, policyText, type RuleText } from '../policy/world.ts';

export const plan = planOf([changeWith('a'), changeWith('b')]);
export const digest = planDigest(plan);
export const changes = [
  assessed({ change: changeWith('a'), gains: [permission('OWN', { power: 'administer' })] }),
  assessed({ change: changeWith('b') }),
];

const person = (id: number, login: string): Person => ({ id, login, type: 'User' });

/** Approved by these people, each requirement for as many of them as it asks for. */
export function approvedBy(requirements: readonly Requirement[], ...people: readonly Person[]): Decision {
  const states = requirements.map((requirement) => ({
    requirement,
    satisfiedBy: people,
    missing: Math.max(0, requirement.count - people.length),
  }));
  const isWhole = states.every(({ missing }) => missing === 0);
  return {
    kind: isWhole ? 'approved' : 'waiting',
    reasons: [{ code: isWhole ? 'approved' : 'approval-missing', message: 'Somebody is waited for.' }],
    counted: people.map((reviewer, index) => ({ reviewId: index, reviewer })),
    discounted: [],
    requirements: states,
  };
}

export type Reported = (control: string) => readonly [ControlLine['status'], readonly string[]];

/** The report of a plan by these rules. */
export function reported(
  rules: readonly RuleText[],
  people: readonly Person[] | null,
  parts: Partial<ControlFacts> = {},
): Reported {
  const texts = rules.length === 0 ? [] : [policyText(rules, 'team', REST)];
  const policySet = policySetOf(loaded(...texts), CONFIGURATION);
  const judged = judgeBy({ ...CONFIGURATION, policySet }, NOW, null)(plan, changes, []);
  const lines = controlsReport({
    plan,
    digest,
    assessment: { complete: true, applyable: true, changes, ...judged },
    coverage: policySet.coverage(plan.changes, null),
    approval: people === null ? null : approvedBy(judged.requirements, ...people),
    recorded: people === null ? null : { index: 12, hash: someHash('entry') },
    ...parts,
  });
  return (control) => {
    const line = lines.find((one) => one.control === control);
    if (line === undefined) throw new Error(`no line for ${control}`);
    return [line.status, line.evidence];
  };
}

export const REST = '  notAssessable: [{ control: "NHI6:2025", reason: Nobody looks there. }]\n';
export const [ANA, BEN] = [person(1, 'ana'), person(2, 'ben')];
