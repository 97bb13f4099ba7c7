import { generateKeyPairSync } from 'node:crypto';
import { expect, vi } from 'vitest';
import { startPglite } from '../support/pglite.ts';
import { expectSound, leaksOf } from './audit.ts';
import { Team, type Account, type Pull } from './repository.ts';
import { shown } from './runner.ts';

// A scenario is a dozen child processes; on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

export const CONFIGURATION_PATH = '.github/countersign.yaml';

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

export type EstateOptions = {
  /** Of the default branch, besides the configuration. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the database holds besides the schema. */
  readonly sql?: string;
  /** Instead of an embedded one with the schema and `sql`. */
  readonly database?: Database;
  /** Names of the databases that are managed; by default the one that the address names. */
  readonly databases?: readonly string[];
  /** Whether CODEOWNERS says who owns what names nobody. */
  readonly owners?: 'documents' | 'codeowners';
  /** Lines of the configuration besides. */
  readonly rules?: string;
  /** Who has to agree where access is widened; by default nobody in particular. */
  readonly widening?: string;
};

/** An orders database and a repository that manages its roles: ana asks, ben owns, cleo administers, dora and eve may write. */
export class Estate {
  readonly postgres: Database;
  readonly team: Team;
  readonly dora: Account;
  readonly eve: Account;
  readonly publicKey: string;
  readonly #secrets: readonly string[];

  private constructor(parts: { postgres: Database; team: Team; publicKey: string; secrets: readonly string[] }) {
    this.postgres = parts.postgres;
    this.team = parts.team;
    this.publicKey = parts.publicKey;
    this.#secrets = parts.secrets;
    const [dora, eve] = ['dora', 'eve'].map((login) => this.team.server.createUser({ login })) as [Account, Account];
    this.dora = dora;
    this.eve = eve;
    for (const account of [dora, eve]) this.team.repository.setCollaborator(account, 'write');
  }

  static async open(options: EstateOptions = {}): Promise<Estate> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const postgres = options.database ?? (await startPglite());
    if (options.database === undefined) await furnish(postgres, options.sql);
    const [read, write] = [READ_PASSWORD, WRITE_PASSWORD].map((password) => withPassword(postgres.url, password));
    const team = await Team.form(
      { [CONFIGURATION_PATH]: configuration(key, options), 'README.md': '# Identities of acme\n', ...options.files },
      { ORDERS_DB_READ: read ?? '', ORDERS_DB_WRITE: write ?? '', LEDGER_KEY: pem },
    );
    const secrets = [READ_PASSWORD, WRITE_PASSWORD, pem.split('\n')[1] ?? pem];
    return new Estate({ postgres, team, publicKey: key, secrets });
  }

  /** As `open`, with a ledger that has begun. */
  static async begin(options: EstateOptions = {}): Promise<Estate> {
    const estate = await Estate.open(options);
    const init = await estate.team.init();
    if (init.exitCode !== 0) throw new Error(shown(init));
    return estate;
  }

  async close(): Promise<void> {
    await this.team.close();
    await this.postgres.stop();
  }

  /** Somebody approves; GitHub's clock has moved on since the last publication. */
  async approve(pull: Pull, options: { as?: Account; body?: string } = {}) {
    this.team.server.advanceClock(2);
    const { as = this.team.ben, ...rest } = options;
    return await this.team.repository.review(pull, { as, event: 'APPROVE', ...rest });
  }

  async merge(pull: Pull, method: 'squash' | 'rebase' | 'merge' | 'queue' | 'by-hand' = 'squash'): Promise<string> {
    this.team.server.advanceClock(2);
    return await this.team.repository.mergePullRequest(pull, { as: this.team.ana, method });
  }

  /** A pull request that is planned, published and approved, up to the green check where `checked`. */
  async approved(branch: string, files: Readonly<Record<string, string | null>>): Promise<Pull> {
    const pull = await this.team.propose(branch, files);
    await this.team.planAndPublish(pull);
    await this.approve(pull);
    return pull;
  }

  /** The ruleset that makes the check required. */
  requireApproval(): void {
    const required = { required_status_checks: [{ context: 'countersign/approval' }] };
    const parameters = { ...required, strict_required_status_checks_policy: false };
    this.team.repository.addRuleset({ name: 'Countersign', rules: [{ type: 'required_status_checks', parameters }] });
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

  /** What holds after every scenario. */
  async expectSound(): Promise<void> {
    await expectSound(this.team, this.publicKey);
    const tokens = this.team.runs.map(({ job }) => job.token);
    expect(leaksOf(this.team, [...this.#secrets, ...tokens])).toEqual([]);
  }
}

export type RoleView = {
  readonly login: boolean;
  readonly limit: number;
  readonly invoices: boolean;
  readonly lines: boolean;
};

function withPassword(url: string, password: string): string {
  const secret = new URL(url);
  secret.password = password;
  return secret.href;
}

export function configuration(
  key: string,
  {
    databases,
    owners = 'documents',
    rules = '',
    widening,
  }: Pick<EstateOptions, 'databases' | 'owners' | 'rules' | 'widening'> = {},
): string {
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people:
  billing: [ben, dora]
  administrators: [cleo]
sources:
  orders-db:
    provider: postgres
    connection:
      read: { env: ORDERS_DB_READ }
      write: { env: ORDERS_DB_WRITE }
    mode: authoritative
    owner: billing
${databases === undefined ? '' : `    options: { databases: [${databases.join(', ')}] }\n`}approval:
  administrators: administrators
${widening === undefined ? '' : `  widening: ${widening}\n`}${owners === 'documents' ? '' : `  owners: ${owners}\n`}ledger:
  branch: countersign/ledger
  signing:
    kind: ed25519
    key: { env: LEDGER_KEY }
    keys: { trusted: ${key} }
${rules}`;
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

export function reconciliation(name: string, spec: { verb: 'correct' | 'remove'; of: string; onRemove?: string }) {
  return {
    [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: Reconciliation
metadata:
  name: ${name}
spec:
  verb: ${spec.verb}
  addresses: [orders-db/PostgresRole/${spec.of}]
  reason: As agreed in the review of access
${spec.onRemove === undefined ? '' : `  onRemove: ${spec.onRemove}\n`}`,
  };
}
