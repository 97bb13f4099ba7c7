import { inSnapshot, openSession, type Session } from '../src/providers/postgres/connect.ts';

export const ROLES = 1_000;
export const GRANTS_EACH = 20;
const TABLES = 1_000;

/** The plainest reads that give the same facts: every role, membership, setting, and every privilege of every class, as rows. */
const BARE = [
  'SELECT * FROM pg_catalog.pg_roles',
  'SELECT * FROM pg_catalog.pg_auth_members',
  'SELECT * FROM pg_catalog.pg_db_role_setting',
  "SELECT d.datname, x.* FROM pg_catalog.pg_database d, LATERAL aclexplode(COALESCE(datacl, acldefault('d', datdba))) x",
  "SELECT n.nspname, x.* FROM pg_catalog.pg_namespace n, LATERAL aclexplode(COALESCE(nspacl, acldefault('n', nspowner))) x",
  `SELECT n.nspname, c.relname, c.relkind, c.relowner, x.* FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace,
     LATERAL aclexplode(COALESCE(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))) x WHERE relkind IN ('r','p','v','m','f','S')`,
  `SELECT n.nspname, c.relname, a.attname, x.* FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = attrelid
     JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace, LATERAL aclexplode(attacl) x`,
  `SELECT n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), x.* FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = pronamespace,
     LATERAL aclexplode(COALESCE(proacl, acldefault('f', proowner))) x`,
  `SELECT n.nspname, t.typname, x.* FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = typnamespace,
     LATERAL aclexplode(COALESCE(typacl, acldefault('T', typowner))) x`,
  'SELECT d.*, x.* FROM pg_catalog.pg_default_acl d, LATERAL aclexplode(defaclacl) x',
  'SELECT refobjid, dbid, deptype, count(*) FROM pg_catalog.pg_shdepend GROUP BY 1, 2, 3',
];

/** SQL for a thousand roles with twenty tables each. */
export function estate(): string {
  return `
    CREATE SCHEMA app;
    DO $$ BEGIN
      FOR t IN 1..${TABLES} LOOP EXECUTE format('CREATE TABLE app.table_%s (id int)', t); END LOOP;
      FOR r IN 1..${ROLES} LOOP
        EXECUTE format('CREATE ROLE role_%s LOGIN', r);
        FOR g IN 1..${GRANTS_EACH} LOOP
          EXECUTE format('GRANT SELECT, INSERT ON app.table_%s TO role_%s', 1 + (r * 7 + g * 31) % ${TABLES}, r);
        END LOOP;
      END LOOP;
    END $$`;
}

/** One session and one snapshot, as the reader has them, and each result as rows of text. */
export async function bareReads(url: string): Promise<void> {
  const session: Session = await openSession(url, null, 60_000);
  await inSnapshot(session, 60_000, async () => {
    for (const query of BARE) await session.rows(query);
  });
  await session.close();
}
