import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import { validate } from '../schema.ts';
import { didYouMean } from '../schema/suggest.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { withFiles, type ValueFiles } from './beside.ts';
import { brokenDocument, placesOfBroken, type Broken } from './broken.ts';
import { API_VERSION } from './envelope.ts';
import { unknownKind } from './header.ts';
import { findKind, type LoadContext } from './kinds.ts';
import { profileSchema, type ProfileInput } from './shared-schema.ts';

/** `document`: with the content of the files that it refers to. `parts`: both as they are written. Broken: what is wrong is reported. */
export type Profile = {
  readonly name: string;
  readonly kind: string;
  readonly document: YamlDocument;
  readonly parts: readonly YamlDocument[];
  readonly location: Location;
  readonly state: 'sound' | 'broken';
};

export type Profiles = {
  readonly byName: ReadonlyMap<string, Profile>;
  /** Documents of which any may be a profile that is missing. */
  readonly broken: readonly Broken[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of files that profiles refer to, and of those that profiles stand in. */
  readonly named: readonly string[];
  readonly paths: readonly string[];
};

export function isProfile({ value }: YamlDocument): boolean {
  return isJsonObject(value) && value['apiVersion'] === API_VERSION && value['kind'] === 'Profile';
}

/** @param documents those of which `isProfile` holds */
export function readProfiles(
  documents: readonly YamlDocument[],
  around: { readonly context: LoadContext; readonly files: ValueFiles['files']; readonly broken: readonly Broken[] },
): Profiles {
  const byName = new Map<string, Profile>();
  const diagnostics: Diagnostic[] = [];
  const broken = [...around.broken];
  const named: string[] = [];
  for (const document of documents) {
    const shape = validate(profileSchema, document);
    const secrets = secretProblems(document);
    diagnostics.push(...shape, ...secrets);
    if (shape.length > 0) {
      broken.push(brokenDocument(document, shape));
      continue;
    }
    // The schema has just confirmed this shape.
    const { metadata, spec } = document.value as ProfileInput;
    const location = document.locate('');
    const known = byName.get(metadata.name);
    const kind = findKind(around.context, spec.kind);
    if (known !== undefined) diagnostics.push(duplicateProfile(document, known.location));
    if (kind === null) {
      const problem = unknownKind(spec.kind, document, around.context, '/spec/kind');
      diagnostics.push(problem);
      broken.push(brokenDocument(document, [problem]));
    }
    if (known !== undefined || kind === null) continue;
    const referring = withFiles(document, '/spec/spec', kind.definition.files ?? [], around);
    diagnostics.push(...referring.diagnostics);
    named.push(...referring.named);
    byName.set(metadata.name, {
      name: metadata.name,
      kind: spec.kind,
      document: referring.document,
      parts: [document, ...referring.files],
      location,
      state: referring.document.sound && secrets.length === 0 ? 'sound' : 'broken',
    });
  }
  return { byName, broken, diagnostics, named, paths: documents.map((document) => document.locate('').path) };
}

/** Profiles that a document names at `/metadata/profiles`, by name. Null where one of them cannot be used. */
export function profilesOf(
  names: readonly string[],
  document: YamlDocument,
  kind: string,
  { byName, broken }: Profiles,
): { readonly profiles: readonly Profile[] | null; readonly diagnostics: readonly Diagnostic[] } {
  const found = names.map((name) => byName.get(name));
  const diagnostics = found.flatMap((profile, index): readonly Diagnostic[] => {
    const location = document.locate(`/metadata/profiles/${index}`);
    const name = names[index] ?? '';
    if (profile === undefined) {
      const related = placesOfBroken(broken, { kind: 'Profile', name });
      return [{ ...unknownProfile(name, location, [...byName.keys()]), ...(related.length === 0 ? {} : { related }) }];
    }
    return profile.kind === kind ? [] : [otherKind(profile, kind, location)];
  });
  const profiles = found.flatMap((profile) => (profile?.state === 'sound' ? [profile] : []));
  return { profiles: diagnostics.length > 0 || profiles.length < names.length ? null : profiles, diagnostics };
}

/** Profiles that no document names. */
export function unusedProfiles({ byName }: Profiles, used: ReadonlySet<string>): readonly Diagnostic[] {
  return [...byName.values()]
    .filter(({ name }) => !used.has(name))
    .map(({ name, location }) => ({
      code: 'profile-unused',
      severity: 'warning',
      cause: `No document names the profile ${quoted(name)}, so what it says means nothing.`,
      mend: 'Name it under metadata.profiles of a document, or delete it.',
      location,
    }));
}

function unknownProfile(name: string, location: Location, names: readonly string[]): Diagnostic {
  const known = names.length === 0 ? 'There is none.' : `Known are ${names.slice(0, 40).join(', ')}.`;
  return {
    code: 'profile-unknown',
    severity: 'error',
    cause: `No profile is called ${quoted(name)}.`,
    mend: `${didYouMean(name, names)}${known}`,
    location,
  };
}

function otherKind(profile: Profile, kind: string, location: Location): Diagnostic {
  return {
    code: 'profile-kind',
    severity: 'error',
    cause: `The profile ${quoted(profile.name)} is for documents of the kind ${profile.kind}, and this is of the kind ${kind}.`,
    mend: `Name a profile for ${kind}.`,
    location,
    related: [profile.location],
  };
}

function duplicateProfile(document: YamlDocument, first: Location): Diagnostic {
  return {
    code: 'duplicate-profile',
    severity: 'error',
    cause: `A profile of this name stands here and at ${first.path}:${first.line}:${first.column}.`,
    mend: 'Give one of the two another name.',
    location: document.locate('/metadata/name'),
    related: [first],
  };
}
