import type { GroupDecision } from '../core/group.ts';
import { TITLE_LIMIT } from './annotations.ts';
import type { CheckOutput } from './check-run.ts';
import { nextPhrase } from './next.ts';
import { data, listed, markdown, plain, said } from './phrase.ts';
import { cut } from './text.ts';
import { TRIAL_SENTENCE, type Level } from './words.ts';

/** More would tell nothing new: each has to be mended before the group can pass. */
const MAXIMUM_REASONS = 50;

/** What both checks of a merge group's commit say. */
export function renderGroupCheck({ kind, reasons }: GroupDecision, level: Level): CheckOutput {
  const nextOf = kind === 'approved' ? () => [] : nextPhrase;
  const codes = [...new Set(reasons.map(({ code }) => code))].map((code) => [data(code)]);
  const title = kind === 'approved' ? 'The merge group may land' : plain(['Refused: ', ...listed(codes, 3)]);
  const lines = reasons
    .slice(0, MAXIMUM_REASONS)
    .map(({ code, message }) => `- ${markdown([said(message), ' (', data(code), ')', ...nextOf(code)])}`);
  const more = reasons.length - lines.length;
  return {
    title: cut(title, TITLE_LIMIT),
    summary: [
      [...lines, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n'),
      ...(level === 'trial' ? [TRIAL_SENTENCE] : []),
    ].join('\n\n'),
    text: '',
    conclusion: kind === 'approved' ? 'success' : 'failure',
    annotations: [],
  };
}
