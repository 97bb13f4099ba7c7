import { compareText, parseAddress, type Address } from '../../../core/address.ts';
import { awsAttributes, ROLE_KIND, type AwsAttributes } from '../normal-form/model.ts';
import type { Matched, Statement } from '../policy/model.ts';
import { shareOfAtom } from './atoms.ts';
import { decider, type Rules } from './decide.ts';
import { arnOf, boundOf, originsOf, statementsOf, type AwsEstate } from './estate.ts';
import { resourcesOf } from './resources.ts';
import { conditionText } from './words.ts';

export const ASSUME = 'sts:AssumeRole';

/** A role or user with what says what it may do. */
export type Actor = {
  readonly address: Address;
  readonly arn: string;
  readonly rules: Rules;
  readonly statements: readonly Statement[];
  /** Who may become it; null: a user, whom nobody becomes. */
  readonly trust: readonly Statement[] | null;
};

/** An actor as which somebody may come to act. `through`: the roles on the way, the last being the actor; `when`: what lets in. */
export type Reach = { readonly actor: Actor; readonly through: readonly Address[]; readonly when: readonly string[] };

type Entry = { readonly role: Actor; readonly condition: string };

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
  readonly #entries = new Map<Address, readonly Entry[]>();
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

  /** Whom somebody may come to act as, itself first, each by the shortest way. */
  reach(address: Address): readonly Reach[] {
    const known = this.#reaches.get(address) ?? this.#find(address);
    this.#reaches.set(address, known);
    return known;
  }

  /** The condition under which the one is let into the other; null: it is not. */
  #letsIn(actor: Actor, role: Actor): string | null {
    const matching = (role.trust ?? []).filter(({ actions }) => lists(actions, ASSUME));
    const named = [`AWS ${actor.arn}`];
    const isDenied = matching.some(
      (one) => one.effect === 'Deny' && one.conditions.length === 0 && names(one, [...named, ...this.#everybody]),
    );
    if (isDenied) return null;
    const own = decider(actor.rules, role.arn)(ASSUME);
    const ways = matching.flatMap((one) => {
      if (one.effect === 'Deny') return [];
      const when = conditionText(one.conditions);
      if (names(one, named)) return [when];
      if (own === null || !names(one, this.#everybody)) return [];
      return [[when, own.condition].filter((part) => part !== '').join(', ')];
    });
    return ways.toSorted((left, right) => left.length - right.length || compareText(left, right))[0] ?? null;
  }

  /** The account as a whole lets in whom a policy of their own allows it. */
  get #everybody(): readonly string[] {
    const { account, partition } = this.#estate.account;
    return [`AWS arn:${partition}:iam::${account}:root`, 'AWS *'];
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
    const found = new Map<Address, Reach>([[address, { actor: self, through: [], when: [] }]]);
    for (const { actor, through, when } of found.values()) {
      if (through.length >= STEPS) continue;
      for (const { role, condition } of this.#next(actor)) {
        if (found.has(role.address) || found.size > MOST) continue;
        const next = condition === '' ? when : [...when, condition];
        found.set(role.address, { actor: role, through: [...through, role.address], when: next });
      }
    }
    return [...found.values()];
  }

  /** The roles that an actor may become at once. */
  #next(actor: Actor): readonly Entry[] {
    const known = this.#entries.get(actor.address) ?? this.#entriesOf(actor);
    this.#entries.set(actor.address, known);
    return known;
  }

  /** Roles that name an actor; and those that name the account, where the actor's own policies speak of few. */
  #entriesOf(actor: Actor): readonly Entry[] {
    this.#trusting ??= this.#rolesByPrincipal();
    const named = this.#trusting.get(`AWS ${actor.arn}`) ?? [];
    const may = actor.statements.some(({ effect, actions }) => effect === 'Allow' && lists(actions, ASSUME));
    const open = may ? this.#everybody.flatMap((one) => this.#trusting?.get(one) ?? []) : [];
    const entries: Entry[] = named.flatMap((role) => this.#entry(actor, role));
    const few: Entry[] = [];
    for (const role of open) {
      few.push(...this.#entry(actor, role));
      if (few.length > FEW) return entries;
    }
    return [...entries, ...few];
  }

  #entry(actor: Actor, role: Actor): readonly Entry[] {
    const condition = actor.address === role.address ? null : this.#letsIn(actor, role);
    return condition === null ? [] : [{ role, condition }];
  }

  #rolesByPrincipal(): ReadonlyMap<string, readonly Actor[]> {
    const trusting = new Map<string, Actor[]>();
    for (const address of this.addresses) {
      const role = this.get(address);
      const principals = (role?.trust ?? []).flatMap(({ principals: list }) =>
        list?.kind === 'in' ? list.values : [],
      );
      for (const principal of new Set(principals)) {
        const roles = trusting.get(principal) ?? [];
        if (role !== null) roles.push(role);
        trusting.set(principal, roles);
      }
    }
    return trusting;
  }
}

function lists(actions: Matched, action: string): boolean {
  return shareOfAtom(actions, action) === 'all';
}

function names({ principals }: Statement, wanted: readonly string[]): boolean {
  return principals?.kind === 'in' && principals.values.some((one) => wanted.includes(one));
}

/** Resources that an actor's own policies allow something on, as they name them. */
export function allowedResources({ rules }: Actor): readonly string[] {
  return rules.origins.flatMap(({ statements }) =>
    statements.filter(({ effect }) => effect === 'Allow').flatMap(resourcesOf),
  );
}
