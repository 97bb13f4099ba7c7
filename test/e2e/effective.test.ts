import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Estate, pathOf } from './estate.ts';
import { checksOf, commentsOf } from './evidence.ts';
import type { Pull } from './repository.ts';
import { shown } from './runner.ts';

const SQL = `
  CREATE ROLE readers;
  GRANT USAGE ON SCHEMA billing TO readers;
  GRANT SELECT ON billing.invoices TO readers;
  CREATE ROLE app LOGIN;
  GRANT readers TO app;
  GRANT SELECT ON billing.invoices TO app;
  CREATE ROLE bob LOGIN;
  GRANT readers TO bob;
  CREATE TABLE billing.secret_lines (id int);
  CREATE ROLE holders;
  GRANT SELECT ON billing.secret_lines TO holders;
  CREATE ROLE clerk LOGIN;
  CREATE ROLE old;
  CREATE ROLE former;
  CREATE ROLE heir SUPERUSER;
  CREATE TABLE billing.inherited (id int);
  ALTER TABLE billing.inherited OWNER TO former;
  CREATE TABLE billing.left_behind (id int);
  ALTER TABLE billing.left_behind OWNER TO old;`;

/** Of a role that is there; `grants` in YAML. */
function document(name: string, grants: string, onRemove = 'disable'): Readonly<Record<string, string>> {
  return {
    [pathOf(name)]: `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata: { name: ${name}, source: orders-db, owner: billing, purpose: Serves, onRemove: ${onRemove} }
spec:
  grants: [${grants}]
`,
  };
}

const USAGE = '{ on: { schemas: billing }, privileges: [USAGE] }';
const SELECT = "{ on: { tables: 'billing.invoices' }, privileges: [SELECT] }";
const LINES = "{ on: { tables: 'billing.lines' }, privileges: [SELECT] }";

const RULES = `policies: [policies/]
sensitive:
  - name: invoice-lines
    resources: ['*: table billing.secret_lines']
    level: critical
`;

/** Asks where the risk is critical, so that what it follows from is seen to reach the policies. */
const POLICY = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: risk }
spec:
  rules:
    - name: sensitive-asks-eve
      when: "'sensitive-resource' in risk.reasons && risk.level == 'critical' && change.name == 'clerk'"
      effect: { require: { of: '@eve' } }
      message: '{change.name} is of {risk.level} risk'
`;

let estate: Estate;

async function published(pull: Pull) {
  const { plan, publish } = await estate.team.planAndPublish(pull);
  expect(plan.exitCode, shown(plan)).toBe(0);
  const body = commentsOf(estate.team, pull).at(-1)?.body ?? '';
  return { decision: publish.outputs['decision'], body, log: plan.log };
}

describe('effective access in a pull request', () => {
  beforeAll(async () => {
    estate = await Estate.begin({
      sql: SQL,
      widening: 'administrators',
      rules: RULES,
      files: {
        'policies/risk.yaml': POLICY,
        ...document('holders', "{ on: { tables: 'billing.secret_lines' }, privileges: [SELECT] }"),
        ...document('clerk', ''),
        ...document('readers', `${USAGE}, ${SELECT}`),
        ...document('app', SELECT),
        ...document('bob', ''),
        ...document('old', '', '{ delete: { reassignOwnedTo: reporting } }'),
        ...document('former', '', '{ delete: { reassignOwnedTo: heir } }'),
      },
    });
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it('shows reviewers what members gain with their group, and asks for who answers for it, up to the apply', async () => {
    const { team } = estate;
    const pull = await team.propose('group', document('readers', `${USAGE}, ${SELECT}, ${LINES}`));
    const { body, log } = await published(pull);
    expect(body).toContain(
      '**2 identities (`app`, `bob`) gain `SELECT` on `orders-db/postgres: table billing.lines` through `readers`.**',
    );
    expect(body).toContain('2 other identities gain SELECT on ');
    expect(log).toContain('2 identities (app, bob) gain SELECT');
    await estate.approve(pull);
    expect((await published(pull)).decision).toBe('waiting');
    expect(checksOf(team, pull.head.sha).approval?.summary).toContain('administrators');
    await estate.approve(pull, { as: team.cleo });
    expect((await published(pull)).decision).toBe('approved');
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('app')).toMatchObject({ lines: true });
  });

  it('takes no grant for lost that is held through a group, and asks nobody but the owner', async () => {
    const { team } = estate;
    const pull = await team.propose('kept', document('app', ''));
    const { body } = await published(pull);
    expect(body).toContain('`SELECT` on `orders-db/postgres: table billing.invoices`: still held through `readers`');
    expect(body).not.toContain('loses `SELECT`');
    expect(body).toContain('low: is no longer given 1 permission that it holds still through readers');
    await estate.approve(pull);
    expect((await published(pull)).decision).toBe('approved');
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('app')).toMatchObject({ invoices: true });
  });

  it('takes no grant for gained that was held, and asks for it all the same: it outlives the membership', async () => {
    const { team } = estate;
    const pull = await team.propose('repeated', document('bob', SELECT));
    const { body } = await published(pull);
    expect(body).toContain('`SELECT` on `orders-db/postgres: table billing.invoices`: already held through `readers`');
    expect(body).not.toContain('gains `SELECT`');
    expect(body).toContain('medium: is given 1 permission that it held already through readers |');
    await estate.approve(pull);
    expect((await published(pull)).decision).toBe('waiting');
  });

  it('makes a membership as risky as what it reaches, and policies that ask by the risk see it up to the apply', async () => {
    const { team } = estate;
    const text = document('clerk', '')[pathOf('clerk')] ?? '';
    const joining = text.replace('spec:', 'spec:\n  memberOf: [holders]');
    const pull = await team.propose('reach', { [pathOf('clerk')]: joining });
    const { body } = await published(pull);
    expect(body).toContain('critical: reaches invoice-lines through holders: SELECT on ');
    expect(body).toContain('clerk is of critical risk');
    await estate.approve(pull);
    await estate.approve(pull, { as: team.cleo });
    expect((await published(pull)).decision).toBe('waiting');
    await estate.approve(pull, { as: estate.eve });
    expect((await published(pull)).decision).toBe('approved');
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  });

  it('asks for who answers for widening where a deletion makes somebody else an owner, and nothing is given directly', async () => {
    const { team } = estate;
    const pull = await team.propose('gone', { [pathOf('old')]: null });
    const { body } = await published(pull);
    expect(body).toMatch(/`reporting` gains .* on `orders-db\/postgres: table billing.left_behind` as owner/u);
    expect(body).toContain('access is widened: `orders-db/PostgresRole/reporting`');
    expect(checksOf(team, pull.head.sha).approval?.summary).toContain('administrators');
  });

  it('publishes anew where nobody was to gain anything, and somebody does by now', async () => {
    const { team, postgres } = estate;
    const pull = await team.propose('inherits', { [pathOf('former')]: null });
    const { body } = await published(pull);
    expect(body).not.toMatch(/access is widened|` gains `/u);
    await published(pull);
    expect(commentsOf(team, pull)).toHaveLength(1);
    await postgres.query('ALTER ROLE heir NOSUPERUSER');
    const again = await published(pull);
    expect(commentsOf(team, pull)).toHaveLength(2);
    expect(again.body).toMatch(/`heir` gains .* as owner/u);
    expect(again.body).toContain('access is widened');
  });
});
