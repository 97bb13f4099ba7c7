import { hashJson } from '../digest.ts';
import type { Diagnostic } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { validate } from '../schema.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { judgeReference } from './reference.ts';
import { reconciliationSchema, removalOf, type ReconciliationInput } from './envelope.ts';
import type { KnownKind, LoadContext } from './kinds.ts';
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
    judgeReference(address, document.locate(`/spec/addresses/${index}`), context),
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
