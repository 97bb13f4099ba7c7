import type { AccessChange } from '../access/difference.ts';
import type { EffectivePermission } from '../access/effective.ts';
import type { Address } from '../address.ts';

/** What one source's changes do by themselves. */
export type Acting = {
  /** In the order of the plan: those that have something to do. */
  readonly changes: readonly Address[];
  /** Whether a change gives something directly. */
  readonly gives: (address: Address, permission: EffectivePermission) => boolean;
  /** Whether it gives anything directly. */
  readonly givesAny: (address: Address) => boolean;
};

/**
 * Finds the change by which somebody gains whom the plan does not change: who gave up the ownership that it comes from; the end of
 * the way, where that is given just this; otherwise the nearest on the way that is given anything, or that changes; otherwise the
 * first to act.
 */
export class Causes {
  readonly #acting: Acting;
  readonly #changes: ReadonlySet<Address>;
  readonly #formerOwners = new Map<string, Address>();

  constructor(acting: Acting) {
    this.#acting = acting;
    this.#changes = new Set(acting.changes);
  }

  /** Learns from every difference who gives up what it owns. */
  learn({ kind, permission: { path, principal, resource } }: AccessChange): void {
    if (kind !== 'lost' || path.basis !== 'ownership' || path.through.length > 0) return;
    if (this.#changes.has(principal)) this.#formerOwners.set(resource, principal);
  }

  of(gain: EffectivePermission): Address | null {
    const { basis, through } = gain.path;
    const former = basis === 'ownership' ? this.#formerOwners.get(gain.resource) : undefined;
    const end = through.at(-1);
    if (former !== undefined) return former;
    if (end !== undefined && this.#changes.has(end) && this.#acting.gives(end, gain)) return end;
    const nearest = through.find((address) => this.#changes.has(address) && this.#acting.givesAny(address));
    // What only refuses gives nothing, and gives all the same where it refuses less.
    return nearest ?? through.find((address) => this.#changes.has(address)) ?? this.#acting.changes[0] ?? null;
  }
}
