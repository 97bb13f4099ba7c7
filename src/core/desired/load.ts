import { compareText, type Address } from '../address.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import { didYouMean } from '../schema/suggest.ts';
import { parseYaml } from '../yaml.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { label } from '../schema/wording.ts';
import { quoted } from '../yaml/text.ts';
import { unknowableOwners } from './code-owners.ts';
import { API_VERSION } from './envelope.ts';
import { readIdentity } from './identity.ts';
import { findKind, kindNames, type LoadContext } from './kinds.ts';
import { readReconciliation } from './reconciliation.ts';
import type { Identity, Input, Loaded, Reconciliation } from './types.ts';

/**
 * The identities and requests that a set of files declares, and everything that is wrong with them, all at once.
 * The order of the files does not matter.
 */
export function load(inputs: readonly Input[], context: LoadContext): Loaded {
  const sorted = inputs.toSorted((left, right) => compareText(left.path, right.path));
  const results = sorted.flatMap((input) => {
    const { documents, diagnostics } = parseYaml(input);
    return [{ ...NOTHING, diagnostics }, ...documents.map((document) => read(document, context))];
  });
  const identities = unique(
    results.flatMap(({ identity }) => identity ?? []),
    ({ address }) => address,
    duplicateAddress,
  );
  const requests = unique(
    results.flatMap(({ reconciliation }) => reconciliation ?? []),
    ({ name }) => name,
    duplicateRequest,
  );
  const documents = new Map<Address, YamlDocument>();
  for (const { identity, document } of results) {
    if (identity !== null && document !== null && !documents.has(identity.address))
      documents.set(identity.address, document);
  }
  return {
    state: {
      identities: identities.kept.toSorted((left, right) => compareText(left.address, right.address)),
      reconciliations: requests.kept.toSorted((left, right) => compareText(left.name, right.name)),
    },
    diagnostics: ordered([
      ...results.flatMap(({ diagnostics }) => diagnostics),
      ...identities.repeated,
      ...requests.repeated,
      ...unknowableOwners(identities.kept, context.configuration.codeOwners),
    ]),
    locate: (address, pointer) => documents.get(address)?.locate(pointer) ?? null,
  };
}

type Result = {
  readonly document: YamlDocument | null;
  readonly identity: Identity | null;
  readonly reconciliation: Reconciliation | null;
  readonly diagnostics: readonly Diagnostic[];
};

const NOTHING = { document: null, identity: null, reconciliation: null };

function read(document: YamlDocument, context: LoadContext): Result {
  const header = headerOf(document, context);
  if (header.kind === 'refused') return { ...NOTHING, document, diagnostics: header.diagnostics };
  const secrets = secretProblems(document);
  const judged = judge(document, header.name, context);
  if (secrets.length === 0) return { ...NOTHING, document, ...judged };
  return { ...NOTHING, document, diagnostics: [...judged.diagnostics, ...secrets] };
}

function judge(document: YamlDocument, name: string, context: LoadContext) {
  if (name === 'Reconciliation') return readReconciliation(document, context);
  const kind = findKind(context, name);
  return kind === null
    ? { diagnostics: [unknownKind(name, document, context)] }
    : readIdentity(document, kind, context);
}

type Header =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Only what says which schema the rest has to fit. */
function headerOf(document: YamlDocument, context: LoadContext): Header {
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
      ...headerProblem('kind', kind, `one of ${[...kindNames(context), 'Reconciliation'].join(', ')}`),
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

function unknownKind(name: string, document: YamlDocument, context: LoadContext): Diagnostic {
  const kinds = [...kindNames(context), 'Reconciliation'];
  const mend = ELSEWHERE.get(name) ?? `${didYouMean(name, kinds)}Known are ${kinds.join(', ')}.`;
  return {
    code: 'unknown-kind',
    severity: 'error',
    cause: `No kind is called ${quoted(name)}.`,
    mend,
    location: document.locate('/kind'),
  };
}

/** The first of each key is kept; every other is reported together with the place of the first. */
function unique<T extends { readonly location: Location }>(
  items: readonly T[],
  key: (item: T) => string,
  repeated: (item: T, first: Location) => Diagnostic,
) {
  const first = new Map<string, T>();
  const problems: Diagnostic[] = [];
  for (const item of items) {
    const known = first.get(key(item));
    if (known === undefined) first.set(key(item), item);
    else problems.push({ ...repeated(item, known.location), location: item.location, related: [known.location] });
  }
  return { kept: [...first.values()], repeated: problems };
}

function duplicateAddress({ address }: Identity, first: Location): Diagnostic {
  const cause = `${address} is declared twice: here and at ${placeText(first)}.`;
  return { code: 'duplicate-address', severity: 'error', cause, mend: 'Remove one of the two documents.', address };
}

function duplicateRequest({ name }: Reconciliation, first: Location): Diagnostic {
  const cause = `A Reconciliation called ${quoted(name)} stands here and at ${placeText(first)}.`;
  return { code: 'duplicate-reconciliation', severity: 'error', cause, mend: 'Give one of the two another name.' };
}

function placeText({ path, line, column }: Location): string {
  return `${path}:${line}:${column}`;
}

function ordered(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((left, right) => {
    const [one, other] = [left.location, right.location];
    return (
      compareText(one?.path ?? '', other?.path ?? '') ||
      (one?.line ?? 0) - (other?.line ?? 0) ||
      (one?.column ?? 0) - (other?.column ?? 0)
    );
  });
}
