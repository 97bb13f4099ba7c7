import type { Attributes } from '../../../core/attributes.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { Guide } from '../../../core/ports.ts';
import { own } from '../own.ts';

/** Attributes that are lists of named members; all others are compared whole. */
export const LISTS = [
  'tags',
  'inline',
  'attached',
  'instanceProfiles',
  'groups',
  'accessKeys',
  'audiences',
  'thumbprints',
] as const;

export type ListName = (typeof LISTS)[number];

/** See Provider.project; `found` is the full normal form. What is managed and was not read is left out, which its own reason tells. */
export function project(found: Attributes, { head }: Pick<Guide, 'head'>): Attributes {
  return Object.fromEntries(
    Object.keys(head).flatMap((key): [string, Json][] => {
      const live = own(found, key);
      if (live === undefined) return [];
      return [[key, isList(key) ? listed(live, own(head, key)) : live]];
    }),
  );
}

function isList(key: string): key is ListName {
  return (LISTS as readonly string[]).includes(key);
}

/** The members of a list in any normal form. */
export function membersOf(
  attributes: Attributes | null | undefined,
  key: ListName,
): { readonly [member: string]: Json } {
  const list = own(attributes ?? undefined, key);
  const values = isJsonObject(list) ? list['values'] : undefined;
  return isJsonObject(values) ? values : {};
}

/** Whether members that a form does not name stay as they are: it says so, or does not manage the list. */
export function keepsOthers(attributes: Attributes | null, key: ListName): boolean {
  const list = own(attributes ?? undefined, key);
  return list === undefined || (isJsonObject(list) && list['others'] === 'keep');
}

function listed(live: Json, head: Json | undefined): Json {
  if (!isJsonObject(live) || !isJsonObject(head)) return live;
  const [values, declared] = [live['values'], head['values']];
  if (head['others'] !== 'keep' || !isJsonObject(values) || !isJsonObject(declared))
    return { ...live, others: head['others'] ?? 'remove' };
  return {
    others: 'keep',
    values: Object.fromEntries(Object.entries(values).filter(([member]) => Object.hasOwn(declared, member))),
  };
}
