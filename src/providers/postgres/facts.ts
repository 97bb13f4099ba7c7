import { CountersignError } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';
import { isJsonObject } from '../../core/json.ts';
import type { Membership } from './normal-form/model.ts';
import { own } from './own.ts';

/** Attributes of any role of the cluster, also outside of the boundary: context for what a writer may do. */
export type RoleContext = {
  readonly oid: string;
  readonly login: boolean;
  readonly superuser: boolean;
  readonly createDatabase: boolean;
  readonly createRole: boolean;
  readonly inherit: boolean;
  readonly replication: boolean;
  readonly bypassRowSecurity: boolean;
};

/** One row of pg_auth_members. Before PostgreSQL 16 `inherit` and `set` are true, and `grantor` may be a role that is gone (null). */
export type MembershipFact = Membership & {
  readonly role: string;
  readonly member: string;
  readonly grantor: string | null;
};

/**
 * One privilege with its grantor, where the object's owner is not the only grantor of that privilege to that grantee,
 * or where the grant option is the writer's, or of a role that the writer is a member of.
 * Every grant that is not listed was made by the object's owner alone. `grantee` is `public` for PUBLIC (no role may have that name).
 */
export type ForeignGrant = {
  readonly database: string;
  readonly object: string;
  readonly privilege: string;
  readonly grantee: string;
  readonly grantor: string;
  readonly grantable: boolean;
};

/** One default privilege: its grantor is always the creating role that `scope` begins with. */
export type DefaultFact = {
  readonly database: string;
  readonly creator: string;
  readonly scope: string;
  readonly grantee: string;
};

export type DatabaseFacts = {
  readonly owner: string;
  /**
   * Object key to owner, of every schema, table, sequence, function, procedure and type outside of the system schemas,
   * and of those inside that an identity was granted something on.
   */
  readonly objects: { readonly [object: string]: string };
  /** Owned things of classes that no document can name, by owner: `<type> <identity>` as pg_identify_object writes them. */
  readonly otherOwned: { readonly [role: string]: readonly string[] };
};

/** What a role holds in databases that are not among the source's: the number of things owned, and of other dependencies (privileges, policies, default privileges). */
export type Elsewhere = { readonly [database: string]: { readonly owned: number; readonly other: number } };

/** `LiveState.facts` of this provider. Plain JSON; every list is sorted. */
export type PostgresFacts = {
  /** server_version_num, such as 150006; 0 when the source could not be reached. */
  readonly version: number;
  /** Names as the configuration orders them, which is the order of reading and writing. The first also answers for what is cluster-wide. */
  readonly databases: readonly string[];
  readonly database: { readonly [name: string]: DatabaseFacts };
  readonly roles: { readonly [name: string]: RoleContext };
  readonly memberships: readonly MembershipFact[];
  readonly foreignGrants: readonly ForeignGrant[];
  readonly defaults: readonly DefaultFact[];
  /** Databases and tablespaces of the cluster that a role owns: `database orders`, `tablespace fast`. */
  readonly sharedOwned: { readonly [role: string]: readonly string[] };
  readonly elsewhere: { readonly [role: string]: Elsewhere };
  /** Role that the write connection logs in as, when the configuration says so. */
  readonly writer: string | null;
  /** Role that this was read as. */
  readonly reader?: string;
};

export function emptyFacts(databases: readonly string[], writer: string | null): PostgresFacts {
  return {
    version: 0,
    databases,
    database: {},
    roles: {},
    memberships: [],
    foreignGrants: [],
    defaults: [],
    sharedOwned: {},
    elsewhere: {},
    writer,
  };
}

/** @throws CountersignError `facts-malformed` when a live state was not written by this provider. */
export function postgresFacts(live: { readonly facts: JsonObject }): PostgresFacts {
  const facts: JsonObject = live.facts;
  if (!isPostgresFacts(facts)) {
    throw new CountersignError('facts-malformed', 'This live state does not hold the facts of a PostgreSQL source.', {
      mend: 'Read the source again with this version of Countersign.',
    });
  }
  return facts;
}

function isPostgresFacts(facts: JsonObject | PostgresFacts): facts is PostgresFacts {
  return (
    typeof facts['version'] === 'number' &&
    Array.isArray(facts['databases']) &&
    ['database', 'roles', 'sharedOwned', 'elsewhere'].every((name) => isJsonObject((facts as JsonObject)[name])) &&
    ['memberships', 'foreignGrants', 'defaults'].every((name) => Array.isArray((facts as JsonObject)[name]))
  );
}

/** Everything that a role owns and that the source's databases know by name, by database (null: cluster-wide), sorted. */
export function ownedBy(
  facts: PostgresFacts,
  role: string,
): readonly { readonly database: string | null; readonly objects: readonly string[] }[] {
  const shared = own(facts.sharedOwned, role) ?? [];
  const local = facts.databases.map((database) => {
    const known = own(facts.database, database);
    const objects = Object.entries(known?.objects ?? {}).flatMap(([object, owner]) => (owner === role ? [object] : []));
    return { database, objects: [...objects, ...(own(known?.otherOwned, role) ?? [])].sort() };
  });
  return [{ database: null, objects: shared }, ...local].filter((entry) => entry.objects.length > 0);
}
