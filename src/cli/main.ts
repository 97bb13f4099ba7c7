import { CountersignError } from '../core/errors.ts';
import { didYouMean } from '../core/schema/suggest.ts';
import { visible } from '../core/yaml/text.ts';
import { commands } from './commands.ts';
import type { CliContext } from './context.ts';

/** Runs the command that the first argument names. @returns the exit code: 1 on any error. */
export async function main(context: CliContext): Promise<number> {
  const [name, ...argv] = context.argv;
  if (name === undefined || name === 'help' || name === '--help') {
    context.stdout.write(overview());
    return name === undefined ? 1 : 0;
  }
  if (name === '--version') {
    context.stdout.write(`countersign ${context.version}\n`);
    return 0;
  }
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found === undefined) {
    context.stderr.write(`There is no command ${visible(name.slice(0, 60))}${hintFor(name)}\n`);
    return 1;
  }
  try {
    const { command } = await found.load();
    return await command.run({ ...context, argv });
  } catch (error) {
    context.stderr.write(explain(error));
    return 1;
  }
}

const OF_THE_ACTION: readonly string[] = ['publish', 'apply', 'init', 'doctor'];

function hintFor(name: string): string {
  const list = "Run 'countersign help' for the list.";
  if (OF_THE_ACTION.includes(name)) return `: it is one of the action, run in a workflow. ${list}`;
  return `. ${didYouMean(name, Object.keys(commands))}${list}`;
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: countersign COMMAND [options]\n\nCommands:\n${lines.join('\n')}\n\nRun 'countersign COMMAND --help' for the options of one, 'countersign --version' for the version.\n`;
}

/** The message of an unforeseen error may quote anything, a connection string, too: its kind and its places in the code are enough. */
function explain(error: unknown): string {
  if (error instanceof CountersignError) {
    const evidence = error.evidence === undefined ? '' : ` (${error.evidence})`;
    return `${visible(`${error.code}: ${error.message}${evidence} — ${error.mend}`)}\n`;
  }
  if (!(error instanceof Error)) return 'unexpected: The command failed without saying why.\n';
  const header = `${error.name}: ${error.message}`;
  const stack = error.stack?.startsWith(header) === true ? error.stack.slice(header.length) : '';
  const places = stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 10);
  return `unexpected: The command failed with ${visible(error.name)}. Please report this.\n${places.join('\n')}\n`;
}
