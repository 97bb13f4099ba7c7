import { isJsonObject, type Json } from '../json.ts';
import type { Failure } from './failure.ts';
import { suggest } from './suggest.ts';

/** Keywords by which a form says that it is not meant at all. */
const KIND = new Set(['type', 'const', 'enum']);

/**
 * Where a value may have one of several forms, a validator reports how it misses every form.
 * This keeps what the form that was probably meant has to say, or one failure that names all forms.
 */
export function reduceUnions(failures: readonly Failure[]): readonly Failure[] {
  const kept: Failure[] = [];
  for (const failure of failures) {
    if (isUnion(failure)) kept.push(...meant(failure, takeWithin(kept, failure)));
    else kept.push(failure);
  }
  return kept;
}

function isUnion(failure: Failure): boolean {
  const several = failure.keyword === 'oneOf' && failure.params['passingSchemas'] !== null;
  return (failure.keyword === 'anyOf' || failure.keyword === 'oneOf') && !several;
}

/** The failures of the forms stand right before that of the union. */
function takeWithin(kept: Failure[], union: Failure): readonly Failure[] {
  const within = (failure: Failure) =>
    (failure.pointer === union.pointer || failure.pointer.startsWith(`${union.pointer}/`)) &&
    (failure.schemaPath.startsWith(`${union.schemaPath}/`) || failure.schemaPath.startsWith('#/$defs/'));
  const start = kept.findLastIndex((failure) => !within(failure)) + 1;
  return kept.splice(start);
}

function meant(union: Failure, failures: readonly Failure[]): readonly Failure[] {
  const forms = formsOf(union, failures).map((own) => ({ own, score: score(union, own) }));
  const best = Math.min(...forms.map((form) => form.score));
  const tied = forms.filter((form) => form.score === best && form.own.length > 0);
  const [only] = tied;
  if (only === undefined) return [union];
  if (tied.length === 1 && !only.own.some((failure) => missesKind(union, failure))) return only.own;
  const own = tied.map((form) => form.own);
  return unquoted(union, own.flat()) ?? misspelt(union, own) ?? [union];
}

/** A failure belongs to the form whose path it has; one from a shared definition to the form before it in the list. */
function formsOf(union: Failure, failures: readonly Failure[]): readonly (readonly Failure[])[] {
  const schemas = Array.isArray(union.schema) ? (union.schema as readonly Json[]) : [];
  const paths = schemas.map((schema, index) => {
    const reference = isJsonObject(schema) ? schema['$ref'] : undefined;
    return [`${union.schemaPath}/${index}/`, ...(typeof reference === 'string' ? [`${reference}/`] : [])];
  });
  const forms: Failure[][] = schemas.map(() => []);
  let current = 0;
  for (const failure of failures) {
    const found = paths.findIndex((own) => own.some((path) => failure.schemaPath.startsWith(path)));
    if (found >= 0) current = found;
    forms[current]?.push(failure);
  }
  return forms;
}

function missesKind(union: Failure, failure: Failure): boolean {
  return KIND.has(failure.keyword) && failure.pointer === union.pointer;
}

/** Lower is nearer: being another kind of value weighs most, then unknown and missing keys, then any other failure. */
function score(union: Failure, own: readonly Failure[]): number {
  return own.reduce((sum, failure) => {
    if (missesKind(union, failure)) return sum + 1_000_000;
    if (failure.pointer === union.pointer && failure.key === null) return sum + 1_000;
    return sum + 1;
  }, 0);
}

/** A number or a truth value where one of the forms is a text: it only lacks its quotes. */
function unquoted(union: Failure, failures: readonly Failure[]): readonly Failure[] | null {
  if (typeof union.data !== 'number' && typeof union.data !== 'boolean') return null;
  const text = failures.find(
    ({ keyword, schema, pointer }) => keyword === 'type' && schema === 'string' && pointer === union.pointer,
  );
  return text === undefined ? null : [text];
}

/** A key that no form knows, but that resembles one of a form's keys. */
function misspelt(union: Failure, forms: readonly (readonly Failure[])[]): readonly Failure[] | null {
  const unknown = forms
    .flat()
    .filter((failure) => failure.keyword === 'additionalProperties' && failure.pointer === union.pointer);
  const candidates = [...new Set(unknown.flatMap((failure) => Object.keys(objectKeys(failure.parent['properties']))))];
  const named = unknown.find((failure) => suggest(unknownKey(failure), candidates) !== null);
  return named === undefined ? null : [{ ...named, candidates }];
}

export function unknownKey(failure: Failure): string {
  const key = failure.params['additionalProperty'] ?? failure.params['unevaluatedProperty'];
  return typeof key === 'string' ? key : '';
}

function objectKeys(value: Json | undefined) {
  return isJsonObject(value) ? value : {};
}
