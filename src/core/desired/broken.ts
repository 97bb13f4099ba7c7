import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { ParsedYaml, YamlDocument } from '../yaml/document.ts';

/** A document that declares nothing because of errors, and where those are. Null: what it would declare cannot be told. */
export type Broken = {
  readonly kind: string | null;
  readonly name: string | null;
  readonly places: readonly Location[];
};

/** Files of which nothing can be read. */
export function brokenFiles(files: readonly ParsedYaml[]): readonly Broken[] {
  return files
    .filter(({ documents }) => documents.length === 0)
    .map(({ diagnostics }) => ({ kind: null, name: null, places: placesOf(diagnostics) }));
}

export function brokenDocument({ value }: YamlDocument, errors: readonly Diagnostic[]): Broken {
  const { kind = null, metadata = null } = isJsonObject(value) ? value : {};
  const name = isJsonObject(metadata) ? (metadata['name'] ?? null) : null;
  const isMisnamed = errors.some(({ code }) => code === 'unknown-kind');
  return { kind: isMisnamed ? null : textOrNull(kind), name: textOrNull(name), places: placesOf(errors) };
}

function textOrNull(value: Json): string | null {
  return typeof value === 'string' ? value : null;
}

function placesOf(diagnostics: readonly Diagnostic[]): readonly Location[] {
  return diagnostics.flatMap(({ severity, location }) => (severity === 'error' ? (location ?? []) : []));
}

/** Where the errors are for which one of this kind and name may be missing, the first of each document. */
export function placesOfBroken(
  all: readonly Broken[],
  wanted: { readonly kind: string; readonly name: string },
): readonly Location[] {
  return all
    .filter(({ kind, name }) => (kind ?? wanted.kind) === wanted.kind && (name ?? wanted.name) === wanted.name)
    .flatMap(({ places }) => places.slice(0, 1));
}

const FOLLOWING: ReadonlySet<string> = new Set(['dependency-undeclared', 'profile-unknown']);

/** Something that is missing is no error of its own where the error that explains it is told beside it. */
export function withoutFollowing(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set(
    diagnostics.flatMap(({ code, severity, location }) =>
      severity === 'error' && !FOLLOWING.has(code) && location !== undefined ? [placeKey(location)] : [],
    ),
  );
  return diagnostics.filter(
    ({ code, related = [] }) => !FOLLOWING.has(code) || !related.some((place) => told.has(placeKey(place))),
  );
}

function placeKey({ path, line, column }: Location): string {
  return JSON.stringify([path, line, column]);
}
