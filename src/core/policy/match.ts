import type { Change } from '../plan.ts';
import { parseAddress } from '../address.ts';
import { PULL_LIMITS } from './pull.ts';
import { fits } from '../star.ts';

/** Which changes a rule is about; null: whatever it is. `*` stands for any characters in sources and addresses. */
export type Match = {
  readonly kinds: readonly string[] | null;
  readonly actions: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  /** Of the pull request: one of them has to be there. GitHub does not tell letters apart by case, so neither does this. */
  readonly labels: readonly string[] | null;
};

/** A change as matches look at it, taken apart once for all rules. `labels` null: the pull request is not known, so nothing is concluded from its labels. */
export type Matched = Pick<Change, 'address' | 'action'> & {
  readonly source: string;
  readonly kind: string;
  readonly labels: readonly string[] | null;
};

export function matchedChange(
  { address, action }: Pick<Change, 'address' | 'action'>,
  labels: readonly string[] | null,
): Matched {
  const { source, kind } = parseAddress(address);
  return { address, action, source, kind, labels };
}

/** What of a rule's match a change does not fit; null where it fits. */
export function mismatch(match: Match, { address, action, source, kind, labels }: Matched): keyof Match | null {
  if (match.kinds !== null && !match.kinds.includes(kind)) return 'kinds';
  if (match.actions !== null && !match.actions.includes(action)) return 'actions';
  if (match.sources !== null && !match.sources.some((glob) => fits(glob, source))) return 'sources';
  if (match.addresses !== null && !match.addresses.some((glob) => fits(glob, address))) return 'addresses';
  if (match.labels !== null && labels !== null && !labelled(match.labels, labels)) return 'labels';
  return null;
}

function labelled(globs: readonly string[], labels: readonly string[]): boolean {
  const lowered = labels.map((label) => label.toLowerCase());
  return globs.some((glob) => lowered.some((label) => fits(glob.toLowerCase(), label)));
}

/** What it takes at the most to see whether a change fits, in units. Nothing for a few names. */
export function matchUnits({ kinds, actions, sources, addresses, labels }: Match): number {
  const names = [
    kinds,
    actions,
    sources,
    addresses,
    ...Array.from({ length: PULL_LIMITS.labels }, () => labels),
  ].flatMap((each) => each ?? []);
  return names.reduce((sum, name) => sum + 16 + name.length, 0) >>> 6;
}
