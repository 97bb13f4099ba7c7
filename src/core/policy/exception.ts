import type { Address } from '../address.ts';
import type { Location } from '../errors.ts';
import { fits } from '../star.ts';

/** A rule does not count for some identities, until a day. */
export type Exception = {
  readonly name: string;
  /** `policy/rule`. */
  readonly rule: string;
  /** As in a rule's match. */
  readonly addresses: readonly string[];
  readonly reason: string;
  /** Who answers for it, as its document names them. */
  readonly owner: string;
  /** The last day on which it counts, in UTC: YYYY-MM-DD. */
  readonly until: string;
  /** Where the document names itself. */
  readonly location: Location;
  /** Where its last day stands. */
  readonly untilLocation: Location;
};

/** How far ahead the last day may be, in days. */
export const EXCEPTION_DAYS = 90;

const DAY = 86_400_000;

/** `daysLeft`: whole days after the one on which it is judged; 0 on the last day, less than 0 afterwards. */
export type Standing = { readonly kind: 'counts' | 'expired' | 'too-long'; readonly daysLeft: number };

/** Whether an exception counts at an instant. At one that is none, it does not. @param now RFC 3339 */
export function standingOf({ until }: Pick<Exception, 'until'>, now: string): Standing {
  const daysLeft = Date.parse(`${until}T00:00:00Z`) / DAY - Math.floor(Date.parse(now) / DAY);
  if (!(daysLeft >= 0)) return { kind: 'expired', daysLeft };
  return { kind: daysLeft <= EXCEPTION_DAYS ? 'counts' : 'too-long', daysLeft };
}

/** The latest day that an exception may end with. @param now RFC 3339 */
export function latestEnd(now: string): string {
  return new Date((Math.floor(Date.parse(now) / DAY) + EXCEPTION_DAYS) * DAY).toISOString().slice(0, 10);
}

export function isAbout({ addresses }: Pick<Exception, 'addresses'>, address: Address): boolean {
  return addresses.some((glob) => fits(glob, address));
}
