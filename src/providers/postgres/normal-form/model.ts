import type { JsonObject } from '../../../core/json.ts';
import type { PatternMark } from '../../../core/attributes.ts';

/** Part of a list that is exhaustive unless `others` says otherwise; in an additive source it always says `keep`. */
export type Listed<T> = { readonly others: 'remove' | 'keep'; readonly values: T };

/**
 * `granted`: without, `grantable`: with grant option.
 * `option`, only ever found: a grant option on top of a privilege that a plain pattern of the guide covers; undoing it is REVOKE GRANT OPTION FOR.
 */
export type PrivilegeState = 'granted' | 'grantable' | 'option';

/** Privilege keyword (`SELECT`, `USAGE`, …) to its state; under a pattern's key to a pattern mark whose declared state is per privilege. */
export type PrivilegeSet = { readonly [privilege: string]: PrivilegeState | PatternMark };

/**
 * Keys are `<class> <identity>`: `database`, `schema billing`, `table billing.invoices`, `column billing.invoices.amount`, `sequence …`,
 * `function billing.f(integer, text)`, `procedure …`, `type …` (also domains). A part is plain when it matches `[a-z_][a-z0-9_]*`, else in double quotes,
 * whatever a server version reserves. `function` includes aggregates and window functions.
 * Patterns are `schemas b*`, `tables billing.*`, `sequences …`, `functions …`, `procedures …`, `types …`, and end in ` with grant option` when declared so.
 */
export type ObjectGrants = { readonly [object: string]: PrivilegeSet };

/** Keys are `<creating role> <class> <schema or *>`, each part quoted as PostgreSQL would. */
export type DefaultGrants = { readonly [scope: string]: PrivilegeSet };

export type Membership = { readonly admin: boolean; readonly inherit: boolean; readonly set: boolean };

/** `everywhere`: ALTER ROLE … SET; `databases`: ALTER ROLE … IN DATABASE … SET, by database name. Names in lower case, values in canonical spelling. */
export type RoleSettings = {
  readonly everywhere: { readonly [name: string]: string };
  readonly databases: { readonly [database: string]: { readonly [name: string]: string } };
};

/** Normal form of one role. An omitted attribute is not managed. */
export type RoleAttributes = {
  readonly login?: boolean;
  readonly superuser?: boolean;
  readonly createDatabase?: boolean;
  readonly createRole?: boolean;
  readonly inherit?: boolean;
  readonly replication?: boolean;
  readonly bypassRowSecurity?: boolean;
  /** −1: unlimited. */
  readonly connectionLimit?: number;
  /**
   * RFC 3339 in UTC without trailing zeros, with ISO 8601 expanded years (`+294276-…`, `-0043-…`) where four digits do not suffice;
   * `infinity` (also where none was ever set: the two mean the same, and the latter cannot be written again) or `-infinity`.
   */
  readonly validUntil?: string;
  readonly comment?: string | null;
  readonly settings?: Listed<RoleSettings>;
  readonly memberOf?: Listed<{ readonly [role: string]: Membership }>;
  readonly grants?: Listed<{ readonly [database: string]: ObjectGrants }>;
  readonly defaultPrivileges?: Listed<{ readonly [database: string]: DefaultGrants }>;
};

/** Attributes that are one plain value, in the order in which documents show them. */
export const SCALARS = [
  'login',
  'superuser',
  'createDatabase',
  'createRole',
  'inherit',
  'replication',
  'bypassRowSecurity',
  'connectionLimit',
] as const;

/** Stands in live attributes for a value that is never shown nor hashed: a custom setting, a text with the shape of a secret. */
export const HIDDEN = '(not shown)';

/** Attributes that this provider wrote, with their types. */
export function roleAttributes(attributes: JsonObject): RoleAttributes {
  return attributes;
}

/** What one step does, in the order given, in one transaction of one database. Rendered to SQL by one function only. */
export type Effect = {
  /** Database to run in; null: cluster-wide, any database. */
  readonly database: string | null;
  readonly operations: readonly Operation[];
};

export type RoleOptions = Pick<
  RoleAttributes,
  | 'login'
  | 'superuser'
  | 'createDatabase'
  | 'createRole'
  | 'inherit'
  | 'replication'
  | 'bypassRowSecurity'
  | 'connectionLimit'
  | 'validUntil'
>;

/** `as`: the role to SET LOCAL ROLE to first, because a REVOKE only undoes what that grantor granted; null: the login itself. */
export type Operation =
  | { readonly kind: 'create-role'; readonly options: RoleOptions }
  /** The comment by which the apply knows the role as its own creation: the next step of the chain replaces it. */
  | { readonly kind: 'mark-creation' }
  | { readonly kind: 'alter-role'; readonly options: RoleOptions }
  | { readonly kind: 'comment'; readonly text: string | null }
  | { readonly kind: 'set'; readonly database: string | null; readonly name: string; readonly value: string | null }
  | { readonly kind: 'grant-role'; readonly role: string; readonly membership: Membership; readonly as: string | null }
  | { readonly kind: 'revoke-role'; readonly role: string; readonly as: string | null }
  | {
      readonly kind: 'grant';
      readonly object: string;
      readonly privileges: readonly string[];
      readonly grantable: boolean;
      readonly as: string | null;
    }
  | {
      readonly kind: 'revoke';
      readonly object: string;
      readonly privileges: readonly string[];
      readonly only: 'grant-option' | 'privilege';
      readonly as: string | null;
    }
  /** `except`: keys of the head, objects named one by one and patterns, that still hold these privileges. Expanded inside the transaction, never in the plan. */
  | {
      readonly kind: 'grant-pattern';
      readonly pattern: string;
      readonly privileges: readonly string[];
      readonly grantable: boolean;
    }
  | {
      readonly kind: 'revoke-pattern';
      readonly pattern: string;
      readonly privileges: readonly string[];
      readonly except: readonly string[];
    }
  | {
      readonly kind: 'default-grant';
      readonly scope: string;
      readonly privileges: readonly string[];
      readonly grantable: boolean;
    }
  | {
      readonly kind: 'default-revoke';
      readonly scope: string;
      readonly privileges: readonly string[];
      readonly only: 'grant-option' | 'privilege';
    }
  /** All that it owns there, named in the step's `expect`. */
  | { readonly kind: 'reassign-owned'; readonly to: string }
  /** Revokes what it was granted in that database. Refused while it owns anything there. */
  | { readonly kind: 'drop-owned' }
  | { readonly kind: 'end-sessions' }
  | { readonly kind: 'drop-role' };
