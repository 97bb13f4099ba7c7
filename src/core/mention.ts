import type { Address } from './address.ts';
import type { Reason } from './errors.ts';

/** Something that a change needs to be there, and that the plan neither makes nor has read. */
export type Mention = {
  /** Of the change. */ readonly address: Address;
  /** What the source's reader looks up: equal for equal things, the provider's to spell. */
  readonly name: string;
  /** For people: `the group exporters`. */ readonly what: string;
  /** Blocks the change where it is not there. */ readonly missing: Reason;
};

/** What a look-up found. `instead`: what is there in its place, as a sentence goes on after `There is`. `unknown`: it could not be looked up, which is no absence. */
export type Existence =
  | { readonly kind: 'there' }
  | { readonly kind: 'absent'; readonly instead: string | null }
  | { readonly kind: 'unknown'; readonly reason: Reason };

/** By name. */
export type Existences = ReadonlyMap<string, Existence>;

/** Each unknown, for the same reason. */
export function allUnknown(names: readonly string[], reason: Reason): Existences {
  return new Map(names.map((name) => [name, { kind: 'unknown', reason }]));
}
