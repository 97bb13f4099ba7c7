import type { Reason } from '../errors.ts';
import type { Permission } from '../ports.ts';
import type { AccessChange } from './difference.ts';
import type { AccessPath } from './effective.ts';

/** How something is held: see `EffectivePermission`. */
export type AccessWay = AccessPath & { readonly condition: string | null };

/** Names in order, and how many there are: more than are named where there was no room. */
export type Named = { readonly names: readonly string[]; readonly count: number };

/**
 * What a plan does to permissions that are alike: each of the principals, each of the actions, on each of the resources.
 * Either every principal is an identity that the plan changes, or none is.
 */
export type AccessBlock = Pick<AccessChange, 'kind'> &
  Pick<Permission, 'power'> & {
    readonly principals: Named;
    readonly resources: Named;
    readonly actions: Named;
    readonly way: AccessWay;
    /** How it is, or was, held otherwise; null: not at all. */
    readonly instead: AccessWay | null;
  };

/**
 * What a plan does to effective access in one source, besides what its changes give and take directly and nothing else is to be said of.
 * The riskiest blocks come first. `left`: how many permissions are in none of them, for want of room.
 */
export type SourceAccess =
  | { readonly kind: 'unknown'; readonly source: string; readonly reason: Reason }
  | {
      readonly kind: 'known';
      readonly source: string;
      readonly blocks: readonly AccessBlock[];
      readonly left: number;
    };

/** What the blocks of one plan may take together, so that a plan of ten thousand changes can still be handed on. */
export const ACCESS_LIMITS = {
  /** Names in all lists. */
  names: 3_000,
  /** UTF-16 code units of all names. */
  characters: 120_000,
} as const;

export const KINDS: readonly AccessBlock['kind'][] = ['gained', 'lost', 'kept', 'repeated'];

/** Whether somebody gains something that no change gives directly. */
export function gainsAny(access: readonly SourceAccess[]): boolean {
  return access.some((one) => one.kind === 'known' && one.blocks.some(({ kind }) => kind === 'gained'));
}

/** Sources of which nobody can tell all that a plan does to effective access: it was not read, or too much changes. */
export function untoldIn(access: readonly SourceAccess[]): ReadonlySet<string> {
  return new Set(access.filter((one) => one.kind === 'unknown' || one.left > 0).map(({ source }) => source));
}

/**
 * Whether somebody gains something now where reviewers were shown that nobody does, or nothing: in all sources where no change gives
 * anything directly, otherwise where they were told that it is not known.
 * @param givesAny whether they were shown that something is given directly
 */
export function gainsUnshown(shown: readonly SourceAccess[], now: readonly SourceAccess[], givesAny: boolean): boolean {
  if (!givesAny && !gainsAny(shown)) return gainsAny(now);
  const untold = untoldIn(shown.filter((one) => !gainsAny([one])));
  return gainsAny(now.filter(({ source }) => untold.has(source)));
}

/** How many permissions it is about. */
export function permissionsIn({ principals, resources, actions }: AccessBlock): number {
  return principals.count * resources.count * actions.count;
}
