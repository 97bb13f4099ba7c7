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

/** Says who signed an envelope, by trust roots from outside the ledger. */
export interface Verifier {
  /** The signer's name when an envelope's signature is trusted; null when not. With signing `none` every entry is trusted, as `unsigned`. */
  verify(envelope: Envelope): Promise<string | null>;
}
