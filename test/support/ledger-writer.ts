import { generateKeyPairSync } from 'node:crypto';
import { append, beginLedger, type Appended, type LedgerWriter } from '../../src/core/ledger/append.ts';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { EntryDraft, LedgerBlob, LedgerEntry } from '../../src/core/ledger/entry.ts';
import type { LedgerStore, Signer, Verifier } from '../../src/core/ledger/ports.ts';
import { ed25519Signer, ed25519Verifier, unsigned } from '../../src/core/ledger/signing.ts';
import { MemoryLedger, someHash } from './memory-ledger.ts';

export const AT = '2026-03-02T10:00:00Z';

export type Keys = {
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly pem: string;
  readonly spki: string;
};

export function makeKeys(keyId: string): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return { signer: ed25519Signer(keyId, pem), verifier: ed25519Verifier({ [keyId]: spki }), pem, spki };
}

export const trial: Pick<Keys, 'signer' | 'verifier'> = { signer: unsigned, verifier: unsigned };

export async function begun(
  store: LedgerStore,
  keys: Pick<Keys, 'signer' | 'verifier'>,
  ledgerId = 'ledger-1',
): Promise<LedgerWriter> {
  const writer = { store, ...keys, anchor: null, writer: 'run 1' };
  await beginLedger(writer, { type: 'genesis', ledgerId, signers: [], governance: {}, tip: 'tip0' }, AT);
  return writer;
}

export function draft(body: EntryBody, pullRequest: number | null = 7): EntryDraft {
  return { pullRequest, digest: someHash('plan'), body };
}

/** Something to enter that refers to nothing else. */
export function note(name: string, pullRequest: number | null = 7): EntryDraft {
  return draft({ type: 'drift', content: { name } }, pullRequest);
}

export async function enter(
  writer: LedgerWriter,
  drafts: readonly EntryDraft[],
  blobs: readonly LedgerBlob[] = [],
): Promise<readonly LedgerEntry[]> {
  const result: Appended = await append(writer, { drafts, blobs, at: AT, basis: null, overtakenBy: () => false });
  if (result.kind !== 'appended') throw new Error('overtaken');
  return result.entries;
}

export async function ledgerOf(
  length: number,
  keys: Pick<Keys, 'signer' | 'verifier'>,
): Promise<{ store: MemoryLedger; writer: LedgerWriter }> {
  const store = new MemoryLedger();
  const writer = await begun(store, keys);
  for (let index = 1; index < length; index += 1)
    await enter(writer, [note(`entry ${index}`, index % 3 === 0 ? null : (index % 5) + 1)]);
  return { store, writer };
}
