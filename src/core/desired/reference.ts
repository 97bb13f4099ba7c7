import { parseAddress } from '../address.ts';
import { CountersignError, type Diagnostic, type Location } from '../errors.ts';
import { didYouMean } from '../schema/suggest.ts';
import { quoted } from '../yaml/text.ts';
import { findKind, findSource, kindNames, type KnownKind, type LoadContext } from './kinds.ts';

/** `kind` null: there are problems. */
export type JudgedReference = {
  readonly kind: KnownKind['definition'] | null;
  readonly problems: readonly Diagnostic[];
};

/** An address in a document, judged by its spelling and by whether its source has such a kind; not whether it names anything. */
export function judgeReference(address: string, location: Location, context: LoadContext): JudgedReference {
  const refuse = (code: string, cause: string, mend: string): JudgedReference => ({
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
