import type { Address } from './address.ts';
import type { Credential } from './credentials.ts';
import type { Reason } from './errors.ts';
import type { JsonObject } from './json.ts';

/**
 * Who is really talked to: provider-chosen identifying facts (system identifier, account id, cluster uid).
 * Part of the plan, so nothing in it may move by itself (no versions, no host names that fail over).
 */
export type Target = { readonly [fact: string]: string };

/** One identity as the live system has it. `attributes` is everything the kind models, in the provider's full normal form. */
export type LiveObject = {
  readonly address: Address;
  readonly kind: string;
  /** uid, OID, RoleId: an object recreated under the same name has another one. */
  readonly incarnation: string;
  readonly attributes: JsonObject;
  /** Read with it but never managed: ownership, age. Not part of a plan. `lastUsed`: RFC 3339, only where the system tells. */
  readonly facts: JsonObject;
  /** Left out where the system does not tell of any kind of them. */ readonly credentials?: readonly Credential[];
  /** Another tool's claim on the object (Terraform, Helm …): observed only, unless its document adopts it. */
  readonly managedBy?: Manager;
};

/**
 * `evidence`: where that is seen, one phrase. `pointer`: JSON Pointer of the mark among the attributes, where a document can write it; `value`: what stands there.
 * `reserved`: by the system itself, which gives nothing up.
 */
export type Manager = {
  readonly tool: string;
  readonly evidence: string;
  readonly pointer?: string;
  readonly value?: string;
  readonly reserved?: true;
};

/** Something that could not be read. Without an address it concerns the whole source. Never an absence. */
export type Unreadable = {
  readonly address: Address | null;
  /** JSON Pointer into the attributes; null: the whole object. */
  readonly pointer: string | null;
  readonly reason: Reason;
};

/** A live fact that no kind models yet, by name: listed wherever it is met. */
export type NotModelled = { readonly address: Address | null; readonly what: string; readonly detail: string };

/** Reasons for which a provider keeps a value to itself that it has read. */
const WITHHELD: ReadonlySet<string> = new Set(['text-secret', 'setting-not-shown']);

/** An attribute that was read and is not shown; everything else that is unreadable was not read. */
export function isWithheld({ pointer, reason }: Unreadable): boolean {
  return pointer !== null && WITHHELD.has(reason.code);
}

/** What a source held at one moment. Serialisable, so that it can be read in a job of its own. */
export type LiveState = {
  readonly source: string;
  readonly provider: string;
  readonly target: Target;
  /** Sorted by address. */
  readonly objects: readonly LiveObject[];
  readonly unreadable: readonly Unreadable[];
  readonly notModelled: readonly NotModelled[];
  /** Provider-defined facts about the source as a whole that steps and access need (version, catalogue of objects, the writer's capabilities). */
  readonly facts: JsonObject;
};

/** Whether nothing can be concluded from it: no provider is asked about such a state, whose facts may be none of its own. */
export function isWhollyUnread({ unreadable }: Pick<LiveState, 'unreadable'>): boolean {
  return unreadable.some(({ address }) => address === null);
}
