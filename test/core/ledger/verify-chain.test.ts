import { describe, expect, test } from 'vitest';
import type { EntryPredicate } from '../../../src/core/ledger/entry.ts';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { openEntry, sealEntry } from '../../../src/core/ledger/seal.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';
import { ledgerOf, trial, type Keys } from '../../support/ledger-writer.ts';
import { edited, file, keys, verify } from './verifying.ts';

type Signing = Pick<Keys, 'signer' | 'verifier'>;

/** Everything that is said of a ledger, but what follows from something else. */
async function told(store: MemoryLedger, { verifier }: Signing): Promise<readonly string[]> {
  const { problems } = await verify(store, verifier);
  return problems.filter(({ consequenceOf }) => consequenceOf === null).map(({ code, index }) => `${code} at ${index}`);
}

async function predicateAt(store: MemoryLedger, index: number, { verifier }: Signing): Promise<EntryPredicate> {
  const opened = await openEntry(file(store, index), verifier);
  if (opened.kind !== 'entry') throw new Error(opened.why);
  return opened.entry.predicate;
}

/** Writes an entry anew, as whoever can sign for it would: otherwise than it was. */
async function rewrite(store: MemoryLedger, index: number, parts: Partial<EntryPredicate>, signing: Signing) {
  const predicate = { ...(await predicateAt(store, index, signing)), ...parts };
  const { bytes } = await sealEntry(predicate, someHash('plan'), signing.signer);
  store.files.set(entryPath(index), bytes);
}

describe.each([
  ['signed', keys],
  ['unsigned', trial],
] as const)('of a %s ledger', (_, signing) => {
  test('one entry that says something else is one problem', async () => {
    const { store } = await ledgerOf(8, signing);
    store.files.set(entryPath(3), edited(file(store, 3), 'entry 3', 'entry X'));
    expect(await told(store, signing)).toEqual([signing === keys ? 'entry-untrusted at 3' : 'entry-altered at 3']);
  });

  test('two such entries are two problems, each at its place', async () => {
    const { store } = await ledgerOf(9, signing);
    for (const index of [3, 6]) await rewrite(store, index, { writer: 'somebody else' }, signing);
    expect(await told(store, signing)).toEqual(['entry-altered at 3', 'entry-altered at 6']);
  });

  test('the last entry but one is told from the last, by which of them the head file names', async () => {
    const { store } = await ledgerOf(6, signing);
    await rewrite(store, 4, { writer: 'somebody else' }, signing);
    expect(await told(store, signing)).toEqual(['entry-altered at 4']);
  });

  test('an entry that is linked elsewhere was itself altered, as the next one is linked to what it was', async () => {
    const { store } = await ledgerOf(6, signing);
    await rewrite(store, 3, { previous: someHash('elsewhere') }, signing);
    expect(await told(store, signing)).toEqual(['entry-altered at 3']);
  });

  test('so was the last one, where the head file names another', async () => {
    const { store } = await ledgerOf(6, signing);
    await rewrite(store, 5, { previous: someHash('elsewhere') }, signing);
    expect((await told(store, signing))[0]).toBe('entry-altered at 5');
    store.files.delete('head.json');
    expect((await told(store, signing))[0]).toBe('entry-altered at 5');
  });

  test('entries that changed places are misplaced, and nothing else is said', async () => {
    const { store } = await ledgerOf(7, signing);
    const [second, fourth] = [file(store, 2), file(store, 4)];
    store.files.set(entryPath(2), fourth).set(entryPath(4), second);
    expect(await told(store, signing)).toEqual(['entry-misplaced at 2', 'entry-misplaced at 4']);
  });

  test('an entry that was removed is missing, also the first', async () => {
    const { store } = await ledgerOf(7, signing);
    store.files.delete(entryPath(3));
    expect(await told(store, signing)).toEqual(['entry-missing at 3']);
    store.files.delete(entryPath(0));
    expect(await told(store, signing)).toEqual(['entry-missing at 0', 'entry-missing at 3']);
  });

  test('there is one genesis, at its beginning', async () => {
    const { store } = await ledgerOf(4, signing);
    const { body } = await predicateAt(store, 0, signing);
    await rewrite(store, 3, { body }, signing);
    expect((await told(store, signing))[0]).toBe('genesis-misplaced at 3');
  });

  test('what begins otherwise is no ledger', async () => {
    const { store } = await ledgerOf(4, signing);
    const { body } = await predicateAt(store, 2, signing);
    await rewrite(store, 0, { body }, signing);
    expect((await told(store, signing))[0]).toBe('genesis-misplaced at 0');
  });
});
