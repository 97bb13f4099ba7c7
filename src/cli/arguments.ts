import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../core/schema/suggest.ts';

export type OptionDefinition =
  | { readonly type: 'flag'; readonly description: string }
  | { readonly type: 'text'; readonly value: string; readonly description: string; readonly default?: string }
  /** May be given several times. */
  | { readonly type: 'texts'; readonly value: string; readonly description: string }
  | { readonly type: 'choice'; readonly values: readonly [string, ...string[]]; readonly description: string };

export type CommandDefinition = {
  readonly name: string;
  /** What the command does, in a paragraph or two. */
  readonly help: string;
  readonly options: { readonly [name: string]: OptionDefinition };
  /** How many arguments without a name it takes, and what they are called. */
  readonly positionals: { readonly name: string; readonly minimum: number; readonly maximum: number };
};

export type Arguments =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'error'; readonly message: string }
  | {
      readonly kind: 'arguments';
      readonly positionals: readonly string[];
      flag(name: string): boolean;
      /** A text's or a choice's value: given, or the default, which is the first of a choice's values. */
      text(name: string): string | null;
      /** Every value that was given, in order. */
      texts(name: string): readonly string[];
    };

/** Reads a command line strictly: an unknown option, a missing value or one argument too many is an error that says so. */
export function readArguments(definition: CommandDefinition, argv: readonly string[]): Arguments {
  const parsed = parse(definition, argv);
  if (typeof parsed === 'string') return { kind: 'error', message: parsed };
  if (parsed.values['help'] === true) return { kind: 'help', text: helpText(definition) };
  const problem = judge(definition, parsed);
  if (problem !== null) return { kind: 'error', message: problem };
  return {
    kind: 'arguments',
    positionals: parsed.positionals,
    flag: (name) => parsed.values[name] === true,
    text(name) {
      const value = parsed.values[name];
      return typeof value === 'string' ? value : defaultOf(definition.options[name]);
    },
    texts(name) {
      const value = parsed.values[name];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    },
  };
}

export function helpText(definition: CommandDefinition): string {
  const rows = optionRows(definition);
  const width = Math.max(...rows.map(([left]) => left.length));
  const options = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return `Usage: ${usageOf(definition)}\n\n${definition.help}\n\nOptions:\n${options.join('\n')}\n`;
}

export function usageOf({ name: command, positionals: { minimum, maximum, name } }: CommandDefinition): string {
  const more = maximum > 1 ? '…' : '';
  const argument = maximum === 0 ? '' : minimum > 0 ? ` ${name}${more}` : ` [${name}${more}]`;
  return `countersign ${command} [options]${argument}`;
}

/** Each option as it is typed, and what it does. */
export function optionRows(definition: CommandDefinition): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(definition.options).map(([option, one]) => row(option, one)),
    ['--help', 'Show this text.'],
  ];
}

type Parsed = { readonly values: { readonly [name: string]: unknown }; readonly positionals: readonly string[] };

function parse(definition: CommandDefinition, argv: readonly string[]): Parsed | string {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean' } };
  for (const [name, option] of Object.entries(definition.options))
    options[name] = { type: option.type === 'flag' ? 'boolean' : 'string', multiple: option.type === 'texts' };
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return explain(definition, error, argv);
  }
}

function explain(definition: CommandDefinition, error: TypeError, argv: readonly string[]): string {
  const known = [...Object.keys(definition.options), 'help'].map((name) => `--${name}`);
  const unknown = argv
    .filter((argument) => argument.startsWith('-'))
    .map((argument) => argument.split('=')[0] ?? '')
    .find((name) => !known.includes(name));
  if (unknown !== undefined) return `There is no option ${unknown}. ${didYouMean(unknown, known)}`.trim();
  // The first sentence of Node's own message names the option and what it lacks.
  return error.message.split('\n')[0] ?? 'The options cannot be read.';
}

function judge(definition: CommandDefinition, parsed: Parsed): string | null {
  const { minimum, maximum, name } = definition.positionals;
  if (parsed.positionals.length < minimum) return `${name} is missing.`;
  if (parsed.positionals.length > maximum) return `There is one argument too many: ${parsed.positionals[maximum]}.`;
  for (const [option, one] of Object.entries(definition.options)) {
    const value = parsed.values[option];
    if (one.type !== 'choice' || typeof value !== 'string' || one.values.includes(value)) continue;
    return `--${option} is one of ${one.values.join(', ')}. ${didYouMean(value, one.values)}`.trim();
  }
  return null;
}

function defaultOf(option: OptionDefinition | undefined): string | null {
  if (option === undefined || option.type === 'flag' || option.type === 'texts') return null;
  return option.type === 'choice' ? option.values[0] : (option.default ?? null);
}

function row(name: string, option: OptionDefinition): readonly [string, string] {
  if (option.type === 'flag') return [`--${name}`, option.description];
  if (option.type === 'choice')
    return [`--${name} ${option.values.join('|')}`, `${option.description} Default: ${option.values[0]}.`];
  if (option.type === 'texts')
    return [`--${name} ${option.value}`, `${option.description} May be given several times.`];
  const without = option.default === undefined ? '' : ` Default: ${option.default}.`;
  return [`--${name} ${option.value}`, `${option.description}${without}`];
}
