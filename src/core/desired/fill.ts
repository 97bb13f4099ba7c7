import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { pointerToken } from '../yaml/place.ts';

/** `{{ account }}`: no policy variable of any system, which have a `$`, a dot or a colon. */
const PLACEHOLDER = /\{\{ *([A-Za-z][A-Za-z0-9_]*) *\}\}/gu;

/**
 * `moved`: by pointer into the result, keys that were filled in and where they stood before. `used`, `undefined`: names of values,
 * the latter by the first pointer that asks for it. `clashes`: pointers of keys that became the same as another.
 * `added`: characters by which the texts grew; what is filled in ends where they are more than `limit`.
 */
export type Filled = {
  readonly value: Json;
  readonly moved: ReadonlyMap<string, string>;
  readonly used: ReadonlySet<string>;
  readonly undefined: ReadonlyMap<string, string>;
  readonly clashes: readonly string[];
  readonly added: number;
};

/** Puts texts in the place of `{{ name }}` in texts and keys. A text stays a text, and what is put there is not looked at again. */
export function fill(root: Json, pointer: string, values: { readonly [name: string]: string }, limit: number): Filled {
  const moved = new Map<string, string>();
  const used = new Set<string>();
  const missing = new Map<string, string>();
  const clashes: string[] = [];
  let added = 0;
  const value = filled(root, pointer, pointer);
  return { value, moved, used, undefined: missing, clashes, added };

  /** @param from where it stands, and `to` where the result does */
  function filled(item: Json, from: string, to: string): Json {
    if (typeof item === 'string') return text(item, from);
    if (Array.isArray(item)) return item.map((one: Json, index) => filled(one, `${from}/${index}`, `${to}/${index}`));
    return isJsonObject(item) ? mapping(item, from, to) : item;
  }

  function mapping(item: JsonObject, from: string, to: string): JsonObject {
    const result: { [key: string]: Json } = {};
    for (const [key, one] of Object.entries(item)) {
      const own = `${from}/${pointerToken(key)}`;
      const name = text(key, own);
      const target = `${to}/${pointerToken(name)}`;
      if (Object.hasOwn(result, name) || name === '__proto__') clashes.push(own);
      else {
        result[name] = filled(one, own, target);
        if (name !== key) moved.set(target, own);
      }
    }
    return result;
  }

  function text(written: string, at: string): string {
    if (!written.includes('{{')) return written;
    return written.replaceAll(PLACEHOLDER, (whole, name: string) => {
      const known = Object.hasOwn(values, name) ? values[name] : undefined;
      if (known === undefined) {
        if (!missing.has(name)) missing.set(name, at);
        return whole;
      }
      used.add(name);
      added += known.length;
      return added > limit ? '' : known;
    });
  }
}
