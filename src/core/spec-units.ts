import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { escapePointer } from './leaves.ts';

/**
 * The smallest part of a spec that stands on lines of its own: an entry of a list, or what is in no list. `spec` holds nothing else.
 * `list`: the list that it is an entry of, else itself; `member`: the entry of a map that it is in; `property`: of the spec.
 */
export type SpecUnit = {
  readonly pointer: string;
  readonly list: string;
  readonly member: string | null;
  readonly property: string;
  readonly spec: JsonObject;
};

/** A place in a spec, and how to make a spec that holds a value there and nothing that could do without. */
type Spot = {
  readonly pointer: string;
  readonly member: string | null;
  readonly value: Json;
  readonly schema: JsonObject | null;
  readonly whole: (value: Json) => JsonObject;
};

/** @param schema of the spec, which says what is a map: of its keys each is by itself */
export function unitsOf(spec: JsonObject, schema: JsonObject): readonly SpecUnit[] {
  return Object.entries(spec).flatMap(([name, value]) => {
    const property = `/spec/${escapePointer(name)}`;
    const spot = { pointer: property, member: null, value, schema: schemaOf(schema, name), whole: holding(name) };
    return unitsAt(spot).map((unit) => ({ ...unit, property }));
  });
}

type Unit = Omit<SpecUnit, 'property'>;

function holding(name: string): (value: Json) => JsonObject {
  return (value) => ({ [name]: value });
}

function unitsAt(spot: Spot): readonly Unit[] {
  const { pointer, value, whole, member } = spot;
  if (Array.isArray(value)) {
    const entries = value as readonly Json[];
    return entries.map((entry, index) => ({
      pointer: `${pointer}/${index}`,
      list: pointer,
      member,
      spec: whole([entry]),
    }));
  }
  const inner = isJsonObject(value) ? innerSpots(value, spot) : [];
  return inner.length === 0 ? [{ pointer, list: pointer, member, spec: whole(value) }] : inner.flatMap(unitsAt);
}

/** Of a map each entry, of another object what is a list or an object; what is neither goes with each of them. */
function innerSpots(value: JsonObject, { pointer, member, schema, whole }: Spot): readonly Spot[] {
  const isMap = isJsonObject(schema?.['additionalProperties']);
  // Of an object that no schema takes apart nothing is known but that it belongs together.
  if (!isMap && !isJsonObject(schema?.['properties'])) return [];
  const kept = isMap ? {} : withoutContainers(value, schema);
  return Object.entries(value)
    .filter(([, inner]) => isMap || isContainer(inner))
    .map(([key, inner]) => {
      const at = `${pointer}/${escapePointer(key)}`;
      const own = isMap ? at : member;
      return {
        pointer: at,
        member: own,
        value: inner,
        schema: schemaOf(schema, key),
        whole: (part) => whole({ ...kept, [key]: part }),
      };
    });
}

function withoutContainers(value: JsonObject, schema: JsonObject | null): JsonObject {
  const required = schema?.['required'];
  const isRequired = (key: string) => Array.isArray(required) && (required as readonly Json[]).includes(key);
  return Object.fromEntries(Object.entries(value).filter(([key, inner]) => isRequired(key) || !isContainer(inner)));
}

function isContainer(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function schemaOf(schema: JsonObject | null, key: string): JsonObject | null {
  const properties = schema?.['properties'];
  const own =
    isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : schema?.['additionalProperties'];
  return isJsonObject(own) ? own : null;
}
