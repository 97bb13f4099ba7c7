import { parseAddress, type Address } from '../../../core/address.ts';
import { awsAttributes, ROLE_KIND, type AwsAttributes } from '../normal-form/model.ts';
import type { Statement } from '../policy/model.ts';
import type { Rules } from './decide.ts';
import { ASSUME, entryOf, EVERYBODY, lists, rootOf, type Entry } from './entry.ts';
import { arnOf, boundOf, originsOf, statementsOf, type AwsEstate } from './estate.ts';
import { resourcesOf } from './resources.ts';

/** A role or user with what says what it may do. */
export type Actor = {
  readonly address: Address;
  readonly arn: string;
  readonly rules: Rules;
  readonly statements: readonly Statement[];
  /** Who may become it; null: a user, whom nobody becomes. */
  readonly trust: readonly Statement[] | null;
};

/** An actor as which somebody may come to act, by all the entries on the way. `through`: the roles on it, the last being the actor. */
export type Reach = Entry & { readonly actor: Actor; readonly through: readonly Address[] };

type Door = Entry & { readonly role: Actor };

/** Roles in a row that are followed. */
const STEPS = 5;
/** Roles that one principal is followed into. */
const MOST = 100;
/** Who may become more roles of the account than these by a policy of its own is told to be so, and not followed into each. */
const FEW = 20;

/** The roles and users of an estate, and who may become whom. */
export class Actors {
  readonly #estate: AwsEstate;
  readonly #known = new Map<Address, Actor>();
  readonly #doors = new Map<Address, readonly Door[]>();
  readonly #reaches = new Map<Address, readonly Reach[]>();
  #trusting: ReadonlyMap<string, readonly Actor[]> | null = null;

  constructor(estate: AwsEstate) {
    this.#estate = estate;
  }

  get addresses(): readonly Address[] {
    return [...this.#estate.holders.keys()];
  }

  get(address: Address): Actor | null {
    const attributes = this.#estate.holders.get(address);
    if (attributes === undefined) return null;
    const actor = this.#known.get(address) ?? this.#actor(address, attributes);
    this.#known.set(address, actor);
    return actor;
  }

  /** Whom somebody may come to act as, itself first, each by the shortest way, and where that has conditions by the shortest without. */
  reach(address: Address): readonly Reach[] {
    const known = this.#reaches.get(address) ?? this.#find(address);
    this.#reaches.set(address, known);
    return known;
  }

  #actor(address: Address, attributes: AwsAttributes): Actor {
    const { kind, name } = parseAddress(address);
    const rules = { origins: originsOf(this.#estate, attributes), bound: boundOf(this.#estate, attributes) };
    return {
      address,
      arn: arnOf(this.#estate.account, kind, awsAttributes(attributes).path ?? '/', name[0] ?? ''),
      rules,
      statements: [...rules.origins.flatMap(({ statements }) => statements), ...(rules.bound ?? [])],
      trust: kind === ROLE_KIND ? statementsOf(attributes.trust ?? {}) : null,
    };
  }

  #find(address: Address): readonly Reach[] {
    const self = this.get(address);
    if (self === null) return [];
    const found: Reach[] = [{ actor: self, through: [], conditions: [], refused: [] }];
    const [known, free] = [new Set([address]), new Set([address])];
    for (const { actor, through, conditions, refused } of found) {
      if (through.length >= STEPS) continue;
      for (const { role, ...entry } of this.#next(actor)) {
        const all = [...conditions, ...entry.conditions];
        const isKnown = free.has(role.address) || (all.length > 0 && known.has(role.address));
        if (isKnown || found.length > MOST) continue;
        known.add(role.address);
        if (all.length === 0) free.add(role.address);
        found.push({
          actor: role,
          through: [...through, role.address],
          conditions: all,
          refused: [...refused, ...entry.refused],
        });
      }
    }
    return found;
  }

  /** The roles that an actor may become at once. */
  #next(actor: Actor): readonly Door[] {
    const known = this.#doors.get(actor.address) ?? this.#doorsOf(actor);
    this.#doors.set(actor.address, known);
    return known;
  }

  /** Roles that name an actor, or everybody; and those that name the account, where the actor's own policies speak of few. */
  #doorsOf(actor: Actor): readonly Door[] {
    const trusting = (this.#trusting ??= this.#rolesByPrincipal());
    const [byName = [], open = [], account = []] = [`AWS ${actor.arn}`, EVERYBODY, rootOf(this.#estate.account)].map(
      (principal) => trusting.get(principal),
    );
    const named = new Set([...byName, ...open]);
    const may = actor.statements.some(({ effect, actions }) => effect === 'Allow' && lists(actions, ASSUME));
    const doors = [...named].flatMap((role) => this.#door(actor, role));
    const few: Door[] = [];
    for (const role of may ? account.filter((one) => !named.has(one)) : []) {
      few.push(...this.#door(actor, role));
      if (few.length > FEW) return doors;
    }
    return [...doors, ...few];
  }

  #door(actor: Actor, role: Actor): readonly Door[] {
    if (actor.address === role.address) return [];
    const entry = entryOf({ actor, role, root: rootOf(this.#estate.account) });
    return entry === null ? [] : [{ role, ...entry }];
  }

  /** A list of whom it does not let in opens a role to everybody else. */
  #rolesByPrincipal(): ReadonlyMap<string, readonly Actor[]> {
    const trusting = new Map<string, Actor[]>();
    for (const address of this.addresses) {
      const role = this.get(address);
      const principals = (role?.trust ?? [])
        .filter(({ effect }) => effect === 'Allow')
        .flatMap(({ principals: list }) => (list?.kind === 'in' ? list.values : [EVERYBODY]));
      for (const principal of new Set(principals)) {
        const roles = trusting.get(principal) ?? [];
        if (role !== null) roles.push(role);
        trusting.set(principal, roles);
      }
    }
    return trusting;
  }
}

/** Resources that an actor's own policies allow something on, as they name them. */
export function allowedResources({ rules }: Actor): readonly string[] {
  return rules.origins.flatMap(({ statements }) =>
    statements.filter(({ effect }) => effect === 'Allow').flatMap(resourcesOf),
  );
}
