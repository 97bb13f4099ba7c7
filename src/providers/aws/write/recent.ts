import type { Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import { leavesOf, sameLeaf, type Leaves } from '../../../core/leaves.ts';
import type { Observation } from '../../../core/ports.ts';
import { restricted, type Units } from './units.ts';

type Confirmed = { readonly incarnation: string | null; readonly parts: readonly { units: Units; leaves: Leaves }[] };

/**
 * What this writer has seen of its own writes. IAM answers from copies that may lag, so that a later answer may be an earlier state;
 * one that contradicts what was seen is asked for again before it is believed.
 */
export class Recent {
  readonly #confirmed = new Map<Address, Confirmed>();

  /** @param found what was seen after the write, restricted to its units; no attributes: the object is gone */
  confirm(address: Address, units: Units, found: Observation): void {
    const { incarnation, attributes } = found;
    const earlier = this.#confirmed.get(address);
    const parts = attributes === null ? [] : [{ units, leaves: leavesOf(attributes) }];
    const kept = earlier?.incarnation === incarnation ? earlier.parts.filter((one) => !overlaps(one.units, units)) : [];
    this.#confirmed.set(address, { incarnation, parts: [...kept, ...parts] });
  }

  /** What a step is about to write is no longer known: a whole object where it is made or ended. */
  release(address: Address, units: Units, whole: boolean): void {
    const known = this.#confirmed.get(address);
    if (known === undefined) return;
    if (whole) this.#confirmed.delete(address);
    else this.#confirmed.set(address, { ...known, parts: known.parts.filter((one) => !overlaps(one.units, units)) });
  }

  /** @param found everything, or what a look at some units found */
  contradicts(
    address: Address,
    found: { incarnation: string | null; attributes: Attributes | null },
    looked: Units | null,
  ): boolean {
    const known = this.#confirmed.get(address);
    if (known === undefined) return false;
    if (known.incarnation !== found.incarnation) return true;
    const { attributes } = found;
    if (attributes === null) return false;
    return known.parts
      .filter(({ units }) => looked === null || looked.kind === 'everything' || covers(looked, units))
      .some(({ units, leaves }) => !sameLeaves(leaves, leavesOf(restricted(attributes, units))));
  }

  /** Somebody changed it after all. */
  forget(address: Address): void {
    this.#confirmed.delete(address);
  }
}

function sameLeaves(left: Leaves, right: Leaves): boolean {
  return left.size === right.size && [...left].every(([pointer, leaf]) => sameLeaf(leaf, right.get(pointer)));
}

function overlaps(left: Units, right: Units): boolean {
  return [...left.attributes].some((key) => {
    if (!right.attributes.has(key)) return false;
    const [some, others] = [left.members.get(key), right.members.get(key)];
    return some === undefined || others === undefined || [...some].some((member) => others.has(member));
  });
}

function covers(looked: Units, units: Units): boolean {
  return [...units.attributes].every((key) => {
    if (!looked.attributes.has(key)) return false;
    const [some, wanted] = [looked.members.get(key), units.members.get(key)];
    return some === undefined || (wanted !== undefined && [...wanted].every((member) => some.has(member)));
  });
}
