import { parseAddress, type Address } from './address.ts';
import type { Configuration } from './configuration.ts';
import type { Change } from './plan.ts';

/** Blocks what would end too large a share of a source at once: a mistake is stopped however well it was meant. */
export function removalGuard(
  changes: readonly Change[],
  base: { readonly identities: readonly { readonly address: Address }[] },
  { share, minimum }: Configuration['removalGuard'],
): readonly Change[] {
  const removed = countBySource(changes.filter(removes));
  const declared = countBySource(base.identities);
  return changes.map((change) => {
    const { source } = parseAddress(change.address);
    const removals = removed.get(source) ?? 0;
    if (!removes(change) || removals < minimum || removals <= (declared.get(source) ?? 0) * share) return change;
    // Only the number of its own removals: the number of declared identities moves with every other merge.
    const message = `This plan disables or deletes ${removals === 1 ? '1 identity' : `${removals} identities`} of ${source}, more than ${Math.round(share * 100)} % of what is declared there.`;
    return { ...change, blocked: [...change.blocked, { code: 'removal-guard', message }] };
  });
}

function countBySource(items: readonly { readonly address: Address }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { address } of items) {
    const { source } = parseAddress(address);
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
}

function removes(change: Change): boolean {
  return (change.action === 'disable' || change.action === 'delete') && change.steps.length > 0;
}
