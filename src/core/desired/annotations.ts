import type { Diagnostic } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { didYouMean } from '../schema/suggest.ts';
import type { Origin } from '../yaml/composed.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { pointerToken, pointerTokens } from '../yaml/place.ts';
import { quoted } from '../yaml/text.ts';

/** What every annotation begins with that says something of an identity. */
export const ANNOTATION_PREFIX = 'countersign.dev/';

/** Annotation to the key of a document's metadata. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['owner', 'owner'],
  ['purpose', 'purpose'],
  ['expires', 'expires'],
  ['consumers', 'consumers'],
  ['depends-on', 'dependsOn'],
  ['adopts', 'adopts'],
  ['on-remove', 'onRemove'],
]);

/** Of several, with commas between them. */
const LISTS: ReadonlySet<string> = new Set(['consumers', 'dependsOn']);

/** `metadata`: as a document would say it. `places`: by pointer into it, each key's annotation. */
export type Annotated = {
  readonly metadata: JsonObject;
  readonly places: ReadonlyMap<string, Origin>;
  readonly diagnostics: readonly Diagnostic[];
};

/** Who answers for an identity, and so on, from the annotations of its manifest: `countersign.dev/owner` and the like. */
export function annotatedMetadata(document: YamlDocument, pointer: string): Annotated {
  const metadata: { [key: string]: Json } = {};
  const places = new Map<string, Origin>();
  const diagnostics: Diagnostic[] = [];
  const annotations = valueAt(document.value, pointer);
  for (const [name, value] of Object.entries(isJsonObject(annotations) ? annotations : {})) {
    if (!name.startsWith(ANNOTATION_PREFIX)) continue;
    const origin = { document, pointer: `${pointer}/${pointerToken(name)}` };
    const key = KEYS.get(name.slice(ANNOTATION_PREFIX.length));
    if (key === undefined || typeof value !== 'string') {
      diagnostics.push(key === undefined ? unknown(name, origin) : notText(name, origin));
      continue;
    }
    metadata[key] = LISTS.has(key) ? listed(value) : value;
    places.set(`/${key}`, origin);
  }
  return { metadata, places, diagnostics };
}

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const token of pointerTokens(pointer))
    value = isJsonObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  return value;
}

function unknown(name: string, { document, pointer }: Origin): Diagnostic {
  const known = [...KEYS.keys()].map((key) => `${ANNOTATION_PREFIX}${key}`);
  return {
    code: 'manifest-annotation',
    severity: 'error',
    cause: `No annotation is called ${quoted(name, 200)}.`,
    mend: `${didYouMean(name, known)}Known are ${known.join(', ')}.`,
    location: document.locateKey(pointer),
  };
}

function notText(name: string, { document, pointer }: Origin): Diagnostic {
  return {
    code: 'manifest-annotation',
    severity: 'error',
    cause: `The annotation ${quoted(name, 200)} must be a text.`,
    mend: 'Quote it; several consumers are separated by commas.',
    location: document.locate(pointer),
  };
}
