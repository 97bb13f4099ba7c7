import { describe, expect, it } from 'vitest';
import { append, beginLedger } from '../../../src/core/ledger/append.ts';
import type { EntryDraft } from '../../../src/core/ledger/entry.ts';
import { verifyLedger } from '../../../src/core/ledger/verify.ts';
import { AT, makeKeys } from '../../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';

const BATCH = 500;

/** Processor milliseconds for one entry, ten times what a slow machine took. */
const BOUND = 2;

describe('verifying a large ledger', () => {
  it('costs an entry the same in one that is ten times as long', async () => {
    const keys = makeKeys('trusted');
    const store = new MemoryLedger({ history: false });
    const writer = { store, ...keys, anchor: null, writer: 'run' };
    await beginLedger(writer, { type: 'genesis', ledgerId: 'l', signers: ['trusted'], governance: {}, tip: 't' }, AT);
    let entries = 1;
    const costOf = async (length: number): Promise<number> => {
      for (; entries < length; entries += BATCH) {
        const drafts = Array.from({ length: BATCH }, (_, offset) => note(entries + offset));
        await append(writer, { drafts, blobs: [], at: AT, basis: null, overtakenBy: () => false });
      }
      const read = (path: string): Promise<Uint8Array> => Promise.resolve(store.files.get(path) ?? new Uint8Array());
      const start = process.cpuUsage();
      const { sound, entries: counted } = await verifyLedger(
        { paths: [...store.files.keys()], read },
        keys.verifier,
        null,
      );
      const { user, system } = process.cpuUsage(start);
      expect({ sound, counted }).toEqual({ sound: true, counted: entries });
      return (user + system) / 1000 / entries;
    };
    const [short, long] = [await costOf(2000), await costOf(20_000)];
    expect(long, `${short} ms before`).toBeLessThan(BOUND);
    expect(long / short, `${long} after ${short} ms`).toBeLessThan(2.5);
  });
});

/** An entry of usual size, for one of some two thousand pull requests. */
function note(index: number): EntryDraft {
  const content = { index, values: Array.from({ length: 8 }, (_, each) => `value ${each}`) };
  return { pullRequest: (index % 2000) + 1, digest: someHash('plan'), body: { type: 'drift', content } };
}
