import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import type { MembershipFact, RoleContext } from '../facts.ts';

/** By privilege keyword, whether it may be given on; all grantors taken together. */
export type Privileges = { readonly [privilege: string]: 'granted' | 'grantable' };

/** By grantee; `public` is PUBLIC (no role may have that name). */
export type Acl = { readonly [grantee: string]: Privileges };

/** `acl` null: what the server gives where nobody ever granted or revoked. */
export type EstateObject = { readonly owner: string; readonly acl: Acl | null };

/** `connectionLimit` −1: unlimited. */
export type EstateRole = RoleContext & { readonly connectionLimit: number };

export type EstateDatabase = {
  /** Of every object that access is about, by its key (`ObjectGrants`); `database` is the database itself, and a column is there where it has privileges of its own. */
  readonly objects: { readonly [object: string]: EstateObject };
  /** Default privileges by scope (`DefaultGrants`), without those of the creating role itself. */
  readonly defaults: { readonly [scope: string]: Acl };
};

/** Everything that decides who may do what in one cluster: `LiveState.facts` of the query `estate`. Plain JSON. */
export type Estate = {
  /** server_version_num. */
  readonly version: number;
  readonly databases: { readonly [name: string]: EstateDatabase };
  readonly roles: { readonly [name: string]: EstateRole };
  readonly memberships: readonly MembershipFact[];
};

/** @throws CountersignError `facts-malformed` when a live state is not an estate that this provider read. */
export function estateOf(live: { readonly facts: JsonObject }): Estate {
  const facts: JsonObject = live.facts;
  if (isEstate(facts)) return facts;
  throw new CountersignError('facts-malformed', 'This live state does not hold the estate of a PostgreSQL source.', {
    mend: 'Read the source again with this version of Countersign.',
  });
}

function isEstate(facts: JsonObject | Estate): facts is Estate {
  const { version, databases, roles, memberships } = facts as JsonObject;
  return typeof version === 'number' && isJsonObject(databases) && isJsonObject(roles) && Array.isArray(memberships);
}
