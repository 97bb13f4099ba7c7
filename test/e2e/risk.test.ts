import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate, pathOf } from './estate.ts';
import { checksOf, commentsOf } from './evidence.ts';
import type { Pull } from './repository.ts';
import { shown } from './runner.ts';

const RULES = `policies: [policies/]
sensitive:
  - name: invoice-lines
    resources: ['*: * billing.lines*']
    level: critical
`;

const POLICY = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: risk }
spec:
  rules:
    - name: sensitive-asks-security
      when: "'sensitive-resource' in risk.reasons && risk.level == 'critical'"
      effect: { require: { of: '@eve' } }
      message: '{change.name} is of {risk.level} risk'
`;

let estate: Estate;

async function decision(pull: Pull): Promise<string | undefined> {
  const { plan, publish } = await estate.team.planAndPublish(pull);
  expect(plan.exitCode, shown(plan)).toBe(0);
  return publish.outputs['decision'];
}

function comment(pull: Pull): string {
  return commentsOf(estate.team, pull).at(-1)?.body ?? '';
}

describe('what the configuration calls sensitive', () => {
  beforeAll(async () => {
    estate = await Estate.begin({ rules: RULES, files: { 'policies/risk.yaml': POLICY } });
  });
  afterAll(async () => {
    await estate.expectSound();
    await estate.close();
  });

  it('makes the change risky that gains access to it, in the comment, in the check and to policies, up to the apply', async () => {
    const pull = await estate.approved('lines', declares('lines', { tables: 'billing.lines' }));
    expect(comment(pull)).toContain('critical: reaches invoice-lines: SELECT on ');
    expect(comment(pull)).toContain('is of critical risk');
    expect(JSON.stringify(checksOf(estate.team, pull.head.sha).plan)).toContain('reaches invoice-lines');
    expect(await decision(pull)).toBe('waiting');
    await estate.approve(pull, { as: estate.eve });
    expect(await decision(pull)).toBe('approved');
    await estate.merge(pull);
    expect(await estate.team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('also by a pattern that can match it, and not by one that never does', async () => {
    const wide = await estate.approved('wide', declares('wide', { tables: 'billing.l*' }));
    expect(comment(wide)).toContain('critical: reaches invoice-lines: SELECT on ');
    const narrow = await estate.approved('narrow', declares('narrow', { tables: 'billing.inv*' }));
    expect(comment(narrow)).toContain('medium: gains ');
    expect(await decision(narrow)).toBe('approved');
  });

  it('is told beside the way in which a role gives itself more', async () => {
    const text = `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata: { name: maker, source: orders-db, owner: billing }
spec: { createRole: true, memberOf: [pg_read_all_data] }
`;
    const pull = await estate.approved('maker', { [pathOf('maker')]: text });
    expect(comment(pull)).toContain('critical: gains CREATEROLE: can create roles');
    expect(comment(pull)).toContain('reaches invoice-lines: ');
  });
});
