import { bounded, type Row, type Session } from '../connect.ts';
import { explodedAcl } from './acl.ts';

/** The catalogues of one database, as rows of text. */
export type DatabaseRows = {
  readonly database: string;
  /**
   * class, oid, schema, name, owner, arguments as JSON list of [schema, type, dimensions], whether it has an ACL of its own, entries,
   * PUBLIC's initial privileges where it has
   */
  readonly objects: readonly Row[];
  /** schema, table, column, owner of the table, entries */
  readonly columns: readonly Row[];
  /** creator, schema or null, class letter, entries */
  readonly defaults: readonly Row[];
  /** class, name, owner, entries */
  readonly unmodelled: readonly Row[];
  /** class, name, role */
  readonly mentions: readonly Row[];
  /** owner, type, identity */
  readonly otherOwned: readonly Row[];
};

/** Objects that initdb made and whose privileges nobody changed since say nothing about any identity. */
function untouched(alias: string, acl: string): string {
  return `(${alias}.oid < 16384 AND ${acl} IS NOT DISTINCT FROM i.initprivs)`;
}

function initial(alias: string, catalogue: string): string {
  return `LEFT JOIN pg_catalog.pg_init_privs i
    ON i.objoid = ${alias}.oid AND i.classoid = 'pg_catalog.${catalogue}'::pg_catalog.regclass AND i.objsubid = 0`;
}

const SYSTEM = `(n.nspname LIKE 'pg\\_%' OR n.nspname = 'information_schema')`;
const TEMPORARY = `(n.nspname LIKE 'pg\\_temp\\_%' OR n.nspname LIKE 'pg\\_toast%')`;

const SCHEMAS = `
  FROM pg_catalog.pg_namespace n ${initial('n', 'pg_namespace')}
  WHERE NOT ${TEMPORARY} AND (NOT ${SYSTEM} OR NOT ${untouched('n', 'n.nspacl')})`;

const RELATIONS = `
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace ${initial('c', 'pg_class')}
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't' AND NOT ${TEMPORARY}
    AND (NOT ${SYSTEM} OR NOT ${untouched('c', 'c.relacl')})`;

const ROUTINES = `
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace ${initial('p', 'pg_proc')}
  WHERE NOT ${TEMPORARY} AND (NOT ${SYSTEM} OR NOT ${untouched('p', 'p.proacl')})`;

/** Array types take their privileges from their elements; a table's row type counts only where it was granted on by itself. */
const TYPES = `
  FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace ${initial('t', 'pg_type')}
  LEFT JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
  LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
  WHERE NOT ${TEMPORARY} AND e.oid IS NULL AND (
    (t.typacl IS NOT NULL AND NOT ${untouched('t', 't.typacl')})
    OR (NOT ${SYSTEM} AND t.typtype IN ('b', 'c', 'd', 'e', 'r') AND (t.typrelid = 0 OR r.relkind = 'c')))`;

/** Of pg_catalog's types format_type gives the name that SQL has for them; all others come as their own names. */
const ARGUMENTS = `
  (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(
      CASE WHEN an.nspname = 'pg_catalog' THEN NULL ELSE an.nspname END,
      CASE WHEN an.nspname = 'pg_catalog' THEN pg_catalog.format_type(b.oid, NULL) ELSE b.typname::text END,
      b.oid <> a.oid) ORDER BY u.position)
    FROM pg_catalog.unnest(p.proargtypes::pg_catalog.oid[]) WITH ORDINALITY AS u (type, position)
    JOIN pg_catalog.pg_type a ON a.oid = u.type
    LEFT JOIN pg_catalog.pg_type el ON el.oid = a.typelem AND el.typarray = a.oid
    JOIN pg_catalog.pg_type b ON b.oid = COALESCE(el.oid, a.oid)
    JOIN pg_catalog.pg_namespace an ON an.oid = b.typnamespace)`;

const KIND = `CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END`;
const RELATION = `CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END`;

/** Empty where others had privileges at first; null where nothing was recorded. */
const PUBLIC_AT_FIRST = `
  CASE WHEN o.acl IS NOT NULL AND o.initprivs IS NOT NULL THEN COALESCE(
    (SELECT pg_catalog.string_agg(f.privilege_type, ',') FROM pg_catalog.aclexplode(o.initprivs) f WHERE f.grantee = 0), '') END`;

const OBJECTS = `
  SELECT o.class, o.oid, o.schema, o.name, o.owner, o.arguments, o.acl IS NOT NULL, x.entries, ${PUBLIC_AT_FIRST} FROM (
    SELECT 'schema' AS class, n.oid, NULL::text AS schema, n.nspname::text AS name, n.nspowner AS owner, NULL::text AS arguments,
      n.nspacl AS acl, i.initprivs ${SCHEMAS}
    UNION ALL SELECT ${RELATION}, c.oid, n.nspname, c.relname, c.relowner, NULL, c.relacl, i.initprivs ${RELATIONS}
    UNION ALL SELECT ${KIND}, p.oid, n.nspname, p.proname, p.proowner, ${ARGUMENTS}::text, p.proacl, i.initprivs ${ROUTINES}
    UNION ALL SELECT 'type', t.oid, n.nspname, t.typname, t.typowner, NULL, t.typacl, i.initprivs ${TYPES}
  ) o ${explodedAcl('o.acl', 'o.owner')}`;

const COLUMNS = `
  SELECT o.nspname, o.relname, o.attname, o.owner, x.entries FROM (
    SELECT n.nspname, c.relname, a.attname, c.relowner AS owner, a.attacl AS acl
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_init_privs i
      ON i.objoid = c.oid AND i.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.objsubid = a.attnum
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relpersistence <> 't' AND NOT ${untouched('c', 'a.attacl')}
  ) o ${explodedAcl('o.acl', 'o.owner')}`;

/** Besides what identities get, whatever belongs to a creator: a global entry replaces the built-in default. */
const DEFAULTS = `
  SELECT d.defaclrole, n.nspname, d.defaclobjtype, x.entries
  FROM pg_catalog.pg_default_acl d LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
  ${explodedAcl('d.defaclacl', 'd.defaclrole')}`;

const UNMODELLED = `
  SELECT o.class, o.name, o.owner, x.entries FROM (
    SELECT 'language' AS class, l.lanname::text AS name, l.lanowner AS owner, l.lanacl AS acl FROM pg_catalog.pg_language l
    UNION ALL SELECT 'foreign data wrapper', w.fdwname, w.fdwowner, w.fdwacl FROM pg_catalog.pg_foreign_data_wrapper w
    UNION ALL SELECT 'foreign server', s.srvname, s.srvowner, s.srvacl FROM pg_catalog.pg_foreign_server s
    UNION ALL SELECT 'large object', m.oid::text, m.lomowner, m.lomacl FROM pg_catalog.pg_largeobject_metadata m
  ) o ${explodedAcl('o.acl', 'o.owner')}
  WHERE o.acl IS NOT NULL`;

/** Where a role is named without being granted anything. */
const MENTIONS = `
  SELECT 'row security policy', pg_catalog.json_build_array(p.polname, n.nspname, c.relname)::text, u.role
  FROM pg_catalog.pg_policy p
  JOIN pg_catalog.pg_class c ON c.oid = p.polrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL pg_catalog.unnest(p.polroles) AS u (role)
  WHERE u.role <> 0 AND ($1::pg_catalog.oid[] IS NULL OR u.role = ANY ($1))
  UNION ALL SELECT 'user mapping', pg_catalog.json_build_array(m.srvname)::text, m.umuser
  FROM pg_catalog.pg_user_mappings m WHERE $1::pg_catalog.oid[] IS NULL OR m.umuser = ANY ($1)`;

/** Default privileges depend on their creator, too, but nobody else could own them. */
const OTHER_OWNED = `
  SELECT s.refobjid, o.type, o.identity
  FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_database d ON d.oid = s.dbid AND d.datname = pg_catalog.current_database()
  CROSS JOIN LATERAL pg_catalog.pg_identify_object(s.classid, s.objid, s.objsubid) o
  WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND s.deptype = 'o' AND s.classid NOT IN (
    'pg_catalog.pg_namespace'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass,
    'pg_catalog.pg_proc'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
    'pg_catalog.pg_default_acl'::pg_catalog.regclass)`;

/** A fixed number of queries. `identities`: oids whose privileges are wanted; null: everyone's. */
export async function readDatabase(
  session: Session,
  database: string,
  identities: readonly string[] | null,
): Promise<DatabaseRows> {
  return {
    database,
    objects: await session.rows(bounded(OBJECTS), [identities]),
    columns: await session.rows(bounded(COLUMNS), [identities]),
    defaults: await session.rows(bounded(DEFAULTS), [identities]),
    unmodelled: await session.rows(bounded(UNMODELLED), [identities]),
    mentions: await session.rows(bounded(MENTIONS), [identities]),
    otherOwned: await session.rows(bounded(OTHER_OWNED)),
  };
}
