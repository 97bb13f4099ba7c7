import { CountersignError } from '../core/errors.ts';

/** A line that a runner prints and never obeys: workflow commands begin with `::` or `##[`, wherever a line begins. */
export function inert(text: string): string {
  return text
    .replace(/[\r\n]+/gu, ' ↵ ')
    .replace(/::/gu, ':\u200b:')
    .replace(/##\[/gu, '#\u200b#[')
    .replace(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '�');
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
