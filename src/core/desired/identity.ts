import { compareText, formatAddress, nameOf } from '../address.ts';
import { ownersOfPath } from '../code-owners.ts';
import { hashJson } from '../digest.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { namePeople } from '../people.ts';
import type { IdentityMetadata } from '../plan.ts';
import { validate } from '../schema.ts';
import { didYouMean } from '../schema/suggest.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { dependencyProblems } from './dependencies.ts';
import { documentSchema, removalOf, type IdentityMetadataInput } from './envelope.ts';
import { findSource, type KnownKind, type LoadContext } from './kinds.ts';
import type { Identity } from './types.ts';

export type IdentityResult = { readonly identity: Identity | null; readonly diagnostics: readonly Diagnostic[] };

/**
 * A document with everything that it refers to in its place. `origins`: see Identity. `hashed`: what the identity's hash is of,
 * where the document's value is not all of it.
 */
export type Assembled = {
  readonly document: YamlDocument;
  readonly origins: readonly Location[];
  readonly hashed?: Json;
};

/** One identity document, judged as a whole: schema, source, owner, and the provider's own checks. */
export function readIdentity(assembled: Assembled, kind: KnownKind, context: LoadContext): IdentityResult {
  const { document } = assembled;
  const shape = validate(documentSchema(kind.definition), document);
  const metadata = isJsonObject(document.value) ? document.value['metadata'] : undefined;
  const source = isJsonObject(metadata) ? metadata['source'] : undefined;
  const owner = isJsonObject(metadata) ? metadata['owner'] : undefined;
  const diagnostics = [
    ...shape,
    ...(typeof source === 'string' ? sourceProblems(source, kind, document, context) : []),
    ...(typeof owner === 'string' ? ownerProblems(owner, document, context) : []),
  ];
  if (shape.length > 0 || !document.sound) return { identity: null, diagnostics };
  const identity = identityOf(assembled, kind, context);
  const all = [
    ...diagnostics,
    ...dependencyProblems(identity, document, context),
    ...nameProblems(identity, kind, document),
    ...lintOf(identity, kind, document),
  ];
  return { identity: all.some(({ severity }) => severity === 'error') ? null : identity, diagnostics: all };
}

function identityOf(
  { document, origins, hashed = document.value }: Assembled,
  kind: KnownKind,
  context: LoadContext,
): Identity {
  // The schema has just confirmed this shape.
  const value = document.value as { readonly metadata: IdentityMetadataInput; readonly spec: Identity['spec'] };
  const { name, source, namespace = null } = value.metadata;
  const metadata = metadataOf(value.metadata, document.locate('').path, context);
  const isByPath = value.metadata.owner === undefined && metadata.owner !== null;
  return {
    address: formatAddress({ source, kind: kind.definition.kind, name: nameOf(namespace, name) }),
    source,
    kind: kind.definition.kind,
    name,
    namespace,
    metadata,
    onRemove: removalOf('onRemove' in value.metadata ? value.metadata['onRemove'] : undefined),
    spec: value.spec,
    // Where the path says who owns it, a document that is moved is another one.
    hash: hashJson(isByPath ? { document: hashed, owner: metadata.owner } : hashed),
    location: document.locate(''),
    origins,
  };
}

function metadataOf(input: IdentityMetadataInput, path: string, context: LoadContext): IdentityMetadata {
  const owner = input.owner === undefined ? null : namePeople(input.owner, context.configuration);
  return {
    owner: owner === null ? codeOwner(path, context) : owner.kind === 'named' ? owner.name : null,
    purpose: input.purpose ?? null,
    expires: input.expires ?? null,
    consumers: input.consumers ?? [],
    dependsOn: (input.dependsOn ?? []).toSorted(compareText),
    adopts: input.adopts ?? null,
  };
}

/** Whoever CODEOWNERS names, as one text; see `peopleOf`. */
function codeOwner(path: string, { configuration: { codeOwners } }: LoadContext): string | null {
  const { owners } = codeOwners === null ? { owners: [] } : ownersOfPath(codeOwners, path);
  return owners.length === 0 ? null : owners.join(' ');
}

function sourceProblems(
  source: string,
  kind: KnownKind,
  document: YamlDocument,
  context: LoadContext,
): readonly Diagnostic[] {
  const location = document.locate('/metadata/source');
  const found = findSource(context, source);
  if (found === null) {
    const names = context.configuration.sources.map(({ name }) => name);
    const known = names.length === 0 ? 'None is configured.' : `Configured are ${names.slice(0, 40).join(', ')}.`;
    return [
      {
        code: 'unknown-source',
        severity: 'error',
        cause: `No source is called ${quoted(source)}.`,
        mend: `${didYouMean(source, names)}${known}`,
        location,
      },
    ];
  }
  if (found.provider === kind.provider.name) return [];
  const cause = `${quoted(source)} is a source of the provider ${found.provider}, which has no kind ${kind.definition.kind}.`;
  return [
    {
      code: 'wrong-source',
      severity: 'error',
      cause,
      mend: `Name a source of the provider ${kind.provider.name}.`,
      location,
    },
  ];
}

function ownerProblems(owner: string, document: YamlDocument, context: LoadContext): readonly Diagnostic[] {
  const named = namePeople(owner, context.configuration);
  return named.kind === 'named'
    ? []
    : [{ ...named.problem, severity: 'error', location: document.locate('/metadata/owner') }];
}

function nameProblems(
  { address, name }: Identity,
  { definition: { names } }: KnownKind,
  document: YamlDocument,
): readonly Diagnostic[] {
  if (names === undefined || new RegExp(names.pattern, 'u').test(name)) return [];
  const { code, cause, mend } = names;
  return [{ code, severity: 'error', cause, mend, address, location: document.locate('/metadata/name') }];
}

function lintOf(identity: Identity, kind: KnownKind, document: YamlDocument): readonly Diagnostic[] {
  return kind.provider.lint(identity.kind, identity.spec).map(({ pointer, ...diagnostic }) => ({
    ...diagnostic,
    address: identity.address,
    location: document.locate(`/spec${pointer}`),
  }));
}
