import { generateKeyPairSync } from 'node:crypto';
import { Team } from '../test/e2e/repository.ts';
import { embedPglite, type EmbeddedPostgres } from '../test/support/embedded-pglite.ts';

export type World = { readonly postgres: EmbeddedPostgres; readonly team: Team; readonly publicKey: string };

export const EXPORTER = 'identities/orders-db/billing-exporter.yaml';

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
    { '.github/countersign.yaml': configuration(spki), 'README.md': '# Identities of acme\n' },
    {
      ORDERS_DB_READ: postgres.url,
      ORDERS_DB_WRITE: postgres.url,
      LEDGER_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    },
  );
  return { postgres, team, publicKey: spki };
}

function configuration(key: string): string {
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people:
  billing: [ben]
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
ledger:
  branch: countersign/ledger
  signing:
    kind: ed25519
    key: { env: LEDGER_KEY }
    keys: { demo: ${key} }
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
