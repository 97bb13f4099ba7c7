import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { composed, type Origin } from '../yaml/composed.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { pointerToken } from '../yaml/place.ts';
import { quoted } from '../yaml/text.ts';
import { fill, type Filled } from './fill.ts';
import type { SharingInput } from './shared-schema.ts';
import { WEIGHT_LIMITS, type WeightBudget } from './weight.ts';

/** `document`: with all that it refers to in its place, and without `sources`. `parts`: what it is made of, each as it is written. */
export type Shared = {
  readonly document: YamlDocument;
  readonly sources: SharingInput['sources'];
  readonly parts: readonly YamlDocument[];
};

type Expansion = { readonly documents: readonly YamlDocument[]; readonly diagnostics: readonly Diagnostic[] };

/** One place that the document is for. `name` null: the one source that it names itself. */
type Target = {
  readonly name: string | null;
  readonly pointer: string;
  readonly values: { readonly [name: string]: string };
};

/** Metadata in which values are filled in, besides the spec. Who answers for an identity is always written out. */
const FILLABLE = ['name', 'namespace', 'purpose', 'consumers', 'dependsOn'] as const;

/** A document for each source that it names, with that source's values filled in. */
export function inEachSource({ document, sources, parts }: Shared, budget: WeightBudget): Expansion {
  const documents: YamlDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const target of targetsOf(sources)) {
    const location = document.locate(target.pointer);
    const tooLarge = budget.spend(parts, location);
    if (tooLarge !== null) return { documents, diagnostics: [...diagnostics, tooLarge] };
    const filled = fill(fillable(document.value), '', target.values, WEIGHT_LIMITS.identity);
    const grown = budget.spend([], location, filled.added);
    const problems = grown === null ? problemsOf(filled, target, document) : [grown];
    diagnostics.push(...problems);
    if (problems.length === 0) documents.push(forTarget(document, filled, target));
  }
  return { documents, diagnostics };
}

function targetsOf(sources: Shared['sources']): readonly Target[] {
  if (sources === undefined) return [{ name: null, pointer: '/metadata/profiles', values: {} }];
  if (Array.isArray(sources))
    return sources.map((name: string, index) => ({ name, pointer: `/metadata/sources/${index}`, values: {} }));
  return Object.entries(sources).map(([name, values]) => ({
    name,
    pointer: `/metadata/sources/${pointerToken(name)}`,
    values,
  }));
}

function metadataOf(value: Json): JsonObject {
  const metadata = isJsonObject(value) ? value['metadata'] : undefined;
  return isJsonObject(metadata) ? metadata : {};
}

function fillable(value: Json): JsonObject {
  const metadata = Object.entries(metadataOf(value)).filter(([key]) => FILLABLE.some((name) => name === key));
  const spec = isJsonObject(value) ? value['spec'] : undefined;
  return { metadata: Object.fromEntries(metadata), ...(spec === undefined ? {} : { spec }) };
}

function forTarget(document: YamlDocument, { value, moved }: Filled, { name, pointer }: Target): YamlDocument {
  const written = document.value as JsonObject;
  const source = name === null ? {} : { source: name };
  const metadata = { ...metadataOf(written), ...metadataOf(value), ...source };
  const { metadata: _metadata, ...rest } = value as JsonObject;
  const origins = new Map<string, Origin>([
    ...(name === null ? [] : [['/metadata/source', { document, pointer }] as const]),
    ...[...moved].map(([to, from]) => [to, { document, pointer: from }] as const),
  ]);
  return composed(document, { ...written, ...rest, metadata }, { origins, broken: new Set() });
}

function problemsOf(filled: Filled, { name, pointer, values }: Target, document: YamlDocument): readonly Diagnostic[] {
  const where = name === null ? 'this document' : quoted(name);
  const missing = [...filled.undefined].map(([value, at]) =>
    undefinedValue(value, where, document.locate(pointer), document.locate(at)),
  );
  const unused = Object.keys(values)
    .filter((value) => !filled.used.has(value))
    .map((value) => unusedValue(value, where, document.locateKey(`${pointer}/${pointerToken(value)}`)));
  const clashes = filled.clashes.map((at) => clash(where, document.locateKey(at), document.locate(pointer)));
  return [...missing, ...unused, ...clashes];
}

function undefinedValue(value: string, where: string, location: Location, at: Location): Diagnostic {
  return {
    code: 'value-undefined',
    severity: 'error',
    cause: `{{ ${value} }} stands at ${at.path}:${at.line}:${at.column}, and ${where} gives no value of that name.`,
    mend: `Write ${value}: … for the source, under metadata.sources. What shall stay as it is written is a value itself.`,
    location,
    related: [at],
  };
}

function unusedValue(value: string, where: string, location: Location): Diagnostic {
  return {
    code: 'value-unused',
    severity: 'error',
    cause: `${where} gives the value ${quoted(value)}, and {{ ${value} }} stands nowhere.`,
    mend: 'Use it, correct its name, or remove it.',
    location,
  };
}

function clash(where: string, location: Location, target: Location): Diagnostic {
  return {
    code: 'value-clash',
    severity: 'error',
    cause: `With the values of ${where} this key is the same as another of its mapping.`,
    mend: 'Give it another value, or write the keys out.',
    location,
    related: [target],
  };
}
