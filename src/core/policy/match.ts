import type { Change } from '../plan.ts';
import { parseAddress } from '../address.ts';
import { fits } from '../star.ts';

/** Which changes a rule is about; null: whatever it is. `*` stands for any characters in sources and addresses. */
export type Match = {
  readonly kinds: readonly string[] | null;
  readonly actions: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly addresses: readonly string[] | null;
};

/** What of a rule's match a change does not fit; null where it fits. */
export function mismatch(match: Match, { address, action }: Pick<Change, 'address' | 'action'>): keyof Match | null {
  const { source, kind } = parseAddress(address);
  if (match.kinds !== null && !match.kinds.includes(kind)) return 'kinds';
  if (match.actions !== null && !match.actions.includes(action)) return 'actions';
  if (match.sources !== null && !match.sources.some((glob) => fits(glob, source))) return 'sources';
  if (match.addresses !== null && !match.addresses.some((glob) => fits(glob, address))) return 'addresses';
  return null;
}

/** What it takes at the most to see whether a change fits, in units. Nothing for a few names. */
export function matchUnits({ kinds, actions, sources, addresses }: Match): number {
  const names = [kinds, actions, sources, addresses].flatMap((each) => each ?? []);
  return names.reduce((sum, name) => sum + 16 + name.length, 0) >>> 6;
}
