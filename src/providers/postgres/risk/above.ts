import type { PostgresFacts } from '../facts.ts';
import { own } from '../own.ts';
import { ATTRIBUTE_POWERS, ROLE_POWERS, type Power } from './powers.ts';

type Way = 'set' | 'inherit';

/** The roles that a role leads to, as they are now, and what they can. */
export class Above {
  readonly #facts: PostgresFacts;
  readonly #memberships: ReadonlyMap<string, PostgresFacts['memberships']>;
  readonly #known = new Map<string, readonly Power[]>();

  constructor(facts: PostgresFacts) {
    this.#facts = facts;
    this.#memberships = Map.groupBy(facts.memberships, ({ member }) => member);
  }

  /** The powers of the role itself that come with acting as it. */
  attributes(role: string): readonly string[] {
    const context = own(this.#facts.roles, role);
    if (context === undefined) return [];
    const held = {
      SUPERUSER: context.superuser,
      CREATEROLE: context.createRole,
      REPLICATION: context.replication,
      BYPASSRLS: context.bypassRowSecurity,
    };
    return Object.entries(held).flatMap(([attribute, holds]) => (holds ? [attribute] : []));
  }

  /** `set`: who may act as the role; `inherit`: who only has its privileges. */
  powers(role: string, way: Way): readonly Power[] {
    const key = `${way} ${role}`;
    const known = this.#known.get(key) ?? this.#find(role, way);
    this.#known.set(key, known);
    return known;
  }

  #find(role: string, way: Way): readonly Power[] {
    const reached = [...this.#reach(role, way)];
    const acting = way === 'set' ? reached.filter(([, by]) => by === 'set').map(([name]) => name) : [];
    return [
      ...acting.flatMap((name) =>
        this.attributes(name).flatMap((attribute) => saying(name, attribute, own(ATTRIBUTE_POWERS, attribute))),
      ),
      ...reached.filter(([name]) => name !== role).flatMap(([name]) => saying(null, name, own(ROLE_POWERS, name))),
    ];
  }

  /** Each role with the strongest way to it: who may act as a role may act as those that it may act as. */
  #reach(role: string, way: Way): ReadonlyMap<string, Way> {
    const reached = new Map<string, Way>([[role, way]]);
    const queue: [string, Way][] = [[role, way]];
    for (const [name, by] of queue) {
      for (const { role: next, set, inherit } of this.#memberships.get(name) ?? []) {
        const then = by === 'set' && set ? 'set' : inherit ? 'inherit' : null;
        if (then === null || reached.get(next) === 'set' || reached.get(next) === then) continue;
        reached.set(next, then);
        queue.push([next, then]);
      }
    }
    return reached;
  }
}

function saying(as: string | null, what: string, power: Power | undefined): readonly Power[] {
  if (power === undefined) return [];
  return [{ level: power.level, path: `${as === null ? '' : `as ${as} `}by ${what} ${power.path}` }];
}
