import { describe, expect, test } from 'vitest';
import { append, beginLedger, type Append } from '../../../src/core/ledger/append.ts';
import { canonicalize } from '../../../src/core/digest.ts';
import type { EntryDraft } from '../../../src/core/ledger/entry.ts';
import { blobPath, entryPath } from '../../../src/core/ledger/layout.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import { AT, begun, draft, enter, ledgerOf, makeKeys, note, trial } from '../../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';

const keys = makeKeys('k1');

/** A ledger that remembers what each commit was to hold, and was called. */
class WatchedLedger extends MemoryLedger {
  readonly commits: { readonly files: ReadonlyMap<string, Uint8Array>; readonly message: string | undefined }[] = [];

  override commit(
    revision: string | null,
    files: ReadonlyMap<string, Uint8Array>,
    message?: string,
  ): Promise<string | null> {
    this.commits.push({ files, message });
    return super.commit(revision, files);
  }
}

async function watched() {
  const store = new WatchedLedger();
  return { store, writer: await begun(store, keys) };
}

function requestOf(drafts: readonly EntryDraft[], parts: Partial<Append> = {}): Append {
  return { drafts, blobs: [], at: AT, basis: null, overtakenBy: () => false, ...parts };
}

describe('one append is one commit', () => {
  test('of the entries, what is kept beside them, the index, the state, and a head that names the last', async () => {
    const { store, writer } = await watched();
    const blob = { hash: someHash('kept'), bytes: Buffer.from('kept') };
    const entries = await enter(writer, [note('a', 7), note('b', null)], [blob]);
    const files = store.commits.at(-1)?.files ?? new Map<string, Uint8Array>();
    const paths = [entryPath(1), entryPath(2), 'state.json', blobPath(blob.hash), 'head.json'];
    expect([...files.keys()].filter((path) => !path.startsWith('index/')).toSorted()).toEqual(paths.toSorted());
    expect([...files.keys()].filter((path) => path.startsWith('index/'))).toHaveLength(5);
    expect(Buffer.from(files.get('head.json') ?? []).toString()).toBe(
      canonicalize({ formatVersion: '1', ledgerId: 'ledger-1', index: 2, hash: entries[1]?.hash ?? '' }),
    );
  });

  test('told by what was entered, for people who read the branch', async () => {
    const { store, writer } = await watched();
    await enter(writer, [note('a', 7), note('b', null)]);
    await enter(
      writer,
      Array.from({ length: 200 }, () => note('many')),
    );
    const [first, second, third] = store.commits.map(({ message }) => message);
    expect([first, second]).toEqual(['0 genesis', '1 drift for #7\n2 drift']);
    expect(third).toHaveLength(2000);
    expect(third).toMatch(/^3 drift for #7\n4 drift for #7\n/u);
  });

  test('and is told to whoever asked for it, with the new head', async () => {
    const { writer } = await watched();
    const appended = await append(writer, requestOf([note('a'), note('b')]));
    const { head } = await openLedger(writer);
    expect(appended).toMatchObject({ kind: 'appended', head: { index: 2, hash: head.hash } });
  });
});

describe('an append that is not one', () => {
  test.each<[string, Partial<Append>, object]>([
    ['enters nothing', { drafts: [] }, { message: 'An append needs at least one entry.' }],
    [
      'keeps something under another hash',
      { blobs: [{ hash: someHash('a'), bytes: Buffer.from('b') }] },
      { message: "A blob's hash is not that of its bytes." },
    ],
    [
      'is larger than an entry may be',
      { drafts: [draft({ type: 'drift', content: { much: 'x'.repeat(3_000_000) } })] },
      { code: 'ledger-malformed', evidence: 'larger than 4000000 bytes' },
    ],
    [
      'could not be read back',
      { at: 'yesterday' },
      { code: 'ledger-malformed', evidence: expect.stringMatching(/ at \/payload\/predicate\/at$/u) },
    ],
  ])('as it %s, is a mistake, and writes nothing', async (_, parts, expected) => {
    const { store, writer } = await watched();
    await expect(append(writer, { ...requestOf([note('a')]), ...parts })).rejects.toMatchObject(expected);
    expect(store.commits).toHaveLength(1);
  });

  test('signed by a key that the base does not trust, is told so, and writes nothing', async () => {
    const { store, writer } = await watched();
    const stranger = { ...writer, signer: makeKeys('k1').signer };
    await expect(enter(stranger, [note('a')])).rejects.toMatchObject({
      code: 'ledger-signer-untrusted',
      evidence: expect.stringMatching(/^signature-foreign: /u),
    });
    expect(store.commits).toHaveLength(1);
  });
});

describe('an append meets others', () => {
  /** Somebody else enters something right before each of the next commits. */
  function rivals(store: MemoryLedger, enters: () => Promise<unknown>, times: number): void {
    let left = times;
    store.beforeCommit = async () => {
      if (left === 0) return;
      left -= 1;
      const again = store.beforeCommit;
      store.beforeCommit = () => Promise.resolve();
      await enters();
      store.beforeCommit = again;
    };
  }

  test('and is entered after seven of them, and given up after eight', async () => {
    for (const [times, outcome] of [
      [7, null],
      [8, { code: 'ledger-contended', evidence: '8 attempts' }],
    ] as const) {
      const { store, writer } = await watched();
      rivals(store, () => enter({ ...writer, writer: 'rival' }, [note('theirs')]), times);
      const entering = enter(writer, [note('mine')]);
      if (outcome === null) await entering;
      else await expect(entering).rejects.toMatchObject(outcome);
      const { head } = await openLedger(writer);
      expect(head.predicate.index).toBe(8);
      expect(head.predicate.writer).toBe(outcome === null ? 'run 1' : 'rival');
    }
  });

  test('and is measured by the head that it was made on, not by what the writer knew before', async () => {
    const { store, writer } = await ledgerOf(4, keys);
    const { head } = await openLedger(writer);
    const anchor = { index: 0, hash: someHash('a ledger that is gone') };
    const basis = { index: head.predicate.index, hash: head.hash };
    await expect(append({ ...writer, anchor }, requestOf([note('a')]))).rejects.toMatchObject({
      code: 'ledger-anchor-differs',
    });
    expect(await append({ ...writer, anchor }, requestOf([note('a')], { basis }))).toMatchObject({ kind: 'appended' });
    expect(store.files.has(entryPath(4))).toBe(true);
  });

  test('and asks only about what came after that head', async () => {
    const { writer } = await ledgerOf(3, keys);
    const { head } = await openLedger(writer);
    const basis = { index: head.predicate.index, hash: head.hash };
    const asked: (readonly number[])[] = [];
    const overtakenBy: Append['overtakenBy'] = (newer) => {
      asked.push(newer.map(({ predicate }) => predicate.index));
      return false;
    };
    await append(writer, requestOf([note('a')], { basis, overtakenBy }));
    expect(asked).toEqual([]);
    await append(writer, requestOf([note('b')], { basis, overtakenBy }));
    expect(asked).toEqual([[3]]);
    await append(writer, requestOf([note('c')], { overtakenBy }));
    expect(asked).toEqual([[3]]);
  });
});

describe('a commit that fails', () => {
  test('is not tried again, and is told as it failed', async () => {
    const { store, writer } = await watched();
    let tries = 0;
    store.beforeCommit = () => {
      tries += 1;
      return Promise.reject(new Error('connection refused'));
    };
    await expect(enter(writer, [note('never')])).rejects.toThrow('connection refused');
    expect(tries).toBe(1);
  });

  test('is told with its cause, though that is no error', async () => {
    const { store, writer } = await watched();
    const { promise, reject } = Promise.withResolvers<never>();
    store.beforeCommit = () => {
      reject('refused');
      return promise;
    };
    await expect(enter(writer, [note('never')])).rejects.toMatchObject({
      message: 'The commit failed.',
      cause: 'refused',
    });
  });

  test('and whose place somebody else took is told as it failed', async () => {
    const { store, writer } = await watched();
    store.beforeCommit = async () => {
      store.beforeCommit = () => Promise.resolve();
      await enter({ ...writer, writer: 'rival' }, [note('theirs')]);
      throw new Error('connection reset');
    };
    await expect(enter(writer, [note('mine')])).rejects.toThrow('connection reset');
    expect((await openLedger(writer)).head.predicate).toMatchObject({ index: 1, writer: 'rival' });
  });

  test('at the last attempt is told as it failed', async () => {
    const { store, writer } = await watched();
    let attempts = 0;
    store.beforeCommit = async () => {
      const again = store.beforeCommit;
      store.beforeCommit = () => Promise.resolve();
      attempts += 1;
      if (attempts === 8) throw new Error('connection reset');
      await enter({ ...writer, writer: 'rival' }, [note('theirs')]);
      store.beforeCommit = again;
    };
    await expect(enter(writer, [note('mine')])).rejects.toThrow('connection reset');
    expect(attempts).toBe(8);
  });
});

describe('a ledger begins', () => {
  const body = { type: 'genesis', ledgerId: 'l', signers: [], governance: {}, tip: 'tip0' } as const;

  test('with a genesis that stands on nothing, which is the place to keep', async () => {
    const store = new WatchedLedger();
    const anchor = await beginLedger({ store, ...trial, writer: 'run 1' }, body, AT);
    const { head } = await openLedger({ store, ...trial, anchor: null });
    expect(anchor).toEqual({ index: 0, hash: head.hash });
    expect(head).toMatchObject({
      digest: null,
      predicate: {
        ledgerId: 'l',
        index: 0,
        previous: null,
        state: null,
        writer: 'run 1',
        at: AT,
        pullRequest: null,
        body,
      },
    });
    expect([...store.files.keys()]).toEqual([entryPath(0), 'head.json']);
  });

  test('once, also when two begin it at the same time', async () => {
    const store = new WatchedLedger();
    store.beforeCommit = async () => {
      store.beforeCommit = () => Promise.resolve();
      await begun(store, trial, 'theirs');
    };
    const writer = { store, ...trial, writer: 'run 1' };
    await expect(beginLedger(writer, body, AT)).rejects.toMatchObject({ code: 'ledger-exists' });
    expect((await openLedger({ store, ...trial, anchor: null })).head.predicate.ledgerId).toBe('theirs');
  });
});
