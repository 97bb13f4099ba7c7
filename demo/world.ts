import { generateKeyPairSync } from 'node:crypto';
import { Team, type Account } from '../test/e2e/repository.ts';
import { embedPglite, type EmbeddedPostgres } from '../test/support/embedded-pglite.ts';

export type World = {
  readonly postgres: EmbeddedPostgres;
  readonly team: Team;
  /** Of the group `security`. */
  readonly dana: Account;
  readonly publicKey: string;
};

export const EXPORTER = 'identities/orders-db/billing-exporter.yaml';
export const EXCEPTION = 'policies/exporter-writes.yaml';
export const POLICY = 'policies/exports.yaml';

export const READ_ONLY_EXPORTS = `apiVersion: countersign.dev/v1
kind: Policy
metadata:
  name: exports
spec:
  rules:
    - name: no-writes
      match: { sources: ['orders-*'], addresses: ['*/PostgresRole/*-exporter'] }
      when: access.gains.exists(gain, !(gain.action in ['LOGIN', 'CONNECT', 'USAGE', 'SELECT']))
      effect: deny
      message: '{change.name} exports, and would gain {access.gains}'
      comply: Take everything but reading out of its grants.
      controls: ['NHI5:2025', PR.AA-05]
  tests:
    - name: an exporter may read
      given:
        change: { source: orders-db, kind: PostgresRole, name: billing-exporter }
        access: { gains: [{ action: SELECT, resource: 'orders-db/orders: tables billing.*' }] }
      expect: []
    - name: and nothing else
      given:
        change: { source: orders-db, kind: PostgresRole, name: billing-exporter }
        access: { gains: [{ action: INSERT, resource: 'orders-db/orders: tables billing.*' }] }
      expect: [no-writes]
`;

/** An embedded PostgreSQL with an orders database, and a GitHub on loopback whose repository has Countersign installed. */
export async function startWorld(): Promise<World> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const postgres = await embedPglite();
  await postgres.query(`
    CREATE SCHEMA billing;
    CREATE TABLE billing.invoices (id bigint PRIMARY KEY, total numeric NOT NULL);
    CREATE TABLE billing.invoice_lines (invoice bigint REFERENCES billing.invoices, amount numeric NOT NULL);
    CREATE ROLE nightly_reports LOGIN;
    GRANT USAGE ON SCHEMA billing TO nightly_reports;`);
  const team = await Team.form(
    {
      '.github/countersign.yaml': configuration(spki),
      [POLICY]: READ_ONLY_EXPORTS,
      'README.md': '# Identities of acme\n',
    },
    {
      ORDERS_DB_READ: postgres.url,
      ORDERS_DB_WRITE: postgres.url,
      LEDGER_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    },
  );
  const dana = team.server.createUser({ login: 'dana' });
  team.repository.setCollaborator(dana, 'write');
  return { postgres, team, dana, publicKey: spki };
}

function configuration(key: string): string {
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
policies: [policies]
people:
  billing: [ben]
  security: [dana]
  administrators: [cleo]
sources:
  orders-db:
    provider: postgres
    connection:
      read: { env: ORDERS_DB_READ }
      write: { env: ORDERS_DB_WRITE }
    mode: authoritative
    owner: billing
approval:
  administrators: administrators
  widening: security
ledger:
  branch: countersign/ledger
  signing:
    kind: ed25519
    key: { env: LEDGER_KEY }
    keys: { demo: ${key} }
`;
}

/** @param until the last day, RFC 3339 full-date. */
export function exception(until: string): string {
  return `apiVersion: countersign.dev/v1
kind: Exception
metadata:
  name: exporter-writes
spec:
  rule: exports/no-writes
  addresses: [orders-db/PostgresRole/billing-exporter]
  reason: Marks invoices as exported, until the queue does
  owner: security
  until: ${until}
`;
}

export function exporter(spec: { readonly limit: number; readonly privileges: readonly string[] }): string {
  return `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata:
  name: billing-exporter
  source: orders-db
  owner: billing
  purpose: Nightly invoice export
spec:
  login: true
  connectionLimit: ${spec.limit}
  grants:
    - on: { schemas: billing }
      privileges: [USAGE]
    - on: { tables: billing.* }
      privileges: [${spec.privileges.join(', ')}]
`;
}
