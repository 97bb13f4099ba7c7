import { compareText, formatAddress, parseAddress, type Address } from '../../../core/address.ts';
import type { AccessIndex, EffectivePermission } from '../../../core/access/effective.ts';
import { fits } from '../../../core/star.ts';
import { hasWildcard } from '../policy/glob.ts';
import { ROLE_KIND } from '../normal-form/model.ts';
import { isAdministering } from '../risk/powers.ts';
import { Actors, allowedResources, type Reach } from './actors.ts';
import { Atoms, mayBeOn, REST, serviceOf } from './atoms.ts';
import { covers } from './covers.ts';
import { bestOf, decider, type Way } from './decide.ts';
import { ASSUME } from './entry.ts';
import type { AwsEstate } from './estate.ts';

/** Core's AccessIndex over one account. Where two are compared, both tell actions apart as the other does. */
export class AwsAccess implements AccessIndex {
  readonly everyone: Address;
  readonly actors: Actors;
  readonly #source: string;
  #sides: readonly AwsAccess[] = [this];
  readonly #atoms = new Map<Address, Atoms>();

  constructor(estate: AwsEstate) {
    this.#source = estate.source;
    this.actors = new Actors(estate);
    this.everyone = formatAddress({ source: estate.source, kind: ROLE_KIND, name: ['*'] });
  }

  /** Two states of one account. */
  static pair(before: AwsEstate, after: AwsEstate): readonly [AwsAccess, AwsAccess] {
    const sides = [new AwsAccess(before), new AwsAccess(after)] as const;
    for (const side of sides) side.#sides = sides;
    return sides;
  }

  has(principal: Address): boolean {
    return principal === this.everyone || this.actors.get(principal) !== null;
  }

  held(principal: Address): readonly EffectivePermission[] {
    const resources = this.within(principal);
    return resources
      .flatMap((resource) => this.on(principal, resource, resources))
      .sort((left, right) => compareText(left.resource, right.resource) || compareText(left.action, right.action));
  }

  holders(resource: string): readonly EffectivePermission[] {
    return this.actors.addresses
      .flatMap((principal) => this.on(principal, resource))
      .sort((left, right) => compareText(left.action, right.action) || compareText(left.principal, right.principal));
  }

  on(principal: Address, resource: string, beside: readonly string[] = []): readonly EffectivePermission[] {
    if (parseAddress(principal).source !== this.#source) return [];
    const atoms = this.#atomsOf(principal);
    const own = this.#sides.indexOf(this);
    const waysFor = this.#waysOn(principal, resource);
    const wider = beside.filter((one) => isWider(one, resource)).map((one) => this.#waysOn(principal, one));
    const told = atoms.all
      .map((atom) => ({ atom, ways: waysFor(atom) }))
      .filter(({ atom, ways }) => ways.some((way) => way !== null) && mayBeOn(atom, resource))
      .map(({ atom, ways }) => ({ atom, ways, key: JSON.stringify(ways) }))
      .filter(({ atom, key }) => !wider.some((waysOnIt) => JSON.stringify(waysOnIt(atom)) === key));
    const rest = told.find(({ atom }) => atom === REST)?.key;
    const groups = Map.groupBy(told, ({ atom, key }) => (key === rest ? REST : JSON.stringify([serviceOf(atom), key])));
    const elsewhere = atoms.all.filter((atom) => !mayBeOn(atom, resource));
    return [...groups.values()]
      .flatMap((same) => {
        const way = same[0]?.ways[own] ?? null;
        if (way === null) return [];
        const members = same.map(({ atom }) => atom);
        return labelled(atoms, members, elsewhere).map(({ label, atoms: named }): EffectivePermission => ({
          principal,
          action: label,
          resource,
          power: named.some(isAdministering) ? 'administer' : 'use',
          condition: way.condition === '' ? null : way.condition,
          ...(named.length === 1 && named[0] === label ? {} : { actions: named }),
          ...(way.refused.length === 0 ? {} : { refused: way.refused }),
          path: { basis: 'grant', through: way.through },
        }));
      })
      .sort((left, right) => compareText(left.action, right.action));
  }

  /** How each action is held on a resource, on every side. */
  #waysOn(principal: Address, resource: string): (atom: string) => readonly (Way | null)[] {
    const sides = this.#sides.map(({ actors }) => waysOf(actors.reach(principal), resource));
    return (atom) => sides.map((ways) => ways(atom));
  }

  #atomsOf(principal: Address): Atoms {
    const reaches = this.#sides.flatMap(({ actors }) => actors.reach(principal));
    const statements = () => reaches.flatMap(({ actor }) => actor.statements);
    const more = reaches.some(({ through }) => through.length > 0) ? [ASSUME] : [];
    const atoms = this.#atoms.get(principal) ?? new Atoms(statements(), more);
    this.#atoms.set(principal, atoms);
    return atoms;
  }

  /** ARNs and patterns as policies name them that a person means by the whole of one, or by its end. */
  resolve(text: string): readonly string[] {
    const all = new Set(this.actors.addresses.flatMap((address) => this.within(address)));
    const sorted = [...all].sort(compareText);
    const exact = sorted.filter((resource) => resource === text);
    if (exact.length > 0) return exact;
    const ends = sorted.filter((resource) => resource.endsWith(`:${text}`) || resource.endsWith(`/${text}`));
    if (ends.length > 0) return ends;
    // What no policy names may be what a pattern of one stands for.
    return text.startsWith('arn:') && sorted.some((resource) => fits(resource, text)) ? [text] : [];
  }

  /** Resources on which a principal may hold anything, as the policies in question name them. */
  within(principal: Address): readonly string[] {
    const reach = this.actors.reach(principal);
    const roles = reach.flatMap(({ actor, through }) => (through.length === 1 ? [actor.arn] : []));
    return [...new Set([...reach.flatMap(({ actor }) => allowedResources(actor)), ...roles])].sort(compareText);
  }
}

/** Of two that cover each other the first is the wider one. */
function isWider(whole: string, part: string): boolean {
  return hasWildcard(whole) && covers(whole, part) && (whole < part || !covers(part, whole));
}

type Labelled = { readonly label: string; readonly atoms: readonly string[] };

/**
 * Powers stand by themselves, so that no number hides one, unless a pattern names them all.
 * @param elsewhere what is never on the resource, and is not missed there
 */
function labelled(atoms: Atoms, members: readonly string[], elsewhere: readonly string[]): readonly Labelled[] {
  if (members.includes(REST)) return [{ label: atoms.restLabel([...members, ...elsewhere]), atoms: members }];
  const whole = atoms.labels(members);
  const isPattern = whole.length > 1 || !whole[0]?.label.startsWith('actions of ');
  if (isPattern) return whole;
  return [
    ...members.filter(isAdministering).map((atom) => ({ label: atom, atoms: [atom] })),
    ...atoms.labels(members.filter((atom) => !isAdministering(atom))),
  ];
}

/** How one who may act as all of these holds each action on a resource: what it holds by itself and freely, it needs nobody for. */
function waysOf(reaches: readonly Reach[], resource: string): (atom: string) => Way | null {
  const all = reaches.map((reach) => ({ ...reach, decide: decider(reach.actor.rules, resource) }));
  const [self, ...others] = all;
  const free = new Set(reaches.filter(({ conditions }) => conditions.length === 0).map(({ actor }) => actor));
  return (atom) => {
    const own = self?.decide(atom) ?? null;
    if (own !== null && own.condition === '') return own;
    const more = others.flatMap((reach): Way[] => [
      ...entryBy(reach, atom, resource),
      ...(reach.conditions.length > 0 && free.has(reach.actor) ? [] : wayBy(reach, reach.decide(atom))),
    ]);
    return bestOf(own === null ? more : [own, ...more]);
  };
}

/** A role that lets somebody in by name asks for no policy of theirs. */
function entryBy({ actor, through, conditions, refused }: Reach, atom: string, resource: string): readonly Way[] {
  if (through.length > 1 || atom !== ASSUME || actor.arn !== resource) return [];
  return [{ through: [], condition: conditions.join(', '), refused }];
}

function wayBy({ actor, through, conditions, refused }: Reach, way: Way | null): readonly Way[] {
  if (way === null) return [];
  const role = parseAddress(actor.address).name.join('/');
  const parts = [`after sts:AssumeRole of ${role}`, ...conditions, way.condition];
  const condition = parts.filter((part) => part !== '').join(', ');
  return [{ through: [...through, ...way.through], condition, refused: [...refused, ...way.refused] }];
}
