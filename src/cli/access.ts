import { CONFIGURATION_PATH, type SourceConfiguration } from '../core/configuration.ts';
import { sourceNamed } from '../core/configuration/source-named.ts';
import { CountersignError } from '../core/errors.ts';
import { isWhollyUnread } from '../core/live.ts';
import type { Plan } from '../core/plan.ts';
import type { AccessModel } from '../core/access/model.ts';
import type { Provider } from '../core/ports.ts';
import { answer, type Question } from './access-answer.ts';
import { printAccess } from './access-output.ts';
import type { CommandDefinition } from './arguments.ts';
import { openConfiguration } from './configuration.ts';
import type { CliContext, Command } from './context.ts';
import { runWith, type Given } from './given.ts';
import { readEstate } from './live.ts';
import { decodeLiveFile, encodeLiveFile, readWhole, saveText } from './live-file.ts';
import { planOfFile } from './plan-file.ts';
import { liveLine } from './progress.ts';

const definition: CommandDefinition = {
  name: 'access',
  help: [
    'Shows who can do what on what, under which condition and through what: memberships, ownership, what everyone is given, attributes.',
    'ADDRESS, such as orders-db/PostgresRole/billing-exporter, lists what that identity holds; --resource lists who holds something on it.',
    'With --plan, as the steps of that plan leave it, followed by what the plan makes somebody gain (+) or lose (-), also through others.',
    'A grant that was held before, or a revoked one that is held otherwise, is neither gained nor lost (=).',
    'Reads the whole source, also outside of its boundary, with the credential that the configuration names under read. Nothing is written.',
    'Exits with 1 on errors and when anything could not be read: then the answer is not complete.',
  ].join('\n'),
  options: {
    config: { type: 'text', value: 'FILE', description: 'The configuration.', default: CONFIGURATION_PATH },
    resource: {
      type: 'text',
      value: 'NAME',
      description: "Who holds something on this, such as 'table billing.invoices'.",
    },
    source: {
      type: 'text',
      value: 'NAME',
      description: 'The source, where neither ADDRESS nor the configuration tells it.',
    },
    plan: { type: 'text', value: 'FILE', description: 'What plan --out wrote: access after it, and what it changes.' },
    live: { type: 'text', value: 'FILE', description: 'Take what --save wrote instead of reading the source.' },
    save: { type: 'text', value: 'FILE', description: 'Write what was read as JSON, too.' },
    format: { type: 'choice', values: ['text', 'json'], description: 'What is printed.' },
  },
  positionals: { name: 'ADDRESS', minimum: 0, maximum: 1 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => access(context, given)),
};

async function access(context: CliContext, given: Given): Promise<number> {
  const question = questionOf(given);
  const opened = await openConfiguration(context, given);
  if (opened === null) return 1;
  const { configuration, providers } = opened;
  const plan = await planIn(context, given.text('plan'));
  const source = sourceOf(configuration.sources, question, given.text('source'), plan);
  const model = modelOf(providers, source);
  const file = given.text('live');
  const line = liveLine(context.stderr);
  const reading = { configuration, providers, env: context.env, report: line.report };
  const live =
    file === null
      ? await readEstate(reading, source).finally(line.clear)
      : decodeLiveFile(await readWhole(context, file), file, source);
  const out = given.text('save');
  if (out !== null) await saveText(context, out, encodeLiveFile(live));
  const answered = isWhollyUnread(live) ? null : answer(model, live, question, plan);
  return printAccess(context, given.text('format'), { live, model, question, answered });
}

/** @throws CountersignError `access-question-missing`, `arguments-contradict`. */
function questionOf(given: Given): Question {
  const [address] = given.positionals;
  const resource = given.text('resource');
  if (address !== undefined && resource !== null) {
    throw new CountersignError('arguments-contradict', 'An address asks what it holds, --resource who holds it.', {
      mend: 'Give one of the two.',
    });
  }
  if (address !== undefined) return { kind: 'principal', address };
  if (resource !== null) return { kind: 'resource', resource };
  if (given.text('plan') !== null) return { kind: 'plan' };
  throw new CountersignError('access-question-missing', 'It is not said whose access is asked for.', {
    mend: 'Name an identity, a resource with --resource, or a plan with --plan.',
  });
}

async function planIn(context: CliContext, path: string | null): Promise<Plan | null> {
  return path === null ? null : planOfFile(await readWhole(context, path), path);
}

/** @throws CountersignError `unknown-source`, `access-source-unclear`. */
function sourceOf(
  sources: readonly SourceConfiguration[],
  question: Question,
  named: string | null,
  plan: Plan | null,
): SourceConfiguration {
  const wanted = named ?? (question.kind === 'principal' ? (question.address.split('/')[0] ?? '') : null);
  if (wanted !== null) return sourceNamed({ sources }, wanted);
  const touched = plan === null ? sources : sources.filter(({ name }) => plan.sources.some((one) => one.name === name));
  const [only] = touched;
  if (only !== undefined && touched.length === 1) return only;
  throw new CountersignError('access-source-unclear', 'It is not said which source is meant.', {
    evidence: sources
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 500),
    mend: 'Name one with --source.',
  });
}

function modelOf(providers: ReadonlyMap<string, Provider>, { name, provider }: SourceConfiguration): AccessModel {
  const model = providers.get(provider)?.access;
  if (model !== undefined) return model;
  throw new CountersignError('access-not-modelled', 'Nobody can tell who may do what in a source of this kind yet.', {
    evidence: `${name} is of the kind ${provider}`,
    mend: "Look at the system's own tools.",
  });
}
