import { describe, expect, test } from 'vitest';
import { canonicalize } from '../../../src/core/digest.ts';
import { preAuthEncoding } from '../../../src/core/dsse.ts';
import type { Anchor, EntryPredicate } from '../../../src/core/ledger/entry.ts';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { entriesAt, openLedger, range } from '../../../src/core/ledger/open.ts';
import { sealEntry } from '../../../src/core/ledger/seal.ts';
import { begun, enter, ledgerOf, makeKeys, note } from '../../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';

const keys = makeKeys('k1');

const opened = (store: MemoryLedger, anchor: Anchor | null = null) => openLedger({ store, ...keys, anchor });

/** Where a ledger ends, and what stands behind that without being part of it. */
async function endOf(store: MemoryLedger) {
  const { head, foreign } = await opened(store);
  return { index: head.predicate.index, ledger: head.predicate.ledgerId, foreign };
}

/** The file of another ledger's entry, which the same key signed. */
async function elsewhere(index: number): Promise<Uint8Array> {
  const store = new MemoryLedger();
  const writer = await begun(store, keys, 'ledger-2');
  await enter(
    writer,
    Array.from({ length: index }, (_, offset) => note(`${offset}`)),
  );
  return store.files.get(entryPath(index)) ?? new Uint8Array();
}

/** Puts an entry in its place that a trusted signer makes of the last one, and of these parts. */
async function forge(store: MemoryLedger, index: number, parts: Partial<EntryPredicate>): Promise<void> {
  const { head } = await opened(store);
  const predicate = { ...head.predicate, index, previous: head.hash, ...parts };
  store.files.set(entryPath(index), (await sealEntry(predicate, someHash('plan'), keys.signer)).bytes);
}

/** The same for an entry of a form that this version does not know. */
async function forgeNewer(store: MemoryLedger, index: number): Promise<void> {
  const payloadType = 'application/vnd.in-toto+json';
  const payload = Buffer.from(canonicalize({ predicateType: 'https://countersign.dev/ledger/entry/v2' }));
  const signature = (await keys.signer.sign(preAuthEncoding(payloadType, payload))) ?? new Uint8Array();
  const signatures = [{ keyid: 'k1', sig: Buffer.from(signature).toString('base64') }];
  const envelope = { payload: payload.toString('base64'), payloadType, signatures };
  store.files.set(entryPath(index), Buffer.from(canonicalize(envelope)));
}

describe('a ledger ends', () => {
  test('where its head file says so', async () => {
    const { store } = await ledgerOf(6, keys);
    expect(await endOf(store)).toEqual({ index: 5, ledger: 'ledger-1', foreign: [] });
  });

  test.each([1, 2, 3, 9])('where its chain does, with no head file: %i entries', async (length) => {
    const { store } = await ledgerOf(length, keys);
    store.files.delete('head.json');
    expect(await endOf(store)).toEqual({ index: length - 1, ledger: 'ledger-1', foreign: [] });
  });

  test('where its chain does, behind an older head file', async () => {
    const { store, writer } = await ledgerOf(4, keys);
    const older = store.files.get('head.json') ?? new Uint8Array();
    await enter(writer, [note('4'), note('5'), note('6')]);
    store.files.set('head.json', older);
    expect(await endOf(store)).toEqual({ index: 6, ledger: 'ledger-1', foreign: [] });
  });

  test('before an entry of another ledger, which the same key signed', async () => {
    const { store, writer } = await ledgerOf(2, keys);
    const older = store.files.get('head.json') ?? new Uint8Array();
    await enter(writer, [note('2'), note('3')]);
    store.files.set(entryPath(4), await elsewhere(4));
    const end = { index: 3, ledger: 'ledger-1', foreign: [entryPath(4)] };
    expect(await endOf(store)).toEqual(end);
    store.files.set('head.json', older);
    expect(await endOf(store)).toEqual(end);
  });

  test('before an entry of another ledger at the place that its head file names', async () => {
    const { store } = await ledgerOf(5, keys);
    store.files.set(entryPath(4), await elsewhere(4));
    expect(await endOf(store)).toEqual({ index: 3, ledger: 'ledger-1', foreign: [entryPath(4)] });
  });

  test('before a second genesis', async () => {
    const { store } = await ledgerOf(3, keys);
    await forge(store, 3, { body: { type: 'genesis', ledgerId: 'ledger-1', signers: [], governance: {}, tip: 'x' } });
    expect(await endOf(store)).toEqual({ index: 2, ledger: 'ledger-1', foreign: [entryPath(3)] });
  });

  test('before an entry that is linked elsewhere', async () => {
    const { store } = await ledgerOf(3, keys);
    await forge(store, 3, { previous: someHash('elsewhere') });
    expect(await endOf(store)).toEqual({ index: 2, ledger: 'ledger-1', foreign: [entryPath(3)] });
  });
});

test('a ledger extends every place in it that was known', async () => {
  const { store } = await ledgerOf(5, keys);
  const { read, head } = await opened(store);
  for (const { predicate, hash } of await entriesAt(read, keys.verifier, range(0, 4)))
    expect((await opened(store, { index: predicate.index, hash })).head).toEqual(head);
});

describe('a ledger is refused', () => {
  test.each([
    ['of which nothing is left', ['head.json', entryPath(0), entryPath(1), entryPath(2)]],
    ['that has no beginning and no head file', ['head.json', entryPath(0)]],
  ])('%s', async (_, paths) => {
    const { store } = await ledgerOf(3, keys);
    for (const path of paths) store.files.delete(path);
    await expect(opened(store)).rejects.toMatchObject({ code: 'ledger-missing' });
  });

  test.each([
    ['as its last entry', 3],
    ['behind its last entry', 4],
  ])('that holds what a newer version wrote, %s', async (_, index) => {
    const { store } = await ledgerOf(4, keys);
    await forgeNewer(store, index);
    await expect(opened(store)).rejects.toMatchObject({
      code: 'engine-outdated',
      evidence: expect.stringContaining(entryPath(index)),
    });
  });

  test('whose end is of a history that was set back, with a head file that names another entry there', async () => {
    const { store, writer } = await ledgerOf(5, keys);
    const stale = store.files.get(entryPath(4)) ?? new Uint8Array();
    store.rewind(2);
    await enter(writer, [note('another third')]);
    const head = { formatVersion: '1', ledgerId: 'ledger-1', index: 4, hash: someHash('another fourth') };
    store.files.set(entryPath(4), stale).set('head.json', Buffer.from(canonicalize(head)));
    await expect(opened(store)).rejects.toMatchObject({ code: 'ledger-chain-broken', evidence: entryPath(4) });
  });

  test('that is shorter than it is known to have been', async () => {
    const { store } = await ledgerOf(4, keys);
    await expect(opened(store, { index: 5, hash: someHash('a later entry') })).rejects.toMatchObject({
      code: 'ledger-truncated',
      evidence: 'the anchor is entry 5, the last entry is 3',
    });
  });

  test.each([3, 1])('that is another one at entry %i than it is known to have been', async (index) => {
    const { store } = await ledgerOf(4, keys);
    const [found] = await entriesAt((await opened(store)).read, keys.verifier, [index]);
    const hash = someHash('another entry');
    await expect(opened(store, { index, hash })).rejects.toMatchObject({
      code: 'ledger-anchor-differs',
      evidence: `entry ${index} is ${found?.hash}, the anchor says ${hash}`,
    });
  });

  test('that was rewritten between the place that is known and its end', async () => {
    const { store } = await ledgerOf(5, keys);
    const [first] = await entriesAt((await opened(store)).read, keys.verifier, [1]);
    const [third] = await entriesAt((await opened(store)).read, keys.verifier, [3]);
    if (first === undefined || third === undefined) throw new Error('There are five entries.');
    await forge(store, 3, { ...third.predicate, previous: someHash('elsewhere') });
    await expect(opened(store, { index: 2, hash: third.predicate.previous ?? third.hash })).rejects.toMatchObject({
      code: 'ledger-chain-broken',
      evidence: entryPath(3),
    });
    await forge(store, 3, { ...third.predicate, writer: 'somebody else' });
    await expect(opened(store, { index: 1, hash: first.hash })).rejects.toMatchObject({
      code: 'ledger-chain-broken',
      evidence: entryPath(4),
    });
    store.files.delete(entryPath(3));
    await expect(opened(store, { index: 1, hash: first.hash })).rejects.toMatchObject({
      code: 'ledger-chain-broken',
      evidence: entryPath(3),
    });
  });
});

describe('entries', () => {
  test('are read in the order that is asked for, however many', async () => {
    const { store } = await ledgerOf(40, keys);
    const { read } = await opened(store);
    const indexes = [39, ...range(0, 35), 3];
    const found = await entriesAt(read, keys.verifier, indexes);
    expect(found.map(({ predicate }) => predicate.index)).toEqual(indexes);
  });

  test('are read sixteen at once, and no more', async () => {
    const { store } = await ledgerOf(40, keys);
    let [reading, most] = [0, 0];
    const read = async (path: string): Promise<Uint8Array | null> => {
      most = Math.max(most, (reading += 1));
      await new Promise(setImmediate);
      reading -= 1;
      return store.files.get(path) ?? null;
    };
    expect(await entriesAt(read, keys.verifier, range(0, 39))).toHaveLength(40);
    expect(most).toBe(16);
  });

  test('from one to another are both of them and those between', () => {
    expect(range(3, 5)).toEqual([3, 4, 5]);
    expect(range(3, 3)).toEqual([3]);
    expect(range(3, 2)).toEqual([]);
    expect(range(3, 0)).toEqual([]);
  });
});
