import type { Address } from './address.ts';
import type { Attributes } from './attributes.ts';
import type { ChangeAssessment } from './assessment.ts';
import type { Identity } from './desired/types.ts';
import type { SourceFacts } from './diff.ts';
import { CountersignError, type Location } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { differences, escapePointer, leavesOf, sameLeaf, type Difference } from './leaves.ts';
import type { Change } from './plan.ts';
import type { Permission } from './ports.ts';

/** Where a document says so: a JSON Pointer into it to a place in its file. */
type Locate = (pointer: string) => Location | null;

type Places = Required<Pick<ChangeAssessment, 'locations' | 'widensAt'>>;

/** A part of a spec that stands on lines of its own, an entry of a list or a property, with what it alone declares. */
type Unit = { readonly pointer: string; readonly property: string; readonly attributes: Attributes };

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
  const units = head === null ? [] : unitsOf(head, source);
  return { locations: locationsOf(found, units, locate), widensAt: widenings(change, units, source, gains, locate) };
}

function unitsOf({ kind, spec, address }: Identity, source: SourceFacts): readonly Unit[] {
  return Object.entries(spec).flatMap(([name, value]) => {
    const property = `/spec/${escapePointer(name)}`;
    return partsOf(name, value).flatMap(({ part, index }) => {
      const attributes = normalizedAlone(kind, part, address, source);
      const pointer = index === null ? property : `${property}/${index}`;
      return attributes === null ? [] : [{ pointer, property, attributes }];
    });
  });
}

function partsOf(name: string, value: Json): readonly { readonly part: JsonObject; readonly index: number | null }[] {
  if (!Array.isArray(value)) return [{ part: { [name]: value }, index: null }];
  return value.map((entry, index) => ({ part: { [name]: [entry] }, index }));
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

function locationsOf(found: readonly Difference[], units: readonly Unit[], locate: Locate): Places['locations'] {
  const declaring = new Map<string, Declaring[]>(found.map(({ pointer }) => [pointer, []]));
  for (const unit of units)
    for (const [pointer, value] of leavesOf(unit.attributes)) declaring.get(pointer)?.push({ unit, value });
  const sizes = new Map([...Map.groupBy(units, ({ property }) => property)].map(([name, all]) => [name, all.length]));
  const placed = found.flatMap((difference) => {
    const among = declaring.get(difference.pointer) ?? [];
    const location = locate(declaredAt(difference, among, sizes));
    return location === null ? [] : [[difference.pointer, location] as const];
  });
  return Object.fromEntries(placed);
}

/** By convention the first segment of an attribute's pointer is the property of the spec that declares it: all that is known of what no entry declares. */
function declaredAt(
  { pointer, after }: Difference,
  among: readonly Declaring[],
  sizes: ReadonlyMap<string, number>,
): string {
  const exact = among.find(({ value }) => sameLeaf(value, after)) ?? among[0];
  const property = `/spec/${pointer.split('/')[1] ?? ''}`;
  if (exact === undefined) return property;
  // What every entry of a list says is said by the list.
  const isOfAll = among.length > 1 && among.length === sizes.get(exact.unit.property);
  return isOfAll ? property : exact.unit.pointer;
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
