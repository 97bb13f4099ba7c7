import { describe, expect, it } from 'vitest';
import { defaultRequirements } from '../../../src/core/approval/requirements.ts';
import type { ChangeAssessment, RiskLevel } from '../../../src/core/assessment.ts';
import { policySetOf } from '../../../src/core/policy/index.ts';
import { POLICY_LIMITS } from '../../../src/core/policy/limits.ts';
import { joined } from '../../../src/core/risk.ts';
import { byRisk } from '../../../src/core/risk/order.ts';
import { memoryLab } from '../../support/memory.ts';
import { configurationFor } from '../../support/planning.ts';
import { changeWith, planOf } from '../../support/plans.ts';
import { assessed, loaded, permission, policyText } from '../policy/world.ts';

const LEVELS: readonly (readonly [name: string, level: RiskLevel])[] = [
  ['a', 'low'],
  ['b', 'high'],
  ['c', 'medium'],
  ['d', 'critical'],
  ['e', 'high'],
];
const changes = LEVELS.map(([name]) => changeWith(name, { irreversible: [{ code: 'gone', message: 'it is gone' }] }));
const assessments = LEVELS.map(([name, level]): ChangeAssessment => {
  const whole = assessed({ change: changeWith(name), gains: [permission('READ')] });
  return { ...whole, risk: { level, reasons: [] } };
});
const base = configurationFor(memoryLab().source);
const configuration = { ...base, approval: { ...base.approval, widening: 'owner' } };
const ADDRESS = 'memory/MemoryAccount/';

describe('the riskiest come first', () => {
  it('then by address, and what nobody assessed is critical', () => {
    const order = (given: readonly ChangeAssessment[]) =>
      byRisk(changes, given).map(({ address }) => address.slice(ADDRESS.length));
    expect(order(assessments)).toEqual(['d', 'b', 'e', 'c', 'a']);
    expect(order(assessments.slice(1))).toEqual(['a', 'd', 'b', 'e', 'c']);
  });

  it('among those that a requirement names', () => {
    const told = defaultRequirements(configuration, planOf(changes), assessments, []).map(
      ({ code, reason }) => `${code} ${reason}`,
    );
    const names = `${ADDRESS}d, ${ADDRESS}b, ${ADDRESS}e and 2 more`;
    expect(told).toEqual([
      `owner owner of ${names}`,
      `widening access is widened: ${names}`,
      `irreversible cannot be undone: ${names}`,
    ]);
  });

  it('among those that a rule is about, so that the least risky are only counted', () => {
    const set = policySetOf(loaded(policyText([{ message: '{change.name} of {risk.level} risk' }])), configuration);
    const beyond = Array.from({ length: POLICY_LIMITS.findings }, (_, index) => changeWith(`a${index}`));
    const all = [...changes, ...beyond];
    const given = [...assessments, ...beyond.map((change) => assessed({ change }))];
    const { findings } = set.judge({
      plan: planOf(all),
      changes: given,
      access: [],
      now: '2026-06-01T12:00:00Z',
      pull: null,
    });
    expect(findings.slice(0, 5).map(({ message }) => message)).toEqual([
      'd of critical risk',
      'b of high risk',
      'e of high risk',
      'c of medium risk',
      'a of low risk',
    ]);
    expect(findings.at(-1)?.message).toContain('5 more changes');
  });
});

it('of reasons of one level, what tells a reader most comes first', () => {
  const codes = [
    'own-identity',
    'escalation-path',
    'reaches-power',
    'gains-administration',
    'sensitive-resource',
    'widens-others',
    'access-unknown',
    'recently-used',
    'irreversible',
    'expired',
    'expiry-extended',
    'consumers-affected',
    'old-credential',
    'widens-access',
    'long-unused',
    'unused-credential',
    'several-credentials',
    'narrows-access',
    'no-access-change',
  ];
  // What comes first in the alphabet is told last, so that no other order passes for it.
  const reasons = codes.map((code, index) => ({ level: 'low' as const, code, message: `${99 - index}` }));
  const { reasons: told } = joined({ level: 'low', reasons: reasons.toReversed() }, { level: 'low', reasons: [] });
  expect(told.map(({ code }) => code)).toEqual(codes);
});
