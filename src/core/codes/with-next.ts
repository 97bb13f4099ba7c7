import type { CodeEntry, Place } from './entry.ts';

/** Joins the sentences of codes that stand with their owner to what is to be done about each. `shows`: where the topic does not say it. */
export function withNext<Code extends string>(
  meanings: { readonly [code in Code]: string },
  next: { readonly [code in Code]: string },
  shows: { readonly [code in Code]?: readonly Place[] } = {},
): { readonly [code: string]: CodeEntry } {
  const codes = Object.keys(meanings) as Code[];
  return Object.fromEntries(
    codes.map((code) => {
      const where = shows[code];
      const entry: CodeEntry = { meaning: meanings[code], next: next[code] };
      return [code, where === undefined ? entry : { ...entry, shows: where }];
    }),
  );
}
