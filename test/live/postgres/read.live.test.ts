import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LiveState } from '../../../src/core/live.ts';
import type { Connection } from '../../../src/core/ports.ts';
import { postgresFacts } from '../../../src/providers/postgres/facts.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { roleAttributes } from '../../../src/providers/postgres/normal-form/model.ts';
import { connectionTo, readAll } from '../../support/round-trip.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres;

beforeAll(async () => {
  server = await startPostgres();
  await server.query(`
    CREATE ROLE app LOGIN; CREATE ROLE watcher LOGIN; CREATE ROLE writer LOGIN CREATEROLE;
    CREATE ROLE creator; CREATE ROLE broken LOGIN`);
  for (const database of ['orders', 'stock', 'closed', 'forgotten']) await server.query(`CREATE DATABASE ${database}`);
  await server.query('CREATE SCHEMA s; CREATE TABLE s.t (x int); GRANT SELECT ON s.t TO app', 'orders');
  await server.query('CREATE SCHEMA s; CREATE TABLE s.t (x int); GRANT INSERT ON s.t TO app', 'stock');
  await server.query(
    'CREATE TABLE mine (x int); ALTER TABLE mine OWNER TO app; CREATE TABLE t (x int); GRANT SELECT ON t TO app',
    'forgotten',
  );
  await server.query('GRANT CONNECT ON DATABASE forgotten TO app; ALTER DATABASE closed ALLOW_CONNECTIONS false');
});

afterAll(async () => {
  await server.stop();
});

function connection(user: string, database: string, details: Partial<Connection> = {}): Connection {
  return connectionTo(server.url(user, database), details);
}

function reasons(state: LiveState): readonly (readonly [string | null, string])[] {
  return state.unreadable.map(({ address, reason }) => [address, reason.code]);
}

function grantsOf(state: LiveState, role: string): unknown {
  const object = state.objects.find(({ address }) => address.endsWith(`/${role}`));
  return roleAttributes(object?.attributes ?? {}).grants?.values;
}

describe('several databases of one cluster', () => {
  test('are one source, each in its own place', async () => {
    const live = await readAll(connection('postgres', 'stock', { options: { databases: ['orders', 'stock'] } }));
    expect(grantsOf(live, 'app')).toEqual({
      orders: { 'table s.t': { SELECT: 'granted' } },
      stock: { 'table s.t': { INSERT: 'granted' } },
    });
    expect(postgresFacts(live).databases).toEqual(['orders', 'stock']);
    expect(Object.keys(live.target).sort()).toEqual(['database:orders', 'database:stock', 'systemIdentifier']);
  });

  test('have one target from every one of them', async () => {
    const options = { databases: ['orders', 'stock'] };
    const [one, other] = ['orders', 'stock'].map((database) =>
      postgres.reader(connection('postgres', database, { options })),
    );
    expect(await one?.identify()).toEqual(await other?.identify());
  });

  test('make what a role has in the others a fact, and listed', async () => {
    const live = await readAll(connection('postgres', 'orders'));
    expect(postgresFacts(live).elsewhere['app']).toEqual({
      forgotten: { owned: 1, other: 1 },
      stock: { owned: 0, other: 1 },
    });
    const listed = live.notModelled
      .filter(({ address }) => address?.endsWith('/app') === true)
      .map(({ what, detail }) => [what, detail]);
    expect(listed).toContainEqual([
      'privileges on another database',
      "forgotten: CONNECT; the database is none of the source's",
    ]);
    expect(listed).toContainEqual([
      'traces in another database',
      "forgotten: owns 1 and holds or is named in 1 more; the database is none of the source's",
    ]);
  });
});

describe('what cannot be read is said, and nothing is taken for absent', () => {
  test.each([
    ['a database that accepts no connections', 'closed', 'database-closed'],
    ['a database that is not there', 'nowhere', 'database-missing'],
  ])('%s', async (_, database, code) => {
    const live = await readAll(connection('postgres', 'orders', { options: { databases: ['orders', database] } }));
    expect(reasons(live)).toEqual([[null, code]]);
    expect(live.objects).toEqual([]);
  });

  test('a login that is refused', async () => {
    await server.query('ALTER ROLE broken NOLOGIN');
    const live = await readAll(connection('broken', 'orders'));
    expect(reasons(live)).toEqual([[null, 'login-refused']]);
    expect(live.unreadable[0]?.reason.message).toContain('refused the login of "broken" to the database "orders"');
  });

  test('a login that is refused in a database that the message names once', async () => {
    const live = await readAll(connection('broken', 'orders', { options: { databases: ['orders'] } }));
    const [message = ''] = live.unreadable.map(({ reason }) => reason.message);
    expect(message).toMatch(/^The database "orders" refused the login of "broken" at /u);
    expect(message.split('"orders"')).toHaveLength(2);
  });

  test('a catalogue that the login may not read', async () => {
    await server.query('REVOKE SELECT ON pg_catalog.pg_shdepend FROM PUBLIC', 'orders');
    const live = await readAll(connection('watcher', 'orders'));
    await server.query('GRANT SELECT ON pg_catalog.pg_shdepend TO PUBLIC', 'orders');
    expect(reasons(live)).toEqual([[null, 'catalogue-denied']]);
  });

  test('a cluster that will not say which one it is', async () => {
    await server.query('REVOKE EXECUTE ON FUNCTION pg_catalog.pg_control_system() FROM PUBLIC', 'orders');
    const live = await readAll(connection('watcher', 'orders'));
    await server.query('GRANT EXECUTE ON FUNCTION pg_catalog.pg_control_system() TO PUBLIC', 'orders');
    expect(reasons(live)).toEqual([[null, 'target-unknown']]);
  });

  test('a catalogue that is locked for longer than the timeout', async () => {
    const locker = await server.connect('postgres', 'orders');
    await locker.query('BEGIN; LOCK TABLE pg_catalog.pg_policy IN ACCESS EXCLUSIVE MODE');
    const live = await readAll(connection('watcher', 'orders', { timeout: 300 }));
    await locker.end();
    expect(reasons(live)).toEqual([[null, 'source-timeout']]);
  });
});

describe('a login without any privilege', () => {
  test('reads the same as a superuser, and says as whom it read', async () => {
    const options = { databases: ['orders', 'stock'] };
    const [all, own] = [
      await readAll(connection('postgres', 'orders', { options })),
      await readAll(connection('watcher', 'orders', { options })),
    ];
    expect([own.facts['reader'], all.facts['reader']]).toEqual(['watcher', 'postgres']);
    expect({ ...own, facts: { ...own.facts, reader: 'postgres' } }).toEqual(all);
  });

  test('reads the same in a session that its role makes strange', async () => {
    const before = await readAll(connection('watcher', 'orders', { boundary: { include: ['app'] } }));
    await server.query(
      `
      CREATE SCHEMA strange; CREATE VIEW strange.pg_roles AS SELECT 1 AS oid; GRANT USAGE ON SCHEMA strange TO watcher;
      ALTER ROLE watcher IN DATABASE orders SET search_path = strange, pg_catalog;
      ALTER ROLE watcher SET quote_all_identifiers = on; ALTER ROLE watcher SET standard_conforming_strings = off;
      ALTER ROLE watcher SET datestyle = 'German'; ALTER ROLE watcher SET timezone = 'Asia/Kathmandu'`,
      'orders',
    );
    const after = await readAll(connection('watcher', 'orders', { boundary: { include: ['app'] } }));
    expect(after.objects).toEqual(before.objects);
  });
});

test('a source that is not managed is not moved by objects that come and go in it', async () => {
  const before = await readAll(connection('postgres', 'orders', { boundary: { include: ['app'] } }));
  await server.query('CREATE TABLE s.later (x int); CREATE ROLE later', 'orders');
  const after = await readAll(connection('postgres', 'orders', { boundary: { include: ['app'] } }));
  expect([after.target, after.objects]).toEqual([before.target, before.objects]);
});

test('a database that was dropped and made again is another target', async () => {
  const reader = () =>
    postgres.reader(connection('postgres', 'postgres', { options: { databases: ['postgres', 'forgotten'] } }));
  const before = await reader().identify();
  await server.query('DROP DATABASE forgotten');
  await server.query('CREATE DATABASE forgotten');
  expect(await reader().identify()).not.toEqual(before);
});
