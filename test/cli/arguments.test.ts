import { describe, expect, it } from 'vitest';
import { helpText, readArguments, type CommandDefinition } from '../../src/cli/arguments.ts';

const definition: CommandDefinition = {
  name: 'example',
  help: 'Does nothing.',
  options: {
    all: { type: 'flag', description: 'Everything.' },
    out: { type: 'text', value: 'FILE', description: 'Where to.' },
    base: { type: 'text', value: 'REF', description: 'From where.', default: 'main' },
    format: { type: 'choice', values: ['text', 'json'], description: 'How.' },
  },
  positionals: { name: 'SOURCE', minimum: 1, maximum: 1 },
};

function read(...argv: readonly string[]) {
  const given = readArguments(definition, argv);
  if (given.kind !== 'arguments') return given;
  return [given.positionals, given.flag('all'), given.text('out'), given.text('base'), given.text('format')];
}

describe('a command line', () => {
  it.each([
    [['s'], [['s'], false, null, 'main', 'text']],
    [
      ['--all', 's', '--out', 'o', '--base=b', '--format', 'json'],
      [['s'], true, 'o', 'b', 'json'],
    ],
    [
      ['--out=', '--', '--all'],
      [['--all'], false, '', 'main', 'text'],
    ],
  ])('%j is read', (argv, expected) => {
    expect(read(...argv)).toEqual(expected);
  });

  it.each([
    [[], 'SOURCE is missing.'],
    [['a', 'b'], 'There is one argument too many: b.'],
    [['a', '--al'], 'There is no option --al. Did you mean "--all"?'],
    [['a', '-x'], 'There is no option -x.'],
    [['a', '--format', 'xml'], '--format is one of text, json.'],
    [['a', '--all=1'], "Option '--all' does not take an argument"],
  ])('%j is refused', (argv, message) => {
    expect(read(...argv)).toEqual({ kind: 'error', message });
  });

  it('may ask for help, whatever else it lacks', () => {
    expect(read('--help')).toEqual({ kind: 'help', text: helpText(definition) });
  });
});

describe('the help', () => {
  it('names every option with its default', () => {
    expect(helpText(definition)).toBe(
      [
        'Usage: countersign example [options] SOURCE',
        '',
        'Does nothing.',
        '',
        'Options:',
        '  --all               Everything.',
        '  --out FILE          Where to.',
        '  --base REF          From where. Default: main.',
        '  --format text|json  How. Default: text.',
        '  --help              Show this text.',
        '',
      ].join('\n'),
    );
  });
});
