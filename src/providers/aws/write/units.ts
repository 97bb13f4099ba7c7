import type { Attributes } from '../../../core/attributes.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { Step } from '../../../core/plan.ts';
import { own } from '../own.ts';

/** What a step is about: whole attributes, and single members of lists. `everything`: the step ends the object. */
export type Units = {
  readonly kind: 'everything' | 'some';
  readonly attributes: ReadonlySet<string>;
  /** List to members; empty where everything counts. */ readonly members: ReadonlyMap<string, ReadonlySet<string>>;
};

export function unitsOf({ expect, result }: Pick<Step, 'expect' | 'result'>): Units {
  const sides = [expect, result].filter((side) => side !== null);
  const attributes = new Set(sides.flatMap((side) => Object.keys(side)));
  if (result === null) return { kind: 'everything', attributes, members: new Map() };
  const members = new Map<string, ReadonlySet<string>>();
  for (const key of attributes) {
    const lists = sides.map((side) => valuesOf(side, key)).filter((values) => values !== null);
    if (lists.length > 0) members.set(key, new Set(lists.flatMap((values) => Object.keys(values))));
  }
  return { kind: 'some', attributes, members };
}

/** Only what a step is about, of everything that was found. */
export function restricted(found: Attributes, { attributes, members }: Units): Attributes {
  const entries = [...attributes].flatMap((key): [string, Json][] => {
    const value = own(found, key);
    if (value === undefined) return [];
    const named = members.get(key);
    const values = valuesOf(found, key);
    if (named === undefined || values === null) return [[key, value]];
    return [[key, { values: Object.fromEntries(Object.entries(values).filter(([name]) => named.has(name))) }]];
  });
  return Object.fromEntries(entries);
}

/** The members of a list that a step is about; null: all of them. */
export function namedMembers({ kind, attributes, members }: Units, list: string): readonly string[] | null {
  if (kind === 'everything') return null;
  return attributes.has(list) ? [...(members.get(list) ?? [])] : [];
}

function valuesOf(attributes: Attributes, key: string): Attributes | null {
  const list = own(attributes, key);
  const values = isJsonObject(list) ? list['values'] : undefined;
  return isJsonObject(values) ? values : null;
}
