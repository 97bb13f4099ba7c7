import type { LedgerWriter } from '../../../src/core/ledger/append.ts';
import type { Anchor } from '../../../src/core/ledger/entry.ts';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import type { Verifier } from '../../../src/core/ledger/ports.ts';
import { verifyLedger, type Verification } from '../../../src/core/ledger/verify.ts';
import type { MemoryLedger } from '../../support/memory-ledger.ts';
import { makeKeys } from '../../support/ledger-writer.ts';

export const keys = makeKeys('k1');

export function verify(
  store: MemoryLedger,
  verifier: Verifier = keys.verifier,
  anchor: Anchor | null = null,
): Promise<Verification> {
  const { files } = store;
  return verifyLedger(
    { paths: [...files.keys()], read: (path) => Promise.resolve(files.get(path) ?? new Uint8Array()) },
    verifier,
    anchor,
  );
}

export async function anchorOf(writer: LedgerWriter): Promise<Anchor> {
  const { head } = await openLedger(writer);
  return { index: head.predicate.index, hash: head.hash };
}

export function first(verification: Verification): string {
  const [problem] = verification.problems;
  return problem === undefined ? 'sound' : `${problem.code} at ${problem.index}`;
}

export function file(store: MemoryLedger, index: number): Uint8Array {
  return store.files.get(entryPath(index)) ?? new Uint8Array();
}

/** The signed entry's file with another body: what an editor of the branch would make of it. */
export function edited(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const envelope = JSON.parse(Buffer.from(bytes).toString()) as { payload: string };
  const payload = Buffer.from(envelope.payload, 'base64').toString().replace(from, to);
  return Buffer.from(
    JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString('base64') }, [
      'payload',
      'payloadType',
      'signatures',
      'keyid',
      'sig',
    ]),
  );
}
