import type { Address } from '../address.ts';
import type { Permission } from '../ports.ts';

/**
 * Why somebody holds something. `grant`: it was given. `ownership`: of the resource. `attribute`: of the identity itself.
 * `everyone`: it was given to all. `built-in`: a role that the system delivers brings it. `superuser`: nothing is checked.
 */
export type Basis = 'grant' | 'attribute' | 'ownership' | 'everyone' | 'built-in' | 'superuser';

/** `through`: the identities between the principal and the one that the basis is about, the nearest first, that one included; empty: the principal itself. */
export type AccessPath = { readonly basis: Basis; readonly through: readonly Address[] };

/** Who may do what on what, under which condition, through which path; `path` is the shortest of those there are. */
export type EffectivePermission = Omit<Permission, 'path'> & {
  /** What has to happen first, in the system's own words: `after SET ROLE to x`; null: nothing. */
  readonly condition: string | null;
  /** Where `action` stands for several: all of them, as `AccessModel.includes` reads them; left out: it stands for itself. */
  readonly actions?: readonly string[];
  /** What of it is refused, part by part, as far as the condition says so; left out: nothing. Whatever is not among it any more is given. */
  readonly refused?: readonly string[];
  readonly path: AccessPath;
};

/**
 * Who may do what in one source, asked one principal or one resource at a time: nothing here computes all pairs.
 * Pure and deterministic; every list is sorted by resource, action and principal, with one entry an action: a condition is
 * named only where nothing is held without one.
 */
export interface AccessIndex {
  /** Stands for all principals together: what is given to everyone is its own, and not repeated for each. */
  readonly everyone: Address;
  has(principal: Address): boolean;
  /** What a principal holds, without what everyone does; of a part of a resource only what it does not hold on the whole in the same way. */
  held(principal: Address): readonly EffectivePermission[];
  /** Who holds something on a resource, without those who only hold what everyone does. */
  holders(resource: string): readonly EffectivePermission[];
  /**
   * What a principal holds on one resource, as one of everyone, too.
   * @param beside resources that are asked about as well: what it holds alike on one of which this one is a part may be left out here,
   * where two states are compared only as far as both are alike
   */
  on(principal: Address, resource: string, beside?: readonly string[]): readonly EffectivePermission[];
  /** Resources that a spelling by a person means, in full or without its place; sorted, each before the parts of it that have permissions of their own. */
  resolve(text: string): readonly string[];
}

/** One principal, and the resources on which a set of changes can make a difference for it. Sorted, without doubles. */
export type Affected = { readonly principal: Address; readonly resources: readonly string[] };
