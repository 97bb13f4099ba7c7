import type { Address } from '../core/address.ts';
import type { Configuration } from '../core/configuration.ts';
import { API_VERSION } from '../core/desired/envelope.ts';
import { load } from '../core/desired/load.ts';
import { changeOf, type SourceFacts } from '../core/diff.ts';
import { CountersignError } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import type { LiveObject, NotModelled } from '../core/live.ts';
import type { Imported, Provider } from '../core/ports.ts';
import { forbiddenCharacter, visible } from '../core/yaml/text.ts';
import { writeYaml } from '../core/yaml/write.ts';

/** More than anybody reads would only make the file too large to be read. */
const LISTED = 200;

export type ImportContext = {
  readonly configuration: Configuration;
  readonly providers: readonly Provider[];
  readonly source: SourceFacts;
  /** As the document is to name it; null: the source's owner answers. */ readonly owner: string | null;
};

/** `notModelled`: what the document leaves unmanaged. */
export type ImportedDocument = {
  readonly address: Address;
  readonly kind: string;
  readonly name: string;
  /** Null where the kind has none. */ readonly namespace: string | null;
  readonly yaml: string;
  readonly notModelled: readonly NotModelled[];
  /** Why somebody might rather not manage it. */ readonly caution: string | null;
};

/**
 * Writes what is live as a document and proves it: the document is read back, and its plan against the same live state has no steps.
 * What cannot be said is left out, attribute by attribute, and so stays unmanaged; all of it where not even the name can be said.
 */
export function documentFor(object: LiveObject, context: ImportContext): ImportedDocument | NotModelled {
  const { provider, live } = context.source;
  const imported = provider.toDocument(object, live);
  const whole = attempt(imported, imported.spec, context);
  if (whole.kind === 'sound') return finished(object, imported, whole.yaml, []);
  const kept: [string, JsonObject[string]][] = [];
  const left: NotModelled[] = [];
  for (const [attribute, value] of Object.entries(imported.spec)) {
    const tried = attempt(imported, { [attribute]: value }, context);
    if (tried.kind === 'sound') kept.push([attribute, value]);
    else left.push({ address: object.address, what: `spec.${attribute}`, detail: tried.reason });
  }
  const rest = attempt(imported, Object.fromEntries(kept), context);
  if (rest.kind === 'sound' && left.length > 0) return finished(object, imported, rest.yaml, left);
  return { address: object.address, what: object.kind, detail: whole.reason };
}

function finished(
  { address, managedBy }: LiveObject,
  { kind, name, namespace, notModelled, caution }: Imported,
  yaml: string,
  left: readonly NotModelled[],
): ImportedDocument {
  return {
    address,
    kind,
    name,
    namespace: namespace ?? null,
    yaml,
    notModelled: [...notModelled, ...left],
    caution: cautionOf(caution, managedBy),
  };
}

/** Its document describes it, and changes nothing until it adopts it. */
function cautionOf(caution: string | undefined, manager: LiveObject['managedBy']): string | null {
  const claims = manager === undefined ? [] : [`belongs to ${manager.tool} (${manager.evidence})`];
  const all = [...(caution === undefined || caution === '' ? [] : [caution]), ...claims];
  return all.length === 0 ? null : all.join(', ');
}

type Attempt =
  | { readonly kind: 'sound'; readonly yaml: string }
  | { readonly kind: 'unsound'; readonly reason: string };

function attempt({ kind, name, namespace }: Imported, spec: JsonObject, context: ImportContext): Attempt {
  const { owner, source } = context;
  const metadata = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    source: source.configuration.name,
    ...(owner === null ? {} : { owner }),
  };
  try {
    const yaml = writeYaml({ apiVersion: API_VERSION, kind, metadata, spec });
    const problem = problemOf(yaml, context);
    return problem === null ? { kind: 'sound', yaml } : { kind: 'unsound', reason: problem };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return { kind: 'unsound', reason: `${error.message} (${error.evidence ?? error.code})` };
  }
}

/** What keeps a document from meaning exactly what is live; null when nothing does. */
function problemOf(yaml: string, { configuration, providers, source }: ImportContext): string | null {
  const { state, diagnostics } = load([{ path: 'imported.yaml', bytes: Buffer.from(yaml) }], {
    providers,
    configuration,
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) return `${error.cause} (${error.code})`;
  const [head] = state.identities;
  if (head === undefined) return 'It reads back as no identity.';
  const { steps, blocked } = changeOf({ address: head.address, base: null, head, request: null }, source);
  const [reason] = blocked;
  if (reason !== undefined) return `${reason.message} (${reason.code})`;
  return steps.length === 0 ? null : 'Planning a document of it would change it.';
}

/** The comment in front of a document. `schema`: path or URL of the kind's JSON Schema. */
export function headerOf(schema: string, { notModelled }: ImportedDocument, source: SourceFacts): string {
  const left = notModelled.map(({ what, detail }) => `- ${what}: ${detail}`);
  const lines = [
    `yaml-language-server: $schema=${schema}`,
    ...(left.length === 0
      ? []
      : [`Imported from ${source.configuration.name}. Not modelled, and so not managed:`, ...left.slice(0, LISTED)]),
    ...(left.length > LISTED ? [`- … and ${left.length - LISTED} more`] : []),
  ];
  return lines.map((line) => `# ${writable(visible(line))}\n`).join('');
}

/** Noncharacters are no controls, but no document may hold them, not even in a comment. */
function writable(line: string): string {
  return Array.from(line, (character) => (forbiddenCharacter(character) === null ? character : '\uFFFD')).join('');
}
