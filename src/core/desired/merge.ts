import { canonicalize } from '../digest.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Origin } from '../yaml/composed.ts';
import { pointerToken } from '../yaml/place.ts';

/** What one document says. */
export type Said = { readonly value: Json; readonly origin: Origin };

export type Merged = {
  readonly value: Json;
  /** By pointer, beginning with the one that was asked for, where it is said first. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * What several documents say of one thing: mappings have the keys of all, lists the entries of all, each once and in the order of
 * the documents, and everything else has to be the same in all that say it.
 * @param said at least one, in an order that does not depend on how they are named together
 * @param pointer of the result
 */
export function merge(said: readonly Said[], pointer: string): Merged {
  const origins = new Map<string, Origin>();
  const diagnostics: Diagnostic[] = [];
  return { value: merged(said, pointer), origins, diagnostics };

  function merged(all: readonly Said[], at: string): Json {
    const [first, second] = all;
    if (first === undefined) return null;
    origins.set(at, first.origin);
    if (second === undefined) return first.value;
    if (all.every(({ value }) => isJsonObject(value))) return mappings(all, at);
    if (all.every(({ value }) => Array.isArray(value))) return lists(all, at);
    const meant = canonicalize(first.value);
    const other = all.find(({ value }) => canonicalize(value) !== meant);
    if (other !== undefined) diagnostics.push(conflict(at, first, other));
    return first.value;
  }

  function mappings(all: readonly Said[], at: string): JsonObject {
    const members = all.flatMap(({ value, origin }) =>
      Object.entries(isJsonObject(value) ? value : {}).map(([key, item]) => ({ key, ...below(item, origin, key) })),
    );
    const entries = [...Map.groupBy(members, ({ key }) => key)].map(
      ([key, saying]) => [key, merged(saying, `${at}/${pointerToken(key)}`)] as const,
    );
    return Object.fromEntries(entries);
  }

  function lists(all: readonly Said[], at: string): readonly Json[] {
    const items = all.flatMap(({ value, origin }) =>
      Array.isArray(value) ? value.map((item: Json, index) => below(item, origin, String(index))) : [],
    );
    const first = new Map(items.map((item) => [canonicalize(item.value), item] as const).toReversed());
    const kept = items.filter((item) => first.get(canonicalize(item.value)) === item);
    kept.forEach(({ origin }, index) => origins.set(`${at}/${index}`, origin));
    return kept.map(({ value }) => value);
  }
}

function below(value: Json, { document, pointer }: Origin, key: string): Said {
  return { value, origin: { document, pointer: `${pointer}/${pointerToken(key)}` } };
}

/** Texts are not repeated: one of them may be a secret. */
function conflict(at: string, one: Said, other: Said): Diagnostic {
  const [here, there] = [placeOf(one), placeOf(other)];
  return {
    code: 'profile-conflict',
    severity: 'error',
    cause: `"${at.split('/').slice(2).join('.')}" is one thing here and another at ${there.path}:${there.line}:${there.column}.`,
    mend: 'Say it in one of the two places only, or the same in both.',
    location: here,
    related: [there],
  };
}

function placeOf({ origin: { document, pointer } }: Said): Location {
  return document.locate(pointer);
}
