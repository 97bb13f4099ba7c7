import { compareText, parseAddress, type Address } from './address.ts';
import type { SourceFacts } from './diff.ts';
import type { Attributes } from './attributes.ts';
import { leavesOf, withLeaf } from './leaves.ts';
import { referencesOf } from './order.ts';
import type { Change } from './plan.ts';

/**
 * Addresses of the same source that let go of an identity by what this plan changes of them, sorted: `ordered` puts them before its removal.
 * One that also holds on to it by something that the plan does not manage would lose that unseen, and lets go of nothing.
 */
export function releasing(address: Address, changes: readonly Change[], facts: SourceFacts): readonly Address[] {
  const { source } = parseAddress(address);
  return changes
    .filter((change) => change.address !== address && parseAddress(change.address).source === source)
    .filter((change) => {
      const { before, after } = referencesOf(change, () => facts.provider);
      const ends = change.steps.length > 0 && before.includes(address) && !after.includes(address);
      return ends && !unmanaged(change, facts).includes(address);
    })
    .map((change) => change.address)
    .sort(compareText);
}

/** What an identity refers to by live attributes that its change says nothing about. */
function unmanaged(change: Change, { provider, objects, live }: SourceFacts): readonly Address[] {
  const object = objects.get(change.address);
  if (object === undefined) return [];
  const { source, kind } = parseAddress(change.address);
  const managed = leavesOf(change.before);
  const rest = [...leavesOf(provider.inventory(object, live))]
    .filter(([pointer]) => !managed.has(pointer))
    .reduce<Attributes>((attributes, [pointer, leaf]) => withLeaf(attributes, pointer, leaf), {});
  return provider.references(source, kind, rest);
}
