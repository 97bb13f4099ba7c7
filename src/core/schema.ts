import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { canonicalize } from './digest.ts';
import { CountersignError, type Diagnostic } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { failuresOf, type Failure } from './schema/failure.ts';
import { isSaidByRequired } from './schema/key-count.ts';
import { withoutMisspelt } from './schema/misspelt.ts';
import { reduceUnions, unknownKey } from './schema/union.ts';
import { word } from './schema/wording.ts';
import type { YamlDocument } from './yaml/document.ts';
import { LIMITS } from './yaml/limits.ts';
import { pointerToken } from './yaml/place.ts';

/** Part of a document, for a schema that describes only that part. */
export type Part = { readonly value: Json; readonly pointer: string };

const compiled = new WeakMap<JsonObject, ValidateFunction>();
let validator: Ajv2020 | null = null;

/**
 * Everything in which a document, or a part of it, departs from a JSON Schema (2020-12), each at its own line and column.
 * What the parser already reported is not reported again. Schemas are the program's own, never an input.
 */
export function validate(schema: JsonObject, document: YamlDocument, part?: Part): readonly Diagnostic[] {
  const { value, pointer } = part ?? { value: document.value, pointer: '' };
  const check = compile(schema);
  if (check(value) === true) return [];
  const failures = withoutMisspelt(reduceUnions(failuresOf(check.errors ?? [])))
    .map((failure) => ({ ...failure, pointer: `${pointer}${failure.pointer}` }))
    .filter((failure) => !isSaidByRequired(failure) && !document.reported(failure.pointer));
  return distinct(failures.map((failure) => diagnosticOf(failure, document))).slice(0, LIMITS.problems);
}

function compile(schema: JsonObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;

  const check = ajv().compile(schema);
  compiled.set(schema, check);
  return check;
}

function ajv(): Ajv2020 {
  if (validator !== null) return validator;
  validator = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    logger: false,
    // Schemas are judged where they are tested. Judging and shortening them takes every run longer than using them.
    validateSchema: false,
    meta: false,
    code: { optimize: false },
  });
  formats.default(validator, ['date', 'date-time']);
  // The validator's own compares every item with every other, which a long list makes last for minutes.
  validator.removeKeyword('uniqueItems');
  validator.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate: hasUniqueItems });
  return validator;
}

function hasUniqueItems(wanted: boolean, items: readonly Json[]): boolean {
  return !wanted || new Set(items.map(nameOf)).size === items.length;
}

/** What has no canonical form is reported where it stands, and equals nothing. */
function nameOf(item: Json, index: number): string | number {
  // Only a text's canonical form begins with a quote.
  if (typeof item === 'string') return item.isWellFormed() ? `"${item}` : index;
  try {
    return canonicalize(item);
  } catch (error) {
    if (error instanceof CountersignError) return index;
    throw error;
  }
}

function diagnosticOf(failure: Failure, document: YamlDocument): Diagnostic {
  const wording = word(failure, document.written(failure.pointer));
  return { ...wording, severity: 'error', location: locationOf(failure, document) };
}

function locationOf(failure: Failure, document: YamlDocument) {
  const { keyword, pointer } = failure;
  if (failure.key !== null) return document.locateKey(`${pointer}/${pointerToken(failure.key)}`);
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return document.locateKey(`${pointer}/${pointerToken(unknownKey(failure))}`);
  }
  return keyword === 'required' ? document.locateKey(pointer) : document.locate(pointer);
}

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, cause, location }) => {
    const key = `${location?.line}:${location?.column}:${code}:${cause}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
