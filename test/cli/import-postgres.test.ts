import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { startPglite, type EmbeddedPostgres } from '../support/pglite.ts';
import { wildEstate } from '../support/wild-estate.ts';
import { POSTGRES_CONFIGURATION, workspace, type Workspace } from './workspace.ts';

let server: EmbeddedPostgres;
let place: Workspace;

beforeAll(async () => {
  server = await startPglite();
  for (const file of wildEstate(180_000).filter(({ pglite }) => pglite)) {
    await server.query(`SET SESSION AUTHORIZATION ${file.login}`);
    for (const query of file.queries) await server.query(query);
    await server.query('SET SESSION AUTHORIZATION postgres; RESET ALL');
  }
  place = workspace({ '.github/countersign.yaml': POSTGRES_CONFIGURATION }, { ORDERS_DB_READ: server.url });
});

afterAll(async () => {
  place.remove();
  await server.stop();
});

test('a wild estate is imported through the command line, and planning right after has nothing to do', async () => {
  const { code, stdout } = await place.run('import', 'orders-db', '--out', 'identities/orders-db');
  const planned = await place.run('plan', '--all', '--exit-code', '--format', 'json');
  expect([code, planned.code]).toEqual([0, 0]);
  const { plan, assessment } = JSON.parse(planned.stdout) as PlanFile;
  expect(plan.changes.flatMap(({ steps, blocked }) => [...steps, ...blocked])).toEqual([]);
  expect(plan.desired.length).toBeGreaterThan(10);
  const written = stdout.split('\n').filter((line) => line.startsWith('wrote '));
  expect(written).toHaveLength(plan.desired.length);
  for (const { what, detail } of assessment.notModelled) expect(stdout).toContain(`${what}: ${detail}`);
  const unmanaged = assessment.unmanaged.flatMap(({ addresses }) => addresses);
  for (const address of unmanaged) expect(stdout).toContain(`not modelled: ${address}: PostgresRole: `);
});

test('an import names the roles that nobody means to manage: the reading login, superusers and owners of databases', async () => {
  await server.query(
    'CREATE ROLE keeper NOLOGIN; CREATE ROLE bystander NOLOGIN; ALTER DATABASE template1 OWNER TO keeper',
  );
  const fresh = workspace({ '.github/countersign.yaml': POSTGRES_CONFIGURATION }, { ORDERS_DB_READ: server.url });
  const imported = await fresh.run('import', 'orders-db', '--out', 'identities/orders-db');
  fresh.remove();
  expect(imported.stderr).toContain("not manage, and exclude it in the source's boundary:\n");
  expect(imported.stderr).toContain('  identities/orders-db/keeper.yaml: owns the database template1\n');
  expect(imported.stderr).not.toContain('bystander');
  expect(imported.stderr).toMatch(/postgres\.yaml: is the login that Countersign reads with, is a superuser/u);
});

test('a plan counts one role as one', async () => {
  const narrow = POSTGRES_CONFIGURATION.replace(
    'mode: authoritative',
    'boundary: { include: [keeper] }\n    mode: authoritative',
  );
  const one = workspace({ '.github/countersign.yaml': narrow }, { ORDERS_DB_READ: server.url });
  const { stdout } = await one.run('plan', '--all');
  one.remove();
  expect(stdout).toMatch(/, 1 role\b/u);
});

test('a credential that is not there is said by its name, and is neither an absence nor a defect', async () => {
  const lost = workspace({
    '.github/countersign.yaml': POSTGRES_CONFIGURATION,
    'identities/app.yaml': [
      'apiVersion: countersign.dev/v1',
      'kind: PostgresRole',
      'metadata: { name: app, source: orders-db }',
      'spec: { login: true }',
    ].join('\n'),
  });
  const { code, stdout, stderr } = await lost.run('plan', '--all', '--format', 'json');
  lost.remove();
  expect(code).toBe(1);
  expect(`${stdout}${stderr}`).toContain('ORDERS_DB_READ');
  expect(`${stdout}${stderr}`).not.toContain('facts-malformed');
});
