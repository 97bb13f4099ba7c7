import type { SourceConfiguration } from '../../src/core/configuration.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { LiveState } from '../../src/core/live.ts';
import { postgres } from '../../src/providers/postgres/index.ts';
import type { Document, SteadySubject } from './steady.ts';

const ROLES = ['edited', 'described', 'created', 'leaver', 'disabled', 'corrected', 'stranger', 'team', 'maker'];
const dropped = ROLES.map(
  (role) =>
    `IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}; END IF;`,
);
/** The roles and objects that the pull request is about, anew. */
const SETUP = `
  DO $$ BEGIN ${dropped.join(' ')} END $$;
  DROP SCHEMA IF EXISTS billing CASCADE; DROP SCHEMA IF EXISTS other CASCADE;
  CREATE ROLE maker; CREATE ROLE team; CREATE ROLE stranger LOGIN;
  CREATE SCHEMA billing AUTHORIZATION maker; CREATE SCHEMA other AUTHORIZATION maker;
  SET ROLE maker;
  CREATE TABLE billing.a (n int); CREATE TABLE billing.b (n int); CREATE TABLE other.orders (n int); CREATE TABLE other.secrets (n int);
  RESET ROLE;
  CREATE ROLE edited LOGIN CONNECTION LIMIT 5; GRANT SELECT ON billing.a TO edited; GRANT INSERT ON other.orders TO edited; GRANT team TO edited;
  CREATE ROLE described LOGIN; GRANT SELECT ON billing.a TO described;
  CREATE ROLE leaver LOGIN; GRANT SELECT ON other.orders TO leaver;
  CREATE ROLE disabled LOGIN; CREATE ROLE corrected;`;

const boundary: JsonObject = { exclude: ['postgres', 'maker'] };
const options: JsonObject = { databases: ['postgres'], writer: 'postgres' };
const source: SourceConfiguration = {
  name: 'orders-db',
  provider: 'postgres',
  connection: { read: 'READ', write: 'WRITE' },
  mode: 'authoritative',
  boundary,
  options,
  owner: 'owner',
};

const document = (name: string, spec: JsonObject, metadata: JsonObject = {}): Document => ({
  kind: 'PostgresRole',
  metadata: { name, source: 'orders-db', owner: 'owner', purpose: 'testing', ...metadata },
  spec,
});
const selects = (...tables: readonly string[]) =>
  tables.map((table) => ({ on: { tables: table }, privileges: ['SELECT'] }));

const base = [
  document('edited', { connectionLimit: 5, grants: selects('billing.*') }),
  document('described', { login: true, grants: selects('billing.*') }),
  document('leaver', {}, { onRemove: 'delete' }),
  document('disabled', { connectionLimit: -1 }),
  document('corrected', { grants: selects('billing.*') }),
];
const head: readonly Document[] = [
  document('edited', { connectionLimit: 7, memberOf: ['team'], grants: selects('billing.*', 'other.orders') }),
  document('described', { login: true, grants: selects('billing.*') }, { expires: '2027-01-31' }),
  document('corrected', { grants: selects('billing.*') }),
  document('created', { login: true, memberOf: ['edited'], grants: selects('billing.*') }),
  {
    kind: 'Reconciliation',
    metadata: { name: 'fix' },
    spec: { verb: 'correct', addresses: ['orders-db/PostgresRole/corrected'], reason: 'it drifted' },
  },
];

/** A server whose superuser `postgres` has the database `postgres`. */
export type SteadyServer = { readonly url: string; query(text: string): Promise<unknown> };

export async function steadyEstate(server: SteadyServer): Promise<void> {
  await server.query(SETUP);
}

/** A pull request about roles with every action there is, patterns among what it declares. `server`: not asked before anything is done. */
export function postgresSubject(server: () => SteadyServer): SteadySubject {
  const reads = new Map<string, LiveState>();
  const does = (what: string, sql: (roll: (sides: number) => number) => string) => ({
    what,
    perform: async (roll: (sides: number) => number) => {
      await server().query(sql(roll));
      reads.clear();
    },
  });
  const says = (sql: string) => does(sql, () => sql);
  const connection = () => ({
    source: 'orders-db',
    secret: server().url,
    boundary,
    options,
    timeout: 30_000,
    progress: () => undefined,
  });
  const named = (name: string, change: (one: Document) => Document) => (documents: readonly Document[]) =>
    documents.map((one) => (one.metadata['name'] === name ? change(one) : one));
  const respec = (name: string, spec: JsonObject) => named(name, (one) => ({ ...one, spec: { ...one.spec, ...spec } }));
  return {
    source,
    provider: postgres,
    base,
    head,
    bystanders: [
      document('stranger', {}),
      document('team', { login: false }),
      document('third', { grants: selects('*.*') }),
    ],
    async read(query) {
      const key = query.kind !== 'addresses' ? query.kind : query.addresses.toSorted().join(' ');
      const known = reads.get(key);
      if (known !== undefined) return known;
      const reader = postgres.reader(connection());
      const live = await reader.read(query);
      await reader.close();
      reads.set(key, live);
      return live;
    },
    irrelevant: [
      does(
        'a table comes, inside a pattern or not',
        (roll) => `CREATE TABLE IF NOT EXISTS ${roll(2) === 0 ? 'billing' : 'other'}.t${roll(20)} (n int)`,
      ),
      does('a table goes', (roll) => `DROP TABLE IF EXISTS billing.t${roll(20)}`),
      does('a table is made again', () => 'DROP TABLE IF EXISTS billing.b; CREATE TABLE billing.b (n int)'),
      does(
        'a grant inside a pattern',
        (roll) =>
          `GRANT SELECT ON billing.${roll(2) === 0 ? 'a' : 'b'} TO ${['edited', 'described', 'corrected'][roll(3)]}`,
      ),
      does(
        'a revocation inside a pattern',
        (roll) =>
          `REVOKE SELECT ON billing.${roll(2) === 0 ? 'a' : 'b'} FROM ${['edited', 'described', 'corrected'][roll(3)]}`,
      ),
      does(
        'a stranger changes',
        (roll) =>
          `ALTER ROLE stranger CONNECTION LIMIT ${roll(9)}; GRANT SELECT ON other.secrets TO stranger; GRANT team TO stranger`,
      ),
      does(
        'what nobody declares changes',
        (roll) =>
          `ALTER ROLE edited SET work_mem = '${roll(9) + 1}MB'; COMMENT ON ROLE described IS 'n${roll(9)}'; ALTER ROLE described CONNECTION LIMIT ${roll(9)}; GRANT SELECT ON other.secrets TO disabled; ALTER ROLE corrected VALID UNTIL '20${roll(9) + 30}-01-01'`,
      ),
      does('the clock and the statistics', () => 'ANALYZE; SELECT now()'),
    ],
    relevant: [
      says('ALTER ROLE edited CONNECTION LIMIT 6'),
      says('GRANT DELETE ON other.secrets TO edited'),
      says('GRANT SELECT ON billing.a TO edited WITH GRANT OPTION'),
      says('GRANT INSERT ON billing.a TO described'),
      says('REVOKE team FROM edited'),
      says('GRANT team TO edited WITH ADMIN OPTION'),
      says('GRANT pg_monitor TO edited'),
      says('ALTER ROLE described NOLOGIN'),
      says(
        'DROP OWNED BY described; DROP ROLE described; CREATE ROLE described LOGIN; GRANT SELECT ON billing.a TO described',
      ),
      says("COMMENT ON ROLE leaver IS 'changed'"),
      says('GRANT SELECT ON other.secrets TO leaver'),
      says('DROP OWNED BY leaver; DROP ROLE leaver'),
      says('ALTER ROLE disabled NOLOGIN'),
      says('GRANT SELECT ON other.secrets TO corrected'),
      says('CREATE ROLE created LOGIN'),
    ],
    edits: [
      { what: 'another limit', edit: respec('edited', { connectionLimit: 8 }) },
      { what: 'an attribute more', edit: respec('edited', { login: true }) },
      { what: 'a narrower pattern', edit: respec('described', { grants: selects('billing.a*') }) },
      {
        what: 'a pattern with grant option',
        edit: respec('created', { grants: [{ ...selects('billing.*')[0], grantable: true }] }),
      },
      {
        what: 'another owner',
        edit: named('described', (one) => ({ ...one, metadata: { ...one.metadata, owner: '@other' } })),
      },
    ],
  };
}
