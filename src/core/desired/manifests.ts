import { compareText } from '../address.ts';
import type { SourceConfiguration } from '../configuration.ts';
import { hashJson } from '../digest.ts';
import type { Diagnostic } from '../errors.ts';
import { classifier, manifestSources } from '../globs.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import type { ManifestIdentity } from '../ports.ts';
import { parseYaml } from '../yaml.ts';
import { composed, type Origin } from '../yaml/composed.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { annotatedMetadata } from './annotations.ts';
import { originsOf } from './assemble.ts';
import { API_VERSION } from './envelope.ts';
import type { Assembled } from './identity.ts';
import type { KnownKind, LoadContext } from './kinds.ts';
import type { Input } from './types.ts';

/** `assembled`: as if a document said it. */
export type FromManifests = {
  readonly identities: readonly { readonly assembled: Assembled; readonly kind: KnownKind }[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Paths of plain manifests among the inputs; `rest` are the others. */
export function manifestsAmong(inputs: readonly Input[], { configuration }: LoadContext) {
  const sourcesOf = manifestSources(configuration);
  const isManifest = ({ path }: Input): boolean => sourcesOf(path).length > 0;
  return { manifests: inputs.filter(isManifest), rest: inputs.filter((input) => !isManifest(input)) };
}

/**
 * What the plain manifests of all sources declare. @param inputs those that are manifests, sorted by path
 * @param unread paths that could not be read, of whatever
 */
export function readManifests(
  inputs: readonly Input[],
  unread: readonly string[],
  context: LoadContext,
): FromManifests {
  const files = inputs.map((input) => ({ path: input.path, ...readManifest(input, context) }));
  const sourcesOf = manifestSources(context.configuration);
  const bySource = context.configuration.sources.map((source) => {
    const isOwn = (path: string): boolean => sourcesOf(path).includes(source);
    const own = files.filter(({ path }) => isOwn(path));
    // Another manifest may say more of any of its identities, so that a broken one leaves all of them unknown.
    const isKnown = own.every(({ diagnostics }) => diagnostics.length === 0) && !unread.some(isOwn);
    return isKnown
      ? identitiesOf(
          own.flatMap(({ documents }) => documents),
          source,
          context,
        )
      : NOTHING;
  });
  return {
    identities: bySource.flatMap(({ identities }) => identities),
    diagnostics: [
      ...files.flatMap(({ diagnostics }) => diagnostics),
      ...bySource.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

const NOTHING: FromManifests = { identities: [], diagnostics: [] };

type ReadManifest = { readonly documents: readonly YamlDocument[]; readonly diagnostics: readonly Diagnostic[] };

function readManifest(input: Input, { configuration }: LoadContext): ReadManifest {
  const isDesired = classifier({ ...configuration, sources: [] })(input.path) === 'desired';
  if (isDesired) return { documents: [], diagnostics: [ambiguous(input.path)] };
  const { documents, diagnostics } = parseYaml(input);
  const problems = documents.flatMap((document) => [...secretProblems(document), ...misplaced(document)]);
  return { documents, diagnostics: [...diagnostics, ...problems] };
}

function identitiesOf(
  documents: readonly YamlDocument[],
  source: SourceConfiguration,
  { providers }: LoadContext,
): FromManifests {
  const provider = providers.find(({ name }) => name === source.provider);
  if (provider?.manifests === undefined || documents.length === 0) return NOTHING;
  const { identities, diagnostics } = provider.manifests(byContent(documents), source);
  const read = identities.map((identity) => {
    const definition = provider.kinds.find(({ kind }) => kind === identity.kind);
    if (definition === undefined) throw new TypeError(`${provider.name} has no kind ${identity.kind}.`);
    return { kind: { provider, definition }, ...asDocument(identity, source) };
  });
  return {
    identities: read.filter(({ problems }) => problems.length === 0),
    diagnostics: [...diagnostics, ...read.flatMap(({ problems }) => problems)],
  };
}

/** Where a manifest stands means nothing, also in what is made of several. */
function byContent(documents: readonly YamlDocument[]): readonly YamlDocument[] {
  const hashed = documents.map((document) => ({ document, hash: hashJson(document.value) }));
  return hashed.toSorted((left, right) => compareText(left.hash, right.hash)).map(({ document }) => document);
}

function asDocument(identity: ManifestIdentity, source: SourceConfiguration) {
  const { document, others, kind, name, namespace, spec } = identity;
  const { metadata: annotated, places, diagnostics } = annotatedMetadata(document, identity.annotations);
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }), source: source.name, ...annotated };
  const value: JsonObject = { apiVersion: API_VERSION, kind, metadata, spec };
  const origins = new Map<string, Origin>([
    ['/spec', { document, pointer: '' }],
    ...[...identity.places].map(([pointer, origin]) => [`/spec${pointer}`, origin] as const),
    ...[...places].map(([pointer, origin]) => [`/metadata${pointer}`, origin] as const),
  ]);
  const documents = [document, ...others].map((one) => hashJson(one.value)).sort();
  const assembled: Assembled = {
    document: composed(document, value, { origins, broken: new Set() }),
    origins: originsOf(document, others),
    hashed: { identity: value, documents },
  };
  return { assembled, problems: diagnostics };
}

function ambiguous(path: string): Diagnostic {
  return {
    code: 'manifest-and-document',
    severity: 'error',
    cause: "This file is named as a plain manifest and by a glob under 'desired', so it was not read.",
    mend: 'Let one of the two globs of the configuration leave it out.',
    location: { path, line: 1, column: 1 },
  };
}

/** It would be declared by nobody, without a word. */
function misplaced(document: YamlDocument): readonly Diagnostic[] {
  if (!isJsonObject(document.value) || document.value['apiVersion'] !== API_VERSION) return [];
  return [
    {
      code: 'document-among-manifests',
      severity: 'error',
      cause: 'This is a document of Countersign, in a file of plain manifests.',
      mend: "Move it to where a glob under 'desired' finds it.",
      location: document.locate(''),
    },
  ];
}
