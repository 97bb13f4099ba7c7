import { CORE_CODES } from '../core/codes/index.ts';
import { PLACES, type CodeTopic, type Place } from '../core/codes/entry.ts';
import { didYouMean } from '../core/schema/suggest.ts';
import { visible } from '../core/yaml/text.ts';
import { loadCodes } from '../providers/registry.ts';
import type { CommandDefinition } from './arguments.ts';
import type { CliContext, Command } from './context.ts';
import { runWith, type Given } from './given.ts';

const definition: CommandDefinition = {
  name: 'explain',
  help: [
    'Says what a code means, what to do next, and where it shows. Without CODE, lists every code by its topic.',
    'Exits with 1 for a code that there is not, and names those that are near.',
  ].join('\n'),
  options: {
    format: { type: 'choice', values: ['text', 'json'], description: 'For people or for programs.' },
  },
  positionals: { name: 'CODE', minimum: 0, maximum: 1 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => explainGiven(context, given)),
};

/** One code with everything that is known about it. */
type Explained = {
  readonly code: string;
  readonly topic: string;
  readonly meaning: string;
  readonly next: string;
  readonly shows: readonly Place[];
};

async function explainGiven(context: CliContext, given: Given): Promise<number> {
  const topics = [...CORE_CODES, ...(await loadCodes())];
  const all = topics.flatMap(explained);
  const [wanted] = given.positionals;
  const found = wanted === undefined ? all : all.filter(({ code }) => code === wanted);
  if (wanted !== undefined && found.length === 0) {
    context.stderr.write(unknown(wanted, all));
    return 1;
  }
  context.stdout.write(
    given.text('format') === 'json'
      ? `${JSON.stringify({ codes: found }, null, 2)}\n`
      : wanted === undefined
        ? listed(topics)
        : found.map(one).join(''),
  );
  return 0;
}

function explained(topic: CodeTopic): readonly Explained[] {
  return Object.entries(topic.codes).map(([code, { meaning, next, shows = topic.shows }]) => ({
    code,
    topic: topic.title,
    meaning,
    next,
    shows,
  }));
}

function one({ code, topic, meaning, next, shows }: Explained): string {
  const where = shows.map((place) => PLACES[place]).join('\n         ');
  return `${code} (${topic})\n\n  means  ${meaning}\n  next   ${next}\n  shows  ${where}\n`;
}

function listed(topics: readonly CodeTopic[]): string {
  const sections = topics.map(({ title, codes }) => {
    const width = Math.max(...Object.keys(codes).map((code) => code.length));
    const lines = Object.entries(codes).map(([code, { meaning }]) => `  ${code.padEnd(width)}  ${meaning}`);
    return `${title}\n${lines.join('\n')}\n`;
  });
  return sections.join('\n');
}

const WORDS_SHOWN = 8;

function unknown(wanted: string, all: readonly Explained[]): string {
  const codes = all.map(({ code }) => code);
  const hint = didYouMean(wanted, codes);
  const words = new Set(wanted.toLowerCase().split(/[^a-z0-9]+/u));
  const akin = codes.filter((code) => code.split('-').some((word) => word.length > 2 && words.has(word)));
  const near = hint !== '' || akin.length === 0 ? hint : `Near it: ${akin.slice(0, WORDS_SHOWN).join(', ')}. `;
  return `There is no code ${visible(wanted.slice(0, 80))}. ${near}Run 'countersign explain' for the list.\n`;
}
