import { describe, expect, it } from 'vitest';
import type { SourceAccess } from '../../../src/core/access/assessed.ts';
import type { ChangeAssessment, Risk } from '../../../src/core/assessment.ts';
import { riskAnew, type Rules } from '../../../src/core/risk/anew.ts';
import { account, declared, memoryLab } from '../../support/memory.ts';
import { configurationFor } from '../../support/planning.ts';

const lab = memoryLab({
  accounts: { a: account({ grants: { orders: ['read'] } }) },
  resources: ['orders', 'hr.pay'],
  provider: {
    risk: {
      reaches: ({ resource, action }) => [{ resource, actions: [action] }],
      escalations: ({ gains, held }) =>
        gains
          .filter(({ action }) => action === 'act as')
          .map((gain) => ({
            gain,
            level: 'critical',
            what: gain.resource,
            path: `can do more than ${held.length} things`,
            seen: 'permissions',
          })),
      ownIdentities: ({ name }) => [{ address: `${name}/MemoryAccount/a`, resource: 'a', name: 'a', does: 'writes' }],
    },
  },
});
const { plan, assessment } = await lab.plan({
  base: [declared('a', { grants: [{ on: 'orders', actions: ['read'] }] })],
  head: [
    declared('a', {
      actsAs: ['root'],
      grants: [
        { on: 'hr.*', actions: ['read'] },
        { on: 'orders', actions: ['read'] },
      ],
    }),
  ],
});
const rules: Rules = {
  configuration: {
    ...configurationFor(lab.source),
    sensitive: [{ name: 'personal-data', resources: ['hr.*'], actions: ['*'], level: 'high' }],
  },
  providers: new Map([['memory', lab.provider]]),
  now: '2026-06-01T12:00:00Z',
};
const LOW: Risk = { level: 'low', reasons: [] };

/** Risk as it is told anew of assessments that somebody else made. */
function told(
  change: (honest: ChangeAssessment) => Partial<ChangeAssessment>,
  by: Rules = rules,
  access: readonly SourceAccess[] = [],
) {
  const changes = assessment.changes.map((honest) => ({ ...honest, ...change(honest) }));
  const [risk] = riskAnew(plan, { changes, access }, by).map((one) => one.risk);
  return { level: risk?.level, reasons: risk?.reasons.map(({ code, message }) => `${code}: ${message}`) };
}

const ALL = [
  'own-identity: is the identity as which Countersign writes',
  'escalation-path: gains root: can do more than 3 things',
  'sensitive-resource: reaches personal-data: read on hr.*',
  'widens-access: gains 1 permission',
];

describe('the risk of a plan that somebody else assessed', () => {
  it('is at least what the plan and the rules say, whatever the assessment calls it', () => {
    expect(told(() => ({ risk: LOW }))).toEqual({ level: 'critical', reasons: ALL });
  });

  it('is not lowered by hiding what is gained, or how much power that gives', () => {
    expect(told(() => ({ risk: LOW, gains: [] }))).toEqual({ level: 'critical', reasons: ALL });
    const harmless = ({ gains }: ChangeAssessment) => gains.map((gain) => ({ ...gain, power: 'use' as const }));
    expect(told((honest) => ({ risk: LOW, gains: harmless(honest) }))).toEqual({ level: 'critical', reasons: ALL });
  });

  it('keeps what only the live systems told', () => {
    const reasons = [{ level: 'high' as const, code: 'recently-used', message: 'last used today' }];
    const both = told(() => ({ risk: { level: 'high', reasons } }));
    expect(both.reasons).toEqual([...ALL.slice(0, 3), 'recently-used: last used today', ...ALL.slice(3)]);
    expect(told(() => ({ risk: { level: 'critical', reasons } }), { ...rules, providers: new Map() }).level).toBe(
      'critical',
    );
  });

  it('says of an honest assessment what it says itself', () => {
    const before = riskAnew(plan, assessment, rules);
    expect(riskAnew(plan, { changes: before, access: [] }, rules)).toEqual(before);
    const untagged = { ...rules, configuration: { ...rules.configuration, sensitive: [] } };
    expect(riskAnew(plan, assessment, untagged)).toEqual(assessment.changes);
  });

  it('is told by the access that is shown where no provider knows the source', () => {
    expect(told(() => ({ risk: LOW }), { ...rules, providers: new Map() })).toEqual({
      level: 'critical',
      reasons: [
        'gains-administration: gains act as',
        'sensitive-resource: reaches personal-data: read on hr.*',
        'widens-access: gains 1 permission',
      ],
    });
  });
});
