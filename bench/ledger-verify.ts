import { append, beginLedger } from '../src/core/ledger/append.ts';
import type { EntryDraft } from '../src/core/ledger/entry.ts';
import { openLedger } from '../src/core/ledger/open.ts';
import { verifyLedger } from '../src/core/ledger/verify.ts';
import { makeKeys, trial } from '../test/support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../test/support/memory-ledger.ts';
import { TokenKey } from '../test/support/workflow-tokens.ts';

const ENTRIES = Number(process.argv[2] ?? 100_000);
const BATCH = 500;
const AT = '2026-03-02T10:00:00Z';

const keys = signedBy(process.argv[3] ?? 'ed25519');
const store = new MemoryLedger({ history: false });
const writer = { store, ...keys, anchor: null, writer: 'bench' };
await beginLedger(writer, { type: 'genesis', ledgerId: 'bench', signers: ['bench'], governance: {}, tip: 'tip' }, AT);
await timed(`wrote ${ENTRIES} entries`, async () => {
  for (let written = 1; written < ENTRIES; written += BATCH) {
    const drafts = Array.from({ length: Math.min(BATCH, ENTRIES - written) }, (_, offset) => receipt(written + offset));
    await append(writer, { drafts, blobs: [], at: AT, basis: null, overtakenBy: () => false });
  }
});
const { head } = await openLedger(writer);
const verification = await timed(`verified ${head.predicate.index + 1} entries`, () =>
  verifyLedger(
    { paths: [...store.files.keys()], read: (path) => Promise.resolve(store.files.get(path) ?? new Uint8Array()) },
    keys.verifier,
    null,
  ),
);
console.log(
  `${verification.sound ? 'sound' : JSON.stringify(verification.problems.slice(0, 3))}, ${store.files.size} files`,
);

function signedBy(kind: string) {
  if (kind === 'none') return trial;
  if (kind === 'ed25519') return makeKeys('bench');
  const issuer = new TokenKey('bench');
  return { signer: issuer.signer(), verifier: issuer.verifier() };
}

/** An entry of usual size, for one of some two thousand pull requests. */
function receipt(index: number): EntryDraft {
  const content = {
    index,
    note: 'what a drift report says about one identity',
    values: Array.from({ length: 8 }, (_, each) => `value ${each}`),
  };
  return { pullRequest: (index % 2000) + 1, digest: someHash('plan'), body: { type: 'drift', content } };
}

async function timed<T>(what: string, action: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const used = process.cpuUsage();
  const result = await action();
  const { user, system } = process.cpuUsage(used);
  console.log(
    `${what} in ${((performance.now() - start) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`,
  );
  return result;
}
