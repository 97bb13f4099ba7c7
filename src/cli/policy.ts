import { posix } from 'node:path';
import { CONFIGURATION_PATH, type Configuration } from '../core/configuration.ts';
import { CountersignError, type Diagnostic } from '../core/errors.ts';
import type { LoadedPolicies } from '../core/policy/index.ts';
import { visible } from '../core/yaml/text.ts';
import { count } from '../render/words.ts';
import type { CommandDefinition } from './arguments.ts';
import { configurationError } from './configuration.ts';
import type { CliContext, Command } from './context.ts';
import { formatDiagnostics, type DiagnosticFormat } from './diagnostics.ts';
import { runWith, type Given } from './given.ts';
import { readConfiguration } from './inputs.ts';
import { readWhole } from './live-file.ts';
import { planFileOf } from './plan-file.ts';
import { loadedPolicies } from './policies.ts';
import { reportControls } from './policy-controls.ts';
import { tryPolicies } from './policy-try.ts';

const FORMATS = ['text', 'json', 'github'] as const;

const definition: CommandDefinition = {
  name: 'policy',
  help: [
    'policy test runs the tests that policies bring with them: those that the configuration names, or all below the folder DIR.',
    'Exits with 1 when a rule holds where it should not, or does not where it should, and when a policy is wrong.',
    'policy explain says of every change of PLAN.json, which plan --out wrote, which rules of the working tree hold, which do not, and why.',
    'policy controls says what PLAN.json shows of each control of OWASP and NIST, by the rules of the working tree, as schemas/Controls.json describes it with --format json. Nobody has published the plan, so what approvals are asked for stays open.',
    'policy try says what the policies in the file or folder POLICY would have said of the plans that a clone of the ledger keeps, the newest first, each judged at its time and once for its pull request. Exits with 1 when one cannot be read.',
  ].join('\n'),
  options: {
    config: { type: 'text', value: 'FILE', description: 'The configuration.', default: CONFIGURATION_PATH },
    format: {
      type: 'choice',
      values: FORMATS,
      description: 'How policy test says what fails; json for policy controls and policy try, too.',
    },
    ledger: {
      type: 'text',
      value: 'DIR',
      description: "For policy try: a checked-out ledger, or a git repository that has the ledger's branch.",
    },
    branch: { type: 'text', value: 'NAME', description: "The ledger's branch.", default: 'countersign/ledger' },
    keys: {
      type: 'text',
      value: 'FILE',
      description:
        'Whose signatures count in the ledger, as for verify. Without it only its chain of hashes is checked.',
    },
    last: { type: 'text', value: 'N', description: 'How many plans policy try looks at.', default: '100' },
  },
  positionals: { name: 'test [DIR] | explain PLAN.json | controls PLAN.json | try POLICY', minimum: 1, maximum: 2 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => perform(context, given)),
};

/** @throws CountersignError `policy-question-missing`. */
async function perform(context: CliContext, given: Given): Promise<number> {
  const [what, where] = given.positionals;
  if (what === 'test') return await test(context, given, where ?? null);
  if (what === 'explain' && where !== undefined) return await explain(context, given, where);
  if (what === 'controls' && where !== undefined) return await reportControls(context, given, where);
  if (what === 'try' && where !== undefined) return await tryPolicies(context, given, where);
  throw new CountersignError('policy-question-missing', 'What is to be done with policies is not said.', {
    mend: 'Write policy test [DIR], policy explain PLAN.json, policy controls PLAN.json or policy try POLICY --ledger DIR.',
  });
}

async function test(context: CliContext, given: Given, folder: string | null): Promise<number> {
  const format: DiagnosticFormat = FORMATS.find((name) => name === given.text('format')) ?? 'text';
  const loaded = await policiesFor(context, given, folder);
  const { runCases, untested } = await import('../core/policy/index.ts');
  const results = runCases(loaded);
  const problems: readonly Diagnostic[] = [
    ...loaded.diagnostics,
    ...loaded.exceptions.diagnostics,
    ...results.flatMap((result) => result.problems),
    ...untested(loaded),
  ];
  context.stdout.write(formatDiagnostics(problems, format));
  const failed = results.filter((result) => result.problems.length > 0).length;
  const outcome = failed === 0 ? 'all cases pass' : `${failed} of ${results.length} cases fail`;
  const isWhole = [...loaded.diagnostics, ...loaded.exceptions.diagnostics].every(
    ({ severity }) => severity !== 'error',
  );
  const besides = isWhole ? '' : ', but what is wrong above was left out';
  const policies = count(loaded.policies, 'policy', 'policies');
  const judged = `${policies} with ${count(loaded.rules.length, 'rule')} and ${count(results.length, 'case')}`;
  if (format === 'text') context.stderr.write(`${judged}: ${outcome}${besides}.\n`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function explain(context: CliContext, given: Given, path: string): Promise<number> {
  const { plan, assessment } = planFileOf(await readWhole(context, path), path);
  const loaded = await policiesFor(context, given, null);
  if (loaded.diagnostics.length > 0) {
    context.stderr.write(formatDiagnostics(loaded.diagnostics, 'text'));
    return 1;
  }
  const { explanationOf } = await import('../core/policy/index.ts');
  const now = context.clock.now().toISOString();
  const lines = explanationOf(loaded, { plan, ...assessment, now, pull: null });
  context.stdout.write(lines.map((line) => `${visible(line)}\n`).join(''));
  return 0;
}

/** @throws CountersignError `policies-missing` and the first problem of a configuration that cannot be used. */
async function policiesFor(context: CliContext, given: Given, folder: string | null): Promise<LoadedPolicies> {
  const config = posix.normalize(given.text('config') ?? CONFIGURATION_PATH);
  const configuration = await configurationFor(context, config, folder);
  const policies = folder === null ? configuration.policies : [posix.normalize(folder)];
  const loaded = await loadedPolicies(context.files, { ...configuration, policies }, null);
  if (loaded !== null) return loaded;
  throw new CountersignError('policies-missing', 'There are no policies.', {
    evidence: folder ?? `${config}: policies`,
    mend: "Name a folder with policies, or name theirs under 'policies' in the configuration.",
  });
}

type Named = Pick<Configuration, 'people' | 'policies'>;

/** A folder of policies can be tried where there is no configuration, as long as it names nobody. */
async function configurationFor(context: CliContext, path: string, folder: string | null): Promise<Named> {
  const read = await readConfiguration(context.files, [...(await context.providers()).values()], path);
  if (read.kind === 'configuration') return read.configuration;
  const [first] = read.diagnostics;
  if (folder !== null && first?.code === 'configuration-missing') return { people: {}, policies: [] };
  throw configurationError(read.diagnostics, path);
}
