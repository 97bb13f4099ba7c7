import { afterAll, describe, expect, it } from 'vitest';
import type { AttackRow } from './row.ts';

/** What a refused case came to: every reason code that was said to somebody, in checks, comments, logs or results. */
export type Refusal = { readonly codes: readonly string[] };

export type Cases = {
  /** Each ends in a refusal with a code of the row, and has itself asserted that nothing was written. */
  readonly refused: { readonly [title: string]: () => Promise<Refusal> };
  /** The benign counterparts: each asserts that it went through. */
  readonly passes: { readonly [title: string]: () => Promise<void> };
};

/** The row as a suite. Every code of the row has to be seen, and no benign counterpart may be missing. */
export function replay(row: AttackRow, { refused, passes }: Cases): void {
  describe.each([row.attack])('%s', () => {
    const seen = new Set<string>();
    describe.each([row.expected])('refused: %s', () => {
      it.each(Object.entries(refused))('%s', async (_title, act) => {
        const { codes } = await act();
        const named = row.codes.filter((code) => codes.includes(code));
        const expected = `one of ${row.codes.join(', ')} among ${codes.join(', ')}`;
        expect(row.codes.length === 0 || named.length > 0, expected).toBe(true);
        for (const code of named) seen.add(code);
      });
    });
    describe.each([row.benign])('passes: %s', () => {
      it.each(Object.entries(passes))('%s', async (_title, act) => {
        await expect(act()).resolves.toBeUndefined();
      });
    });
    it('has a benign counterpart', () => {
      expect(Object.keys(passes)).not.toEqual([]);
    });
    afterAll(() => {
      expect([...seen].sort()).toEqual([...row.codes].sort());
    });
  });
}
