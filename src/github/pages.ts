import { CountersignError } from '../core/errors.ts';

/** The most that one list may hold, and what it is a list of. */
export type Bound = { readonly what: string; readonly atMost: number };

/**
 * Gathers every page of a list.
 * @throws CountersignError `github-list-too-long`: part of a list never stands for the whole.
 */
export async function gather<T>(
  pages: AsyncIterable<{ readonly data: readonly T[] }>,
  bound: Bound,
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) {
    all.push(...page.data);
    if (all.length > bound.atMost) {
      throw new CountersignError('github-list-too-long', `there are more than ${bound.atMost} ${bound.what}`, {
        mend: 'Reduce their number; a list that is too long to be read whole is not read in part.',
      });
    }
  }
  return all;
}
