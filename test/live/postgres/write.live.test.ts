import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { addressOf, apply, changeOf, converge, document, planFor, sqlOf, writerOf, type Cluster } from './change.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres;
let cluster: Cluster;

beforeAll(async () => {
  server = await startPostgres();
  await server.query('CREATE DATABASE orders');
  await server.query('CREATE DATABASE billing');
  await server.query(
    'CREATE ROLE maker LOGIN; CREATE ROLE friend LOGIN; CREATE ROLE "Group of" NOLOGIN; CREATE ROLE heir NOLOGIN',
  );
  for (const database of ['orders', 'billing']) {
    await server.query(
      `CREATE SCHEMA s AUTHORIZATION maker; SET ROLE maker;
       CREATE TABLE s.t (a int, "B c" int); CREATE TABLE s."T.2" (a int); CREATE VIEW s.v AS SELECT 1 AS one; CREATE SEQUENCE s.q;
       CREATE FUNCTION s.f(integer, text[]) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE s.mood AS ENUM ('x');
       CREATE PROCEDURE s.p(integer) LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN s.positive AS int`,
      database,
    );
  }
  cluster = { server, databases: ['orders', 'billing'], writer: 'postgres' };
});

afterAll(async () => {
  await server.stop();
});

const full = {
  login: true,
  connectionLimit: 3,
  validUntil: '2027-03-31T00:00:00Z',
  comment: 'it\'s \\ "odd"',
  settings: {
    everywhere: { search_path: '"$user", "A b", public', work_mem: '8MB' },
    databases: { orders: { statement_timeout: '5s' }, billing: { search_path: '' } },
  },
  memberOf: ['Group of', 'pg_read_all_settings'],
  grants: [
    { on: { databases: 'orders' }, privileges: ['CONNECT'], grantable: true },
    { database: 'orders', on: { schemas: 's' }, privileges: ['USAGE'] },
    { database: 'orders', on: { tables: 's.*' }, privileges: ['SELECT'] },
    { database: 'orders', on: { tables: 's."T.2"' }, privileges: ['INSERT', 'DELETE'], grantable: true },
    { database: 'orders', on: { columns: 's.t."B c"' }, privileges: ['UPDATE'] },
    { database: 'orders', on: { sequences: 's.q' }, privileges: ['USAGE'] },
    { database: 'orders', on: { functions: 's.f(integer, text[])' }, privileges: ['EXECUTE'] },
    { database: 'orders', on: { procedures: 's.p(integer)' }, privileges: ['EXECUTE'] },
    { database: 'orders', on: { types: ['s.mood', 's.positive'] }, privileges: ['USAGE'] },
    { database: 'billing', on: { tables: 's.t' }, privileges: ['SELECT'] },
  ],
  defaultPrivileges: [{ createdBy: 'maker', in: 's', on: 'tables', privileges: ['SELECT'], database: 'orders' }],
};

describe('a whole life', () => {
  const name = 'Odd "one"; — ü';

  it('creates a role with everything, and planning again is empty', async () => {
    const report = await converge(cluster, { base: [], head: [document(name, full)] });
    expect(report.receipts.map(({ kind }) => kind)).toEqual(['applied', 'applied', 'applied', 'applied']);
    const again = await planFor(cluster, { base: [document(name, full)], head: [document(name, { ...full })] });
    expect(again.plan.changes.flatMap(({ steps }) => steps)).toEqual([]);
    const [row] = await server.query(
      `SELECT has_table_privilege(oid, 's.v', 'SELECT') AS view, rolvaliduntil::date::text AS until FROM pg_roles WHERE rolname LIKE 'Odd%'`,
      'orders',
    );
    expect(row).toEqual({ view: true, until: '2027-03-31' });
  });

  it('changes only what differs', async () => {
    const next = {
      ...full,
      connectionLimit: 4,
      memberOf: ['Group of'],
      grants: full.grants.filter(({ on }) => !('sequences' in on) && !('tables' in on && on.tables === 's.*')),
    };
    const wish = { base: [document(name, full)], head: [document(name, next)] };
    expect(sqlOf(await planFor(cluster, wish)).map((line) => line.split(' ')[0])).toEqual([
      'ALTER',
      'REVOKE',
      'REVOKE',
      '--',
    ]);
    await converge(cluster, wish);
    const [row] = await server.query(
      `SELECT has_table_privilege(oid, 's.v', 'SELECT') AS view, has_table_privilege(oid, 's."T.2"', 'INSERT') AS table FROM pg_roles WHERE rolname LIKE 'Odd%'`,
      'orders',
    );
    expect(row).toEqual({ view: false, table: true });
  });

  it('is disabled, its open sessions ended', async () => {
    const session = await server.connect(name, 'orders');
    const ended = new Promise((resolve) => session.once('end', resolve));
    await converge(cluster, { base: [document(name, full)], head: [] });
    await ended;
    await expect(server.connect(name, 'orders')).rejects.toThrow(/not permitted to log in/u);
  });

  it('is deleted in every database, what it owned reassigned', async () => {
    await server.query(`ALTER TABLE s."T.2" OWNER TO "${name.replaceAll('"', '""')}"`, 'orders');
    const onRemove = { kind: 'delete' as const, options: { reassignOwnedTo: 'heir' } };
    await converge(cluster, { base: [document(name, full, onRemove)], head: [] });
    expect(await server.query(`SELECT 1 FROM pg_roles WHERE rolname LIKE 'Odd%'`)).toEqual([]);
    expect(
      await server.query(`SELECT relowner::regrole::text AS owner FROM pg_class WHERE relname = 'T.2'`, 'orders'),
    ).toEqual([{ owner: 'heir' }]);
  });
});

it("what is the cluster's goes with the first database of the configuration, whichever the write credential names", async () => {
  await server.query('CREATE ROLE landlord; GRANT CONNECT ON DATABASE billing TO landlord');
  await server.query('GRANT SELECT ON s.t TO landlord', 'billing');
  await server.query('ALTER DATABASE orders OWNER TO landlord');
  const onRemove = { kind: 'delete' as const, options: { reassignOwnedTo: 'heir' } };
  await converge({ ...cluster, through: 'billing' }, { base: [document('landlord', {}, onRemove)], head: [] });
  expect(await server.query(`SELECT datdba::regrole::text AS owner FROM pg_database WHERE datname = 'orders'`)).toEqual(
    [{ owner: 'heir' }],
  );
  await server.query('ALTER DATABASE orders OWNER TO postgres');
});

describe('a deletion takes nothing that reviewers did not see', () => {
  const onRemove = { kind: 'delete' as const, options: { reassignOwnedTo: 'heir' } };

  it('a table made after the approval refuses the step, naming it', async () => {
    await server.query(`DROP ROLE IF EXISTS grower; CREATE ROLE grower; GRANT CREATE ON SCHEMA s TO grower`, 'orders');
    const planned = await planFor(cluster, { base: [document('grower', {}, onRemove)], head: [] });
    await server.query('CREATE TABLE s.late (a int); ALTER TABLE s.late OWNER TO grower', 'orders');
    const report = await apply(cluster, planned);
    expect(report.receipts.find(({ kind }) => kind === 'conflict')?.conflict).toMatchObject({
      pointer: '/owns/table s.late',
    });
    expect(await server.query(`SELECT 1 AS there FROM pg_class WHERE relname = 'late'`, 'orders')).toEqual([
      { there: 1 },
    ]);
    await server.query('DROP OWNED BY grower; DROP ROLE grower', 'orders');
  });

  it('what it holds in a database that the source does not name blocks it', async () => {
    await server.query('CREATE DATABASE apart');
    await server.query('CREATE ROLE rover');
    await server.query('CREATE TABLE r (a int); GRANT SELECT ON r TO rover', 'apart');
    const planned = await planFor(cluster, { base: [document('rover', {}, onRemove)], head: [] });
    expect(changeOf(planned).blocked).toMatchObject([
      { code: 'held-elsewhere', message: expect.stringContaining('apart') },
    ]);
    const named = { ...cluster, databases: [...cluster.databases, 'apart'] };
    await converge(named, { base: [document('rover', {}, onRemove)], head: [] });
  });
});

describe('a deletion in several databases', () => {
  it('foresees that the first DROP OWNED reaches what is held on every database, and what no document can say', async () => {
    await server.query(
      `CREATE ROLE wide LOGIN; GRANT CONNECT ON DATABASE orders, billing, postgres TO wide; GRANT SET ON PARAMETER work_mem TO wide;
       ALTER DEFAULT PRIVILEGES FOR ROLE maker GRANT SELECT ON TABLES TO wide`,
      'billing',
    );
    for (const database of ['orders', 'billing']) {
      await server.query(`GRANT SELECT ON s.v TO wide; CREATE POLICY only_wide ON s."T.2" TO wide`, database);
    }
    const onRemove = { kind: 'delete' as const, options: {} };
    const wish = { base: [document('wide', {}, onRemove)], head: [] };
    const { irreversible } = changeOf(await planFor(cluster, wish));
    expect(irreversible.map(({ message }) => message).join('\n')).toMatch(/work_mem[^]*only_wide/u);
    const report = await converge(cluster, wish);
    expect(report.receipts.map(({ kind }) => kind)).toEqual([
      'applied',
      'already-applied',
      'applied',
      'applied',
      'applied',
    ]);
    expect(await server.query(`SELECT 1 FROM pg_roles WHERE rolname = 'wide'`)).toEqual([]);
  });
});

describe('several grantors', () => {
  it('each have their own grant revoked', async () => {
    await server.query(
      `CREATE ROLE many LOGIN; GRANT USAGE ON SCHEMA s TO friend, "Group of"; GRANT SELECT ON s.t TO friend, "Group of" WITH GRANT OPTION;
       SET ROLE friend; GRANT SELECT ON s.t TO many; SET ROLE "Group of"; GRANT SELECT ON s.t TO many WITH GRANT OPTION; RESET ROLE; GRANT SELECT ON s.t TO many`,
      'orders',
    );
    const [held, none] = [[{ database: 'orders', on: { tables: 's.t' }, privileges: ['SELECT'] }], []];
    const wish = {
      base: [document('many', { grants: [{ ...held[0], grantable: true }] })],
      head: [document('many', { grants: held })],
    };
    expect(sqlOf(await planFor(cluster, wish))).toHaveLength(3);
    await converge(cluster, wish);
    await converge(cluster, { base: [document('many', { grants: held })], head: [document('many', { grants: none })] });
    const [row] = await server.query(
      `SELECT relacl::text LIKE '%many%' AS held FROM pg_class WHERE relname = 't'`,
      'orders',
    );
    expect(row).toEqual({ held: false });
  });

  it('and a pattern that leaves takes each of them', async () => {
    await server.query(
      `GRANT SELECT ON s.t TO many; SET ROLE friend; GRANT SELECT ON s.t TO many; SET ROLE maker; GRANT SELECT ON s.v TO many; GRANT SELECT ("B c") ON s.t TO many`,
      'orders',
    );
    const tables = (more: JsonObject[]) => ({
      grants: [{ database: 'orders', on: { columns: 's.t."B c"' }, privileges: ['SELECT'] }, ...more],
    });
    const wish = {
      base: [document('many', tables([{ database: 'orders', on: { tables: 's.*' }, privileges: ['SELECT'] }]))],
      head: [document('many', tables([]))],
    };
    await converge(cluster, wish);
    const [row] = await server.query(
      `SELECT has_table_privilege('many', 's.t', 'SELECT') AS table, has_column_privilege('many', 's.t', 'B c', 'SELECT') AS column`,
      'orders',
    );
    expect(row, 'REVOKE on the table takes the column along, which is granted again').toEqual({
      table: false,
      column: true,
    });
  });
});

describe('incarnations', () => {
  it('a role dropped and made again under the same name is refused', async () => {
    await server.query('CREATE ROLE twin LOGIN');
    const planned = await planFor(cluster, {
      base: [document('twin', { login: true })],
      head: [document('twin', { login: false })],
    });
    await server.query('DROP ROLE twin; CREATE ROLE twin LOGIN');
    const report = await apply(cluster, planned);
    expect(report.receipts[0]).toMatchObject({ kind: 'conflict', conflict: { pointer: '/incarnation' } });
  });

  it('a role that someone made first is refused', async () => {
    const planned = await planFor(cluster, { base: [], head: [document('first', { login: true })] });
    await server.query(`CREATE ROLE first LOGIN PASSWORD 'known'`);
    expect((await apply(cluster, planned)).receipts[0]).toMatchObject({ kind: 'conflict' });
  });

  it('is the oid, as the reader has it', async () => {
    const [row] = await server.query(`SELECT oid::text FROM pg_roles WHERE rolname = 'twin'`);
    expect(await writerOf(cluster).observe(addressOf('twin'), null)).toMatchObject({ incarnation: row?.['oid'] });
    expect(await writerOf(cluster).observe(addressOf('nobody here'), null)).toEqual({
      incarnation: null,
      attributes: null,
    });
  });
});
