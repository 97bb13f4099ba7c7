import { compareText, type Address } from '../address.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { isValueFile } from '../globs.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import { parseYaml } from '../yaml.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { assemble, type Surroundings } from './assemble.ts';
import { brokenDocument, brokenFiles, type Broken } from './broken.ts';
import { readValueFiles, unusedFiles } from './beside.ts';
import { unknowableOwners } from './code-owners.ts';
import { headerOf, unknownKind } from './header.ts';
import { readIdentity, type Assembled } from './identity.ts';
import { findKind, type KnownKind, type LoadContext } from './kinds.ts';
import { manifestsAmong, readManifests } from './manifests.ts';
import { isProfile, readProfiles, unusedProfiles } from './profiles.ts';
import { readReconciliation } from './reconciliation.ts';
import type { Identity, Input, Loaded, Reconciliation } from './types.ts';
import { WeightBudget } from './weight.ts';

/**
 * The identities and requests that a set of files declares, and everything that is wrong with them, all at once.
 * The order of the files does not matter.
 * @param unread paths of inputs that could not be read, as others say: what is made of several may lack a part
 */
export function load(inputs: readonly Input[], context: LoadContext, unread: readonly string[] = []): Loaded {
  const sorted = inputs.toSorted((left, right) => compareText(left.path, right.path));
  const { manifests, rest } = manifestsAmong(sorted, context);
  const values = readValueFiles(rest.filter(({ path }) => isValueFile(path)));
  const parsed = rest.filter(({ path }) => !isValueFile(path)).map(parseYaml);
  const documents = parsed.flatMap((file) => file.documents);
  const unreadable = brokenFiles(parsed);
  const profiles = readProfiles(documents.filter(isProfile), { context, files: values.files, broken: unreadable });
  const around: Surroundings = {
    context,
    files: values.files,
    profiles,
    budget: new WeightBudget(),
    used: { files: new Set(profiles.named), profiles: new Set() },
  };
  const each = documents
    .filter((document) => !isProfile(document))
    .map((document) => ({ document, results: read(document, around) }));
  const written = each.flatMap((one) => one.results);
  const results = [...written, ...ofManifests(manifests, unread, context)];
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
  const whole = new Map<Address, YamlDocument>();
  for (const { identity, document } of results) {
    if (identity !== null && document !== null && !whole.has(identity.address)) whole.set(identity.address, document);
  }
  return {
    state: {
      identities: identities.kept.toSorted((left, right) => compareText(left.address, right.address)),
      reconciliations: requests.kept.toSorted((left, right) => compareText(left.name, right.name)),
    },
    diagnostics: ordered([
      ...values.diagnostics,
      ...parsed.flatMap(({ diagnostics }) => diagnostics),
      ...profiles.diagnostics,
      ...saidOnce(results),
      ...identities.repeated,
      ...requests.repeated,
      ...unusedFiles(values, around.used.files),
      ...unusedProfiles(profiles, around.used.profiles),
      ...unknowableOwners(identities.kept, context.configuration.codeOwners),
    ]),
    locate: (address, pointer) => whole.get(address)?.locate(pointer) ?? null,
    broken: [...unreadable, ...each.flatMap((one) => brokenOf(one, [...values.diagnostics, ...profiles.diagnostics]))],
    parts: [...new Set([...values.files.keys(), ...profiles.paths, ...manifests.map(({ path }) => path)])].sort(
      compareText,
    ),
  };
}

/** `document`: the whole of what the identity is made of. */
type Result = {
  readonly document: YamlDocument | null;
  readonly identity: Identity | null;
  readonly reconciliation: Reconciliation | null;
  readonly diagnostics: readonly Diagnostic[];
};

const NOTHING = { document: null, identity: null, reconciliation: null };

function read(document: YamlDocument, around: Surroundings): readonly Result[] {
  const header = headerOf(document, around.context);
  if (header.kind === 'refused') return [{ ...NOTHING, diagnostics: header.diagnostics }];
  const secrets = secretProblems(document);
  const judged = judge(document, header.name, around);
  if (secrets.length === 0) return judged;
  return [{ ...NOTHING, diagnostics: [...judged.flatMap(({ diagnostics }) => diagnostics), ...secrets] }];
}

/** @param elsewhere what is wrong in what the document may be made of besides */
function brokenOf(
  { document, results }: { readonly document: YamlDocument; readonly results: readonly Result[] },
  elsewhere: readonly Diagnostic[],
): readonly Broken[] {
  if (results.some(({ identity, reconciliation }) => identity !== null || reconciliation !== null)) return [];
  const own = results.flatMap(({ diagnostics }) => diagnostics);
  return [brokenDocument(document, own.some(({ severity }) => severity === 'error') ? own : elsewhere)];
}

function judge(document: YamlDocument, name: string, around: Surroundings): readonly Result[] {
  const { context } = around;
  if (name === 'Reconciliation') return [{ ...NOTHING, ...readReconciliation(document, context) }];
  const kind = findKind(context, name);
  if (kind === null) return [{ ...NOTHING, diagnostics: [unknownKind(name, document, context)] }];
  const { assembled, diagnostics } = assemble(document, kind, around);
  return [{ ...NOTHING, diagnostics }, ...assembled.map((one) => identified(one, kind, context))];
}

function ofManifests(inputs: readonly Input[], unread: readonly string[], context: LoadContext): readonly Result[] {
  const { identities, diagnostics } = readManifests(inputs, unread, context);
  return [
    { ...NOTHING, diagnostics },
    ...identities.map(({ assembled, kind }) => identified(assembled, kind, context)),
  ];
}

function identified(assembled: Assembled, kind: KnownKind, context: LoadContext): Result {
  return { ...NOTHING, document: assembled.document, ...readIdentity(assembled, kind, context) };
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

/** What several identities have from one place is said of the first of them. */
function saidOnce(results: readonly Result[]): readonly Diagnostic[] {
  const said = new Set<string>();
  return results.flatMap(({ diagnostics }) => {
    const anew = diagnostics.filter((one) => !said.has(placeKey(one)));
    for (const one of anew) said.add(placeKey(one));
    return anew;
  });
}

function placeKey({ code, location }: Diagnostic): string {
  return JSON.stringify([code, location]);
}
