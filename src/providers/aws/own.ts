/** Looks a name up that a live system or a document chose: `constructor` and `__proto__` are names like any other. */
export function own<T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
