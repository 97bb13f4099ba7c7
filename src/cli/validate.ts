import { posix } from 'node:path';
import { CONFIGURATION_PATH, type Configuration } from '../core/configuration.ts';
import {
  namesIn,
  uncheckedTeams,
  unpinnedPeople,
  unpinnedTeams,
  type NamedPlace,
} from '../core/configuration/advice.ts';
import { levelOf } from '../core/configuration/level.ts';
import type { ParsedConfiguration } from '../core/configuration/parse.ts';
import { withoutFollowing } from '../core/desired/broken.ts';
import { undeclaredDependencies } from '../core/desired/dependencies.ts';
import { load } from '../core/desired/load.ts';
import { outsideBoundaries } from '../core/desired/outside.ts';
import type { Loaded } from '../core/desired/types.ts';
import { pathsOf, type Diagnostic, type Location } from '../core/errors.ts';
import { isPolicyFile } from '../core/globs.ts';
import { unmatchedNames } from '../core/policy/unmatched.ts';
import { quoted } from '../core/yaml/text.ts';
import type { CommandDefinition } from './arguments.ts';
import type { CliContext, Command } from './context.ts';
import { formatDiagnostics, type DiagnosticFormat } from './diagnostics.ts';
import { runWith, type Given } from './given.ts';
import { readConfiguration, readDesired, readInputs, readPolicies, type Inputs } from './inputs.ts';
import { loadedPolicies } from './policies.ts';

const FORMATS = ['text', 'json', 'github'] as const;

const definition: CommandDefinition = {
  name: 'validate',
  help: [
    'Checks the configuration, every document, policy and exception that it names, or only the given files, without any live system.',
    'Reports everything that is wrong at once, as file:line:column: code: cause — mend, and exits with 1 if anything is.',
  ].join('\n'),
  options: {
    config: { type: 'text', value: 'FILE', description: 'The configuration.', default: CONFIGURATION_PATH },
    format: { type: 'choice', values: FORMATS, description: 'Lines, JSON, or annotations of a workflow run.' },
  },
  positionals: { name: 'FILE', minimum: 0, maximum: 10_000 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => validateGiven(context, given)),
};

async function validateGiven(context: CliContext, given: Given): Promise<number> {
  const format = FORMATS.find((name) => name === given.text('format')) ?? 'text';
  const config = posix.normalize(given.text('config') ?? CONFIGURATION_PATH);
  const paths = [...new Set(given.positionals.map((path) => posix.normalize(path)))];
  const result = await validate(context, config, paths);
  return report(context, result, format);
}

type Result = { readonly diagnostics: readonly Diagnostic[]; readonly documents: number };

async function validate(context: CliContext, config: string, paths: readonly string[]): Promise<Result> {
  const providers = [...(await context.providers()).values()];
  const read = await readConfiguration(context.files, providers, config);
  if (read.kind === 'invalid') return { diagnostics: [...read.diagnostics, notJudged(config)], documents: 0 };
  const { inputs, diagnostics, unread, isAsked } = await chosen(
    context.files,
    read.configuration,
    paths.length === 0 ? null : paths.filter((path) => path !== config && !isPolicyFile(read.configuration)(path)),
  );
  const loaded = load(inputs, { providers, configuration: read.configuration }, unread);
  // Names in CODEOWNERS are nothing that can be pinned.
  const written = load(inputs, { providers, configuration: { ...read.configuration, codeOwners: null } }, unread);
  const documents =
    loaded.state.identities.filter(({ origins }) => isAsked(origins)).length +
    loaded.state.reconciliations.filter(({ location }) => isAsked([location])).length;
  const owners = ownersIn(written).filter(({ location }) => isAsked([location]));
  const advice = adviceOn(read.configuration, [...namesIn(read.configuration, read.locate), ...owners]);
  const { sources } = read.configuration;
  const wrong = [...loaded.diagnostics, ...outsideBoundaries(loaded.state.identities, loaded, { sources, providers })];
  const policies = await policyResult(context, read.configuration, paths);
  const unmatched =
    paths.length > 0 ? [] : unmatchedNames(read.configuration, await readPolicies(context.files, read.configuration));
  return {
    diagnostics: withoutFollowing([
      ...diagnostics,
      ...wrong.filter(({ location, related = [] }) =>
        isAsked(location === undefined ? related : [location, ...related]),
      ),
      ...(paths.length > 0 ? [] : undeclaredDependencies(loaded.state.identities, loaded, null)),
      ...policies.diagnostics,
      ...unmatched.map((name) => unmatchedPolicies(name, read)),
      ...advice,
    ]),
    documents: documents + policies.documents,
  };
}

type Chosen = Inputs & {
  readonly unread: readonly string[];
  readonly isAsked: (places: readonly Pick<Location, 'path'>[]) => boolean;
};

/** Files that are named are judged beside all others, since one may refer to another. @param named null: all are asked for */
async function chosen(
  files: CliContext['files'],
  configuration: Configuration,
  named: readonly string[] | null,
): Promise<Chosen> {
  const all = await readDesired(files, configuration);
  const unread = pathsOf(all.diagnostics);
  if (named === null) return { ...all, unread, isAsked: () => true };
  const { inputs, diagnostics } = await readInputs(files, named);
  const asked = new Set(named);
  const others = all.inputs.filter(({ path }) => !asked.has(path));
  return {
    inputs: [...inputs, ...others],
    diagnostics,
    unread: [...unread, ...pathsOf(diagnostics)],
    isAsked: (places) => places.some(({ path }) => asked.has(path)),
  };
}

/** Whatever files are named, an exception is judged beside the rules of all. */
async function policyResult(
  { files, clock }: CliContext,
  configuration: Configuration,
  paths: readonly string[],
): Promise<Result> {
  const chosen = await loadedPolicies(files, configuration, paths.length === 0 ? null : paths);
  const whole = paths.length === 0 || chosen === null ? chosen : await loadedPolicies(files, configuration);
  if (chosen === null || whole === null) return { diagnostics: [], documents: 0 };
  const { untimely } = await import('../core/policy/index.ts');
  const { exceptions, diagnostics } = whole.exceptions;
  const ofExceptions = [...diagnostics, ...untimely(exceptions, clock.now().toISOString())].filter(
    ({ location }) => paths.length === 0 || paths.includes(location?.path ?? ''),
  );
  return { diagnostics: [...chosen.diagnostics, ...ofExceptions], documents: chosen.documents.length };
}

/** What a trial proves nothing about anyway is not advised there. */
function adviceOn(configuration: Configuration, places: readonly NamedPlace[]): readonly Diagnostic[] {
  const unchecked = uncheckedTeams(places);
  if (levelOf(configuration) === 'trial') return unchecked;
  return [...unchecked, ...unpinnedPeople(configuration, places), ...unpinnedTeams(places)];
}

function ownersIn({ state, locate }: Loaded): readonly NamedPlace[] {
  return state.identities.flatMap(({ address, metadata, location }) =>
    metadata.owner === null ? [] : [{ name: metadata.owner, location: locate(address, '/metadata/owner') ?? location }],
  );
}

function unmatchedPolicies(
  name: string,
  { configuration, locate }: Extract<ParsedConfiguration, { kind: 'configuration' }>,
): Diagnostic {
  return {
    code: 'policies-unmatched',
    severity: 'warning',
    cause: `No policy stands where ${quoted(name)} says, so nothing of it judges.`,
    mend: 'Correct the name, or take it away.',
    location: locate(`/policies/${configuration.policies.indexOf(name)}`),
  };
}

/** Sources and people are unknown without a configuration, so documents would only be reported for what is not their fault. */
function notJudged(config: string): Diagnostic {
  return {
    code: 'documents-not-judged',
    severity: 'warning',
    cause: 'Documents were not checked.',
    mend: 'Mend the configuration first.',
    location: { path: config, line: 1, column: 1 },
  };
}

function report(context: CliContext, { diagnostics, documents }: Result, format: DiagnosticFormat): number {
  context.stdout.write(formatDiagnostics(diagnostics, format));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const found = errors === 0 ? 'no errors' : errors === 1 ? '1 error' : `${errors} errors`;
  if (format === 'text')
    context.stderr.write(`${documents} sound ${documents === 1 ? 'document' : 'documents'}, ${found}.\n`);
  return errors === 0 ? 0 : 1;
}
