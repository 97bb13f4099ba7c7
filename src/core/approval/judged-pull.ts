import type { Sha256 } from '../json.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

/**
 * By what of the pull request a run was judged last on one head, as its trusted ledger entries tell it; null: by nothing of it. What
 * an earlier head changed, and who wrote it, says nothing of a later one.
 */
export function judgedPull(
  entries: readonly LedgerEntry[],
  { run, head }: { readonly run: string; readonly head: string },
): Sha256 | null {
  const bodies = entries
    .toSorted((left, right) => left.predicate.index - right.predicate.index)
    .map(({ predicate: { body } }) => body);
  const last = bodies.findLast((body) => body.type === 'judged' && body.run === run && body.head === head);
  return last?.type === 'judged' ? last.pull : null;
}
