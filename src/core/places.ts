import type { Attributes } from './attributes.ts';
import type { ChangeAssessment } from './assessment.ts';
import type { Identity } from './desired/types.ts';
import type { SourceFacts } from './diff.ts';
import { CountersignError, type Location } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { parseAddress, type Address } from './address.ts';
import { differences, leavesOf, sameLeaf, type Difference, type Leaves } from './leaves.ts';
import type { Change } from './plan.ts';
import type { KindDefinition, Permission } from './ports.ts';
import { unitsOf, type SpecUnit } from './spec-units.ts';

/** Where a document says so: a JSON Pointer into it to a place in its file. */
type Locate = (pointer: string) => Location | null;

type Places = Required<Pick<ChangeAssessment, 'locations' | 'widensAt'>>;

/** A part of a spec, with what it alone declares. */
type Unit = SpecUnit & { readonly attributes: Attributes; readonly leaves: Leaves };

/**
 * Where a document declares what differs, and where it grants what is gained. Which entry of a list an attribute comes from is not
 * taken from any provider's word: each entry is put into the normal form by itself, and whoever makes the attribute declares it.
 * @param head the document at the head; null where it was removed, so that only a property of the base can be shown
 */
export function placesOf(
  change: Change,
  head: Identity | null,
  source: SourceFacts,
  { gains, locate }: { readonly gains: readonly Permission[]; readonly locate: Locate },
): Places {
  const found = differences(change.before, change.after);
  if (found.length === 0) return { locations: {}, widensAt: [] };
  const units = head === null ? [] : declaringUnits(head, source);
  const { words = {} } = kindOf(source, parseAddress(change.address).kind) ?? {};
  return {
    locations: locationsOf(found, units, locate, words),
    widensAt: widenings(change, units, source, gains, locate),
  };
}

function declaringUnits({ kind, spec, address }: Identity, source: SourceFacts): readonly Unit[] {
  const schema = kindOf(source, kind)?.specSchema ?? {};
  return unitsOf(spec, schema).flatMap((unit) => {
    const attributes = normalizedAlone(kind, unit.spec, address, source);
    return attributes === null ? [] : [{ ...unit, attributes, leaves: leavesOf(attributes) }];
  });
}

function kindOf({ provider }: SourceFacts, kind: string): KindDefinition | undefined {
  return provider.kinds.find((definition) => definition.kind === kind);
}

/** Null for what means nothing without the rest of its document. */
function normalizedAlone(
  kind: string,
  spec: JsonObject,
  address: Address,
  { configuration, provider, live }: SourceFacts,
) {
  const { name, mode } = configuration;
  try {
    return provider.normalize(kind, spec, { source: name, address, mode, live, resolve: (reference) => reference });
  } catch (error) {
    if (error instanceof CountersignError) return null;
    throw error;
  }
}

type Declaring = { readonly unit: Unit; readonly value: Json };

function locationsOf(
  found: readonly Difference[],
  units: readonly Unit[],
  locate: Locate,
  words: Words,
): Places['locations'] {
  const declaring = new Map<string, Declaring[]>(found.map(({ pointer }) => [pointer, []]));
  for (const unit of units) for (const [pointer, value] of unit.leaves) declaring.get(pointer)?.push({ unit, value });
  const sizes = new Map([...Map.groupBy(units, ({ list }) => list)].map(([list, all]) => [list, all.length]));
  const holders = holdersOf(units);
  const placed = found.flatMap((difference) => {
    const among = declaring.get(difference.pointer) ?? [];
    const declared = declaredAt(difference, among, sizes) ?? heldAt(difference.pointer, holders);
    const location = locate(declared ?? propertyOf(difference.pointer, words));
    return location === null ? [] : [[difference.pointer, location] as const];
  });
  return Object.fromEntries(placed);
}

/** Null: no part of the document declares it. */
function declaredAt(
  { after }: Difference,
  among: readonly Declaring[],
  sizes: ReadonlyMap<string, number>,
): string | null {
  const exact = among.find(({ value }) => sameLeaf(value, after)) ?? among[0];
  if (exact === undefined) return null;
  const { pointer, list } = exact.unit;
  // What every entry of a list says is said by the list.
  const ofList = among.filter(({ unit }) => unit.list === list).length;
  return ofList > 1 && ofList === sizes.get(list) ? list : pointer;
}

/** Keys of a list's member, below its attribute and `values`, and of what it holds. */
const [MEMBER, PART] = [3, 4];

/** By what is above its leaves, which part declares something there: of a member of a list, and of what that holds. */
function holdersOf(units: readonly Unit[]): ReadonlyMap<string, ReadonlySet<string | null>> {
  const holders = new Map<string, Set<string | null>>();
  for (const unit of units) {
    for (const leaf of unit.leaves.keys()) {
      const keys = leaf.split('/');
      for (let length = MEMBER; length < keys.length - 1; length += 1) {
        const above = keys.slice(0, length + 1).join('/');
        const known = holders.get(above) ?? new Set();
        holders.set(above, known.add(length >= PART ? unit.pointer : unit.member));
      }
    }
  }
  return holders;
}

/** Of what goes: the part that declares what it was a part of; null: there is none, or several. */
function heldAt(pointer: string, holders: ReturnType<typeof holdersOf>): string | null {
  for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const [place = null, ...others] = holders.get(above) ?? [];
    if (place !== null && others.length === 0) return place;
  }
  return null;
}

type Words = NonNullable<KindDefinition['words']>;

/** By convention the first segment of an attribute's pointer is the property of the spec that declares it, unless its kind says otherwise. */
function propertyOf(pointer: string, words: Words): string {
  const name = pointer.split('/')[1] ?? '';
  return `/spec/${Object.hasOwn(words, name) ? words[name] : name}`;
}

function widenings(
  { address }: Change,
  units: readonly Unit[],
  { provider }: SourceFacts,
  gains: readonly Permission[],
  locate: Locate,
): Places['widensAt'] {
  const left = new Map(gains.map((permission, index) => [keyOf(permission), index]));
  return units.flatMap(({ pointer, attributes }) => {
    if (left.size === 0) return [];
    const granted = provider.permissions(address, attributes).flatMap((permission) => {
      const index = left.get(keyOf(permission));
      left.delete(keyOf(permission));
      return index === undefined ? [] : [index];
    });
    const location = granted.length === 0 ? null : locate(pointer);
    return location === null ? [] : [{ location, gains: granted }];
  });
}

function keyOf({ principal, action, resource, path, power }: Permission): string {
  return JSON.stringify([principal, action, resource, path, power]);
}
