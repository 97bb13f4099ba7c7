import { compareText } from '../address.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { validate } from '../schema.ts';
import { composed, type Origin } from '../yaml/composed.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { withFiles, type ValueFiles } from './beside.ts';
import { inEachSource } from './each-source.ts';
import type { Assembled } from './identity.ts';
import type { KnownKind, LoadContext } from './kinds.ts';
import { merge, type Said } from './merge.ts';
import { profilesOf, type Profile, type Profiles } from './profiles.ts';
import { sharingSchema, type SharingInput } from './shared-schema.ts';
import type { WeightBudget } from './weight.ts';

/**
 * What documents may refer to, and what is left to spend on it. `used`: paths of files and names of profiles that were referred to;
 * added to.
 */
export type Surroundings = {
  readonly context: LoadContext;
  readonly files: ValueFiles['files'];
  readonly profiles: Profiles;
  readonly budget: WeightBudget;
  readonly used: { readonly files: Set<string>; readonly profiles: Set<string> };
};

export type Assembly = { readonly assembled: readonly Assembled[]; readonly diagnostics: readonly Diagnostic[] };

/** A document of an identity with all that it refers to in its place, once for each source that it names. */
export function assemble(document: YamlDocument, kind: KnownKind, around: Surroundings): Assembly {
  const referring = withFiles(document, '/spec', kind.definition.files ?? [], around);
  for (const path of referring.named) around.used.files.add(path);
  const metadata = isJsonObject(document.value) ? document.value['metadata'] : undefined;
  const isShared = isJsonObject(metadata) && ('sources' in metadata || 'profiles' in metadata);
  if (isShared) {
    const written = [document, ...referring.files];
    const { assembled, diagnostics } = assembleShared(referring.document, written, kind, around);
    return { assembled, diagnostics: [...referring.diagnostics, ...diagnostics] };
  }
  const tooLarge =
    referring.files.length === 0 ? null : around.budget.spend([document, ...referring.files], document.locate(''));
  if (tooLarge !== null) return { assembled: [], diagnostics: [tooLarge] };
  const origins = originsOf(document, referring.files);
  return { assembled: [{ document: referring.document, origins }], diagnostics: referring.diagnostics };
}

/** @param written what the document is made of so far, as it is written, itself first */
function assembleShared(
  document: YamlDocument,
  written: readonly YamlDocument[],
  { definition: { kind } }: KnownKind,
  around: Surroundings,
): Assembly {
  // The schema of the whole document has no key for either: it is that of one identity.
  const { metadata } = document.value as { readonly metadata: JsonObject };
  const { sources, profiles: _profiles, ...own } = metadata;
  const shape = validate(sharingSchema, document, { value: metadata, pointer: '/metadata' });
  const sharing = metadata as SharingInput;
  const named = shape.length > 0 ? [] : (sharing.profiles ?? []);
  for (const name of named) around.used.profiles.add(name);
  const { profiles, diagnostics } = profilesOf(named, document, kind, around.profiles);
  const problems = [...shape, ...diagnostics, ...('source' in own && sources !== undefined ? [both(document)] : [])];
  if (problems.length > 0 || profiles === null || !document.sound) return { assembled: [], diagnostics: problems };
  const parts = [...written, ...profiles.flatMap((profile) => profile.parts)];
  const tooLarge = around.budget.spend(parts, document.locate(''));
  if (tooLarge !== null) return { assembled: [], diagnostics: [tooLarge] };
  const whole = withProfiles(document, own, profiles);
  if (whole.diagnostics.length > 0) return { assembled: [], diagnostics: whole.diagnostics };
  const expansion = inEachSource({ document: whole.document, sources: sharing.sources, parts }, around.budget);
  const origins = originsOf(document, parts.slice(1));
  return {
    assembled: expansion.documents.map((one) => ({ document: one, origins })),
    diagnostics: expansion.diagnostics,
  };
}

/** The document's own word first, then the profiles', in the order of their names. */
function withProfiles(document: YamlDocument, metadata: JsonObject, profiles: readonly Profile[]) {
  const own: Said = { value: specOf(document.value), origin: { document, pointer: '/spec' } };
  const theirs = profiles
    .toSorted((left, right) => compareText(left.name, right.name))
    .map((profile): Said => {
      const spec = specOf(specOf(profile.document.value));
      return { value: spec, origin: { document: profile.document, pointer: '/spec/spec' } };
    });
  const spec = merge([own, ...theirs], '/spec');
  const value = { ...(document.value as JsonObject), metadata, spec: spec.value };
  const origins: ReadonlyMap<string, Origin> = spec.origins;
  return { document: composed(document, value, { origins, broken: NONE }), diagnostics: spec.diagnostics };
}

const NONE: ReadonlySet<string> = new Set();

/** What is no mapping is reported where the whole is judged. */
function specOf(value: Json): Json {
  const spec = isJsonObject(value) ? value['spec'] : undefined;
  return spec === undefined ? {} : spec;
}

function both(document: YamlDocument): Diagnostic {
  return {
    code: 'source-and-sources',
    severity: 'error',
    cause: 'metadata names one source and several.',
    mend: 'Keep source or sources.',
    location: document.locateKey('/metadata/sources'),
    related: [document.locateKey('/metadata/source')],
  };
}

/** Where a document and all that it refers to begins: see Identity. */
export function originsOf(document: YamlDocument, parts: readonly YamlDocument[]): readonly Location[] {
  const places = new Map(parts.map((part) => part.locate('')).map((place) => [place.path, place]));
  const others = [...places.values()].toSorted((left, right) => compareText(left.path, right.path));
  return [document.locate(''), ...others];
}
