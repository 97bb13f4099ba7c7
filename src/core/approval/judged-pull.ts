import type { Sha256 } from '../json.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

/** By what of the pull request a run was judged last, as its trusted ledger entries tell it; null: by nothing of it. */
export function judgedPull(entries: readonly LedgerEntry[], run: string): Sha256 | null {
  const bodies = entries
    .toSorted((left, right) => left.predicate.index - right.predicate.index)
    .map(({ predicate: { body } }) => body);
  const last = bodies.findLast((body) => body.type === 'judged' && body.run === run);
  return last?.type === 'judged' ? last.pull : null;
}
