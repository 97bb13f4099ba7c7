import { sameEntry, type Tree } from './tree.ts';

/** The trees that meet in a merge: where both sides began, the two sides, and what was committed as their merge. */
export type ThreeWay = {
  readonly start: Tree;
  readonly mine: Tree;
  readonly theirs: Tree;
  readonly merge: Tree;
};

/**
 * Whether every path that counts is in the merge what nobody had to decide: as one side has it where the other left it alone,
 * or as both have it. A path that both sides changed differently has no such outcome, even where Git can join its lines.
 */
export function decidesNothing(merge: ThreeWay, counts: (path: string) => boolean): boolean {
  const paths = new Set(Object.values(merge).flatMap((tree) => [...tree.keys()]));
  return [...paths].every((path) => isForegone(merge, path) || !counts(path));
}

function isForegone({ start, mine, theirs, merge }: ThreeWay, path: string): boolean {
  const [was, own, other] = [start.get(path), mine.get(path), theirs.get(path)];
  const outcome = merge.get(path);
  if (sameEntry(own, other) || sameEntry(other, was)) return sameEntry(outcome, own);
  return sameEntry(own, was) && sameEntry(outcome, other);
}
