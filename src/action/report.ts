import { CountersignError } from '../core/errors.ts';
import { codeBlock, logLine, visible } from '../render/text.ts';

/** One line that shows whatever it was made of and that neither a terminal nor the runner obeys. */
export function inert(text: string): string {
  return logLine(seen(text));
}

/** A log keeps the spaces that a page would swallow, so indentation stays what it is. */
function seen(text: string): string {
  return text.replace(/[^ ]+(?: [^ ]+)*/gu, visible);
}

/** Cause, evidence and mend; of an unforeseen error only its kind and places, since its message may quote anything. */
export function explainError(error: unknown): string {
  if (error instanceof CountersignError) {
    const evidence = error.evidence === undefined ? '' : ` (${error.evidence})`;
    return `${error.code}: ${error.message}${evidence} ${error.mend}`;
  }
  if (!(error instanceof Error)) return 'unexpected: The run failed without saying why.';
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 8);
  return `unexpected: The run failed with ${error.name}. Please report this.${places.join('')}`;
}

/** GitHub takes a megabyte of summary for a step. */
const SUMMARY_LINES = 3000;

/** The lines as a block that shows them and obeys none of them. */
export function summaryOf(lines: readonly string[]): string {
  const more = lines.length - SUMMARY_LINES;
  const shown = more > 0 ? [...lines.slice(0, SUMMARY_LINES), `… and ${more} more lines, see the log`] : lines;
  return `${codeBlock(shown.map(seen), 'text')}\n`;
}
