import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleJob } from '../../e2e/examples.ts';
import { checksOf, commentsOf, typesOf } from '../../e2e/evidence.ts';
import { Team, type Account, type Pull } from '../../e2e/repository.ts';
import { startPostgres, type LivePostgres } from '../postgres/server.ts';
import { runWorkflow } from './act.ts';

const EXPORTER = 'identities/orders-db/billing-exporter.yaml';
const INSTALLED = [
  '.github/countersign.yaml',
  ...['tripwire', 'plan', 'apply'].map((name) => `.github/workflows/countersign-${name}.yml`),
];

let server: LivePostgres;
let team: Team;
let dora: Account;

beforeAll(async () => {
  server = await startPostgres();
  await server.query('CREATE DATABASE orders; ');
  await server.query('CREATE SCHEMA billing; CREATE TABLE billing.invoices (id int)', 'orders');
  await server.query('CREATE ROLE countersign_writer LOGIN SUPERUSER; CREATE ROLE countersign_reader LOGIN SUPERUSER');
  team = await Team.form(Object.fromEntries(INSTALLED.map((path) => [path, example(path)])), {
    ORDERS_DB_READ: server.url('countersign_reader', 'orders'),
    ORDERS_DB_WRITE: server.url('countersign_writer', 'orders'),
  });
  dora = team.server.createUser({ login: 'dora' });
  team.repository.setCollaborator(dora, 'write');
  const init = await team.init();
  expect(init.exitCode, init.log).toBe(0);
});

afterAll(async () => {
  await team.close();
  await server.stop();
});

function example(path: string): string {
  return readFileSync(new URL(`../../../examples/${path}`, import.meta.url), 'utf8');
}

/** What an event about a pull request sets off: the tripwire as the pull request has it, then plan and publish as the default branch has them. */
async function noticed(pull: Pull, event: string): Promise<string> {
  const payload = { pull_request: { number: pull.number, head: { sha: pull.head.sha } } };
  const nothing = { permissions: {}, secrets: {} };
  const tripwire = await runWorkflow(team, { workflow: 'countersign-tripwire.yml', event, payload, ...nothing });
  expect(tripwire.exitCode, tripwire.log).toBe(0);
  return await planned({ action: 'completed', workflow_run: { head_sha: pull.head.sha } });
}

/** "Countersign plan" after another workflow's run. */
async function planned(payload: Readonly<Record<string, unknown>>): Promise<string> {
  const run = await runWorkflow(team, {
    workflow: 'countersign-plan.yml',
    event: 'workflow_run',
    payload,
    // The runner knows one token for all jobs of a workflow.
    permissions: { ...exampleJob('plan').permissions, ...exampleJob('publish').permissions },
    secrets: { ORDERS_DB_READ: team.secrets['ORDERS_DB_READ'] ?? '' },
  });
  expect(run.exitCode, run.log).toBe(0);
  return run.log;
}

async function applied(): Promise<void> {
  const apply = await runWorkflow(team, {
    workflow: 'countersign-apply.yml',
    event: 'push',
    payload: { ref: 'refs/heads/main' },
    permissions: exampleJob('apply').permissions,
    secrets: { ORDERS_DB_WRITE: team.secrets['ORDERS_DB_WRITE'] ?? '' },
  });
  expect(apply.exitCode, apply.log).toBe(0);
}

async function approve(pull: Pull): Promise<void> {
  team.server.advanceClock(2);
  for (const as of [team.ben, dora]) await team.repository.review(pull, { as, event: 'APPROVE' });
}

it('the example files, copied as they are, lead from a pull request to a role in the database', async () => {
  const pull = await team.propose('exporter', { [EXPORTER]: example(EXPORTER) });
  const log = await noticed(pull, 'pull_request');
  expect(log).toMatch(/approval-missing/u);
  expect(commentsOf(team, pull)).toHaveLength(1);
  expect(checksOf(team, pull.head.sha)).toMatchObject({
    plan: { state: 'success' },
    approval: { state: 'in_progress' },
  });

  await approve(pull);
  await noticed(pull, 'pull_request_review');
  expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });

  team.server.advanceClock(2);
  await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
  await applied();
  expect(await typesOf(team, pull)).toEqual(['planned', 'published', 'approved', 'apply-started', 'apply-finished']);
  expect(
    await server.query(
      `SELECT rolcanlogin AS login, rolconnlimit AS "limit", has_table_privilege(oid, 'billing.invoices', 'SELECT') AS held
       FROM pg_roles WHERE rolname = 'billing-exporter'`,
      'orders',
    ),
  ).toEqual([{ login: true, limit: 5, held: true }]);
});

it('the example files let a merge queue land what is approved, and an apply take the green from what it overtook', async () => {
  const limited = (limit: number) => ({
    [EXPORTER]: example(EXPORTER).replace(/(?<=connectionLimit: )\d+/u, String(limit)),
  });
  const queued = await team.propose('queued', limited(6));
  const overtaken = await team.propose('overtaken', limited(7));
  for (const pull of [queued, overtaken]) {
    await team.planAndPublish(pull);
    await approve(pull);
    await team.planAndPublish(pull);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'success' } });
  }
  const [group] = await team.repository.enqueue([queued], { method: 'squash' });
  if (group === undefined) throw new Error('nothing was queued');
  const nothing = { payload: {}, permissions: {}, secrets: {} };
  const tripwire = await runWorkflow(team, { workflow: 'countersign-tripwire.yml', event: 'merge_group', ...nothing });
  expect(tripwire.exitCode, tripwire.log).toBe(0);
  await planned(await team.groupPayload(group));
  expect(checksOf(team, group.headSha)).toMatchObject({ approval: { state: 'success' } });
  expect(await team.repository.settleGroups([group])).toMatchObject({ landed: [queued] });
  await applied();
  await planned(team.server.lastEvent('workflow_run', 'completed').payload);
  expect(checksOf(team, overtaken.head.sha)).toMatchObject({ approval: { state: 'failure' } });
});
