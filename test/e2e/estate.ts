import { startPglite } from '../support/pglite.ts';
import { shown } from './runner.ts';
import {
  configurationOf,
  CONFIGURATION_PATH,
  reconciles,
  signingKeys,
  Workplace,
  type Rules,
  type WorkplaceParts,
} from './workplace.ts';

export { CONFIGURATION_PATH };

/** Values that may appear nowhere; the tokens of all runs are added to them. */
const READ_PASSWORD = 'canary-reading-7c1f';
const WRITE_PASSWORD = 'canary-writing-93ab';

const SCHEMA = `
  CREATE SCHEMA billing;
  CREATE TABLE billing.invoices (id int);
  CREATE TABLE billing.lines (id int);
  CREATE ROLE reporting;`;

/** The schema, and what else the database is to hold. */
export async function furnish({ query }: Pick<Database, 'query'>, sql = ''): Promise<void> {
  await query(`${SCHEMA}; ${sql}`);
}

/** A PostgreSQL for the tests: its superuser's address, and statements run beside every connection. */
export type Database = {
  readonly url: string;
  readonly query: (text: string) => Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
};

export type EstateOptions = Rules & {
  /** Of the default branch, besides the configuration. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the database holds besides the schema. */
  readonly sql?: string;
  /** Instead of an embedded one with the schema and `sql`. */
  readonly database?: Database;
  /** Names of the databases that are managed; by default the one that the address names. */
  readonly databases?: readonly string[];
};

/** An orders database and a repository that manages its roles. */
export class Estate extends Workplace {
  readonly postgres: Database;

  private constructor(parts: WorkplaceParts & { postgres: Database }) {
    super(parts);
    this.postgres = parts.postgres;
  }

  static async open(options: EstateOptions = {}): Promise<Estate> {
    const { key, pem } = signingKeys();
    const postgres = options.database ?? (await startPglite());
    if (options.database === undefined) await furnish(postgres, options.sql);
    const [read, write] = [READ_PASSWORD, WRITE_PASSWORD].map((password) => withPassword(postgres.url, password));
    const team = await Workplace.form(
      { [CONFIGURATION_PATH]: configuration(key, options), ...options.files },
      { ORDERS_DB_READ: read ?? '', ORDERS_DB_WRITE: write ?? '', LEDGER_KEY: pem },
    );
    return new Estate({ postgres, team, publicKey: key, secrets: [READ_PASSWORD, WRITE_PASSWORD, pem] });
  }

  /** As `open`, with a ledger that has begun. */
  static async begin(options: EstateOptions = {}): Promise<Estate> {
    const estate = await Estate.open(options);
    const init = await estate.team.init();
    if (init.exitCode !== 0) throw new Error(shown(init));
    return estate;
  }

  override async close(): Promise<void> {
    await super.close();
    await this.postgres.stop();
  }

  /** What a role is and may do; null: it does not exist. */
  async role(name: string): Promise<RoleView | null> {
    const [row] = await this.postgres.query(`
      SELECT rolcanlogin AS login, rolconnlimit AS "limit",
             has_table_privilege(oid, 'billing.invoices', 'SELECT') AS invoices,
             has_table_privilege(oid, 'billing.lines', 'SELECT') AS lines
      FROM pg_roles WHERE rolname = '${name}'`);
    return row === undefined ? null : (row as RoleView);
  }
}

export type RoleView = {
  readonly login: boolean;
  readonly limit: number;
  readonly invoices: boolean;
  readonly lines: boolean;
};

export function withPassword(url: string, password: string): string {
  const secret = new URL(url);
  secret.password = password;
  return secret.href;
}

export function configuration(
  key: string,
  { databases, ...rules }: Pick<EstateOptions, 'databases' | keyof Rules> = {},
): string {
  const source = `  orders-db:
    provider: postgres
    connection:
      read: { env: ORDERS_DB_READ }
      write: { env: ORDERS_DB_WRITE }
    mode: authoritative
    owner: billing
${databases === undefined ? '' : `    options: { databases: [${databases.join(', ')}] }\n`}`;
  return configurationOf(key, source, rules);
}

export type RoleDocument = {
  readonly limit?: number;
  readonly tables?: string;
  readonly purpose?: string;
  /** YAML of `metadata.onRemove`. */
  readonly onRemove?: string;
};

/** The document of a role that may read tables of the schema billing. */
export function role(name: string, { limit = 5, tables = 'billing.invoices', purpose, onRemove }: RoleDocument = {}) {
  return `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata:
  name: ${name}
  source: orders-db
  owner: billing
  purpose: ${purpose ?? `Serves ${name}`}
${onRemove === undefined ? '' : `  onRemove: ${onRemove}\n`}spec:
  login: true
  connectionLimit: ${limit}
  grants:
    - on: { schemas: billing }
      privileges: [USAGE]
    - on: { tables: '${tables}' }
      privileges: [SELECT]
`;
}

export function pathOf(name: string): string {
  return `identities/orders-db/${name}.yaml`;
}

/** One role's document as files of a commit. */
export function declares(name: string, document: RoleDocument = {}): Readonly<Record<string, string>> {
  return { [pathOf(name)]: role(name, document) };
}

export function reconciliation(
  name: string,
  { of, ...spec }: { verb: 'correct' | 'remove'; of: string; onRemove?: string },
) {
  return reconciles(name, { ...spec, address: `orders-db/PostgresRole/${of}` });
}
