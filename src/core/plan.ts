import type { Address } from './address.ts';
import type { Attributes } from './attributes.ts';
import type { Reason } from './errors.ts';
import type { Json, Sha256 } from './json.ts';
import type { Target } from './live.ts';

export type Action = 'create' | 'update' | 'delete' | 'disable' | 'replace' | 'forget' | 'describe';

export type Verb = 'correct' | 'remove' | 'rotate';

/** What a document says about an identity besides its spec. Absent values are null, so that the shape never varies. */
export type IdentityMetadata = {
  readonly owner: string | null;
  readonly purpose: string | null;
  /** RFC 3339 full-date. */
  readonly expires: string | null;
  readonly consumers: readonly string[];
  /** Identities of any source that are made before this one and removed after it, sorted. */
  readonly dependsOn: readonly Address[];
  /** The tool that gives the object up to this document, as `managedBy` calls it. */
  readonly adopts: string | null;
};

/**
 * The smallest effect: one call, or one transaction. The steps of one change form a chain in array order.
 * `expect` and `result` are predictions of what this step reads or writes, as seen through its own connection,
 * with the effects of earlier steps included; null means that the object does not exist.
 */
export type Step = {
  /** `<address>#<number from 1>`. */
  readonly id: string;
  /** Step ids of other identities. */
  readonly dependsOn: readonly string[];
  readonly stage: number;
  readonly effect: Json;
  readonly expect: Attributes | null;
  readonly result: Attributes | null;
  /** `intent`: the ledger says first that it is about to happen. Every creation is one. */
  readonly repeat: 'idempotent' | 'intent';
};

export type Change = {
  readonly address: Address;
  readonly action: Action;
  readonly metadata: { readonly before: IdentityMetadata | null; readonly after: IdentityMetadata | null };
  readonly incarnation: string | null;
  readonly before: Attributes | null;
  readonly after: Attributes | null;
  readonly steps: readonly Step[];
  readonly irreversible: readonly Reason[];
  readonly blocked: readonly Reason[];
};

/** The facts that decide what is executed, and nothing else. Its canonical form is what the digest names. */
export type Plan = {
  readonly formatVersion: '1';
  readonly sources: readonly { readonly name: string; readonly provider: string; readonly target: Target }[];
  readonly desired: readonly {
    readonly address: Address;
    readonly base: Sha256 | null;
    readonly head: Sha256 | null;
  }[];
  readonly governance: readonly { readonly path: string; readonly base: Sha256 | null; readonly head: Sha256 | null }[];
  readonly requests: readonly { readonly address: Address; readonly verb: Verb }[];
  /** Sorted by address. */
  readonly changes: readonly Change[];
};
