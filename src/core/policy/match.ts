import type { Change } from '../plan.ts';
import { parseAddress } from '../address.ts';

/** Which changes a rule is about; null: whatever it is. `*` stands for any characters in sources and addresses. */
export type Match = {
  readonly kinds: readonly string[] | null;
  readonly actions: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly addresses: readonly string[] | null;
};

/** A change as matches look at it, taken apart once for all rules. */
export type Matched = Pick<Change, 'address' | 'action'> & { readonly source: string; readonly kind: string };

export function matchedChange({ address, action }: Pick<Change, 'address' | 'action'>): Matched {
  const { source, kind } = parseAddress(address);
  return { address, action, source, kind };
}

/** What of a rule's match a change does not fit; null where it fits. */
export function mismatch(match: Match, { address, action, source, kind }: Matched): keyof Match | null {
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

/** Looks at each character at most once for every `*`-free piece, so that no glob can make it last. */
export function fits(glob: string, text: string): boolean {
  const [first = '', ...others] = glob.split('*');
  const last = others.pop();
  if (last === undefined) return glob === text;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, from);
    if (found === -1 || found + piece.length > end) return false;
    from = found + piece.length;
  }
  return true;
}
