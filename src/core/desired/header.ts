import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { didYouMean } from '../schema/suggest.ts';
import { label } from '../schema/wording.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { API_VERSION } from './envelope.ts';
import { kindNames, type LoadContext } from './kinds.ts';

/** `name`: of the kind. */
export type Header =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Only what says which schema the rest has to fit. */
export function headerOf(document: YamlDocument, context: LoadContext): Header {
  const { value } = document;
  if (document.reported('')) return { kind: 'refused', diagnostics: [] };
  if (!isJsonObject(value))
    return refused(
      'not-a-document',
      'This is not a document: it is no mapping.',
      `Write apiVersion, kind, metadata and spec.`,
      document.locate(''),
    );
  const problems: Diagnostic[] = [];
  const { apiVersion, kind } = value;
  if (apiVersion !== API_VERSION && !document.reported('/apiVersion'))
    problems.push(unknownVersion(apiVersion, document));
  if (typeof kind !== 'string' && !document.reported('/kind')) {
    problems.push({
      ...headerProblem('kind', kind, `one of ${[...kindNames(context), 'Profile', 'Reconciliation'].join(', ')}`),
      location: document.locate('/kind'),
    });
  }
  if (typeof kind !== 'string' || problems.length > 0 || apiVersion !== API_VERSION)
    return { kind: 'refused', diagnostics: problems };
  return { kind: 'known', name: kind };
}

function refused(code: string, cause: string, mend: string, location: Location): Header {
  return { kind: 'refused', diagnostics: [{ code, severity: 'error', cause, mend, location }] };
}

function unknownVersion(found: unknown, document: YamlDocument): Diagnostic {
  const location = document.locate('/apiVersion');
  if (typeof found !== 'string') return { ...headerProblem('apiVersion', found, API_VERSION), location };
  return {
    code: 'unknown-api-version',
    severity: 'error',
    cause: `No document format is called ${quoted(found)}.`,
    mend: `Write ${API_VERSION}, or take the file out of the desired-state globs.`,
    location,
  };
}

function headerProblem(key: string, found: unknown, wanted: string): Omit<Diagnostic, 'location'> {
  const cause = found === undefined ? `${label('')} lacks the key "${key}".` : `"${key}" must be a text.`;
  return {
    code: found === undefined ? 'missing-key' : 'wrong-type',
    severity: 'error',
    cause,
    mend: `Write ${wanted}.`,
  };
}

/** Documents that are no identities, and where they stand. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['Configuration', 'The configuration stands in .github/countersign.yaml only.'],
  ['Policy', 'Name its folder under "policies" in the configuration, and not under "desired".'],
]);

export function unknownKind(name: string, document: YamlDocument, context: LoadContext, pointer = '/kind'): Diagnostic {
  const kinds = [...kindNames(context), 'Profile', 'Reconciliation'];
  const mend = ELSEWHERE.get(name) ?? `${didYouMean(name, kinds)}Known are ${kinds.join(', ')}.`;
  return {
    code: 'unknown-kind',
    severity: 'error',
    cause: `No kind is called ${quoted(name)}.`,
    mend,
    location: document.locate(pointer),
  };
}
