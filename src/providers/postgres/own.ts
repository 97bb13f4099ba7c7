/** Looks a name up that a live system or a document chose: `constructor` and `__proto__` are names like any other. */
export function own<T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** As Object.fromEntries, in half its time: large estates make many of them. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): { readonly [name: string]: T } {
  const record: { [name: string]: T } = {};
  for (const [name, value] of entries) {
    if (name === '__proto__') Object.defineProperty(record, name, { value, ...PLAIN });
    else record[name] = value;
  }
  return record;
}

/** Assigning to `__proto__` would set the prototype. */
const PLAIN = { enumerable: true, writable: true, configurable: true };

/** The record without entries that `keep` maps to undefined. */
export function mapEntries<T, U>(
  record: { readonly [name: string]: T },
  map: (name: string, value: T) => U | undefined,
): { readonly [name: string]: U } {
  const entries: [string, U][] = [];
  for (const name of Object.keys(record)) {
    const value = own(record, name);
    const mapped = value === undefined ? undefined : map(name, value);
    if (mapped !== undefined) entries.push([name, mapped]);
  }
  return recordOf(entries);
}

export function isEmpty(record: { readonly [name: string]: unknown }): boolean {
  return Object.keys(record).length === 0;
}
