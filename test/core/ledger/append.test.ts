import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, beginLedger } from '../../../src/core/ledger/append.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import { entriesOfPullRequest, readBlob, stateOf, unappliedOf } from '../../../src/core/ledger/read.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';
import { AT, begun, draft, enter, ledgerOf, makeKeys, note, trial } from '../../support/ledger-writer.ts';

const keys = makeKeys('k1');
const nobody = { drafts: [note('late')], blobs: [], at: AT, overtakenBy: () => true };

describe('beginning', () => {
  test('a ledger is begun once', async () => {
    const store = new MemoryLedger();
    const writer = await begun(store, trial);
    await expect(
      beginLedger(writer, { type: 'genesis', ledgerId: 'again', signers: [], governance: {}, tip: 'tip' }, AT),
    ).rejects.toMatchObject({ code: 'ledger-exists' });
  });

  test('a ledger that does not exist is refused', async () => {
    await expect(
      openLedger({ store: new MemoryLedger(), verifier: keys.verifier, anchor: null }),
    ).rejects.toMatchObject({ code: 'ledger-missing' });
  });

  test('a key that the base does not trust writes nothing', async () => {
    const store = new MemoryLedger();
    await expect(begun(store, { signer: makeKeys('other').signer, verifier: keys.verifier })).rejects.toMatchObject({
      code: 'ledger-signer-untrusted',
    });
    expect(await store.revision()).toBeNull();
  });
});

describe('appending', () => {
  test('gives entries of one commit consecutive places, each linked to the one before', async () => {
    const { store, writer } = await ledgerOf(3, keys);
    const entries = await enter(writer, [note('a'), note('b'), note('c')]);
    expect(entries.map(({ predicate }) => predicate.index)).toEqual([3, 4, 5]);
    expect(entries[1]?.predicate.previous).toBe(entries[0]?.hash);
    expect((await openLedger({ store, verifier: keys.verifier, anchor: null })).head).toEqual(entries[2]);
  });

  test('of several writers at once each gets its entry in, and none is lost or doubled', async () => {
    const { store, writer } = await ledgerOf(1, keys);
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => enter({ ...writer, writer: name }, [note(name)])));
    const entries = await entriesOfPullRequest(await openLedger(writer), 7);
    expect(entries.map(({ predicate: { writer: name } }) => name).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(store.calls.filter(({ kind }) => kind === 'commit')).toHaveLength(6);
  });

  test('gives up after a bounded number of attempts', async () => {
    const { store, writer } = await ledgerOf(1, keys);
    let rivals = 0;
    store.beforeCommit = async () => {
      store.beforeCommit = () => Promise.resolve();
      await enter({ ...writer, writer: `rival ${(rivals += 1)}` }, [note('rival', 1)]);
      store.beforeCommit = again;
    };
    const again = store.beforeCommit;
    await expect(enter(writer, [note('mine')])).rejects.toMatchObject({ code: 'ledger-contended' });
    expect(rivals).toBe(8);
  });

  test('is abandoned when others entered what the drafts did not know of', async () => {
    const { writer } = await ledgerOf(2, keys);
    const basis = (await openLedger(writer)).head;
    await enter(writer, [note('theirs', 9)]);
    const result = await append(writer, { ...nobody, basis: { index: basis.predicate.index, hash: basis.hash } });
    expect(result.kind === 'overtaken' ? result.newer.map(({ predicate }) => predicate.pullRequest) : []).toEqual([9]);
  });

  test('is not abandoned when nothing was entered since', async () => {
    const { writer } = await ledgerOf(2, keys);
    const { head } = await openLedger(writer);
    const basis = { index: head.predicate.index, hash: head.hash };
    expect(await append(writer, { ...nobody, basis })).toMatchObject({ kind: 'appended' });
  });

  test('waits between attempts, and not before the first', async () => {
    const { store, writer } = await ledgerOf(2, keys);
    const pauses: number[] = [];
    const pause = (attempt: number): Promise<void> => Promise.resolve(void pauses.push(attempt));
    await enter({ ...writer, pause }, [note('alone')]);
    expect(pauses).toEqual([]);
    store.beforeCommit = async () => {
      store.beforeCommit = () => Promise.resolve();
      await enter({ ...writer, writer: 'rival' }, [note('rival')]);
    };
    await enter({ ...writer, pause }, [note('second')]);
    expect(pauses).toEqual([1]);
  });

  test('a commit whose answer was lost is recognised, not repeated', async () => {
    const { store, writer } = await ledgerOf(2, keys);
    store.afterCommit = () => {
      store.afterCommit = () => {};
      throw new Error('connection reset');
    };
    await enter(writer, [note('once')]);
    expect((await openLedger(writer)).head.predicate.index).toBe(2);
  });

  test('a commit that failed is reported as it failed', async () => {
    const { store, writer } = await ledgerOf(2, keys);
    store.beforeCommit = () => Promise.reject(new Error('connection refused'));
    await expect(enter(writer, [note('never')])).rejects.toThrow('connection refused');
  });

  test('costs the same number of calls, and bytes within a constant, at any length', async () => {
    const { store, writer } = await ledgerOf(42, keys);
    const early = await cost(store, () => enter(writer, [note('x', 2)]));
    for (let batch = 0; batch < 20; batch += 1)
      await enter(
        writer,
        Array.from({ length: 100 }, (_, index) => note(`${batch} ${index}`, (batch * 100 + index) % 400)),
      );
    const late = await cost(store, () => enter(writer, [note('x', 2)]));
    expect(late.calls).toBeLessThanOrEqual(early.calls + 1);
    expect(late.bytes).toBeLessThan(25_000);
  });
});

async function cost(store: MemoryLedger, action: () => Promise<unknown>): Promise<{ calls: number; bytes: number }> {
  store.calls.length = 0;
  await action();
  return { calls: store.calls.length, bytes: store.calls.reduce((sum, { bytes }) => sum + bytes, 0) };
}

describe('reading', () => {
  test("gives a pull request's entries in order, whatever else was entered between", async () => {
    const pulls = fc.array(fc.constantFrom(1, 2, 31, 32, 33, 1024, 40_000, null), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(pulls, fc.integer({ min: 1, max: 4 }), async (order, batch) => {
        const store = new MemoryLedger();
        const writer = await begun(store, trial);
        for (let from = 0; from < order.length; from += batch)
          await enter(
            writer,
            order.slice(from, from + batch).map((pull, offset) => note(`${from + offset}`, pull)),
          );
        const ledger = await openLedger(writer);
        for (const pull of [1, 2, 31, 32, 33, 1024, 40_000]) {
          const expected = order.flatMap((each, index) => (each === pull ? [index + 1] : []));
          expect((await entriesOfPullRequest(ledger, pull)).map(({ predicate }) => predicate.index)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a pull request with more entries than one chunk holds is whole', async () => {
    const { writer } = await ledgerOf(1, trial);
    await enter(
      writer,
      Array.from({ length: 200 }, (_, index) => note(`${index}`, 3)),
    );
    expect(await entriesOfPullRequest(await openLedger(writer), 3)).toHaveLength(200);
  });

  test('tells which applies are unfinished, up to which landing all is settled, and who is excluded for an address', async () => {
    const { writer } = await ledgerOf(1, keys);
    const [first, second] = [someHash('first'), someHash('second')];
    const started = { type: 'apply-started', landing: 'c1', epoch: 1, holder: 'run', steps: [] } as const;
    await enter(writer, [
      draft({ ...started, applyId: first }),
      draft({ ...started, applyId: second, landing: 'c2' }, 8),
    ]);
    expect((await stateOf(await openLedger(writer))).unfinished.map(({ landing }) => landing)).toEqual(['c1', 'c2']);

    const ana = { id: 101, login: 'ana' };
    await enter(writer, [
      draft({
        type: 'apply-finished',
        applyId: first,
        landing: 'c1',
        result: 'partial',
        applied: [],
        unapplied: [{ address: 'db/Role/a', contributors: [ana], incomplete: 'commits-truncated' }],
        settled: 'c1',
      }),
    ]);
    const ledger = await openLedger(writer);
    expect(await stateOf(ledger)).toMatchObject({ unfinished: [{ applyId: second }], settled: 'c1' });
    expect(await unappliedOf(ledger, ['db/Role/a', 'db/Role/b'])).toEqual([
      { address: 'db/Role/a', unapplied: { pullRequest: 7, contributors: [ana], incomplete: 'commits-truncated' } },
    ]);

    await enter(writer, [
      draft(
        {
          type: 'apply-finished',
          applyId: second,
          landing: 'c2',
          result: 'applied',
          applied: ['db/Role/a'],
          unapplied: [],
          settled: null,
        },
        8,
      ),
    ]);
    const later = await openLedger(writer);
    expect(await unappliedOf(later, ['db/Role/a'])).toEqual([]);
    expect(await stateOf(later)).toMatchObject({ unfinished: [], settled: 'c1', unapplied: null });
  });

  test('tells what new rules took in, beside what is known of it, and who went past the rules until they are approved', async () => {
    const { writer } = await ledgerOf(1, keys);
    const applyId = someHash('first');
    const ana = { id: 101, login: 'ana' };
    const bypassed = { contributors: [ana], incomplete: null };
    const left = { address: 'db/Role/a', contributors: [ana], incomplete: null };
    const finished = { type: 'apply-finished', applyId, landing: 'c1', result: 'refused', settled: null } as const;
    await enter(writer, [
      draft({ type: 'refused', applyId, landing: 'c1', reasons: [], bypassed }),
      draft({ ...finished, applied: [], unapplied: [left] }),
    ]);
    expect(await stateOf(await openLedger(writer))).toMatchObject({ bypassed });
    const takenIn = ['db/Role/a', 'db/Role/b'];
    await enter(writer, [draft({ type: 'rules', commit: 'c2', governance: {}, takenIn }, 8)]);
    const ledger = await openLedger(writer);
    expect(await stateOf(ledger)).toMatchObject({ rules: 'c2', bypassed: null });
    expect(await unappliedOf(ledger, takenIn)).toEqual([
      { address: 'db/Role/a', unapplied: { pullRequest: 7, contributors: [ana], incomplete: null } },
      { address: 'db/Role/b', unapplied: { pullRequest: 8, contributors: [], incomplete: null } },
    ]);
  });

  test('gives back what was kept by its hash', async () => {
    const { writer } = await ledgerOf(1, trial);
    const bytes = Buffer.from("the comment's body");
    await enter(writer, [note('with a blob')], [{ hash: someHash("the comment's body"), bytes }]);
    const ledger = await openLedger(writer);
    expect(await readBlob(ledger, someHash("the comment's body"))).toEqual(bytes);
    expect(await readBlob(ledger, someHash('nothing'))).toBeNull();
  });
});

test('drafts made on a history that was rewritten since are refused', async () => {
  const { store, writer } = await ledgerOf(4, keys);
  const { head } = await openLedger(writer);
  store.rewind(1);
  await enter(writer, [note('another history')]);
  const basis = { index: head.predicate.index, hash: head.hash };
  await expect(append(writer, { ...nobody, overtakenBy: () => false, basis })).rejects.toMatchObject({
    code: 'ledger-anchor-differs',
  });
});

test('a read that fails is a failure, not an older ledger', async () => {
  const { store, writer } = await ledgerOf(4, keys);
  const read = store.read.bind(store);
  let isFirst = true;
  store.read = (revision, path) => {
    const fails = isFirst && path !== 'head.json';
    if (fails) isFirst = false;
    return fails ? Promise.reject(new Error('connection reset')) : read(revision, path);
  };
  await expect(openLedger(writer)).rejects.toThrow('connection reset');
});
