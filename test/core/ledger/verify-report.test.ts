import { describe, expect, test } from 'vitest';
import type { Address } from '../../../src/core/address.ts';
import { canonicalize } from '../../../src/core/digest.ts';
import { blobPath, entryPath } from '../../../src/core/ledger/layout.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import { sealEntry } from '../../../src/core/ledger/seal.ts';
import { verifyLedger } from '../../../src/core/ledger/verify.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';
import { draft, enter, ledgerOf, note, trial } from '../../support/ledger-writer.ts';
import { anchorOf, edited, file, keys, verify } from './verifying.ts';

describe('a report on a ledger', () => {
  test('gives the place to keep of one that is sound, and none of one with a single problem', async () => {
    const { store, writer } = await ledgerOf(6, keys);
    expect((await verify(store)).head).toEqual(await anchorOf(writer));
    store.files.delete('head.json');
    const { problems, head, ledgerId, entries } = await verify(store);
    expect(problems.map(({ code }) => code)).toEqual(['head-differs']);
    expect([head, ledgerId, entries]).toEqual([null, 'ledger-1', 6]);
  });

  test('says of one without entries that there is none, where its entries would be', async () => {
    const store = new MemoryLedger();
    const nothing = { sound: false, ledgerId: null, entries: 0, head: null, unfinished: [], signers: {} };
    expect(await verify(store)).toMatchObject(nothing);
    await store.commit(null, new Map([['README.md', Buffer.from('# Ledger\n')]]));
    const { problems, ...rest } = await verify(store);
    expect(rest).toMatchObject({ ...nothing, foreign: ['README.md'] });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['ledger-missing entries/']);
  });

  test('counts what each signer made', async () => {
    const { store } = await ledgerOf(4, keys);
    expect(Object.values((await verify(store)).signers)).toEqual([4]);
  });

  test('names problems by entry, and those of the ledger as a whole last', async () => {
    const { store } = await ledgerOf(6, keys);
    const stray = blobPath(someHash('stray'));
    store.files.set(stray, Buffer.from('another')).set(entryPath(7), file(store, 2));
    store.files.set(entryPath(3), edited(file(store, 3), 'entry 3', 'entry X'));
    const indexes = (await verify(store)).problems.map(({ index }) => index);
    expect(indexes.length).toBeGreaterThan(2);
    expect(indexes).toEqual(indexes.toSorted((left, right) => (left ?? 1000) - (right ?? 1000)));
    expect(indexes).toContain(null);
  });

  test('names what belongs to no ledger, whether or not the rest is sound', async () => {
    const { store } = await ledgerOf(4, keys);
    const derived = [...store.files.keys()].filter((path) => path.startsWith('index/'));
    expect(derived).not.toEqual([]);
    store.files.set('notes.txt', new Uint8Array()).set('index/extra', new Uint8Array());
    expect(await verify(store)).toMatchObject({ sound: true, foreign: ['notes.txt', 'index/extra'] });
    store.files.delete('head.json');
    expect(await verify(store)).toMatchObject({ sound: false, foreign: ['notes.txt'] });
  });

  test('refuses a genesis that names a state, as there was none before it', async () => {
    const { store, writer } = await ledgerOf(1, keys);
    const { head } = await openLedger(writer);
    const { bytes, hash } = await sealEntry({ ...head.predicate, state: someHash('x') }, null, keys.signer);
    const named = { formatVersion: '1', hash, index: 0, ledgerId: 'ledger-1' };
    store.files.set(entryPath(0), bytes).set('head.json', Buffer.from(canonicalize(named)));
    const { problems } = await verify(store);
    expect(problems.map(({ code, index, path }) => `${code} ${index} ${path}`)).toEqual(['state-differs 0 state.json']);
  });

  test('refuses a last entry that names another state than the entries add up to', async () => {
    const { store, writer } = await ledgerOf(3, keys);
    const { head } = await openLedger(writer);
    const { bytes, hash } = await sealEntry({ ...head.predicate, state: someHash('x') }, head.digest, keys.signer);
    const named = { formatVersion: '1', hash, index: 2, ledgerId: 'ledger-1' };
    store.files.set(entryPath(2), bytes).set('head.json', Buffer.from(canonicalize(named)));
    const { problems } = await verify(store);
    expect(problems.map(({ code, index, path }) => `${code} ${index} ${path}`)).toEqual(['state-differs 2 state.json']);
  });

  test('holds the list of what was not applied against the entries', async () => {
    const { store, writer } = await ledgerOf(2, keys);
    const finished = (applyId: string, applied: readonly Address[], unapplied: readonly Address[]) =>
      draft({
        type: 'apply-finished',
        applyId: someHash(applyId),
        landing: 'c1',
        result: 'refused',
        applied,
        unapplied: unapplied.map((address) => ({ address, contributors: [], incomplete: null })),
        settled: null,
      });
    await enter(writer, [finished('one', [], ['m/MemoryAccount/a', 'm/MemoryAccount/b']), note('later'), note('last')]);
    expect(await verify(store)).toMatchObject({ sound: true, foreign: [] });
    store.files.set('unapplied.json', Buffer.from('{}'));
    const { problems } = await verify(store);
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['index-altered unapplied.json']);
  });

  test('reads a long ledger in parts, each entry once', async () => {
    const { store } = await ledgerOf(130, trial);
    const report = await verify(store, trial.verifier);
    expect(report).toMatchObject({ sound: true, entries: 130, head: { index: 129 } });
  });

  test('is the same in whatever order the files are listed', async () => {
    const { store } = await ledgerOf(12, keys);
    const paths = [...store.files.keys()].toReversed();
    const read = (path: string) => Promise.resolve(store.files.get(path) ?? new Uint8Array());
    expect(await verifyLedger({ paths, read }, keys.verifier, null)).toEqual(await verify(store));
  });
});
