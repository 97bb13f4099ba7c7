import { withPassword, type Database } from '../estate.ts';
import { Gate } from '../gate.ts';
import type { Proxy } from '../http-proxy.ts';
import { startPostgresProxy } from '../postgres-proxy.ts';
import type { Documents, Ring } from './ring.ts';
import { SOURCE } from './system.ts';

/** A PostgreSQL with one or more databases; `query` runs in one of them. */
export type Cluster = Omit<Database, 'query'> & {
  readonly databases: readonly [string, ...string[]];
  readonly query: (text: string, database?: string) => Promise<readonly Record<string, unknown>[]>;
};

const ROLES = ['made', 'grown', 'moved', 'rests', 'goes'];

const READ_PASSWORD = 'canary-reading-7c1f';
const WRITE_PASSWORD = 'canary-writing-93ab';

/** Roles in every database of a server. */
export class PostgresRing implements Ring {
  readonly provider = 'postgres';
  readonly settings: string;
  readonly secrets: { readonly read: string; readonly write: string };
  readonly canaries = [READ_PASSWORD, WRITE_PASSWORD];
  readonly before: Documents;
  readonly after: Documents;
  readonly gate: Gate;
  readonly #cluster: Cluster;
  readonly #proxy: Proxy;

  private constructor(cluster: Cluster, gate: Gate, proxy: Proxy) {
    const { url, databases } = cluster;
    const gated = new URL(withPassword(url, WRITE_PASSWORD));
    gated.host = `127.0.0.1:${proxy.port}`;
    this.settings = `    options: { databases: [${databases.join(', ')}] }\n`;
    this.secrets = { read: withPassword(url, READ_PASSWORD), write: gated.href };
    this.before = before(databases);
    this.after = after(databases);
    this.gate = gate;
    this.#cluster = cluster;
    this.#proxy = proxy;
  }

  static async furnish(cluster: Cluster): Promise<PostgresRing> {
    for (const database of cluster.databases) {
      await cluster.query(
        'CREATE SCHEMA billing; CREATE TABLE billing.invoices (id int); CREATE TABLE billing.lines (id int)',
        database,
      );
    }
    await cluster.query('CREATE ROLE reporting');
    const { hostname: host, port } = new URL(cluster.url);
    const gate = new Gate();
    return new PostgresRing(cluster, gate, await startPostgresProxy({ host, port: Number(port) }, gate));
  }

  async restore(): Promise<void> {
    await restore(this.#cluster);
  }

  async live(): Promise<readonly unknown[]> {
    return await liveOf(this.#cluster);
  }

  async close(): Promise<void> {
    await this.#proxy.close();
    await this.#cluster.stop();
  }
}

type Spec = {
  readonly limit?: number;
  readonly tables?: readonly string[];
  readonly memberOf?: readonly string[];
  readonly onRemove?: string;
};

function before(databases: readonly string[]): Documents {
  return {
    grown: document('grown', { limit: 5, memberOf: [], tables: ['invoices'] }, databases),
    moved: document('moved', { memberOf: ['reporting'], tables: ['invoices'] }, databases.slice(0, 1)),
    rests: document('rests', { tables: ['lines'] }, databases),
    goes: document('goes', { tables: ['lines'], onRemove: '{ delete: { reassignOwnedTo: reporting } }' }, databases),
  };
}

/**
 * A creation, an update in every database that makes the role a member of the created one, an update of memberships,
 * a disabling, and a deletion of a role that owns things.
 */
function after(databases: readonly string[]): Documents {
  return {
    made: document('made', { memberOf: ['reporting'], tables: ['invoices'] }, databases),
    grown: document('grown', { limit: 9, memberOf: ['made'], tables: ['invoices', 'lines'] }, databases),
    moved: document('moved', { limit: 3, memberOf: [], tables: ['lines'] }, databases.slice(0, 1)),
  };
}

function document(
  name: string,
  { limit, tables = [], memberOf, onRemove }: Spec,
  databases: readonly string[],
): string {
  const grants = databases.flatMap((database) => [
    `    - { database: ${database}, on: { schemas: billing }, privileges: [USAGE] }`,
    ...tables.map((table) => `    - { database: ${database}, on: { tables: billing.${table} }, privileges: [SELECT] }`),
  ]);
  return `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata:
  name: ${name}
  source: ${SOURCE}
  owner: billing
  purpose: Serves ${name}
${onRemove === undefined ? '' : `  onRemove: ${onRemove}\n`}spec:
  login: true
${limit === undefined ? '' : `  connectionLimit: ${limit}\n`}${memberOf === undefined ? '' : `  memberOf: [${memberOf.join(', ')}]\n`}  grants:
${grants.join('\n')}
`;
}

/** The roles as before the apply, under the same object ids: a deleted role that is made again would be another one. */
async function restore({ databases, query }: Cluster): Promise<void> {
  for (const database of databases) {
    await query(
      `DO $$ DECLARE role text; BEGIN
         FOR role IN SELECT rolname FROM pg_roles WHERE rolname IN (${ROLES.map((name) => `'${name}'`).join(', ')})
         LOOP EXECUTE format('DROP OWNED BY %I', role); END LOOP; END $$`,
      database,
    );
  }
  const [first] = databases;
  const made = ['grown', 'moved', 'rests', 'goes'].map(
    (name, index) =>
      `CREATE ROLE ${name} LOGIN; UPDATE pg_authid SET oid = ${70_001 + index} WHERE rolname = '${name}';`,
  );
  await query(
    `DROP ROLE IF EXISTS ${ROLES.join(', ')}; SET allow_system_table_mods = on; ${made.join(' ')} RESET allow_system_table_mods`,
    first,
  );
  await query('ALTER ROLE grown CONNECTION LIMIT 5; GRANT reporting TO moved', first);
  for (const database of databases) {
    await query(
      `DROP TABLE IF EXISTS billing.kept; CREATE TABLE billing.kept (id int); ALTER TABLE billing.kept OWNER TO goes;
       GRANT USAGE ON SCHEMA billing TO grown, rests, goes; GRANT SELECT ON billing.invoices TO grown;
       GRANT SELECT ON billing.lines TO rests, goes`,
      database,
    );
  }
  await query('GRANT USAGE ON SCHEMA billing TO moved; GRANT SELECT ON billing.invoices TO moved', first);
}

async function liveOf({ databases, query }: Cluster): Promise<readonly unknown[]> {
  const [first] = databases;
  const names = ROLES.map((name) => `'${name}'`).join(', ');
  const roles = await query(
    `SELECT rolname, rolcanlogin, rolconnlimit, rolname = 'made' OR oid BETWEEN 70001 AND 70004 AS same,
            ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid ORDER BY 1)::text AS "memberOf"
     FROM pg_roles r WHERE rolname IN (${names}) ORDER BY rolname`,
    first,
  );
  const held = await Promise.all(
    databases.map((database) =>
      query(
        `SELECT o.name, a.grantee::regrole::text AS role, a.privilege_type AS privilege FROM
           (SELECT relname::text AS name, relacl AS acl FROM pg_class WHERE relnamespace = 'billing'::regnamespace
            UNION ALL SELECT nspname::text, nspacl FROM pg_namespace WHERE nspname = 'billing') o, aclexplode(o.acl) a
         WHERE a.grantee::regrole::text IN (${names})
         UNION ALL SELECT 'kept', relowner::regrole::text, 'owner' FROM pg_class WHERE relname = 'kept' ORDER BY 1, 2, 3`,
        database,
      ),
    ),
  );
  return [roles, ...held];
}
