import type { ErrorObject } from 'ajv';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** One failed keyword, in a shape that does not depend on the validator. */
export type Failure = {
  readonly keyword: string;
  /** JSON Pointer to the value that failed. */
  readonly pointer: string;
  readonly schemaPath: string;
  readonly params: JsonObject;
  /** The keyword's own value, and the schema that holds the keyword. */
  readonly schema: Json;
  readonly parent: JsonObject;
  readonly data: Json;
  /** The key that failed, when it was keys that were judged. */
  readonly key: string | null;
  /** What an unknown key may have been meant to be, when several forms were possible. */
  readonly candidates?: readonly string[];
};

/** More are never worded, so more are not looked at; what comes after them shows once these are mended. */
const MAXIMUM = 5_000;

/** Errors of one validation, with those that only repeat others left out. */
export function failuresOf(errors: readonly ErrorObject[]): readonly Failure[] {
  return errors
    .slice(0, MAXIMUM)
    .filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames')
    .map(failureOf);
}

function failureOf(error: ErrorObject): Failure {
  const parent = plain(error.parentSchema);
  return {
    keyword: error.keyword,
    pointer: error.instancePath,
    schemaPath: error.schemaPath,
    params: objectOf(plain(error.params)),
    schema: plain(error.schema),
    parent: objectOf(parent),
    data: plain(error.data),
    key: error.propertyName ?? null,
  };
}

function objectOf(value: Json): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Schemas and documents are JSON; the validator only forgot their type. */
function plain(value: unknown): Json {
  return isJson(value) ? value : null;
}

function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}
