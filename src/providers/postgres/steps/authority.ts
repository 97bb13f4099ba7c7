import type { PostgresFacts, RoleContext } from '../facts.ts';
import { own } from '../own.ts';

/** The version from which memberships carry INHERIT and SET, and CREATEROLE reaches only roles held with ADMIN. */
const MEMBERSHIP_OPTIONS_VERSION = 16;
const DATABASE_OWNER = 'pg_database_owner';

export function majorVersion(facts: PostgresFacts): number {
  return Math.floor(facts.version / 10_000);
}

export function membershipsHaveOptions(facts: PostgresFacts): boolean {
  return majorVersion(facts) >= MEMBERSHIP_OPTIONS_VERSION;
}

/** What one login may do, by PostgreSQL's own rules. `unknown`: the configuration does not say who writes, so nothing is foreseen. */
export type Authority =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly name: string; readonly context: RoleContext; readonly superuser: boolean };

export function writerAuthority(facts: PostgresFacts): Authority {
  const name = facts.writer;
  const context = name === null ? undefined : own(facts.roles, name);
  if (name === null || context === undefined) return { kind: 'unknown' };
  return { kind: 'known', name, context, superuser: context.superuser };
}

/** Through which kind of membership one role reaches another; `member` is any membership. */
type Path = 'inherit' | 'set' | 'member';

/**
 * The roles that `from` reaches, itself included (`roles_is_member_of` in PostgreSQL's acl.c).
 * The owner of `database` is implicitly a member of pg_database_owner.
 */
function reach(facts: PostgresFacts, from: string, path: Path, database: string | null): ReadonlySet<string> {
  const databaseOwner = database === null ? undefined : own(facts.database, database)?.owner;
  const reached = new Set([from]);
  for (const role of reached) {
    if (role === databaseOwner) reached.add(DATABASE_OWNER);
    for (const membership of facts.memberships) {
      if (membership.member === role && follows(facts, membership, path)) reached.add(membership.role);
    }
  }
  return reached;
}

function follows(facts: PostgresFacts, membership: PostgresFacts['memberships'][number], path: Path): boolean {
  if (path === 'member') return true;
  if (membershipsHaveOptions(facts)) return path === 'inherit' ? membership.inherit : membership.set;
  return path === 'set' || own(facts.roles, membership.member)?.inherit === true;
}

export function hasPrivilegesOf(
  facts: PostgresFacts,
  actor: Authority,
  role: string,
  database: string | null = null,
): boolean {
  if (actor.kind === 'unknown' || actor.superuser) return true;
  return reach(facts, actor.name, 'inherit', database).has(role);
}

export function maySetRole(
  facts: PostgresFacts,
  actor: Authority,
  role: string,
  database: string | null = null,
): boolean {
  if (actor.kind === 'unknown' || actor.superuser) return true;
  return reach(facts, actor.name, 'set', database).has(role);
}

/** Whether the actor holds `role` with ADMIN OPTION, itself or through a role that it reaches by `path`. */
function administers(facts: PostgresFacts, actor: string, role: string, path: Path): boolean {
  const own = reach(facts, actor, path, null);
  return facts.memberships.some(
    (membership) => membership.role === role && membership.admin && own.has(membership.member),
  );
}

/** Whether the actor may alter, comment on or drop this existing role. */
export function mayAlterRole(facts: PostgresFacts, actor: Authority, role: string): boolean {
  if (actor.kind === 'unknown' || actor.superuser) return true;
  if (own(facts.roles, role)?.superuser === true || !actor.context.createRole) return false;
  return !membershipsHaveOptions(facts) || administers(facts, actor.name, role, 'member');
}

/** Whether the actor may grant and revoke membership in `role`. */
export function mayGrantRole(facts: PostgresFacts, actor: Authority, role: string): boolean {
  if (actor.kind === 'unknown' || actor.superuser) return true;
  if (own(facts.roles, role)?.superuser === true) return false;
  if (membershipsHaveOptions(facts)) return administers(facts, actor.name, role, 'inherit');
  return actor.context.createRole || administers(facts, actor.name, role, 'member');
}
