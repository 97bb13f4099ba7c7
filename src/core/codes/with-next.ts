import type { CodeEntry } from './entry.ts';

/** Joins the sentences of codes that stand with their owner to what is to be done about each. */
export function withNext<Code extends string>(
  meanings: { readonly [code in Code]: string },
  next: { readonly [code in Code]: string },
): { readonly [code: string]: CodeEntry } {
  const codes = Object.keys(meanings) as Code[];
  return Object.fromEntries(codes.map((code) => [code, { meaning: meanings[code], next: next[code] }]));
}
