import type { Envelope } from './entry.ts';

/** Files under a ledger: path to bytes. A store is a branch, or a folder. */
export interface LedgerStore {
  /** Newest revision, or null when the ledger does not exist. */
  revision(): Promise<string | null>;
  /** The file at a revision, or null when there is none. */
  read(revision: string, path: string): Promise<Uint8Array | null>;
  /** One commit with these files, only when `revision` is still the newest. @returns the new revision, or null when somebody else was faster. */
  commit(revision: string | null, files: ReadonlyMap<string, Uint8Array>, message: string): Promise<string | null>;
}

/** Signs the DSSE pre-authentication encoding of an entry. */
export interface Signer {
  readonly keyId: string | null;
  sign(message: Uint8Array): Promise<Uint8Array | null>;
}

/** What a verifier makes of an envelope. `signedAt`: seconds since 1970 by the issuer's clock, where the signature tells. */
export type Verdict =
  | { readonly kind: 'trusted'; readonly signer: string; readonly signedAt?: number }
  | { readonly kind: 'refused'; readonly why: string };

/** Says who signed an envelope, by trust roots from outside the ledger. With signing `none` every entry is trusted, as `unsigned`. */
export interface Verifier {
  verify(envelope: Envelope): Promise<Verdict>;
}
