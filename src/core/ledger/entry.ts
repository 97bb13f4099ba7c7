import type { Sha256 } from '../json.ts';
import type { EntryBody } from './bodies.ts';

/** DSSE envelope (secure-systems-lab/dsse, protocol 1.0.2): payload and signatures are base64. An entry's payload is an in-toto Statement. */
export type Envelope = {
  readonly payloadType: string;
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
};

/** in-toto Statement v1. The subject is the plan by its digest, or the ledger by the hash of its id where there is no plan. */
export type Statement = {
  readonly _type: 'https://in-toto.io/Statement/v1';
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
  /** Hash of the ledger's state (LedgerState) with all entries before this one; null only for `genesis`. Authenticates the index. */
  readonly state: Sha256 | null;
  /** The run that wrote the entry, so that no two writers ever make the same one. */
  readonly writer: string;
  /** RFC 3339, whole seconds, the writer's clock: for people; nothing is decided from it. */
  readonly at: string;
  /** Pull request number; null for entries that belong to none. */
  readonly pullRequest: number | null;
  readonly body: EntryBody;
};

/** An entry before the ledger gives it its place in the chain. `digest` is the plan's. */
export type EntryDraft = {
  readonly pullRequest: number | null;
  readonly digest: Sha256 | null;
  readonly body: EntryBody;
};

/** A trusted entry as read back: its predicate, the hash that the next one links to, and who signed it when. */
export type LedgerEntry = {
  readonly predicate: EntryPredicate;
  readonly digest: Sha256 | null;
  readonly hash: Sha256;
  readonly signer: string;
  /** Seconds since 1970 by the issuer's clock; absent where a signature tells no time. */
  readonly signedAt?: number;
};

/** A place in the chain that is known from outside the ledger: later ledgers must extend it. */
export type Anchor = { readonly index: number; readonly hash: Sha256 };

/** Content kept by the hash of its bytes beside the entries: canonical plans and assessments, comment bodies. */
export type LedgerBlob = { readonly hash: Sha256; readonly bytes: Uint8Array };
