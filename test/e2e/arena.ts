import { Estate, pathOf, type Database } from './estate.ts';
import { codeIn, commentsOf, entriesOf, LEASE, LEDGER, type CommentView } from './evidence.ts';
import { Gate, type Point } from './gate.ts';
import { startGitHubProxy, type Proxy } from './github-proxy.ts';
import { startPostgresProxy } from './postgres-proxy.ts';
import type { Pull } from './repository.ts';
import { shown, type ActionRun } from './runner.ts';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';

/** A PostgreSQL with one or more databases; `query` runs in one of them. */
export type Cluster = Omit<Database, 'query'> & {
  readonly databases: readonly [string, ...string[]];
  readonly query: (text: string, database?: string) => Promise<readonly Record<string, unknown>[]>;
};

/** All that an apply leaves. */
export type Trace = {
  /** Roles, memberships and privileges as the catalogues say. */
  readonly live: readonly unknown[];
  readonly entries: readonly EntryBody[];
  readonly comments: readonly CommentView[];
};

const ROLES = ['made', 'grown', 'moved', 'rests', 'goes'];

/** A landed and approved pull request of five changes, which can be applied again and again from the same beginning. */
export class Arena {
  readonly estate: Estate;
  readonly gate: Gate;
  readonly #cluster: Cluster;
  readonly #proxies: readonly [Proxy, Proxy];
  readonly #pull: Pull;
  readonly #ledger: string;

  private constructor(parts: {
    estate: Estate;
    gate: Gate;
    cluster: Cluster;
    proxies: readonly [Proxy, Proxy];
    pull: Pull;
    ledger: string;
  }) {
    this.estate = parts.estate;
    this.gate = parts.gate;
    this.#cluster = parts.cluster;
    this.#proxies = parts.proxies;
    this.#pull = parts.pull;
    this.#ledger = parts.ledger;
  }

  static async open(cluster: Cluster): Promise<Arena> {
    const { databases } = cluster;
    for (const database of databases) {
      await cluster.query(
        'CREATE SCHEMA billing; CREATE TABLE billing.invoices (id int); CREATE TABLE billing.lines (id int)',
        database,
      );
    }
    await cluster.query('CREATE ROLE reporting');
    await restore(cluster);
    const files = filesOf(before(databases));
    const estate = await Estate.begin({ files, database: cluster, databases });
    const { team } = estate;
    const pull = await team.propose('five', { ...gone(files), ...filesOf(after(databases)) });
    const { plan, publish } = await team.planAndPublish(pull);
    if (plan.outputs['counts'] !== '{"create":1,"delete":1,"disable":1,"update":2}') throw new Error(shown(plan));
    if (publish.outputs['decision'] !== 'waiting') throw new Error(shown(publish));
    for (const as of [team.ben, estate.dora]) await estate.approve(pull, { as, body: codeIn(team, pull) });
    await estate.merge(pull);
    const gate = new Gate();
    const { hostname: host, port } = new URL(cluster.url);
    const proxies = [
      await startGitHubProxy(team.server.url, gate),
      await startPostgresProxy({ host, port: Number(port) }, gate),
    ] as const;
    return new Arena({ estate, gate, cluster, proxies, pull, ledger: await team.repository.head(LEDGER) });
  }

  async close(): Promise<void> {
    for (const proxy of this.#proxies) await proxy.close();
    await this.estate.close();
  }

  /** Everything as it was when the pull request had landed and nothing was applied. */
  async reset(): Promise<void> {
    const { repository, cleo } = this.estate.team;
    await repository.pushCommit({ as: cleo, branch: LEDGER, sha: this.#ledger, force: true });
    if ((await repository.head(LEASE).catch(() => null)) !== null)
      await repository.deleteBranch({ as: cleo, branch: LEASE });
    const comments = [...repository.repository.comments.values()].filter(({ number }) => number === this.#pull.number);
    for (const comment of comments.slice(1)) await repository.deleteComment(comment, { as: cleo });
    await restore(this.#cluster);
  }

  /** An apply that is killed at a point, or not at all. */
  async apply(point: Point | null): Promise<ActionRun> {
    const { team } = this.estate;
    const [github, postgres] = this.#proxies.map(({ port }) => `127.0.0.1:${port}`) as [string, string];
    const database = new URL(team.secrets['ORDERS_DB_WRITE'] ?? '');
    database.host = postgres;
    const env = {
      GITHUB_API_URL: `http://${github}`,
      GITHUB_GRAPHQL_URL: `http://${github}/graphql`,
      ORDERS_DB_WRITE: database.href,
    };
    this.gate.arm(point);
    const { child, ended } = await team.start('apply', { command: 'apply' }, { env, without: ['ORDERS_DB_WRITE'] });
    this.gate.watch(child);
    return await ended;
  }

  async trace(): Promise<Trace> {
    const { team } = this.estate;
    return {
      live: await liveOf(this.#cluster),
      entries: await entriesOf(team, this.#pull),
      comments: commentsOf(team, this.#pull),
    };
  }
}

type Spec = {
  readonly limit?: number;
  readonly tables?: readonly string[];
  readonly memberOf?: readonly string[];
  readonly onRemove?: string;
};
type Desired = { readonly [name: string]: string };

function before(databases: readonly string[]): Desired {
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
function after(databases: readonly string[]): Desired {
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
  source: orders-db
  owner: billing
  purpose: Serves ${name}
${onRemove === undefined ? '' : `  onRemove: ${onRemove}\n`}spec:
  login: true
${limit === undefined ? '' : `  connectionLimit: ${limit}\n`}${memberOf === undefined ? '' : `  memberOf: [${memberOf.join(', ')}]\n`}  grants:
${grants.join('\n')}
`;
}

function filesOf(desired: Desired): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(desired).map(([name, text]) => [pathOf(name), text]));
}

function gone(files: Readonly<Record<string, string>>): Readonly<Record<string, null>> {
  return Object.fromEntries(Object.keys(files).map((path) => [path, null]));
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
