import type { Attributes } from '../core/attributes.ts';
import { isJsonObject, type Json, type JsonObject } from '../core/json.ts';
import { unescapePointer } from '../core/leaves.ts';

/** Keys from an attribute to what is below it, as they are shown. */
export type Path = readonly string[];

/** What documents call an attribute of the normal form, where that is another word. */
export type Words = { readonly [attribute: string]: string };

const SEPARATOR = ' › ';

/** What could be taken for a separator, a value, a quoted key (which begins with a quote) or a word of ours stands in quotes, so that no two paths look alike. */
const UNCLEAR = /^$|^["( -]|›|: |[: ]$/u;

/**
 * A JSON Pointer into the normal form in the words of documents. Of a list that says what becomes of others, the members
 * stand right below it.
 * @param sides of the change, in which the pointer leads to something
 */
export function pathOf(pointer: string, sides: readonly (Attributes | null)[], words: Words = {}): Path {
  const keys = segmentsOf(pointer);
  return keys.flatMap((key, index) => {
    const listed = index > 0 && sides.some((side) => isListed(valueAt(side, keys.slice(0, index))));
    if (listed) return key === 'values' ? [] : ['(others)'];
    return [keyText(index === 0 && Object.hasOwn(words, key) ? (words[key] ?? key) : key)];
  });
}

/** A JSON Pointer's keys. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescapePointer);
}

export function pathText(path: Path): string {
  return path.join(SEPARATOR);
}

function keyText(key: string): string {
  return UNCLEAR.test(key) ? JSON.stringify(key) : key;
}

export function valueAt(side: Attributes | null, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = side ?? undefined;
  for (const key of keys) value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

/** By convention of all providers: `values`, and whether others are kept or removed. */
export function isListed(value: Json | undefined): value is { others: 'keep' | 'remove'; values: JsonObject } {
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return false;
  return isJsonObject(value['values']) && (value['others'] === 'keep' || value['others'] === 'remove');
}
