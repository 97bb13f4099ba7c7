import { bounded, type Row, type Session } from '../connect.ts';
import { explodedAcl } from './acl.ts';

/** The catalogues that all databases of a cluster share, as rows of text. */
export type ClusterRows = {
  readonly version: number;
  readonly database: string;
  /** null: the login may not ask. */
  readonly systemIdentifier: string | null;
  /** oid, name, super, inherit, createrole, createdb, login, replication, bypassrls, connlimit, microseconds or infinity, comment */
  readonly roles: readonly Row[];
  /** role, member, grantor, admin, inherit, set */
  readonly memberships: readonly Row[];
  /** role, database (0: all), setting as name=value */
  readonly settings: readonly Row[];
  /** oid, name, owner */
  readonly databases: readonly Row[];
  /** class, oid, name, owner, entries */
  readonly acls: readonly Row[];
  /** tablespace, owner */
  readonly tablespaces: readonly Row[];
  /** role, database, owned, other */
  readonly elsewhere: readonly Row[];
  /** role, label provider */
  readonly labels: readonly Row[];
};

const PARAMETER_ACL_SINCE = 150_000;
const MEMBERSHIP_OPTIONS_SINCE = 160_000;

const ROLES = `
  SELECT r.oid, r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls,
    r.rolconnlimit,
    CASE WHEN r.rolvaliduntil IS NULL THEN 'infinity'
      WHEN pg_catalog.isfinite(r.rolvaliduntil) THEN pg_catalog.trunc(EXTRACT(epoch FROM r.rolvaliduntil) * 1000000)::text
      ELSE r.rolvaliduntil::text END,
    d.description
  FROM pg_catalog.pg_roles r
  LEFT JOIN pg_catalog.pg_shdescription d ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass`;

const SETTINGS = `
  SELECT s.setrole, s.setdatabase, pg_catalog.unnest(s.setconfig) FROM pg_catalog.pg_db_role_setting s`;

const DATABASES = `SELECT d.oid, d.datname, d.datdba FROM pg_catalog.pg_database d`;

const TABLESPACES = `SELECT t.spcname, t.spcowner FROM pg_catalog.pg_tablespace t`;

const LABELS = `
  SELECT l.objoid, l.provider FROM pg_catalog.pg_shseclabel l WHERE l.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass`;

/** Only dependencies of databases that are not read are counted. */
const ELSEWHERE = `
  SELECT s.refobjid, d.datname, pg_catalog.count(*) FILTER (WHERE s.deptype = 'o'), pg_catalog.count(*) FILTER (WHERE s.deptype <> 'o')
  FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_database d ON d.oid = s.dbid
  WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND d.datname <> ALL ($1)
  GROUP BY s.refobjid, d.datname`;

/** A fixed number of queries. `read`: the databases that are read; null: the session's own. */
export async function readCluster(
  session: Session,
  read: readonly string[] | null,
  wantedAmong: Wanted,
): Promise<ClusterRows> {
  const [server] = await session.rows(SERVER);
  const [versionText = '0', database = '', mayIdentify = 'f'] = server ?? [];
  const version = Number(versionText);
  const roles = await session.rows(bounded(ROLES));
  const members = await session.rows(bounded(memberships(version)));
  return {
    version,
    database: database ?? '',
    systemIdentifier: mayIdentify === 't' ? await systemIdentifier(session) : null,
    roles,
    memberships: members,
    settings: await session.rows(bounded(SETTINGS)),
    databases: await session.rows(bounded(DATABASES)),
    acls: await session.rows(bounded(sharedAcls(version)), [wantedAmong(roles, members)]),
    tablespaces: await session.rows(bounded(TABLESPACES)),
    elsewhere: await session.rows(bounded(ELSEWHERE), [read ?? [database]]),
    labels: await session.rows(bounded(LABELS)),
  };
}

/** Chooses, from the rows of roles and memberships, the oids whose privileges are wanted; null: everyone's. */
export type Wanted = (roles: readonly Row[], memberships: readonly Row[]) => readonly string[] | null;

const SERVER = `
  SELECT pg_catalog.current_setting('server_version_num'), pg_catalog.current_database(),
    pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')`;

async function systemIdentifier(session: Session): Promise<string | null> {
  const [row] = await session.rows('SELECT c.system_identifier FROM pg_catalog.pg_control_system() c');
  return row?.[0] ?? null;
}

/** Which cluster is talked to, and which databases by name; a fixed number of queries. */
export async function readIdentity(
  session: Session,
): Promise<Pick<ClusterRows, 'systemIdentifier' | 'databases' | 'database'>> {
  const [server] = await session.rows(SERVER);
  const systemId = server?.[2] === 't' ? await systemIdentifier(session) : null;
  return { systemIdentifier: systemId, databases: await session.rows(bounded(DATABASES)), database: server?.[1] ?? '' };
}

function memberships(version: number): string {
  const options = version >= MEMBERSHIP_OPTIONS_SINCE ? 'm.inherit_option, m.set_option' : "'t', 't'";
  return `SELECT m.roleid, m.member, m.grantor, m.admin_option, ${options} FROM pg_catalog.pg_auth_members m`;
}

function sharedAcls(version: number): string {
  const parameters = `UNION ALL SELECT 'parameter', p.oid, p.parname, 10, p.paracl FROM pg_catalog.pg_parameter_acl p`;
  return `
    SELECT o.class, o.oid, o.name, o.owner, x.entries FROM (
      SELECT 'database' AS class, d.oid, d.datname::text AS name, d.datdba AS owner, d.datacl AS acl FROM pg_catalog.pg_database d
      UNION ALL SELECT 'tablespace', t.oid, t.spcname::text, t.spcowner, t.spcacl FROM pg_catalog.pg_tablespace t
      ${version >= PARAMETER_ACL_SINCE ? parameters : ''}
    ) o ${explodedAcl('o.acl', 'o.owner')}
    WHERE o.acl IS NOT NULL`;
}
