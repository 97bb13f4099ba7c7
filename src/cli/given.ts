import { readArguments, type Arguments, type CommandDefinition } from './arguments.ts';
import type { CliContext } from './context.ts';

export type Given = Extract<Arguments, { kind: 'arguments' }>;

/** Reads a command line and does what it asks for; explains the command where it asks for help, or for what there is not. */
export async function runWith(
  context: CliContext,
  definition: CommandDefinition,
  perform: (given: Given) => Promise<number>,
): Promise<number> {
  const given = readArguments(definition, context.argv);
  if (given.kind === 'arguments') return await perform(given);
  if (given.kind === 'help') {
    context.stdout.write(given.text);
    return 0;
  }
  context.stderr.write(`${given.message}\nRun 'countersign ${definition.name} --help' for its options.\n`);
  return 1;
}
