import { own } from '../own.ts';
import type { Estate } from './estate.ts';
import { chainTo, type Reach, type RoleGraph } from './graph.ts';
import { DATABASE_OWNER } from './predefined.ts';

/** How a principal comes to the privileges of a role. `as`: the role to SET ROLE to first; null: it has them. */
export type Standing = { readonly as: string | null; readonly through: readonly string[] };

const DATABASE_OWNER_BY_SET_BEFORE = 160_000;

/** What one principal has of the privileges of any role, asked by role. */
export class Standings {
  readonly #estate: Estate;
  readonly #graph: RoleGraph;
  readonly #reach: Reach;

  constructor(estate: Estate, graph: RoleGraph, principal: string) {
    this.#estate = estate;
    this.#graph = graph;
    this.#reach = graph.reach(principal);
  }

  /** In a session of `database`, which decides who is `pg_database_owner`; null: of any. */
  as(role: string, database: string | null): Standing | null {
    const { always, after } = this.#reach;
    if (always.has(role)) return { as: null, through: chainTo(always, role) };
    if (role === DATABASE_OWNER) return database === null ? null : this.#databaseOwner(database);
    const first = after.get(role);
    if (first === undefined) return null;
    return { as: first, through: [first, ...chainTo(this.#graph.inherited(first), role)] };
  }

  /** A superuser that it is, or that it may become. */
  superuser(principal: string): Standing | null {
    if (own(this.#estate.roles, principal)?.superuser === true) return { as: null, through: [] };
    const { superuser } = this.#reach;
    return superuser === null ? null : { as: superuser, through: [superuser] };
  }

  /** Before PostgreSQL 16 an owner that does not inherit has these privileges only once it is that role. */
  #databaseOwner(database: string): Standing | null {
    const owner = own(own(this.#estate.databases, database)?.objects, 'database')?.owner;
    if (owner === undefined || owner === DATABASE_OWNER) return null;
    const inherits =
      this.#estate.version >= DATABASE_OWNER_BY_SET_BEFORE || own(this.#estate.roles, owner)?.inherit === true;
    const standing = inherits ? this.as(owner, null) : null;
    if (standing !== null) return { as: standing.as, through: [...standing.through, DATABASE_OWNER] };
    if (!this.#reach.settable.has(owner)) return null;
    return { as: DATABASE_OWNER, through: [DATABASE_OWNER] };
  }
}
