import { own } from '../own.ts';
import type { Estate } from './estate.ts';

/** Where a walk came from; null: it began there. */
type Stop = { readonly from: string | null; readonly distance: number };

/** Roles in the order of their distance, then of their names; the first is where it began. */
export type Walk = ReadonlyMap<string, Stop>;

/**
 * Whose privileges a session of one role has. `always`: by itself and by inheritance.
 * `after`: by the name of a role whose privileges it does not have so, the role to SET ROLE to first.
 */
export type Reach = {
  readonly always: Walk;
  readonly settable: Walk;
  readonly after: ReadonlyMap<string, string>;
  /** The nearest superuser that it may SET ROLE to. */ readonly superuser: string | null;
};

/** `inherit`: has the privileges. `set`: may SET ROLE. `member`: any membership. */
type Manner = 'inherit' | 'set' | 'member';

type Edge = { readonly to: string; readonly inherit: boolean; readonly set: boolean; readonly admin: boolean };

/** server_version_num since which each membership says whether it is inherited, and whether it lets SET ROLE. */
const MEMBERSHIP_OPTIONS_SINCE = 160_000;
/** Stops that are remembered, over all walks: some tens of megabytes. */
const MAXIMUM_REMEMBERED = 1_000_000;

/**
 * Who is a member of whom, walked only from where somebody asks, and remembered within a bound.
 * The rules are those of roles_is_member_of in src/backend/utils/adt/acl.c; `pg_database_owner` depends on the database and is left to `standing.ts`.
 */
export class RoleGraph {
  readonly #roles: Estate['roles'];
  readonly #hasOptions: boolean;
  readonly #edges: ReadonlyMap<string, readonly Edge[]>;
  readonly #members: ReadonlyMap<string, readonly (Edge & { readonly from: string })[]>;
  readonly #walks = new Map<string, Walk>();
  readonly #reaches = new Map<string, Reach>();
  #remembered = 0;

  constructor({ roles, memberships, version }: Estate) {
    this.#roles = roles;
    this.#hasOptions = version >= MEMBERSHIP_OPTIONS_SINCE;
    const edges = new Map<string, Map<string, Edge>>();
    for (const { role, member, inherit, set, admin } of memberships) {
      const from = edges.get(member) ?? new Map<string, Edge>();
      const known = from.get(role);
      // Several grantors of one membership give what any of them gave.
      const options = {
        inherit: inherit || known?.inherit === true,
        set: set || known?.set === true,
        admin: admin || known?.admin === true,
      };
      edges.set(member, from.set(role, { to: role, ...options }));
    }
    this.#edges = new Map([...edges].map(([member, to]) => [member, [...to.values()].sort(byName)]));
    this.#members = reversed(this.#edges);
  }

  inherited(role: string): Walk {
    return this.#walk(role, 'inherit');
  }

  settable(role: string): Walk {
    return this.#walk(role, 'set');
  }

  memberOf(role: string): Walk {
    return this.#walk(role, 'member');
  }

  reach(role: string): Reach {
    const known = this.#reaches.get(role);
    if (known !== undefined) return known;
    const [always, settable] = [this.inherited(role), this.settable(role)];
    const after = new Map<string, string>();
    for (const as of settable.keys()) {
      for (const other of this.inherited(as).keys()) if (!always.has(other) && !after.has(other)) after.set(other, as);
    }
    const superuser =
      [...settable.keys()].find((as) => as !== role && own(this.#roles, as)?.superuser === true) ?? null;
    const reach = { always, settable, after, superuser };
    this.#remember(after.size);
    this.#reaches.set(role, reach);
    return reach;
  }

  /** Direct members with ADMIN OPTION. */
  administrators(role: string): ReadonlySet<string> {
    return new Set((this.#members.get(role) ?? []).flatMap(({ from, admin }) => (admin ? [from] : [])));
  }

  /** Every role that can come to the privileges of one of these: by inheritance, by SET ROLE, or by both; themselves included. */
  reaching(roles: Iterable<string>): ReadonlySet<string> {
    return this.#back(this.#back(roles, 'inherit'), 'set');
  }

  /** Every role that is a member of one of these in any way; themselves included. */
  membersOf(roles: Iterable<string>): ReadonlySet<string> {
    return this.#back(roles, 'member');
  }

  #back(roles: Iterable<string>, manner: Manner): ReadonlySet<string> {
    const found = new Set(roles);
    for (const role of found) {
      for (const edge of this.#members.get(role) ?? []) if (this.#passes(edge.from, edge, manner)) found.add(edge.from);
    }
    return found;
  }

  #walk(start: string, manner: Manner): Walk {
    const key = `${manner} ${start}`;
    const known = this.#walks.get(key);
    if (known !== undefined) return known;
    const stops = new Map<string, Stop>([[start, { from: null, distance: 0 }]]);
    for (const [role, { distance }] of stops) {
      for (const edge of this.#edges.get(role) ?? []) {
        if (stops.has(edge.to) || !this.#passes(role, edge, manner)) continue;
        stops.set(edge.to, { from: role, distance: distance + 1 });
      }
    }
    this.#remember(stops.size);
    this.#walks.set(key, stops);
    return stops;
  }

  /** Before PostgreSQL 16 a role inherits from all that it is a member of or from none, and may SET ROLE to all. */
  #passes(member: string, edge: Edge, manner: Manner): boolean {
    if (manner === 'member') return true;
    if (this.#hasOptions) return manner === 'inherit' ? edge.inherit : edge.set;
    return manner === 'set' || own(this.#roles, member)?.inherit === true;
  }

  #remember(stops: number): void {
    this.#remembered += stops;
    if (this.#remembered <= MAXIMUM_REMEMBERED) return;
    this.#walks.clear();
    this.#reaches.clear();
    this.#remembered = stops;
  }
}

/** The roles between where a walk began and `role`, which is the last. */
export function chainTo(walk: Walk, role: string): readonly string[] {
  const chain: string[] = [];
  for (let at: string | null = role; at !== null; at = walk.get(at)?.from ?? null) chain.unshift(at);
  return chain.slice(1);
}

function byName(left: Edge, right: Edge): number {
  return left.to < right.to ? -1 : 1;
}

function reversed(edges: ReadonlyMap<string, readonly Edge[]>) {
  const members = new Map<string, (Edge & { readonly from: string })[]>();
  for (const [from, list] of edges) {
    for (const edge of list) {
      const known = members.get(edge.to);
      if (known === undefined) members.set(edge.to, [{ ...edge, from }]);
      else known.push({ ...edge, from });
    }
  }
  return members;
}
