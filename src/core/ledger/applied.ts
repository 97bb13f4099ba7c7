import type { Address } from '../address.ts';
import type { LedgerEntry } from './entry.ts';

/** What a run of the apply did, as far as it concerns plans that were made before it. */
export type AppliedScope =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'everything' }
  | { readonly kind: 'addresses'; readonly addresses: ReadonlySet<Address> };

/**
 * What the entries of one run tell. New rules concern every plan, and so does an apply that began and did not finish: what it
 * reached is in no entry of its end. @param writer of the entries that count
 */
export function appliedBy(entries: readonly LedgerEntry[], writer: string): AppliedScope {
  const bodies = entries.filter(({ predicate }) => predicate.writer === writer).map(({ predicate }) => predicate.body);
  const finished = bodies.filter((body) => body.type === 'apply-finished');
  const ended = new Set(finished.map(({ applyId }) => applyId));
  const isOpen = bodies.some((body) => body.type === 'receipt' && !ended.has(body.applyId));
  if (isOpen || bodies.some(({ type }) => type === 'rules')) return { kind: 'everything' };
  const addresses = new Set(
    finished.flatMap(({ applied, unapplied }) => [...applied, ...unapplied.map(({ address }) => address)]),
  );
  return addresses.size === 0 ? { kind: 'nothing' } : { kind: 'addresses', addresses };
}
