import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import { MemoryLedger } from '../../support/memory-ledger.ts';
import { begun, enter, ledgerOf, note, trial } from '../../support/ledger-writer.ts';
import { anchorOf, edited, file, first, keys, verify } from './verifying.ts';

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

  test('that has only begun is sound', async () => {
    const { store } = await ledgerOf(1, { signer, verifier });
    expect(await verify(store, verifier)).toMatchObject({ sound: true, entries: 1, foreign: [] });
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

test('nothing is no ledger', async () => {
  expect(first(await verify(new MemoryLedger()))).toBe('ledger-missing at null');
});
