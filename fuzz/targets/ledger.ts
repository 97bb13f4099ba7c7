import { canonicalize, sha256 } from '../../src/core/digest.ts';
import type { Json } from '../../src/core/json.ts';
import { PullIndex } from '../../src/core/ledger/pull-index.ts';
import { openEntry, sealEntry } from '../../src/core/ledger/seal.ts';
import { unsigned } from '../../src/core/ledger/signing.ts';
import { canonicalState, INITIAL_STATE, readState, StateBuilder } from '../../src/core/ledger/state.ts';
import { verifyLedger, type LedgerFiles } from '../../src/core/ledger/verify.ts';
import { begun, enter, makeKeys, note } from '../../test/support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../../test/support/memory-ledger.ts';
import { eventuallyRefusable, holds, same } from '../oracle.ts';
import type { Target } from '../target.ts';

const HASH = someHash('any');
const ACTOR = { id: 1, login: 'ana' };
const REASON = { code: 'c', message: 'm', pointer: '/p' };
const BODIES: readonly Json[] = [
  { type: 'genesis', ledgerId: 'l', signers: ['k'], governance: { a: HASH }, tip: 't' },
  {
    type: 'planned',
    run: 'r',
    code: 'c',
    head: 'h',
    baseBranch: 'main',
    body: HASH,
    assessment: HASH,
    mustQuote: false,
    because: 'first',
    senders: [ACTOR],
  },
  { type: 'published', run: 'r', commentId: 1, createdAt: '2026-01-01T00:00:00Z', head: 'h', senders: [] },
  { type: 'judged', run: 'r', head: 'h', pull: HASH },
  { type: 'ended', run: 'r', because: 'unconcerned', head: 'h' },
  {
    type: 'approved',
    applyId: HASH,
    landing: 'l',
    run: 'r',
    reviews: [{ id: 1, reviewer: ACTOR }],
    rules: { before: HASH, tip: HASH },
  },
  { type: 'refused', applyId: null, landing: null, reasons: [REASON] },
  { type: 'apply-started', applyId: HASH, landing: 'l', epoch: 1, holder: 'h', steps: [{ id: 's', repeat: 'intent' }] },
  { type: 'intent', applyId: HASH, stepId: 's', commitment: HASH },
  { type: 'receipt', applyId: HASH, stepId: 's', kind: 'applied', found: null, reasons: [], remains: ['x'] },
  { type: 'follow-up', applyId: HASH, branch: 'b', commit: 'c' },
  {
    type: 'apply-finished',
    applyId: HASH,
    landing: 'l',
    result: 'partial',
    applied: ['a'],
    unapplied: [{ address: 'b', contributors: [ACTOR], incomplete: null }],
    settled: null,
  },
];

const WORDS = [
  '"type":',
  '"index":',
  '"previous":null',
  '"state":',
  '"pullRequest":null',
  '"ledgerId":',
  '"signatures":[]',
  '"payload":"',
  '"payloadType":"application/vnd.in-toto+json"',
  '"sha256:',
  HASH,
  '"children":{}',
  '"pulls":{}',
  '"chunks":',
  '"entries":[]',
  '"formatVersion":"1"',
  '"unfinished":[]',
  '"settled":null',
  '"applyId":',
  '"__proto__":',
  '{"a":1}',
];

/** An entry of any content, with nobody's signature: what opens seals to the same bytes again. */
export function entryTarget(open: typeof openEntry = openEntry): Target {
  return {
    name: 'ledger-entry',
    seeds: BODIES.map(statementOf),
    words: WORDS,
    share: 100_000,
    check: async (input) => {
      for (const bytes of [input, enveloped(input)]) {
        const opened = await open(bytes, unsigned);
        if (opened.kind === 'malformed') holds(opened.why.length < 5_000, 'a long complaint');
        if (opened.kind !== 'entry') continue;
        const { predicate, digest, hash } = opened.entry;
        const sealed = await sealEntry(predicate, digest, unsigned);
        const signatures = Buffer.from(bytes).includes('"signatures":[]');
        if (signatures)
          same('an entry that is sealed again', Buffer.from(sealed.bytes).toString(), Buffer.from(bytes).toString());
        same('the hash of an entry', hash, sha256(bytes));
      }
    },
  };
}

function statementOf(body: Json): string {
  return canonicalize({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'plan', digest: { sha256: HASH.slice(7) } }],
    predicateType: 'https://countersign.dev/ledger/entry/v1',
    predicate: {
      ledgerId: 'l',
      index: 0,
      previous: null,
      state: HASH,
      writer: 'w',
      at: '2026-01-01T00:00:00Z',
      pullRequest: 7,
      body,
    },
  });
}

function enveloped(payload: Uint8Array): Uint8Array {
  return Buffer.from(
    canonicalize({
      payload: Buffer.from(payload).toString('base64'),
      payloadType: 'application/vnd.in-toto+json',
      signatures: [],
    }),
  );
}

const NODE = canonicalize({ children: { 0: HASH }, pulls: { 7: { chunks: 1, last: HASH } } });
const STATE = canonicalize({
  ...INITIAL_STATE,
  unfinished: [{ applyId: HASH, pullRequest: 7, landing: 'l' }],
  unapplied: HASH,
});
const UNAPPLIED = canonicalize({ a: { pullRequest: 7, contributors: [ACTOR] } });

/** Files that follow from entries, each with the hash that a signed entry would name. */
export function stateTarget(read: typeof readState = readState): Target {
  return {
    name: 'ledger-state',
    seeds: [NODE, STATE, UNAPPLIED, canonicalize({ previous: null, entries: [{ index: 3, hash: HASH }] })],
    words: WORDS,
    share: 80_000,
    check: async (bytes) => {
      const give = (): Promise<Uint8Array> => Promise.resolve(bytes);
      const named = sha256(bytes);
      const state = await eventuallyRefusable(() => read(give, named));
      if (state !== null) same('a state that is written again', canonicalState(state), Buffer.from(bytes).toString());
      await eventuallyRefusable(() => new StateBuilder(give, { ...INITIAL_STATE, unapplied: named }).unapplied());
      await eventuallyRefusable(() => new PullIndex(give, named).entries(7));
      await eventuallyRefusable(() => new PullIndex(leafAt(bytes), sha256(rootTo(bytes))).entries(7));
      await eventuallyRefusable(() => new PullIndex(give, named).add(7, { index: 1, hash: HASH }));
    },
  };
}

/** A root that leads to a leaf, so that what leaves say is read, too. */
function rootTo(leaf: Uint8Array): Uint8Array {
  return pathTo(leaf)[0] ?? leaf;
}

function pathTo(leaf: Uint8Array): readonly Uint8Array[] {
  const path: Uint8Array[] = [leaf];
  for (let depth = 0; depth < 3; depth += 1)
    path.unshift(Buffer.from(canonicalize({ children: { 0: sha256(path[0] ?? leaf) }, pulls: {} })));
  return path;
}

function leafAt(leaf: Uint8Array): (path: string) => Promise<Uint8Array | null> {
  const path = pathTo(leaf);
  return (name) => Promise.resolve(name.startsWith('index/nodes/') ? (path[name.split('/').length - 4] ?? leaf) : leaf);
}

/** One byte or more of a signed ledger is another: the verification says so, whichever file it was. */
export async function verificationTarget(verify: typeof verifyLedger = verifyLedger): Promise<Target> {
  const keys = makeKeys('k1');
  const store = new MemoryLedger();
  const writer = await begun(store, keys);
  for (const name of ['one', 'two', 'three']) await enter(writer, [note(name)]);
  const files = [...store.files].filter(([path]) => path !== 'head.json');
  return {
    name: 'ledger-verify',
    seeds: files.map(([, bytes], index) => `${String.fromCharCode(index)}${Buffer.from(bytes).toString()}`),
    words: WORDS,
    share: 12_000,
    check: async (input) => {
      const [path, original] = files[(input[0] ?? 0) % files.length] ?? ['', new Uint8Array()];
      const bytes = input.subarray(1);
      const altered: LedgerFiles = {
        paths: [...store.files.keys()],
        read: (asked) => Promise.resolve(asked === path ? bytes : (store.files.get(asked) ?? new Uint8Array())),
      };
      const { sound, problems } = await verify(altered, keys.verifier, null);
      same(`a ledger whose ${path} is altered`, sound, Buffer.from(original).equals(bytes));
      holds(sound === (problems.length === 0), 'a problem that is not named');
    },
  };
}
