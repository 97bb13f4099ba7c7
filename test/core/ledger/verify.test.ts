import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerWriter } from '../../../src/core/ledger/append.ts';
import type { Anchor } from '../../../src/core/ledger/entry.ts';
import { blobPath, entryPath } from '../../../src/core/ledger/layout.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import type { Verifier } from '../../../src/core/ledger/ports.ts';
import { sealEntry } from '../../../src/core/ledger/seal.ts';
import { verifyLedger, type Verification } from '../../../src/core/ledger/verify.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';
import { begun, draft, enter, ledgerOf, makeKeys, note, trial } from '../../support/ledger-writer.ts';

const keys = makeKeys('k1');

function verify(
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

async function anchorOf(writer: LedgerWriter): Promise<Anchor> {
  const { head } = await openLedger(writer);
  return { index: head.predicate.index, hash: head.hash };
}

function first(verification: Verification): string {
  const [problem] = verification.problems;
  return problem === undefined ? 'sound' : `${problem.code} at ${problem.index}`;
}

function file(store: MemoryLedger, index: number): Uint8Array {
  return store.files.get(entryPath(index)) ?? new Uint8Array();
}

/** The signed entry's file with another body: what an editor of the branch would make of it. */
function edited(bytes: Uint8Array, from: string, to: string): Uint8Array {
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

describe.each([
  ['signed', keys],
  ['unsigned', trial],
] as const)('a %s ledger', (_, { signer, verifier }) => {
  test('that nobody touched is sound', async () => {
    const { store, writer } = await ledgerOf(12, { signer, verifier });
    expect(await verify(store, verifier, await anchorOf(writer))).toMatchObject({
      sound: true,
      entries: 12,
      ledgerId: 'ledger-1',
      problems: [],
      foreign: [],
    });
  });

  test('with one byte of an entry altered is not, and the entry is named', async () => {
    const { store } = await ledgerOf(6, { signer, verifier });
    const original = file(store, 3);
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), async (position, change) => {
        store.files.set(entryPath(3), original.with(position, (original[position] ?? 0) ^ change));
        const { problems } = await verify(store, verifier);
        expect(problems[0]?.index).toBe(3);
      }),
      { numRuns: 150 },
    );
  });

  test('whose entry says something else is not, also when it is well formed', async () => {
    const { store } = await ledgerOf(6, { signer, verifier });
    store.files.set(entryPath(3), edited(file(store, 3), 'entry 3', 'entry X'));
    expect(first(await verify(store, verifier))).toBe(
      verifier === keys.verifier ? 'entry-untrusted at 3' : 'entry-altered at 3',
    );
  });

  test('whose last entry was altered is not', async () => {
    const { store } = await ledgerOf(6, { signer, verifier });
    store.files.set(entryPath(5), edited(file(store, 5), 'entry 5', 'entry X'));
    expect(first(await verify(store, verifier))).toBe(
      verifier === keys.verifier ? 'entry-untrusted at 5' : 'head-differs at 5',
    );
  });

  test('with an entry removed', async () => {
    const { store } = await ledgerOf(6, { signer, verifier });
    store.files.delete(entryPath(3));
    expect(first(await verify(store, verifier))).toBe('entry-missing at 3');
  });

  test("with two entries in each other's place", async () => {
    const { store } = await ledgerOf(6, { signer, verifier });
    const [second, fourth] = [file(store, 2), file(store, 4)];
    store.files.set(entryPath(2), fourth).set(entryPath(4), second);
    expect(first(await verify(store, verifier))).toBe('entry-misplaced at 2');
  });

  test('with an old entry entered once more at the end', async () => {
    const { store } = await ledgerOf(6, { signer, verifier });
    store.files.set(entryPath(6), file(store, 2));
    expect(first(await verify(store, verifier))).toBe('entry-foreign at 6');
  });

  test('of which the end was cut off, with the head file left', async () => {
    const { store } = await ledgerOf(6, { signer, verifier });
    store.files.delete(entryPath(5));
    expect(first(await verify(store, verifier))).toBe('entry-missing at 5');
  });

  test('that was force-pushed back to an earlier commit, against an anchor', async () => {
    const { store, writer } = await ledgerOf(6, { signer, verifier });
    const anchor = await anchorOf(writer);
    store.rewind(2);
    expect(first(await verify(store, verifier))).toBe('sound');
    expect(first(await verify(store, verifier, anchor))).toBe('ledger-truncated at 5');
    await expect(openLedger({ store, verifier, anchor })).rejects.toMatchObject({ code: 'ledger-truncated' });
  });

  test('that was rewritten from an earlier commit on, against an anchor', async () => {
    const { store, writer } = await ledgerOf(6, { signer, verifier });
    const anchor = await anchorOf(writer);
    store.rewind(2);
    await enter(writer, [note('another history'), note('as long'), note('and longer')]);
    expect(first(await verify(store, verifier, anchor))).toBe('anchor-differs at 5');
    await expect(openLedger({ store, verifier, anchor })).rejects.toMatchObject({ code: 'ledger-anchor-differs' });
  });

  test('that was begun anew, against an anchor', async () => {
    const { writer } = await ledgerOf(3, { signer, verifier });
    const anchor = await anchorOf(writer);
    const anew = new MemoryLedger();
    await enter(await begun(anew, { signer, verifier }, 'ledger-2'), [note('a'), note('b'), note('c')]);
    expect(first(await verify(anew, verifier, anchor))).toBe('anchor-differs at 2');
    await expect(openLedger({ store: anew, verifier, anchor })).rejects.toMatchObject({
      code: 'ledger-anchor-differs',
    });
  });

  test('whose end belongs to another ledger', async () => {
    const { store } = await ledgerOf(4, { signer, verifier });
    const other = new MemoryLedger();
    await enter(await begun(other, { signer, verifier }, 'ledger-2'), [note('a'), note('b'), note('c'), note('d')]);
    store.files.set(entryPath(3), file(other, 3));
    expect(first(await verify(store, verifier))).toBe('ledger-id-differs at 3');
  });
});

describe('somebody with push access but without the key', () => {
  test('appends a forged entry: named, not counted, and written over by the next append', async () => {
    const { store, writer } = await ledgerOf(4, keys);
    const { head } = await openLedger(writer);
    const forged = { ...head.predicate, index: 4, previous: head.hash, writer: 'mallory' };
    store.files.set(entryPath(4), (await sealEntry(forged, someHash('plan'), makeKeys('k1').signer)).bytes);
    expect(first(await verify(store))).toBe('entry-foreign at 4');

    const ledger = await openLedger(writer);
    expect([ledger.head.predicate.index, ledger.foreign]).toEqual([3, [entryPath(4)]]);
    await enter(writer, [note('honest')]);
    expect(await verify(store)).toMatchObject({ sound: true, entries: 5 });
  });

  test('points the head file elsewhere: named, and the true head is found', async () => {
    const { store, writer } = await ledgerOf(20, keys);
    const { head } = await openLedger(writer);
    for (const lie of [
      '',
      '{}',
      JSON.stringify({ formatVersion: '1', hash: someHash('x'), index: 4, ledgerId: 'ledger-1' }),
      null,
    ]) {
      if (lie === null) store.files.delete('head.json');
      else store.files.set('head.json', Buffer.from(lie));
      expect((await openLedger(writer)).head).toEqual(head);
      expect(first(await verify(store))).toBe('head-differs at 19');
    }
  });

  test('points the head file at an older entry: the chain is followed on', async () => {
    const { store, writer } = await ledgerOf(5, keys);
    const older = store.files.get('head.json') ?? new Uint8Array();
    await enter(writer, [note('5'), note('6'), note('7')]);
    const { head } = await openLedger(writer);
    store.files.set('head.json', older);
    expect((await openLedger(writer)).head).toEqual(head);
    expect(first(await verify(store))).toBe('head-differs at 7');
  });

  test('hides an entry from the index, or alters the state: refused, and named', async () => {
    const { store, writer } = await ledgerOf(30, keys);
    for (const path of [...store.files.keys()].filter((each) => each.startsWith('index/') || each === 'state.json')) {
      const original = store.files.get(path) ?? new Uint8Array();
      store.files.set(
        path,
        Buffer.from(
          Buffer.from(original)
            .toString()
            .replace(/"index":\d+/u, '"index":1')
            .replace(/"hash":"sha256:./u, '"hash":"sha256:_')
            .replace(/"(\d+)":"sha256:.*?"/u, '')
            .replace('"unfinished":[]', '"unfinished":[1]')
            .replace('"chunks":1', '"chunks":0'),
        ),
      );
      expect({ path, problems: (await verify(store)).problems.map((each) => `${each.code} ${each.path}`) }).toEqual({
        path,
        problems: [`index-altered ${path}`],
      });
      store.files.set(path, original);
    }
    store.files.delete('state.json');
    await expect(enter(writer, [note('next')])).rejects.toMatchObject({ code: 'ledger-index-altered' });
  });

  test('adds files of their own: told apart, and nothing is decided from them', async () => {
    const { store } = await ledgerOf(4, keys);
    store.files
      .set('README.md', Buffer.from('hello'))
      .set('entries/00/00/00/2.json', Buffer.from('{}'))
      .set('index/pulls/00/00/00/99/00/00/00/00.json', Buffer.from('{}'));
    expect(await verify(store)).toMatchObject({
      sound: true,
      foreign: ['README.md', 'entries/00/00/00/2.json', 'index/pulls/00/00/00/99/00/00/00/00.json'],
    });
  });

  test('enters something far behind the end', async () => {
    const { store } = await ledgerOf(4, keys);
    store.files.set(entryPath(99_999_999), Buffer.from('{}'));
    expect((await verify(store)).problems.map(({ code, index }) => `${code} at ${index}`)).toEqual([
      'entry-foreign at 99999999',
    ]);
  });

  test('moves a signature to another entry', async () => {
    const { store } = await ledgerOf(6, keys);
    const envelope = (index: number): { payload: string; payloadType: string; signatures: unknown } =>
      JSON.parse(Buffer.from(file(store, index)).toString());
    store.files.set(entryPath(3), Buffer.from(JSON.stringify({ ...envelope(3), signatures: envelope(2).signatures })));
    expect(first(await verify(store))).toBe('entry-untrusted at 3');
  });
});

describe('what an entry names', () => {
  const plan = Buffer.from('{}');
  const planned = draft({
    type: 'planned',
    run: 'run-1',
    code: 'kt5m-w2qa',
    head: 'h1',
    baseBranch: 'main',
    body: someHash('body'),
    assessment: someHash('[]'),
    mustQuote: false,
    because: 'first',
    senders: [],
  });
  const kept = ['body', '[]'].map((content) => ({ hash: someHash(content), bytes: Buffer.from(content) }));

  async function publishing(): Promise<MemoryLedger> {
    const store = new MemoryLedger();
    const writer = await begun(store, keys);
    await enter(writer, [{ ...planned, digest: someHash('{}') }], [...kept, { hash: someHash('{}'), bytes: plan }]);
    return store;
  }

  test('is there, and is what it is named', async () => {
    expect(await verify(await publishing())).toMatchObject({ sound: true });
  });

  test('is missed when it was removed', async () => {
    const store = await publishing();
    store.files.delete(blobPath(someHash('{}')));
    expect(first(await verify(store))).toBe('blob-missing at 1');
  });

  test('is refused when it was altered', async () => {
    const store = await publishing();
    store.files.set(blobPath(someHash('body')), Buffer.from('another body'));
    expect(first(await verify(store))).toBe('blob-altered at 1');
  });
});

describe('an apply in the ledger', () => {
  const applyId = someHash('apply');
  const landing = 'c1';
  const actor = { id: 1, login: 'ben' };
  const STEPS = {
    approved: {
      type: 'approved',
      applyId,
      landing,
      run: 'run-1',
      reviews: [{ id: 1, reviewer: actor }],
      rules: { before: someHash('rules'), tip: someHash('rules') },
    },
    started: {
      type: 'apply-started',
      applyId,
      landing,
      epoch: 1,
      holder: 'run',
      steps: [
        { id: 'a#1', repeat: 'intent' },
        { id: 'b#1', repeat: 'idempotent' },
      ],
    },
    resumed: {
      type: 'apply-started',
      applyId,
      landing,
      epoch: 2,
      holder: 'other',
      steps: [
        { id: 'a#1', repeat: 'intent' },
        { id: 'b#1', repeat: 'idempotent' },
      ],
    },
    changed: {
      type: 'apply-started',
      applyId,
      landing,
      epoch: 2,
      holder: 'other',
      steps: [{ id: 'a#1', repeat: 'intent' }],
    },
    intent: { type: 'intent', applyId, stepId: 'a#1' },
    receiptA: { type: 'receipt', applyId, stepId: 'a#1', kind: 'applied', found: {}, reasons: [], remains: [] },
    receiptB: { type: 'receipt', applyId, stepId: 'b#1', kind: 'already-applied', found: {}, reasons: [], remains: [] },
    waitingB: { type: 'receipt', applyId, stepId: 'b#1', kind: 'waiting', found: null, reasons: [], remains: [] },
    ambiguousB: { type: 'receipt', applyId, stepId: 'b#1', kind: 'ambiguous', found: null, reasons: [], remains: [] },
    unknown: { type: 'receipt', applyId, stepId: 'z#1', kind: 'applied', found: {}, reasons: [], remains: [] },
    finished: {
      type: 'apply-finished',
      applyId,
      landing,
      result: 'applied',
      applied: [],
      unapplied: [],
      settled: null,
    },
    refused: { type: 'apply-finished', applyId, landing, result: 'refused', applied: [], unapplied: [], settled: null },
  } as const;

  test.each<[string, readonly (keyof typeof STEPS)[], string]>([
    ['whole', ['approved', 'started', 'intent', 'receiptA', 'receiptB', 'finished'], 'sound'],
    ['still going on', ['approved', 'started', 'intent'], 'sound'],
    [
      'resumed by another run',
      ['approved', 'started', 'intent', 'resumed', 'receiptA', 'receiptB', 'finished'],
      'sound',
    ],
    [
      'that waited for a while',
      ['approved', 'started', 'intent', 'receiptA', 'waitingB', 'receiptB', 'finished'],
      'sound',
    ],
    ['left ambiguous', ['approved', 'started', 'intent', 'receiptA', 'ambiguousB', 'finished'], 'sound'],
    ['refused before it began', ['refused'], 'sound'],
    ['started without approval', ['started', 'intent', 'receiptA', 'receiptB', 'finished'], 'apply-not-approved at 1'],
    ['with receipts before its start', ['approved', 'intent', 'started'], 'apply-not-started at 2'],
    ['finished without a start', ['approved', 'finished'], 'apply-not-started at 2'],
    [
      'finished with a receipt missing',
      ['approved', 'started', 'intent', 'receiptA', 'finished'],
      'receipt-missing at 5',
    ],
    [
      'finished while a step still waits',
      ['approved', 'started', 'intent', 'receiptA', 'waitingB', 'finished'],
      'receipt-missing at 6',
    ],
    ['with two receipts for a step', ['approved', 'started', 'receiptB', 'receiptB'], 'receipt-doubled at 4'],
    ['with a receipt for a step that it has not', ['approved', 'started', 'unknown'], 'step-unknown at 3'],
    ['that created without an intent', ['approved', 'started', 'receiptA'], 'step-without-intent at 3'],
    [
      'that goes on after its end',
      ['approved', 'started', 'intent', 'receiptA', 'receiptB', 'finished', 'resumed'],
      'apply-after-finish at 7',
    ],
    ['resumed with other steps', ['approved', 'started', 'changed'], 'apply-changed at 3'],
  ])('%s', async (_, steps, expected) => {
    const store = new MemoryLedger();
    const writer = await begun(store, keys);
    await enter(
      writer,
      steps.map((name) => draft(STEPS[name])),
    );
    expect(first(await verify(store))).toBe(expected);
  });
});

test('nothing is no ledger', async () => {
  expect(first(await verify(new MemoryLedger()))).toBe('ledger-missing at null');
});
