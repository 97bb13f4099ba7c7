import type { Account } from './accounts.ts';

/** One edit of a text that people write: who, when, and what stood there before. */
export interface Edit {
  readonly editor: Account;
  readonly at: string;
  readonly before: string;
}

/** The newest edit, or undefined when the text is as it was written. */
export function lastEdit(edits: readonly Edit[]): Edit | undefined {
  return edits.at(-1);
}
