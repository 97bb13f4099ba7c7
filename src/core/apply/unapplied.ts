import type { Address } from '../address.ts';
import type { Involved, UnappliedChange } from '../ledger/bodies.ts';

/** People named for all changes together, so that one entry of the ledger holds them. */
const MOST_NAMED = 20_000;

/**
 * Who may not approve what follows up on each change that did not happen. What an earlier landing left unapplied may still stand in
 * the document, whatever this one made of it: until the address is applied, those who contributed to it stay excluded.
 * @param people those who pushed stand last, and are named first of all: no commit can name others in their place
 * @param earlier what is left of earlier landings, by address
 */
export function unappliedChanges(
  addresses: readonly Address[],
  people: Involved,
  earlier: readonly UnappliedChange[],
): readonly UnappliedChange[] {
  const most = Math.max(1, Math.floor(MOST_NAMED / addresses.length));
  const inherited = Map.groupBy(earlier, ({ address }) => address);
  return addresses.map((address) => {
    const before = inherited.get(address) ?? [];
    const named = [...before.flatMap(({ contributors }) => contributors), ...people.contributors];
    const all = new Map(named.toReversed().map((actor) => [actor.id, actor]));
    const unknown = people.incomplete ?? before.find(({ incomplete }) => incomplete !== null)?.incomplete ?? null;
    return {
      address,
      contributors: [...all.values()].slice(0, most).toReversed(),
      incomplete: unknown ?? (all.size > most ? 'contributors-incomplete' : null),
    };
  });
}
