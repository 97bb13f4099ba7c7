import type { Problem } from './errors.ts';

/** Problems of one sort that are told of one document: what looks for the nearest name is not free, and nobody reads more at once. */
const TOLD = 20;

/** The first of many, and where the rest begins how many there are. */
export function firstProblems<T>(
  items: readonly T[],
  { each, rest }: { readonly each: (item: T) => Problem; readonly rest: (next: T, left: number) => Problem },
): readonly Problem[] {
  const [next, ...others] = items.slice(TOLD);
  const told = items.slice(0, TOLD).map(each);
  return next === undefined ? told : [...told, rest(next, others.length + 1)];
}
