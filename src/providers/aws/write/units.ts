import type { Attributes } from '../../../core/attributes.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { Step } from '../../../core/plan.ts';
import { own } from '../own.ts';

/** What a step is about: whole attributes, and members of lists. `everything`: the step ends the object. */
export type Units =
  | { readonly kind: 'everything'; readonly attributes: ReadonlySet<string> }
  | {
      readonly kind: 'some';
      readonly attributes: ReadonlySet<string>;
      /** List to members. */ readonly members: ReadonlyMap<string, ReadonlySet<string>>;
    };

export function unitsOf({ expect, result }: Pick<Step, 'expect' | 'result'>): Units {
  const sides = [expect, result].filter((side) => side !== null);
  const attributes = new Set(sides.flatMap((side) => Object.keys(side)));
  if (result === null) return { kind: 'everything', attributes };
  const members = new Map<string, ReadonlySet<string>>();
  for (const key of attributes) {
    const lists = sides.flatMap((side) => valuesOf(side, key) ?? []);
    if (lists.length > 0) members.set(key, new Set(lists.flatMap((values) => Object.keys(values))));
  }
  return { kind: 'some', attributes, members };
}

/** Only what a step is about, of everything that was found. */
export function restricted(found: Attributes, units: Units): Attributes {
  const entries = [...units.attributes].flatMap((key): [string, Json][] => {
    const value = own(found, key);
    if (value === undefined) return [];
    const members = units.kind === 'some' ? units.members.get(key) : undefined;
    const values = valuesOf(found, key);
    if (members === undefined || values === null) return [[key, value]];
    return [[key, { values: Object.fromEntries(Object.entries(values).filter(([name]) => members.has(name))) }]];
  });
  return Object.fromEntries(entries);
}

/** Whether a step is about an attribute, or a member of it. */
export function concerns(units: Units, attribute: string): boolean {
  return units.attributes.has(attribute);
}

function valuesOf(attributes: Attributes, key: string): Attributes | null {
  const list = own(attributes, key);
  const values = isJsonObject(list) ? list['values'] : undefined;
  return isJsonObject(values) ? values : null;
}
