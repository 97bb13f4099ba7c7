import type { Configuration, LedgerConfiguration, SourceConfiguration } from '../configuration.ts';
import { offered, type DocumentProvider } from '../desired/kinds.ts';
import type { Input } from '../desired/types.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { NO_CODE_OWNERS } from '../code-owners.ts';
import { globProblem } from '../globs.ts';
import { namePeople } from '../people.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import { NO_POLICIES } from '../policy/set.ts';
import { validate } from '../schema.ts';
import { parseYaml } from '../yaml.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { pointerToken } from '../yaml/place.ts';
import { environmentProblems, type PointedProblem } from './environment.ts';
import { configurationSchema, type ConfigurationInput } from './schema.ts';
import { groupProblems } from './groups.ts';
import { resolveSensitive } from './sensitive.ts';
import { resolveSigning } from './signing.ts';

export type ParsedConfiguration =
  | {
      readonly kind: 'configuration';
      readonly configuration: Configuration;
      readonly locate: (pointer: string) => Location;
    }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

type SourceInput = NonNullable<ConfigurationInput['sources']>[string];

/** `.github/countersign.yaml` as one commit has it, or everything that is wrong with it. */
export function parseConfiguration(input: Input, providers: readonly DocumentProvider[]): ParsedConfiguration {
  const { documents, diagnostics } = parseYaml(input);
  const [document, second] = documents;
  if (document === undefined) return { kind: 'invalid', diagnostics };
  const problems = [
    ...diagnostics,
    ...(second === undefined ? [] : [severalDocuments(second)]),
    ...judge(document, providers),
  ];
  if (problems.length > 0) return { kind: 'invalid', diagnostics: problems };
  // The schema has just confirmed this shape.
  return {
    kind: 'configuration',
    configuration: resolve(document.value as ConfigurationInput),
    locate: document.locate,
  };
}

function judge(document: YamlDocument, providers: readonly DocumentProvider[]): readonly Diagnostic[] {
  const shape = validate(configurationSchema(offered(providers, usedBy(document.value))), document);
  const misplaced = environmentProblems(document.value).map((problem) => at(document, problem));
  const found = distinctPlaces(misplaced, secretProblems(document), shape);
  if (shape.length > 0 || !document.sound) return found;
  const value = document.value as ConfigurationInput;
  const meaning = [globProblems, sourceProblems, groupProblems, peopleProblems].flatMap((judged) => judged(value));
  return [...found, ...[...meaning, ...manifestProblems(value, providers)].map((problem) => at(document, problem))];
}

/** The providers that a configuration names, whatever else is wrong with it. */
function usedBy(value: Json): readonly string[] {
  const sources = isJsonObject(value) && isJsonObject(value['sources']) ? Object.values(value['sources']) : [];
  return sources.flatMap((one) => (isJsonObject(one) && typeof one['provider'] === 'string' ? [one['provider']] : []));
}

/** A secret in the wrong place is one problem: the first that speaks of a place is the one that knows most. */
function distinctPlaces(...lists: readonly (readonly Diagnostic[])[]): readonly Diagnostic[] {
  const kept: Diagnostic[] = [];
  for (const list of lists) {
    const places = new Set(kept.map(({ location }) => placeKey(location)));
    kept.push(...list.filter(({ location }) => !places.has(placeKey(location))));
  }
  return kept;
}

function at(document: YamlDocument, { pointer, ...problem }: PointedProblem): Diagnostic {
  return { ...problem, severity: 'error', location: document.locate(pointer) };
}

function placeKey(location: Location | undefined): string {
  return `${location?.line}:${location?.column}`;
}

function severalDocuments(second: YamlDocument): Diagnostic {
  return {
    code: 'several-documents',
    severity: 'error',
    cause: 'The configuration is one document.',
    mend: "Remove everything from the second '---' on.",
    location: second.locate(''),
  };
}

function globProblems(value: ConfigurationInput): readonly PointedProblem[] {
  const lists = [
    ['/desired', value.desired],
    ['/policies', value.policies ?? []],
    ...Object.entries(value.sources).map(
      ([name, { manifests }]) => [`/sources/${pointerToken(name)}/manifests`, manifests ?? []] as const,
    ),
  ] as const;
  return lists.flatMap(([key, globs]) =>
    globs.flatMap((glob, index) => {
      const cause = globProblem(glob);
      return cause === null
        ? []
        : [{ code: 'bad-glob', cause, mend: 'Write it as in identities/**/*.yaml.', pointer: `${key}/${index}` }];
    }),
  );
}

function sourceProblems(value: ConfigurationInput): readonly PointedProblem[] {
  return Object.entries(value.sources)
    .filter(([, source]) => source.mode !== 'observe' && source.connection.write === undefined)
    .map(([name, source]) => ({
      code: 'missing-key',
      cause: `A source that is ${source.mode} needs "write" credentials.`,
      mend: 'Add write: { env: NAME }, with credentials of their own, or set the mode to observe.',
      pointer: `/sources/${pointerToken(name)}/connection`,
    }));
}

function manifestProblems(
  { sources }: ConfigurationInput,
  providers: readonly DocumentProvider[],
): readonly PointedProblem[] {
  const taking = new Set(providers.flatMap(({ name, manifests }) => (manifests === undefined ? [] : [name])));
  return Object.entries(sources)
    .filter(([, { manifests, provider }]) => manifests !== undefined && !taking.has(provider))
    .map(([name, { provider }]) => ({
      code: 'manifests-unsupported',
      cause: `The provider ${provider} takes no plain manifests.`,
      mend: 'Remove "manifests", and write documents.',
      pointer: `/sources/${pointerToken(name)}/manifests`,
    }));
}

/** Every place of the configuration that names people who have to approve. */
function peopleProblems(value: ConfigurationInput): readonly PointedProblem[] {
  const named = [
    ...Object.entries(value.sources).map(
      ([name, source]) => [`/sources/${pointerToken(name)}/owner`, source.owner] as const,
    ),
    ['/approval/administrators', value.approval.administrators] as const,
    ...(value.approval.widening === undefined ? [] : [['/approval/widening', value.approval.widening] as const]),
  ];
  const directory = { people: value.people ?? {} };
  return named.flatMap(([pointer, text]) => {
    const found = namePeople(text, directory);
    return found.kind === 'named' ? [] : [{ ...found.problem, pointer }];
  });
}

function resolve(value: ConfigurationInput): Configuration {
  const people = value.people ?? {};
  const name = (text: string): string => {
    const found = namePeople(text, { people });
    return found.kind === 'named' ? found.name : text;
  };
  const { approval } = value;
  return {
    desired: value.desired,
    policies: value.policies ?? [],
    policySet: NO_POLICIES,
    codeOwners: approval.owners === 'codeowners' ? NO_CODE_OWNERS : null,
    people,
    sources: Object.entries(value.sources).map(([source, input]) => resolveSource(source, input, name)),
    approval: {
      approvals: approval.approvals ?? 1,
      widening: approval.widening === undefined ? null : name(approval.widening),
      administrators: name(approval.administrators),
      irreversible: approval.irreversible ?? 2,
      distinct: approval.distinct ?? false,
      machineUsers: approval.machineUsers ?? [],
      bots: approval.bots ?? [],
    },
    sensitive: resolveSensitive(value.sensitive ?? []),
    ledger: resolveLedger(value.ledger ?? {}),
    removalGuard: { share: value.removalGuard?.share ?? 0.2, minimum: value.removalGuard?.minimum ?? 5 },
    applyWithinDays: value.applyWithinDays ?? 7,
    app: value.app ?? null,
  };
}

/** An observed source has no writer; its name of a variable is empty, which no environment holds. */
function resolveSource(source: string, input: SourceInput, name: (text: string) => string): SourceConfiguration {
  return {
    name: source,
    provider: input.provider,
    connection: { read: input.connection.read.env, write: input.connection.write?.env ?? '' },
    mode: input.mode,
    boundary: asObject(input.boundary),
    options: asObject(input.options),
    ...(input.manifests === undefined ? {} : { manifests: input.manifests }),
    owner: name(input.owner),
  };
}

function asObject(value: { readonly [key: string]: unknown } | undefined): JsonObject {
  return (value ?? {}) as JsonObject;
}

function resolveLedger(ledger: NonNullable<ConfigurationInput['ledger']>): LedgerConfiguration {
  return {
    branch: ledger.branch ?? 'countersign/ledger',
    repository: ledger.repository ?? null,
    signing: resolveSigning(ledger.signing ?? { kind: 'none' }),
  };
}
