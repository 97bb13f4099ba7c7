import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { OWNER } from '../../contract/postgres-estate.ts';
import { postgresHarness, type Server } from '../../contract/postgres-harness.ts';
import { contractSuite } from '../../contract/suite.ts';
import { startPostgres, type LivePostgres } from './server.ts';

const DATABASES = { first: 'orders', second: 'invoices', elsewhere: 'elsewhere' };
const READER = 'onlooker';

let live: LivePostgres | null = null;
const sessions: pg.Client[] = [];
const hands = new Map<string, pg.Client>();

beforeAll(async () => {
  const server = await startPostgres();
  live = server;
  // The server's own housekeeping would count among the writes.
  await server.query('ALTER SYSTEM SET autovacuum = off');
  await server.query('SELECT pg_reload_conf()');
  await server.query(
    `CREATE ROLE ${OWNER}; CREATE ROLE ${READER} LOGIN; CREATE ROLE applier LOGIN CREATEROLE; GRANT ${OWNER} TO applier`,
  );
  for (const database of Object.values(DATABASES)) {
    await server.query(`CREATE DATABASE ${database} OWNER ${OWNER}`);
    await server.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC`, database);
  }
});

afterAll(async () => {
  for (const session of [...sessions, ...hands.values()]) await session.end();
  await live?.stop();
});

function running(): LivePostgres {
  if (live === null) throw new Error('the server was not started');
  return live;
}

type Row = Record<string, unknown>;

/** One session a database for all that the tests do behind Countersign's back: an estate per test is many statements. */
async function hand(database: string): Promise<pg.Client> {
  const known = hands.get(database) ?? (await running().connect('postgres', database));
  hands.set(database, known);
  return known;
}

const server = (): Server => ({
  url: (login) => running().url(login, DATABASES.first),
  query: async (text, database) => {
    const result: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await (await hand(database)).query(text);
    return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
  },
});

const beside = {
  'log in as the role': async () => {
    const session = await running().connect('reports', DATABASES.first);
    sessions.push(session);
    await session.query('SELECT count(*) FROM billing.orders');
  },
  'make a database': async () => {
    await running().query('DROP DATABASE IF EXISTS another', DATABASES.first);
    await running().query(`CREATE DATABASE another OWNER ${OWNER}`, DATABASES.first);
  },
};

const shape = { databases: DATABASES, reader: READER, logins: ['postgres', 'applier', READER], beside };

contractSuite(
  'postgres, two databases, written by a superuser',
  postgresHarness({ ...shape, writer: 'postgres', writerJoins: false }, server),
);

contractSuite(
  'postgres, two databases, written by a login with CREATEROLE',
  postgresHarness({ ...shape, writer: 'applier', writerJoins: true }, server),
);

describe('the login that reads', () => {
  it('may connect, and nothing else', async () => {
    const [role] = await running().query(
      `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS powerful,
         (SELECT count(*) FROM pg_auth_members WHERE member = r.oid)::int AS roles,
         (SELECT count(*) FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass AND refobjid = r.oid)::int AS held
       FROM pg_roles r WHERE rolname = '${READER}'`,
    );
    expect(role).toEqual({ powerful: false, roles: 0, held: 0 });
  });
});
