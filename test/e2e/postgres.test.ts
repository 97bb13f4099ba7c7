import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPglite, type EmbeddedPostgres } from '../support/pglite.ts';
import { Team } from './repository.ts';

const CONFIGURATION = `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people:
  billing: [ben]
  administrators: [cleo]
sources:
  orders-db:
    provider: postgres
    connection:
      read: { env: ORDERS_DB_READ }
      write: { env: ORDERS_DB_WRITE }
    mode: authoritative
    owner: billing
approval:
  administrators: administrators
ledger:
  branch: countersign/ledger
  signing: { kind: none }
`;

const exporter = (limit: number, tables: string) => `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata:
  name: billing-exporter
  source: orders-db
  owner: billing
  purpose: Nightly invoice export
spec:
  login: true
  connectionLimit: ${limit}
  grants:
    - on: { schemas: billing }
      privileges: [USAGE]
    - on: { tables: '${tables}' }
      privileges: [SELECT]
`;

describe('from a pull request to a verified live role', () => {
  let postgres: EmbeddedPostgres;
  let team: Team;

  beforeAll(async () => {
    postgres = await startPglite();
    await postgres.query(
      `CREATE SCHEMA billing; CREATE TABLE billing.invoices (id int); CREATE TABLE billing.lines (id int); CREATE TABLE billing.secrets (id int)`,
    );
    team = await Team.form(
      { '.github/countersign.yaml': CONFIGURATION },
      { ORDERS_DB_READ: postgres.url, ORDERS_DB_WRITE: postgres.url },
    );
    await team.init();
  });

  afterAll(async () => {
    await team.close();
    await postgres.stop();
  });

  it('creates the role that was approved, and nothing else', async () => {
    const pull = await team.propose('exporter', { 'identities/exporter.yaml': exporter(5, 'billing.invoices') });
    const first = await team.planAndPublish(pull);
    expect(first.publish.outputs).toMatchObject({ decision: 'waiting' });
    team.server.advanceClock(5);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    const applied = await team.apply();
    expect(applied.log).toMatch(/applied/u);
    expect(
      await postgres.query(`SELECT rolcanlogin, rolconnlimit FROM pg_roles WHERE rolname = 'billing-exporter'`),
    ).toEqual([{ rolcanlogin: true, rolconnlimit: 5 }]);
    expect(
      await postgres.query(
        `SELECT has_table_privilege('billing-exporter', 'billing.invoices', 'SELECT') AS held, has_table_privilege('billing-exporter', 'billing.lines', 'SELECT') AS more`,
      ),
    ).toEqual([{ held: true, more: false }]);
  });

  it('refuses when the live role moved after the approval, naming attribute, planned and found value; a new plan is approved anew', async () => {
    const pull = await team.propose('limit', { 'identities/exporter.yaml': exporter(9, 'billing.*') });
    await team.planAndPublish(pull);
    team.server.advanceClock(5);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await postgres.query(`ALTER ROLE "billing-exporter" CONNECTION LIMIT 50`);
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'merge' });
    const refused = await team.apply();
    expect(refused.log).toMatch(/conflict at \/connectionLimit/u);
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(await postgres.query(`SELECT rolconnlimit FROM pg_roles WHERE rolname = 'billing-exporter'`)).toEqual([
      { rolconnlimit: 50 },
    ]);
  });

  it('voids the approval when live state moves before the merge, and asks for the new code', async () => {
    const pull = await team.propose('limit-again', { 'identities/exporter.yaml': exporter(7, 'billing.*') });
    await team.planAndPublish(pull);
    team.server.advanceClock(5);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    await postgres.query(`ALTER ROLE "billing-exporter" CONNECTION LIMIT 60`);
    const moved = await team.planAndPublish(pull);
    expect(moved.publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(moved.publish.log).toMatch(/approval-missing/u);
  });
});
