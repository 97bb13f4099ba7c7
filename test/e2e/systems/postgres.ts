import { creationComment, markIn } from '../../../src/providers/postgres/normal-form/creation-mark.ts';
import { startPglite } from '../../support/pglite.ts';
import { furnish, withPassword, type Database } from '../estate.ts';
import { SOURCE, type Elsewhere, type State, type System } from './system.ts';

const READ_PASSWORD = 'canary-reading-51d0';
const WRITE_PASSWORD = 'canary-writing-b28e';

/** Roles of a database: the level is the connection limit, the access is to read a table. */
export class PostgresSystem implements System {
  readonly database: Database;
  readonly provider = 'postgres';
  readonly settings = '';
  readonly canaries = [READ_PASSWORD, WRITE_PASSWORD];
  readonly pointer = '/connectionLimit';
  readonly #another: () => Promise<Database>;

  /** @param another cluster with the same schema */
  constructor(database: Database, another: () => Promise<Database>) {
    this.database = database;
    this.#another = another;
  }

  static async embedded(): Promise<PostgresSystem> {
    const database = await startPglite();
    await furnish(database);
    return new PostgresSystem(database, anotherEmbedded);
  }

  get secrets() {
    const { url } = this.database;
    return { read: withPassword(url, READ_PASSWORD), write: withPassword(url, WRITE_PASSWORD) };
  }

  valueOf(level: number): number {
    return level;
  }

  document(name: string, level: number): string {
    return `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata:
  name: ${name}
  source: ${SOURCE}
  owner: billing
  purpose: Serves ${name}
spec:
  login: true
  connectionLimit: ${level}
  grants:
    - on: { schemas: billing }
      privileges: [USAGE]
    - on: { tables: billing.invoices }
      privileges: [SELECT]
`;
  }

  address(name: string): string {
    return `${SOURCE}/PostgresRole/${name}`;
  }

  async make(name: string, level: number): Promise<void> {
    await this.database.query(made(name, level));
  }

  async makeFirst(name: string, level: number, mark: string | null): Promise<void> {
    await this.database.query(`CREATE ROLE "${name}" LOGIN CONNECTION LIMIT ${level} PASSWORD 'known to somebody'`);
    if (mark !== null) await this.database.query(`COMMENT ON ROLE "${name}" IS '${creationComment(mark)}'`);
  }

  async markOn(name: string): Promise<string | null> {
    const [row] = await this.database.query(
      `SELECT shobj_description(oid, 'pg_authid') AS comment FROM pg_roles WHERE rolname = '${name}'`,
    );
    const comment = row?.['comment'];
    return markIn(typeof comment === 'string' ? comment : null);
  }

  async drift(name: string, level: number): Promise<void> {
    await this.database.query(drifted(name, level));
  }

  async remake(name: string, level: number): Promise<void> {
    await this.database.query(`DROP OWNED BY "${name}"; DROP ROLE "${name}"; ${made(name, level)}`);
  }

  async stir(round: string): Promise<void> {
    await this.database.query(
      `ALTER ROLE reporting CONNECTION LIMIT ${round.length}; CREATE TABLE billing."${round}" (id int)`,
    );
  }

  async look(name: string): Promise<State | null> {
    return await lookIn(this.database, name);
  }

  async elsewhere(): Promise<Elsewhere> {
    const other = await this.#another();
    return {
      secret: other.url,
      look: async (name) => await lookIn(other, name),
      close: async () => await other.stop(),
    };
  }

  respelt(): Promise<string> {
    const address = new URL(this.database.url);
    address.hostname = 'localhost';
    address.password = 'rotated';
    return Promise.resolve(address.href);
  }

  async close(): Promise<void> {
    await this.database.stop();
  }
}

/** SQL that sets the level of a role. */
export function drifted(name: string, level: number): string {
  return `ALTER ROLE "${name}" CONNECTION LIMIT ${level}`;
}

function made(name: string, level: number): string {
  return `CREATE ROLE "${name}" LOGIN CONNECTION LIMIT ${level};
    GRANT USAGE ON SCHEMA billing TO "${name}"; GRANT SELECT ON billing.invoices TO "${name}"`;
}

async function lookIn({ query }: Database, name: string): Promise<State | null> {
  const [row] = await query(`
    SELECT rolconnlimit AS level, has_table_privilege(oid, 'billing.invoices', 'SELECT') AS access
    FROM pg_roles WHERE rolname = '${name}' AND rolcanlogin`);
  return row === undefined ? null : { level: Number(row['level']), access: row['access'] === true };
}

/** Every embedded PostgreSQL is a copy of a prepared one, with its identifier; this one says another. */
async function anotherEmbedded(): Promise<Database> {
  const other = await startPglite();
  await furnish(other);
  await other.query(`
    CREATE OR REPLACE FUNCTION pg_catalog.pg_control_system(
      OUT pg_control_version integer, OUT catalog_version_no integer,
      OUT system_identifier bigint, OUT pg_control_last_modified timestamptz)
    LANGUAGE sql AS 'SELECT 1300, 1, 4711::bigint, pg_catalog.now()'`);
  return other;
}
