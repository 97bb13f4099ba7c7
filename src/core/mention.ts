import type { Address } from './address.ts';
import type { Loaded } from './desired/types.ts';
import type { Reason } from './errors.ts';

/** Something that a change needs to be there, and that the plan neither makes nor has read. */
export type Mention = {
  /** Of the change. */ readonly address: Address;
  /** What the source's reader looks up: equal for equal things, the provider's to spell. */
  readonly name: string;
  /** For people: `the group exporters`. */ readonly what: string;
  /** Blocks the change where it is not there; `mend` follows what its message says. */ readonly missing: Reason;
  /** A sentence or more, where the look-up does not find what was meant. */ readonly mend: string;
};

/** Where the documents of the head declare the identities of one source: path by address. */
export type Declared = ReadonlyMap<Address, string>;

export function declaredIn(source: string, { state }: Pick<Loaded, 'state'>): Declared {
  const own = state.identities.filter((identity) => identity.source === source);
  return new Map(own.map(({ address, location }) => [address, location.path]));
}

/** What to do about an identity that is not there, as a sentence. @param otherwise where no document declares it */
export function missingMend(address: Address | null, declared: Declared, otherwise: string): string {
  const path = address === null ? undefined : declared.get(address);
  if (path === undefined) return otherwise;
  return `${path} declares ${address}, which is not applied: name it in a Reconciliation with the verb correct, in this pull request or before it.`;
}

/** What a look-up found. `instead`: what was meant, as a sentence in place of the mention's mend. `unfit`: it is there, and the change cannot have it. `unknown`: it could not be looked up, which is no absence. */
export type Existence =
  | { readonly kind: 'there' }
  | { readonly kind: 'absent'; readonly instead: string | null }
  | { readonly kind: 'unfit'; readonly reason: Reason }
  | { readonly kind: 'unknown'; readonly reason: Reason };

/** By name. */
export type Existences = ReadonlyMap<string, Existence>;

/** Each unknown, for the same reason. */
export function allUnknown(names: readonly string[], reason: Reason): Existences {
  return new Map(names.map((name) => [name, { kind: 'unknown', reason }]));
}
