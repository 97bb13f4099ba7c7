import type { LiveState } from '../live.ts';
import type { Change } from '../plan.ts';
import type { Permission } from '../ports.ts';
import type { AccessIndex, Affected } from './effective.ts';

/** `condition` as EffectivePermission has it. */
export type Right = Pick<Permission, 'action' | 'resource'> & { readonly condition: string | null };

/** Effective access over one whole source, as the query `estate` reads it. Pure. */
export interface AccessModel {
  index(estate: LiveState): AccessIndex;
  /** The estate as the changes' steps leave it, each taken as done; changes of other sources are left out. */
  after(
    estate: LiveState,
    changes: readonly Change[],
  ): { readonly before: AccessIndex; readonly after: AccessIndex; readonly affected: Iterable<Affected> };
  /** Whether a permission on the one, as `permissions` spells it, is one on the other: a pattern and what it stands for, a whole and its part. */
  covers(resource: string, part: string): boolean;
  /**
   * Whether whoever is given the one has the other by it: a wildcard of actions and one of them. A permission includes itself.
   * Left out: only what is spelt alike is the same.
   */
  includes?(held: Pick<Permission, 'action' | 'resource'>, part: Pick<Permission, 'action' | 'resource'>): boolean;
  /**
   * Whether a change may give somebody what `permissions` does not say that it gives, by the plan alone: what it takes may have refused
   * something, and what it makes may be part of what others hold.
   */
  mayWiden(change: Change): boolean;
  /** A permission as `permissions` spells it, as effective access has it where nothing else gives or refuses it. Left out: as it is, under no condition. */
  effective?(permission: Pick<Permission, 'action' | 'resource'>): Right;
  /** What the answers leave out, a sentence each. */
  readonly limits: readonly string[];
}
