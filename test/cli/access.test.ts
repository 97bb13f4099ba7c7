import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { startPglite, type EmbeddedPostgres } from '../support/pglite.ts';
import { CONFIGURATION, POSTGRES_CONFIGURATION, workspace, type Workspace } from './workspace.ts';

const APP = 'orders-db/PostgresRole/app';
let server: EmbeddedPostgres;
let place: Workspace;

beforeAll(async () => {
  server = await startPglite();
  await server.query(`
    CREATE ROLE readers; CREATE ROLE owner; CREATE ROLE app LOGIN; CREATE ROLE clerk LOGIN;
    CREATE SCHEMA billing AUTHORIZATION owner; GRANT USAGE ON SCHEMA billing TO readers;
    CREATE TABLE billing.invoices (id int, amount int); ALTER TABLE billing.invoices OWNER TO owner;
    CREATE TABLE billing.notes (id int); GRANT SELECT ON billing.notes TO PUBLIC;
    GRANT SELECT ON billing.invoices TO readers, app;
    GRANT readers TO app; GRANT owner TO app WITH INHERIT FALSE`);
  place = workspace(
    {
      '.github/countersign.yaml': POSTGRES_CONFIGURATION.replace(
        'mode:',
        'boundary: { include: [app, clerk] }\n    mode:',
      ),
      'identities/app.yaml': document('app', [
        'memberOf: [{ role: readers }, { role: owner, inherit: false }]',
        'grants: [{ on: { tables: billing.invoices }, privileges: [SELECT] }]',
      ]),
    },
    { ORDERS_DB_READ: server.url },
  );
});

afterAll(async () => {
  place.remove();
  await server.stop();
});

function document(name: string, spec: readonly string[]): string {
  const head = [
    'apiVersion: countersign.dev/v1',
    'kind: PostgresRole',
    `metadata: { name: ${name}, source: orders-db }`,
    'spec:',
  ];
  return `${[...head, ...spec.map((line) => `  ${line}`)].join('\n')}\n`;
}

describe('what an identity holds', () => {
  test('is told with its paths and conditions, and without what everyone does', async () => {
    const { code, stdout, stderr } = await place.run('access', APP);
    expect(code).toBe(0);
    expect(stdout).toContain(`orders-db/postgres: table billing.invoices
  DELETE, INSERT, MAINTAIN, REFERENCES, TRIGGER, TRUNCATE, UPDATE, grant DELETE, grant INSERT`);
    expect(stdout).toContain('as owner through owner, after SET ROLE to owner');
    expect(stdout).toContain('  SELECT: granted\n');
    expect(stdout).toContain(
      'orders-db/postgres: schema billing\n  CREATE, grant CREATE, grant USAGE: as owner through owner',
    );
    expect(stdout).toContain('  USAGE: granted through readers\n');
    expect(stdout).not.toContain('billing.notes: ');
    expect(stdout).toMatch(/Everyone has \d+ more: countersign access orders-db\/PostgresRole\/public\n/u);
    expect(stderr).toContain('Row security policies');
  });

  test('is told of everyone together', async () => {
    const { stdout } = await place.run('access', 'orders-db/PostgresRole/public');
    expect(stdout).toContain('orders-db/postgres: table billing.notes\n  SELECT: as everyone\n');
  });
});

test('who holds something on a table is told in text, with its columns where they differ', async () => {
  await server.query('CREATE ROLE auditor; GRANT SELECT (amount) ON billing.invoices TO auditor');
  const { stdout } = await place.run('access', '--resource', 'table billing.invoices');
  expect(stdout).toContain(`orders-db/postgres: table billing.invoices
  orders-db/PostgresRole/app
`);
  expect(stdout).toContain(`  orders-db/PostgresRole/owner
    DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE, with grant option: as owner
`);
  expect(stdout).toMatch(
    /orders-db\/postgres: column billing\.invoices\.amount\n {2}orders-db\/PostgresRole\/auditor\n {4}SELECT: granted\n$/u,
  );
});

test('who holds something on a resource is told by its short name, for every path', async () => {
  const { code, stdout } = await place.run('access', '--resource', 'table billing.invoices', '--format', 'json');
  expect(code).toBe(0);
  const { complete, permissions } = JSON.parse(stdout) as {
    complete: boolean;
    permissions: { principal: string; action: string; condition: string | null }[];
  };
  expect(complete).toBe(true);
  const reading = permissions
    .filter(({ action }) => action === 'SELECT')
    .map(({ principal }) => principal.split('/')[2]);
  expect(reading).toEqual(expect.arrayContaining(['app', 'owner', 'pg_read_all_data', 'postgres', 'readers']));
  expect(reading).not.toContain('clerk');
});

describe('a plan', () => {
  test('is judged by what it makes effective: what is held otherwise is neither lost nor gained', async () => {
    place.write('identities/clerk.yaml', document('clerk', ['memberOf: [{ role: readers }]']));
    place.write('identities/app.yaml', document('app', ['memberOf: [{ role: readers }]', 'grants: []']));
    const planned = await place.run('plan', '--all', '--out', 'plan.json');
    expect(planned.code).toBe(0);
    const { code, stdout } = await place.run('access', '--plan', 'plan.json');
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines).toContain(
      `= ${APP}: SELECT on orders-db/postgres: table billing.invoices revoked, and still held: granted through readers`,
    );
    expect(lines).toContain(
      `- ${APP}: UPDATE on orders-db/postgres: table billing.invoices lost: was as owner through owner, after SET ROLE to owner`,
    );
    expect(lines).toContain(
      '+ orders-db/PostgresRole/clerk: SELECT on orders-db/postgres: table billing.invoices gained: granted through readers',
    );
    expect(stdout).not.toContain('billing.notes');
  });

  test('is told for one identity, as it is afterwards, from what was read before', async () => {
    await place.run('access', APP, '--save', 'live.json');
    const { stdout } = await place.run(
      'access',
      'orders-db/PostgresRole/clerk',
      '--plan',
      'plan.json',
      '--live',
      'live.json',
    );
    expect(stdout).toContain('orders-db/postgres: table billing.invoices\n  SELECT: granted through readers\n');
    expect(stdout).toContain('What the plan changes:\n+ orders-db/PostgresRole/clerk: ');
    expect(stdout).not.toContain(`${APP}: `);
  });

  test('is told without what it blocks, by name', async () => {
    const { plan } = JSON.parse(place.read('plan.json')) as PlanFile;
    const changes = plan.changes.map((change) => ({
      ...change,
      blocked: [{ code: 'held', message: 'It is blocked.' }],
    }));
    place.write('blocked.json', JSON.stringify({ ...plan, changes }));
    const { stdout } = await place.run('access', '--plan', 'blocked.json', '--live', 'live.json');
    expect(stdout).toContain('What the plan changes:\n  nothing that anybody can do\n');
    expect(stdout).toContain(`Blocked, so not in it: ${APP}\n`);
  });

  test('of another system is refused', async () => {
    const live = JSON.parse(place.read('live.json')) as object;
    place.write('elsewhere.json', JSON.stringify({ ...live, target: { systemIdentifier: '1' } }));
    const { code, stderr } = await place.run('access', '--plan', 'plan.json', '--live', 'elsewhere.json');
    expect([code, stderr]).toEqual([1, expect.stringContaining('access-plan-elsewhere')]);
  });
});

describe('what cannot be answered says why', () => {
  test.each([
    [[], 'access-question-missing'],
    [[APP, '--resource', 'x'], 'arguments-contradict'],
    [['orders-db/PostgresRole/nobody'], 'access-principal-unknown'],
    [['--resource', 'table billing.nothing'], 'access-resource-unknown'],
    [['nowhere/PostgresRole/app'], 'unknown-source'],
    [[APP, '--live', '.github/countersign.yaml'], 'live-unusable'],
    [[APP, '--live', 'missing.json'], 'plan-unreadable'],
  ])('%s', async (argv, expected) => {
    const { code, stdout, stderr } = await place.run('access', ...argv);
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(expected)]);
  });

  test('a source that cannot be read has no answer, and is not empty', async () => {
    const lost = workspace({ '.github/countersign.yaml': POSTGRES_CONFIGURATION });
    const text = await lost.run('access', APP);
    expect([text.code, text.stdout, text.stderr]).toEqual([1, '', expect.stringContaining('credential-missing')]);
    const { stdout } = await lost.run('access', APP, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ complete: false, permissions: null });
    lost.remove();
  });

  test('a source of a kind without a model, and a question that two sources could answer', async () => {
    const two = CONFIGURATION.replace(
      'approval:',
      POSTGRES_CONFIGURATION.slice(
        POSTGRES_CONFIGURATION.indexOf('  orders-db:'),
        POSTGRES_CONFIGURATION.indexOf('approval:'),
      ) + 'approval:',
    );
    const both = workspace({ '.github/countersign.yaml': two });
    expect((await both.run('access', 'robots/MemoryAccount/a')).stderr).toContain('access-not-modelled');
    expect((await both.run('access', '--resource', 'table a.b')).stderr).toContain('access-source-unclear');
    both.remove();
  });
});
