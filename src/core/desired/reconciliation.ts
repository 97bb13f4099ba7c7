import { parseAddress } from '../address.ts';
import { hashJson } from '../digest.ts';
import { CountersignError, type Diagnostic } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { validate } from '../schema.ts';
import { didYouMean } from '../schema/suggest.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { reconciliationSchema, removalOf, type ReconciliationInput } from './envelope.ts';
import { findKind, findSource, kindNames, type KnownKind, type LoadContext } from './kinds.ts';
import type { Reconciliation } from './types.ts';

export type ReconciliationResult = {
  readonly reconciliation: Reconciliation | null;
  readonly diagnostics: readonly Diagnostic[];
};

type Spec = ReconciliationInput & { readonly onRemove?: Json };

export function readReconciliation(document: YamlDocument, context: LoadContext): ReconciliationResult {
  const shape = validate(reconciliationSchema, document);
  if (shape.length > 0 || !document.sound) return { reconciliation: null, diagnostics: shape };
  // The schema has just confirmed this shape.
  const { metadata, spec } = document.value as { readonly metadata: { readonly name: string }; readonly spec: Spec };
  const judged = spec.addresses.map((address, index) =>
    judgeAddress(address, `/spec/addresses/${index}`, document, context),
  );
  const kinds = [...new Set(judged.flatMap(({ kind }) => (kind === null ? [] : [kind])))];
  const diagnostics = [...judged.flatMap(({ problems }) => problems), ...removalProblems(spec, kinds, document)];
  if (diagnostics.length > 0) return { reconciliation: null, diagnostics };
  const reconciliation: Reconciliation = {
    name: metadata.name,
    verb: spec.verb,
    addresses: spec.addresses,
    reason: spec.reason,
    onRemove: spec.onRemove === undefined ? null : removalOf(spec.onRemove),
    hash: hashJson(document.value),
    location: document.locate(''),
  };
  return { reconciliation, diagnostics };
}

type Judged = { readonly kind: KnownKind['definition'] | null; readonly problems: readonly Diagnostic[] };

function judgeAddress(address: string, pointer: string, document: YamlDocument, context: LoadContext): Judged {
  const location = document.locate(pointer);
  const refuse = (code: string, cause: string, mend: string): Judged => ({
    kind: null,
    problems: [{ code, severity: 'error', cause, mend, location }],
  });
  const parts = partsOf(address);
  if (parts instanceof CountersignError) return refuse(parts.code, `${quoted(address)} is not an address.`, parts.mend);
  const source = findSource(context, parts.source);
  if (source === null) {
    const names = context.configuration.sources.map(({ name }) => name);
    return refuse(
      'unknown-source',
      `No source is called ${quoted(parts.source)}.`,
      `${didYouMean(parts.source, names)}Name a source of .github/countersign.yaml.`,
    );
  }
  const kind = findKind(context, parts.kind);
  if (kind === null || kind.provider.name !== source.provider) {
    return refuse(
      'unknown-kind',
      `The source ${quoted(source.name)} has no kind ${quoted(parts.kind)}.`,
      `${didYouMean(parts.kind, kindNames(context))}Name a kind of the provider ${source.provider}.`,
    );
  }
  return { kind: kind.definition, problems: [] };
}

function partsOf(address: string) {
  try {
    return parseAddress(address);
  } catch (error) {
    if (error instanceof CountersignError) return error;
    throw error;
  }
}

function removalProblems(
  spec: Spec,
  kinds: readonly KnownKind['definition'][],
  document: YamlDocument,
): readonly Diagnostic[] {
  if (spec.onRemove === undefined) return [];
  if (spec.verb !== 'remove') {
    const location = document.locateKey('/spec/onRemove');
    return [
      {
        code: 'unexpected-on-remove',
        severity: 'error',
        cause: `"onRemove" means nothing with the verb ${spec.verb}.`,
        mend: 'Remove it, or use the verb remove.',
        location,
      },
    ];
  }
  const options = isJsonObject(spec.onRemove) ? spec.onRemove['delete'] : undefined;
  if (options === undefined) return [];
  return kinds.flatMap((kind) =>
    validate(kind.deleteSchema, document, { value: options, pointer: '/spec/onRemove/delete' }),
  );
}
