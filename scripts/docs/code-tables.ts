import { CORE_CODES } from '../../src/core/codes/index.ts';
import { PLACES, type CodeTopic } from '../../src/core/codes/entry.ts';
import { RISK_CODES } from '../../src/core/codes/risk.ts';
import { loadCodes } from '../../src/providers/registry.ts';
import { table } from './table.ts';

/** Every topic of the program and of its providers. */
export const TOPICS: readonly CodeTopic[] = [...CORE_CODES, ...(await loadCodes())];

/** The whole of docs/reason-codes.md. */
export function reasonCodes(): string {
  const places = Object.entries(PLACES).map(([place, what]) => [place, what]);
  return [
    '# Reason codes',
    'Every outcome has a stable code: in the checks, in comments, in the log of a job, on the command line and in the ledger. The text beside it may change, the code does not change its meaning. `countersign explain CODE` says the same as this page, which is generated from the program (`node scripts/docs.ts`).',
    `The column *where* says where a code shows:`,
    table(['where', 'that is'], places),
    ...TOPICS.flatMap((topic) => [`## ${topic.title}`, topic.intro, topicTable(topic)]),
  ].join('\n\n');
}

/** Why a change is risky, what tells most first. */
export function riskReasons(): string {
  const irreversible = { code: 'irreversible', meaning: 'High: a step cannot be undone.' };
  const others = Object.entries(RISK_CODES.codes).map(([code, { meaning }]) => ({ code, meaning }));
  return table(
    ['reason', 'meaning'],
    [...others, irreversible].map(({ code, meaning }) => [`\`${code}\``, meaning]),
  );
}

function topicTable({ codes, shows: usual }: CodeTopic): string {
  return table(
    ['code', 'meaning', 'next', 'where'],
    Object.entries(codes).map(([code, { meaning, next, shows = usual }]) => [
      `\`${code}\``,
      meaning,
      next,
      shows.join(', '),
    ]),
  );
}
