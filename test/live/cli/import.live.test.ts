import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanFile } from '../../../src/cli/plan-file.ts';
import { POSTGRES_CONFIGURATION, workspace } from '../../cli/workspace.ts';
import { wildEstate } from '../../support/wild-estate.ts';
import { startPostgres, type LivePostgres } from '../postgres/server.ts';

let server: LivePostgres;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(async () => {
  await server.stop();
});

test('after every file of the wild estate, countersign import and countersign plan --all have nothing left to do', async () => {
  const points = wildEstate(server.version);
  expect(points.length).toBeGreaterThanOrEqual(20);
  for (const { file, login, database, queries } of points) {
    const client = await server.connect(login, database);
    try {
      for (const query of queries) await client.query(query);
    } finally {
      await client.end();
    }
    const place = workspace(
      { '.github/countersign.yaml': configuration(await databases()) },
      { ORDERS_DB_READ: server.url('postgres', 'postgres') },
    );
    try {
      const imported = await place.run('import', 'orders-db', '--out', 'identities/orders-db');
      expect.soft(imported.code, `${file}: ${imported.stderr}`).toBe(0);
      const planned = await place.run('plan', '--all', '--exit-code', '--format', 'json');
      expect.soft(planned.code, file).toBe(0);
      const { plan, assessment } = JSON.parse(planned.stdout) as PlanFile;
      expect
        .soft(
          plan.changes.filter(({ steps, blocked }) => steps.length + blocked.length > 0),
          file,
        )
        .toEqual([]);
      const written = imported.stdout.split('\n').filter((line) => line.startsWith('wrote '));
      expect.soft([...new Set(written)], file).toHaveLength(plan.desired.length);
      for (const address of assessment.unmanaged.flatMap(({ addresses }) => addresses))
        expect.soft(imported.stdout, file).toContain(`not modelled: ${address}: PostgresRole: `);
      for (const { what, detail } of assessment.notModelled)
        expect.soft(imported.stdout, file).toContain(`${what}: ${detail}`);
    } finally {
      place.remove();
    }
  }
});

test('a login that may only connect plans, and needs no right to write anything', async () => {
  await server.query('CREATE ROLE onlooker LOGIN');
  const place = workspace(
    { '.github/countersign.yaml': configuration(['postgres']) },
    { ORDERS_DB_READ: server.url('onlooker', 'postgres') },
  );
  try {
    await place.run('import', 'orders-db', '--out', 'identities');
    const { code, stdout } = await place.run('plan', '--all', '--exit-code');
    expect([code, stdout]).toEqual([0, expect.stringContaining('already are as declared')]);
  } finally {
    place.remove();
  }
});

function configuration(names: readonly string[]): string {
  const list = names.map((name) => JSON.stringify(name)).join(', ');
  return POSTGRES_CONFIGURATION.replace(
    'mode: authoritative',
    `options: { databases: [${list}] }\n    mode: authoritative`,
  );
}

async function databases(): Promise<readonly string[]> {
  const rows = await server.query(
    'SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1',
  );
  return rows.map(({ datname }) => String(datname));
}
