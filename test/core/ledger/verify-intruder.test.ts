import { describe, expect, test } from 'vitest';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { entriesAt, openLedger } from '../../../src/core/ledger/open.ts';
import { entriesOfPullRequest } from '../../../src/core/ledger/read.ts';
import { sealEntry } from '../../../src/core/ledger/seal.ts';
import { someHash } from '../../support/memory-ledger.ts';
import { enter, ledgerOf, makeKeys, note } from '../../support/ledger-writer.ts';
import { file, first, keys, verify } from './verifying.ts';

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

  test('enters an old entry once more behind the end, with the head file set back: passed by', async () => {
    const { store, writer } = await ledgerOf(3, keys);
    const older = store.files.get('head.json') ?? new Uint8Array();
    await enter(writer, [note('3'), note('4'), note('5'), note('6'), note('7')]);
    store.files.set('head.json', older).set(entryPath(8), file(store, 5)).set(entryPath(11), file(store, 5));
    const ledger = await openLedger(writer);
    expect([ledger.head.predicate.index, ledger.foreign]).toEqual([7, [entryPath(8)]]);
  });

  test('brings back a truly signed entry of a history that was set back: it is not linked, so not counted', async () => {
    const { store, writer } = await ledgerOf(5, keys);
    const stale = file(store, 4);
    store.rewind(2);
    await enter(writer, [note('another third')]);
    store.files.set(entryPath(4), stale);
    const ledger = await openLedger(writer);
    expect([ledger.head.predicate.index, ledger.foreign]).toEqual([3, [entryPath(4)]]);
    expect(first(await verify(store))).toBe('entry-foreign at 4');
  });

  test('sets the head file back and removes the entry before the last', async () => {
    const { store, writer } = await ledgerOf(3, keys);
    const older = store.files.get('head.json') ?? new Uint8Array();
    await enter(
      writer,
      Array.from({ length: 8 }, (_, index) => note(`${index}`)),
    );
    store.files.set('head.json', older).delete(entryPath(9));
    await expect(openLedger(writer)).rejects.toMatchObject({ code: 'ledger-chain-broken' });
  });

  test('cannot make the way to the true head long', async () => {
    const { store, writer } = await ledgerOf(2, keys);
    const older = store.files.get('head.json') ?? new Uint8Array();
    await enter(
      writer,
      Array.from({ length: 300 }, (_, index) => note(`${index}`)),
    );
    store.files.set('head.json', older);
    store.calls.length = 0;
    expect((await openLedger(writer)).head.predicate.index).toBe(301);
    expect(store.calls.length).toBeLessThan(30);
  });

  test('removes an entry: its pull request is refused, as is an anchor from before it', async () => {
    const { store, writer } = await ledgerOf(10, keys);
    const { head } = await openLedger(writer);
    const before = await openLedger({ ...writer, anchor: { index: head.predicate.index, hash: head.hash } });
    const [, second] = await entriesOfPullRequest(before, 3);
    store.files.delete(entryPath(second?.predicate.index ?? 0));
    await expect(entriesOfPullRequest(await openLedger(writer), 3)).rejects.toMatchObject({
      code: 'ledger-chain-broken',
    });
    const [genesis] = await entriesAt(before.read, keys.verifier, [0]);
    const anchor = { index: 0, hash: genesis?.hash ?? head.hash };
    await expect(openLedger({ ...writer, anchor })).rejects.toMatchObject({ code: 'ledger-chain-broken' });
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
