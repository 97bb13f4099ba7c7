import { describe, expect, test } from 'vitest';
import { blobPath, entryPath } from '../../../src/core/ledger/layout.ts';
import { verifyLedger } from '../../../src/core/ledger/verify.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';
import { begun, draft, enter, note } from '../../support/ledger-writer.ts';
import { edited, file, first, keys, verify } from './verifying.ts';

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

  test('is missed where it was named first, and an entry without a plan names none', async () => {
    const store = await publishing();
    const writer = { store, ...keys, anchor: null, writer: 'run 1' };
    await enter(writer, [
      { ...planned, digest: null },
      { ...planned, digest: someHash('{}') },
    ]);
    expect(await verify(store)).toMatchObject({ sound: true });
    store.files.delete(blobPath(someHash('body')));
    expect((await verify(store)).problems.map(({ code, index }) => `${code} ${index}`)).toEqual(['blob-missing 1']);
  });

  test('is reported before what no entry names, in whatever order they are listed', async () => {
    const store = await publishing();
    for (const content of ['stray', 'body']) store.files.set(blobPath(someHash(content)), Buffer.from('another'));
    const read = (path: string) => Promise.resolve(store.files.get(path) ?? new Uint8Array());
    for (const paths of [[...store.files.keys()], [...store.files.keys()].toReversed()]) {
      const { problems } = await verifyLedger({ paths, read }, keys.verifier, null);
      expect(problems.map(({ code, index }) => `${code} ${index}`)).toEqual(['blob-altered 1', 'blob-altered null']);
    }
  });

  test('is reported with the entry that names it, before what is wrong later, and after it what nothing names', async () => {
    const store = await publishing();
    await enter({ store, ...keys, anchor: null, writer: 'run 1' }, [note('entry 2'), note('entry 3')]);
    store.files.delete(blobPath(someHash('body')));
    store.files.set(entryPath(3), edited(file(store, 3), 'entry 3', 'entry X'));
    store.files.set(blobPath(someHash('stray')), Buffer.from('another'));
    const told = (await verify(store)).problems.map(({ code, index }) => `${code} ${index}`);
    expect(told[0]).toBe('blob-missing 1');
    expect(told[1]).toMatch(/ 3$/u);
    expect(told.at(-1)).toBe('blob-altered null');
  });
});
