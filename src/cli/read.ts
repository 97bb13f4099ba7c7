import { CONFIGURATION_PATH } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { encodeHandedState } from '../core/handed-state.ts';
import { isWhollyUnread } from '../core/live.ts';
import { visible } from '../core/yaml/text.ts';
import { unreadablePhrase } from '../render/errors.ts';
import { plain } from '../render/phrase.ts';
import { readForOthers } from '../workflows/read-source.ts';
import type { CommandDefinition } from './arguments.ts';
import { openConfiguration } from './configuration.ts';
import type { CliContext, Command } from './context.ts';
import { runWith, type Given } from './given.ts';
import { requestOf } from './live.ts';
import { saveText } from './live-file.ts';
import { liveLine } from './progress.ts';

const SHOWN = 20;

const definition: CommandDefinition = {
  name: 'read',
  help: [
    'Reads one source, SOURCE, and writes what was found to a file, from which `plan --live` plans elsewhere without any connection to it.',
    'Everything within its boundary is read and, where it is known how, everything that decides about effective access.',
    'Nothing is written to the source. The file holds names and rights, and no secret.',
    'Exits with 1 when anything could not be read; the file then says so, and a plan from it is incomplete.',
  ].join('\n'),
  options: {
    config: { type: 'text', value: 'FILE', description: 'The configuration.', default: CONFIGURATION_PATH },
    out: { type: 'text', value: 'FILE', description: 'Where it is written. Needed.' },
  },
  positionals: { name: 'SOURCE', minimum: 1, maximum: 1 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => read(context, given)),
};

/** @throws CountersignError `out-missing`, `unknown-source`. */
async function read(context: CliContext, given: Given): Promise<number> {
  const out = given.text('out');
  if (out === null)
    throw new CountersignError('out-missing', 'It is not said where the state is to be written.', {
      mend: 'Name a file with --out.',
    });
  const opened = await openConfiguration(context, given);
  if (opened === null) return 1;
  const { configuration, providers } = opened;
  const line = liveLine(context.stderr);
  const reading = requestOf({ configuration, providers, env: context.env, report: line.report });
  const [name = ''] = given.positionals;
  const state = await readForOthers(reading, name, context.clock.now().toISOString()).finally(line.clear);
  await saveText(context, out, encodeHandedState(state));
  const { live } = state;
  for (const unreadable of live.unreadable.slice(0, SHOWN))
    context.stderr.write(visible(`not read: ${plain(unreadablePhrase({ ...unreadable, source: name }))}`) + '\n');
  const summary = isWhollyUnread(live) ? 'not read' : providers.get(live.provider)?.summary(live);
  context.stdout.write(visible(`${name} = ${summary ?? 'not read'}`) + '\n');
  return live.unreadable.length === 0 ? 0 : 1;
}
