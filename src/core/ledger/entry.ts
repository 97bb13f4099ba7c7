import type { Json, JsonObject, Sha256 } from "../json.ts";

export const ENTRY_TYPES = [
  "genesis",
  "planned",
  "published",
  "approved",
  "refused",
  "apply-started",
  "intent",
  "receipt",
  "apply-finished",
  "drift",
  "exception",
  "emergency",
] as const;

export type EntryType = (typeof ENTRY_TYPES)[number];

/** DSSE envelope (secure-systems-lab/dsse, protocol 1.0.2): payload and signatures are base64. */
export type Envelope = {
  readonly payloadType: "application/vnd.in-toto+json";
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
};

/** in-toto Statement v1. The subject is the plan's digest, or the ledger itself where there is no plan. */
export type Statement = {
  readonly _type: "https://in-toto.io/Statement/v1";
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: string;
  readonly predicate: EntryPredicate;
};

export type EntryPredicate = {
  readonly ledgerId: string;
  /** From 0, without gaps. */
  readonly index: number;
  /** Hash of the previous trusted entry's canonical envelope; null only for `genesis`. */
  readonly previous: Sha256 | null;
  readonly type: EntryType;
  /** RFC 3339, whole seconds, the writer's clock: for people; nothing is decided from it. */
  readonly at: string;
  /** Pull request number; null for entries that belong to none. */
  readonly pullRequest: number | null;
  readonly body: JsonObject;
};

/** An entry before the ledger gives it its place in the chain. */
export type EntryDraft = {
  readonly type: EntryType;
  readonly pullRequest: number | null;
  readonly digest: Sha256 | null;
  readonly body: JsonObject;
};

/** An entry as read back: its predicate, the hash that the next one links to, and whether its signer is trusted. */
export type LedgerEntry = {
  readonly predicate: EntryPredicate;
  readonly digest: Sha256 | null;
  readonly hash: Sha256;
  readonly trusted: boolean;
  readonly signer: string | null;
};

/** The end of the chain: where an append continues. `revision` is the store's compare-and-swap token (a commit id). */
export type LedgerHead = { readonly revision: string; readonly ledgerId: string; readonly index: number; readonly hash: Sha256 };

/** Content kept by its hash beside the entries: plans, assessments, bodies. */
export type LedgerBlob = { readonly hash: Sha256; readonly value: Json };
