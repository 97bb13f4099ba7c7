import { CountersignError } from '../core/errors.ts';

/** The most that one list may hold, and what it is a list of. */
export type Bound = { readonly what: string; readonly atMost: number };

/**
 * What a list holds, one after another, for a reader who may stop before its end.
 * @throws CountersignError `github-list-too-long`: part of a list never stands for the whole.
 */
export async function* each<T>(
  pages: AsyncIterable<{ readonly data: readonly T[] }>,
  { what, atMost }: Bound,
): AsyncGenerator<T, void, void> {
  let count = 0;
  for await (const { data } of pages) {
    count += data.length;
    if (count > atMost) {
      throw new CountersignError('github-list-too-long', `there are more than ${atMost} ${what}`, {
        mend: 'Reduce their number; a list that is too long to be read whole is not read in part.',
      });
    }
    yield* data;
  }
}

/** Every page of a list. @throws CountersignError `github-list-too-long`. */
export async function gather<T>(
  pages: AsyncIterable<{ readonly data: readonly T[] }>,
  bound: Bound,
): Promise<readonly T[]> {
  return await Array.fromAsync(each(pages, bound));
}
