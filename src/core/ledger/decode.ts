import { CountersignError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject, type Sha256 } from '../json.ts';

/** Turns a JSON value into a typed one. @throws CountersignError `ledger-malformed` naming the pointer and what was wanted. */
export type Decoder<T> = (value: Json | undefined, pointer: string) => T;

type Decoded<Fields> = { readonly [Key in keyof Fields]: Fields[Key] extends Decoder<infer Value> ? Value : never };

export function malformed(pointer: string, wanted: string): CountersignError {
  return new CountersignError('ledger-malformed', `The ledger holds a value that is not ${wanted}.`, {
    evidence: pointer === '' ? 'at the root' : `at ${pointer}`,
    mend: 'Run `countersign verify` on the ledger: it names the first entry that is not as it was written.',
  });
}

export const text: Decoder<string> = (value, pointer) => {
  if (typeof value !== 'string') throw malformed(pointer, 'a text');
  return value;
};

export const flag: Decoder<boolean> = (value, pointer) => {
  if (typeof value !== 'boolean') throw malformed(pointer, 'true or false');
  return value;
};

export const natural: Decoder<number> = (value, pointer) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw malformed(pointer, 'a whole number from 0');
  return value;
};

export const hash: Decoder<Sha256> = (value, pointer) => {
  if (typeof value !== 'string' || !/^sha256:[0-9a-f]{64}$/u.test(value)) throw malformed(pointer, 'a SHA-256 hash');
  return `sha256:${value.slice('sha256:'.length)}`;
};

/** RFC 3339 in UTC, whole seconds. */
export const time: Decoder<string> = (value, pointer) => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(value))
    throw malformed(pointer, 'a time in whole seconds');
  return value;
};

export const json: Decoder<Json> = (value, pointer) => {
  if (value === undefined) throw malformed(pointer, 'present');
  return value;
};

export const anyObject: Decoder<JsonObject> = (value, pointer) => {
  if (!isJsonObject(value)) throw malformed(pointer, 'an object');
  return value;
};

export function literal<const T extends string>(...options: readonly T[]): Decoder<T> {
  return (value, pointer) => {
    const found = options.find((option) => option === value);
    if (found === undefined) throw malformed(pointer, `one of ${options.join(', ')}`);
    return found;
  };
}

export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, pointer) => (value === null ? null : decoder(value, pointer));
}

export function list<T>(decoder: Decoder<T>): Decoder<readonly T[]> {
  return (value, pointer) => {
    if (!Array.isArray(value)) throw malformed(pointer, 'a list');
    return value.map((item: Json, index) => decoder(item, `${pointer}/${index}`));
  };
}

export function dictionary<T>(decoder: Decoder<T>): Decoder<{ readonly [key: string]: T }> {
  return (value, pointer) => {
    const entries = Object.entries(anyObject(value, pointer));
    return Object.fromEntries(entries.map(([key, item]) => [key, decoder(item, `${pointer}/${key}`)]));
  };
}

/** Exactly these fields: what a decoder does not know is refused, so that nothing signed is ever dropped unseen. */
export function record<const Fields extends { readonly [key: string]: Decoder<unknown> }>(
  fields: Fields,
): Decoder<Decoded<Fields>> {
  const keys: readonly (keyof Fields & string)[] = Object.keys(fields);
  return (value, pointer) => {
    const object = anyObject(value, pointer);
    const unknown = Object.keys(object).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) throw malformed(`${pointer}/${unknown}`, 'known');
    const decoded: { [Key in keyof Fields]?: unknown } = {};
    for (const key of keys)
      decoded[key] = fields[key]?.(Object.hasOwn(object, key) ? object[key] : undefined, `${pointer}/${key}`);
    return decoded as Decoded<Fields>;
  };
}
