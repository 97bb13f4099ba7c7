import type { Json } from '../../src/core/json.ts';

export type Mutation = { readonly what: string; readonly value: Json };

/** Every way to change one thing of a value: each leaf replaced, each key removed or renamed, each item removed or doubled, each pair of items swapped. */
export function mutationsOf(value: Json, pointer = ''): readonly Mutation[] {
  if (typeof value === 'string') return [{ what: `${pointer} rewritten`, value: `${value}~` }];
  if (typeof value === 'number') return [{ what: `${pointer} counted up`, value: value + 1 }];
  if (typeof value === 'boolean') return [{ what: `${pointer} turned`, value: !value }];
  if (value === null) return [{ what: `${pointer} filled`, value: 'something' }];
  return isList(value) ? listMutations(value, pointer) : objectMutations(value, pointer);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function listMutations(list: readonly Json[], pointer: string): readonly Mutation[] {
  const inner = list.flatMap((item, index) =>
    mutationsOf(item, `${pointer}/${index}`).map(({ what, value }) => ({ what, value: list.with(index, value) })),
  );
  const items = list.flatMap((item, index) => [
    { what: `${pointer}/${index} removed`, value: list.toSpliced(index, 1) },
    { what: `${pointer}/${index} doubled`, value: list.toSpliced(index, 0, item) },
  ]);
  return [...inner, ...items, { what: `${pointer} extended`, value: [...list, 'one more'] }];
}

function objectMutations(object: { readonly [key: string]: Json }, pointer: string): readonly Mutation[] {
  const entries = Object.entries(object);
  const inner = entries.flatMap(([key, item]) =>
    mutationsOf(item, `${pointer}/${key}`).map(({ what, value }) => ({ what, value: { ...object, [key]: value } })),
  );
  const without = (key: string) => Object.fromEntries(entries.filter(([known]) => known !== key));
  const keys = entries.flatMap(([key, item]) => [
    { what: `${pointer}/${key} removed`, value: without(key) },
    { what: `${pointer}/${key} renamed`, value: { ...without(key), [`${key}~`]: item } },
  ]);
  return [...inner, ...keys, { what: `${pointer} extended`, value: { ...object, 'one more': 1 } }];
}
