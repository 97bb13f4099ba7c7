import type { Address } from './address.ts';
import type { DesiredState } from './desired/types.ts';
import type { Reason } from './errors.ts';
import type { Change } from './plan.ts';

const SHOWN = 3;

/** Blocks the end of what others, of any source and whether they change or not, still depend on at the head. */
export function withDependents(changes: readonly Change[], head: DesiredState): readonly Change[] {
  const dependents = dependentsIn(head);
  return changes.map((change) => {
    const others = change.metadata.after === null ? (dependents.get(change.address) ?? []) : [];
    return others.length === 0 ? change : { ...change, blocked: [...change.blocked, dependedOn(others)] };
  });
}

/** Who depends on each address, sorted as the identities are. */
function dependentsIn({ identities }: DesiredState): ReadonlyMap<Address, readonly Address[]> {
  const dependents = new Map<Address, Address[]>();
  for (const { address, metadata } of identities) {
    for (const wanted of metadata.dependsOn) {
      const known = dependents.get(wanted);
      if (known === undefined) dependents.set(wanted, [address]);
      else known.push(address);
    }
  }
  return dependents;
}

function dependedOn(others: readonly Address[]): Reason {
  const more = others.length > SHOWN ? ` and ${others.length - SHOWN} more` : '';
  const named = others.slice(0, SHOWN).join(', ');
  return { code: 'reference-removed', message: `It goes away, and ${named}${more} would still depend on it.` };
}
