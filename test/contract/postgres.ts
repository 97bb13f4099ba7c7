import { postgresApplier } from '../../src/providers/postgres/applier.ts';
import { postgres } from '../../src/providers/postgres/index.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Connection } from '../../src/core/ports.ts';
import type { ContractHarness } from './harness.ts';

/** A server whose superuser `postgres` has the database `postgres`. */
export type Server = { url(): string; query(text: string): Promise<readonly Record<string, unknown>[]> };

const ROLES = ['reports', 'stranger', 'exporter', 'audit', 'team', 'maker'];
const DROP = ROLES.map(
  (role) =>
    `IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}; END IF;`,
);

/** Secret-shaped, where PostgreSQL lets anyone write free text. */
const CANARIES = ['ghp_canarycanarycanarycanarycanary0000', 'SCRAM-SHA-256$4096:canary', 'custom-canary-value'];

const SETUP = `
  DO $$ BEGIN ${DROP.join(' ')} END $$;
  DROP SCHEMA IF EXISTS billing CASCADE;
  CREATE ROLE maker; CREATE ROLE team;
  CREATE ROLE stranger LOGIN PASSWORD 'canary'; COMMENT ON ROLE stranger IS 'token ${CANARIES[0]}'; ALTER ROLE stranger SET app.token = '${CANARIES[2]}';
  CREATE SCHEMA billing AUTHORIZATION maker; SET ROLE maker;
  CREATE TABLE billing.a (n int); CREATE TABLE billing.b (n int); CREATE TABLE billing.orders (n int); CREATE TABLE billing.secrets (n int);
  RESET ROLE;
  CREATE ROLE reports LOGIN CONNECTION LIMIT 5; COMMENT ON ROLE reports IS 'nightly';
  GRANT SELECT ON billing.orders TO reports; GRANT INSERT ON billing.orders TO reports; GRANT team TO reports`;

const RECREATE = `DROP OWNED BY reports; DROP ROLE reports; ${SETUP.slice(SETUP.indexOf('CREATE ROLE reports'))}`;

let tables = 0;
const ACTS: Readonly<Record<string, () => string>> = {
  'let more sessions in': () => 'ALTER ROLE reports CONNECTION LIMIT 6',
  'rewrite the comment': () => `COMMENT ON ROLE reports IS 'someone was here'`,
  'grant one more privilege': () => 'GRANT DELETE ON billing.secrets TO reports',
  'take a privilege away': () => 'REVOKE INSERT ON billing.orders FROM reports',
  'end a membership': () => 'REVOKE team FROM reports',
  'recreate the role': () => RECREATE,
  'create the role first': () => 'CREATE ROLE exporter LOGIN',
  'disable a stranger': () => 'ALTER ROLE stranger NOLOGIN',
  'grant to a stranger': () => 'GRANT SELECT ON billing.a TO stranger',
  'set what the document omits': () => `ALTER ROLE reports SET work_mem = '8MB'`,
  'add a table inside the pattern': () =>
    `CREATE TABLE billing.a${(tables += 1)} (n int); ALTER TABLE billing.a${tables} OWNER TO maker`,
};

const on = (names: string | readonly string[], ...privileges: string[]): JsonObject => ({
  on: { tables: names },
  privileges,
});
const patterned = (...names: string[]): JsonObject => ({ grants: names.map((name) => on(name, 'SELECT')) });
const grown = ['add a table inside the pattern'];

export function postgresHarness(server: () => Server): ContractHarness {
  const connection = (url: string): Connection => ({
    source: 'db',
    secret: url,
    boundary: { exclude: ['postgres', 'maker'] },
    options: { databases: ['postgres'], writer: 'postgres' },
    timeout: 20_000,
    progress: () => undefined,
  });
  return {
    provider: postgres,
    applier: postgresApplier(),
    source: {
      name: 'db',
      provider: 'postgres',
      connection: { read: 'READ', write: 'WRITE' },
      mode: 'authoritative',
      boundary: { exclude: ['postgres', 'maker'] },
      options: { databases: ['postgres'], writer: 'postgres' },
      owner: 'owner',
    },
    async open() {
      await server().query(SETUP);
      const here = connection(server().url());
      return {
        read: here,
        write: here,
        // Only transactions that write get a number.
        writes: async () => {
          const [row] = await server().query('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next');
          return Number(row?.['next']);
        },
        act: async (name) => {
          const act = ACTS[name];
          if (act === undefined) throw new Error(`no act is called ${name}`);
          await server().query(act());
        },
        close: () => Promise.resolve(),
      };
    },
    existing: {
      kind: 'PostgresRole',
      name: 'reports',
      spec: {
        login: true,
        connectionLimit: 5,
        comment: 'nightly',
        memberOf: ['team'],
        grants: [on('billing.orders', 'SELECT', 'INSERT')],
      },
    },
    edited: {
      login: true,
      connectionLimit: 7,
      comment: 'hourly',
      memberOf: ['team', 'pg_monitor'],
      grants: [on('billing.orders', 'SELECT', 'UPDATE'), on('billing.a*', 'SELECT')],
    },
    created: {
      kind: 'PostgresRole',
      name: 'exporter',
      spec: { login: true, grants: [on('billing.*', 'SELECT'), on('billing.orders', 'INSERT')] },
    },
    dependent: { kind: 'PostgresRole', name: 'audit', spec: { login: true, memberOf: ['exporter'] } },
    replaced: null,
    drifts: [
      { act: 'let more sessions in', pointer: '/connectionLimit' },
      { act: 'rewrite the comment', pointer: '/comment' },
      { act: 'grant one more privilege', pointer: '/grants/values/postgres/table billing.secrets/DELETE' },
      { act: 'take a privilege away', pointer: '/grants/values/postgres/table billing.orders/INSERT' },
      { act: 'end a membership', pointer: '/memberOf/values/team/admin' },
    ],
    recreate: 'recreate the role',
    usurp: 'create the role first',
    irrelevant: [
      'disable a stranger',
      'grant to a stranger',
      'set what the document omits',
      'add a table inside the pattern',
    ],
    edits: [
      {
        what: 'a list with a standing pattern',
        from: patterned('billing.a*'),
        acts: grown,
        to: patterned('billing.a*', 'billing.orders'),
      },
      {
        what: 'a pattern that gives way to an entry',
        from: patterned('billing.a*'),
        acts: grown,
        to: patterned('billing.a'),
      },
      {
        what: 'a pattern that gives way to a wider one',
        from: patterned('billing.a*'),
        acts: grown,
        to: patterned('billing.*'),
      },
      {
        what: 'a pattern that gives way to a narrower one',
        from: patterned('billing.*'),
        acts: grown,
        to: patterned('billing.a*'),
      },
      {
        what: 'a pattern that ends beside another',
        from: patterned('billing.a*', '*.a'),
        acts: grown,
        to: patterned('*.a'),
      },
      { what: 'a pattern that ends', from: patterned('billing.a*'), acts: grown, to: patterned() },
    ],
    equivalent: [
      {
        comment: 'hourly',
        connectionLimit: 7,
        login: true,
        memberOf: ['pg_monitor', { role: 'team', admin: false }],
        grants: [on('billing.a*', 'SELECT'), on(['billing.orders'], 'UPDATE'), on('"billing"."orders"', 'SELECT')],
      },
    ],
    unreachable: (estate) => ({ ...estate.read, secret: 'postgres://postgres@127.0.0.1:1/postgres' }),
    canaries: CANARIES,
  };
}
