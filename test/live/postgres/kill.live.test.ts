import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { creationComment } from '../../../src/providers/postgres/normal-form/creation-mark.ts';
import { applyLogged, type Order } from './apply-child.ts';
import { document, planFor, type Cluster } from './change.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres;
let cluster: Cluster;
let folder: string;

beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'countersign-kill-'));
  await server.query('CREATE DATABASE orders');
  for (const database of ['postgres', 'orders'])
    await server.query('CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE TABLE s.u (a int)', database);
  await server.query('CREATE ROLE "group"');
  cluster = { server, databases: ['postgres', 'orders'], writer: 'postgres' };
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

const grant = (database: string) => ({ database, on: { tables: 's.*' }, privileges: ['SELECT'] });
const spec = {
  login: true,
  comment: 'made whole',
  settings: { everywhere: { work_mem: '8MB' } },
  memberOf: ['group'],
  grants: [grant('postgres'), grant('orders')],
};
const deleted = { kind: 'delete' as const, options: {} };

/** Runs the apply in a process of its own, and kills that with SIGKILL where it stands still. Whether it came that far. */
async function killedAt(order: Order): Promise<boolean> {
  const path = join(folder, 'order.json');
  writeFileSync(path, JSON.stringify(order));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'apply-child.ts'), 'apply', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve) => {
    child.stdout.once('data', (bytes: Buffer) => resolve(String(bytes)));
    child.once('exit', () => resolve('exit'));
  });
  if (said.startsWith('standing still')) {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exit;
    return true;
  }
  expect(said).toBe('done\n');
  return false;
}

/** All that the role is and has, as the catalogues say; null: it does not exist. */
async function state(): Promise<unknown> {
  const role = await server.query(
    `SELECT rolcanlogin, regexp_replace(shobj_description(oid, 'pg_authid'), '[0-9a-f]{64}$', '') AS comment, (SELECT setconfig FROM pg_db_role_setting WHERE setrole = r.oid) AS settings,
       (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships FROM pg_roles r WHERE rolname = 'app'`,
  );
  if (role.length === 0) return null;
  const held = `SELECT count(*)::int AS held FROM pg_class WHERE relacl::text LIKE '%app=r%'`;
  return { ...role[0], here: await server.query(held), there: await server.query(held, 'orders') };
}

async function killEverywhere(
  wish: Parameters<typeof planFor>[1],
  restore: () => Promise<unknown>,
  atomic: readonly unknown[],
): Promise<number> {
  const { plan } = await planFor(cluster, wish);
  expect(plan.changes.flatMap(({ blocked }) => blocked)).toEqual([]);
  const host = server.url('USER', 'DATABASE');
  const { server: _, ...rest } = cluster;
  const expected = atomic.at(-1);
  for (let stopAt = 1; ; stopAt += 0.5) {
    const ledger = join(folder, `ledger-${stopAt}`);
    const order = { cluster: rest, host, plan, ledger, stopAt };
    const killed = await killedAt(order);
    await expect
      .poll(() => server.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'countersign'`), {
        timeout: 30_000,
      })
      .toEqual([]);
    expect(atomic, `killed at ${stopAt}`).toContainEqual(await state());
    const report = await applyLogged(order);
    expect(report, `resumed after ${stopAt}`).toMatchObject({ unverified: [] });
    expect(['applied', 'nothing']).toContain(report.result);
    expect(await state()).toEqual(expected);
    const applied = readFileSync(ledger, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"kind":"applied"'));
    expect(new Set(applied.map((line) => /"stepId":"([^"]*)"/u.exec(line)?.[1])).size).toBe(applied.length);
    await restore();
    if (!killed) return stopAt;
  }
}

it('a creation killed at any statement is whole or not there, and the next run finishes it', async () => {
  const role = { rolcanlogin: true, comment: 'made whole', settings: ['work_mem=8MB'], memberships: 1 };
  const granted = (here: number, there: number) => ({ ...role, here: [{ held: here }], there: [{ held: there }] });
  const restore = async () => {
    await server.query('DROP OWNED BY app', 'orders');
    await server.query('DROP OWNED BY app; DROP ROLE app');
  };
  const stops = await killEverywhere({ base: [], head: [document('app', spec)] }, restore, [
    null,
    { ...granted(0, 0), comment: creationComment('') },
    granted(0, 0),
    granted(2, 0),
    granted(2, 2),
  ]);
  expect(stops).toBeGreaterThan(8);
});

it('a deletion killed at any statement has taken whole steps, and the next run finishes it', async () => {
  await server.query('CREATE ROLE app LOGIN; GRANT SELECT ON s.t TO app');
  await server.query('GRANT SELECT ON s.t TO app', 'orders');
  const [row] = await server.query(`SELECT oid FROM pg_roles WHERE rolname = 'app'`);
  expect(row).toBeDefined();
  const { plan } = await planFor(cluster, { base: [document('app', {}, deleted)], head: [] });
  const { server: _, ...rest } = cluster;
  const ledger = join(folder, 'deletion');
  // A deleted role cannot be restored with its oid, so one role is killed again and again on its way.
  let stopAt = 1;
  while (await killedAt({ cluster: rest, host: server.url('USER', 'DATABASE'), plan, ledger, stopAt })) stopAt += 0.5;
  const receipts = readFileSync(ledger, 'utf8');
  expect(receipts).not.toMatch(/"kind":"(?:conflict|failed|ambiguous)"/u);
  expect(await state()).toBeNull();
});
