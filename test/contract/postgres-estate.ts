/** One simple query in one database of the server. */
export type Statement = { readonly database: string; readonly sql: string };

/** The source's databases, the first one with the most in it, and one that is not the source's. */
export type Databases = { readonly first: string; readonly second: string | null; readonly elsewhere: string | null };

/** Secret-shaped, where PostgreSQL lets anyone write free text. */
export const CANARIES = [
  'ghp_canarycanarycanarycanarycanary0000',
  'custom-canary-value',
  'password=canary-in-a-setting',
  'canary-password-of-reports',
];

/** Owns what the roles are granted on, in every test the same one: a database has to have an owner. */
export const OWNER = 'maker';

const SCHEMA = `
  CREATE SCHEMA billing; CREATE SCHEMA audit;
  CREATE TABLE billing.a (n int); CREATE TABLE billing.b (n int); CREATE TABLE billing.orders (n int); CREATE TABLE billing.secrets (n int);
  CREATE TABLE billing.invoices (id int, amount numeric); CREATE TABLE billing.parts (at date) PARTITION BY RANGE (at);
  CREATE VIEW audit.totals AS SELECT 1 AS n; CREATE SEQUENCE billing.numbers; CREATE DOMAIN billing.email AS text; CREATE TYPE billing.state AS ENUM ('a');
  CREATE FUNCTION billing.total(integer, text[]) RETURNS integer LANGUAGE sql AS 'SELECT 1';
  CREATE PROCEDURE billing.close() LANGUAGE sql AS 'SELECT 1';
  REVOKE EXECUTE ON FUNCTION billing.total(integer, text[]) FROM PUBLIC; REVOKE EXECUTE ON PROCEDURE billing.close() FROM PUBLIC`;

const STRANGER = `
  CREATE ROLE team; CREATE ROLE readers; CREATE ROLE stranger LOGIN PASSWORD 'canary';
  COMMENT ON ROLE stranger IS 'token ${CANARIES[0]}'; ALTER ROLE stranger SET app.token = '${CANARIES[1]}';
  ALTER ROLE stranger SET application_name = '${CANARIES[2]}'`;

const ROLE = `
  CREATE ROLE reports LOGIN CONNECTION LIMIT 5 VALID UNTIL '2027-03-31 00:00:00+00' PASSWORD '${CANARIES[3]}';
  COMMENT ON ROLE reports IS 'nightly'; ALTER ROLE reports SET work_mem = '8MB'`;

const MEMBERSHIPS = 'GRANT team TO reports WITH ADMIN OPTION; GRANT readers TO reports';

const GRANTS = `
  GRANT USAGE ON SCHEMA billing TO reports; GRANT SELECT, INSERT ON billing.orders TO reports; GRANT TRUNCATE ON billing.orders TO reports WITH GRANT OPTION;
  GRANT SELECT ON billing.parts TO reports; GRANT UPDATE (amount) ON billing.invoices TO reports; GRANT USAGE ON SEQUENCE billing.numbers TO reports;
  GRANT EXECUTE ON FUNCTION billing.total(integer, text[]) TO reports; GRANT EXECUTE ON PROCEDURE billing.close() TO reports;
  GRANT USAGE ON DOMAIN billing.email TO reports;
  ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO reports`;

/** Roles of their own that every test finds: who reads, who writes, and who owns. */
export type Kept = readonly string[];

/** What makes the estate anew, whatever happened to the last one. */
export function setup(databases: Databases, kept: Kept, writerJoins: string | null): readonly Statement[] {
  const all = [databases.first, databases.second, databases.elsewhere].flatMap((name) => name ?? []);
  const { first } = databases;
  return [
    ...all.map((database) => ({ database, sql: emptied(kept) })),
    { database: first, sql: `${dropped(kept)}; ${STRANGER}` },
    { database: first, sql: asOwner(SCHEMA) },
    ...(databases.second === null ? [] : [{ database: databases.second, sql: asOwner(SCHEMA) }]),
    ...role(databases, writerJoins),
  ];
}

/** The role and all that it holds. */
function role(databases: Databases, writerJoins: string | null): readonly Statement[] {
  const { first, second } = databases;
  // From version 16 on CREATEROLE alters, grants and revokes only what it may administer.
  const joins =
    writerJoins === null ? '' : `; GRANT reports, team, readers, pg_monitor TO ${writerJoins} WITH ADMIN OPTION`;
  const made = `${ROLE}${joins}; ${asGrantor(writerJoins, MEMBERSHIPS)}`;
  return [
    { database: first, sql: `${made}; ALTER ROLE reports IN DATABASE ${first} SET statement_timeout = '5min'` },
    { database: first, sql: `GRANT CONNECT ON DATABASE ${first} TO reports; ${asOwner(GRANTS)}` },
    ...(second === null ? [] : [{ database: second, sql: asOwner('GRANT SELECT ON billing.orders TO reports') }]),
  ];
}

export function recreated(databases: Databases, writerJoins: string | null): readonly Statement[] {
  const places = [databases.first, databases.second].flatMap((name) => name ?? []);
  return [
    ...places.map((database) => ({ database, sql: 'DROP OWNED BY reports' })),
    { database: databases.first, sql: 'DROP ROLE reports' },
    ...role(databases, writerJoins),
  ];
}

/** A superuser's own session, so that what is made here is the owner's and granted by the owner. */
export function asOwner(sql: string): string {
  return `SET ROLE ${OWNER}; ${sql}; RESET ROLE`;
}

/** From version 16 on each membership has a grantor, and only as that one it is changed. */
export function asGrantor(writerJoins: string | null, sql: string): string {
  return writerJoins === null ? sql : `SET ROLE ${writerJoins}; ${sql}; RESET ROLE`;
}

function others(kept: Kept): string {
  return `SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> ALL ('{${kept.join(',')}}')`;
}

function emptied(kept: Kept): string {
  return `DO $$ DECLARE one text; BEGIN
    FOR one IN ${others(kept)} UNION SELECT '${OWNER}' LOOP EXECUTE format('DROP OWNED BY %I CASCADE', one); END LOOP;
  END $$`;
}

function dropped(kept: Kept): string {
  return `DO $$ DECLARE one text; BEGIN
    FOR one IN ${others(kept)} LOOP EXECUTE format('DROP ROLE %I', one); END LOOP;
  END $$`;
}
