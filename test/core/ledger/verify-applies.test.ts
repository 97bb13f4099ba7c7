import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../src/core/json.ts';
import { entryPath } from '../../../src/core/ledger/layout.ts';
import { MemoryLedger, someHash } from '../../support/memory-ledger.ts';
import { begun, draft, enter } from '../../support/ledger-writer.ts';
import { edited, file, first, keys, verify } from './verifying.ts';

type Ended = {
  readonly pullRequest: number | null;
  readonly digest: Sha256 | null;
  readonly landing: string;
  readonly id: Sha256;
};

function ended(pullRequest: number | null, plan: string | null, landing: string): Ended {
  const digest = plan === null ? null : someHash(plan);
  return { pullRequest, digest, landing, id: someHash(`${pullRequest} ${plan} ${landing}`) };
}

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
    intent: { type: 'intent', applyId, stepId: 'a#1', commitment: someHash('mark') },
    receiptA: { type: 'receipt', applyId, stepId: 'a#1', kind: 'applied', found: {}, reasons: [], remains: [] },
    receiptB: { type: 'receipt', applyId, stepId: 'b#1', kind: 'already-applied', found: {}, reasons: [], remains: [] },
    failedB: { type: 'receipt', applyId, stepId: 'b#1', kind: 'failed', found: null, reasons: [], remains: [] },
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
    conflictA: { type: 'receipt', applyId, stepId: 'a#1', kind: 'conflict', found: {}, reasons: [], remains: [] },
    partial: {
      type: 'apply-finished',
      applyId,
      landing,
      result: 'partial',
      applied: [],
      unapplied: [],
      settled: null,
    },
    superseded: {
      type: 'apply-finished',
      applyId,
      landing,
      result: 'superseded',
      applied: [],
      unapplied: [],
      settled: null,
    },
    asking: { type: 'follow-up', applyId, branch: 'countersign/follow-up-1', commit: 'c0ffee' },
    refused: { type: 'apply-finished', applyId, landing, result: 'refused', applied: [], unapplied: [], settled: null },
  } as const;

  test.each<[string, readonly (keyof typeof STEPS)[], string]>([
    ['whole', ['approved', 'started', 'intent', 'receiptA', 'receiptB', 'finished'], 'sound'],
    ['refused, and asked for again', ['asking', 'refused'], 'sound'],
    ['asked for again after its end', ['refused', 'asking'], 'apply-after-finish at 2'],
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
    ['left ambiguous', ['approved', 'started', 'intent', 'receiptA', 'ambiguousB', 'partial'], 'sound'],
    ['refused before it began', ['refused'], 'sound'],
    ['that found every step refused', ['approved', 'started', 'conflictA', 'failedB', 'refused'], 'sound'],
    [
      'refused with steps open by the run that started it',
      ['approved', 'started', 'intent', 'refused'],
      'receipt-missing at 4',
    ],
    [
      'superseded with steps open by the run that resumed it',
      ['approved', 'started', 'resumed', 'receiptB', 'superseded'],
      'receipt-missing at 5',
    ],
    [
      'said to be applied although a step failed',
      ['approved', 'started', 'intent', 'receiptA', 'failedB', 'finished'],
      'apply-overstated at 6',
    ],
    [
      'said to be applied although a step is ambiguous',
      ['approved', 'started', 'intent', 'receiptA', 'ambiguousB', 'finished'],
      'apply-overstated at 6',
    ],
    [
      'that failed for a reason that passed',
      ['approved', 'started', 'failedB', 'resumed', 'intent', 'receiptA', 'receiptB', 'finished'],
      'sound',
    ],
    [
      'that does again what was done',
      ['approved', 'started', 'receiptB', 'resumed', 'receiptB'],
      'receipt-doubled at 5',
    ],
    [
      'that failed and said no more of it when it was resumed',
      ['approved', 'started', 'failedB', 'resumed', 'intent', 'receiptA', 'finished'],
      'receipt-missing at 7',
    ],
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

  test.each<[string, readonly Ended[], string]>([
    ['for two landings', [ended(7, 'd', 'c1'), ended(7, 'd', 'c2')], 'apply-repeated at 2'],
    ['of two pull requests with one plan', [ended(7, 'd', 'c1'), ended(8, 'd', 'c2')], 'sound'],
    ['of two plans', [ended(7, 'd', 'c1'), ended(7, 'e', 'c2')], 'sound'],
    ['of pushes without a pull request', [ended(null, null, 'c1'), ended(null, null, 'c2')], 'sound'],
  ])('two ends %s', async (_, ends, expected) => {
    const store = new MemoryLedger();
    const drafts = ends.map(({ pullRequest, digest, landing: commit, id }) => ({
      pullRequest,
      digest,
      body: { ...STEPS.refused, applyId: id, landing: commit },
    }));
    await enter(await begun(store, keys), drafts);
    const { problems } = await verify(store);
    // The plans themselves are not kept here.
    const [found] = problems.filter(({ code }) => code !== 'blob-missing');
    expect(found === undefined ? 'sound' : `${found.code} at ${found.index}`).toBe(expected);
  });

  test.each(['refused', 'superseded'] as const)(
    'that another run found interrupted and ended as %s may have steps open',
    async (end) => {
      const store = new MemoryLedger();
      const writer = await begun(store, keys);
      await enter(writer, [draft(STEPS.approved), draft(STEPS.started), draft(STEPS.intent)]);
      await enter({ ...writer, writer: 'run 2' }, [draft(STEPS[end])]);
      expect(first(await verify(store))).toBe('sound');
    },
  );

  test.each([
    [1, 'apply-not-approved'],
    [2, 'apply-not-started'],
    [4, 'receipt-missing'],
  ])('of which entry %i cannot be read has consequences, which are told as such', async (index, code) => {
    const store = new MemoryLedger();
    const writer = await begun(store, keys);
    const whole = ['approved', 'started', 'intent', 'receiptA', 'receiptB', 'finished'] as const;
    await enter(
      writer,
      whole.map((name) => draft(STEPS[name])),
    );
    store.files.set(entryPath(index), edited(file(store, index), 'run 1', 'run X'));
    const { problems } = await verify(store);
    expect(problems.filter(({ consequenceOf }) => consequenceOf === null)).toMatchObject([
      { code: 'entry-untrusted', index },
    ]);
    const consequences = problems.filter(({ consequenceOf }) => consequenceOf === index);
    expect(consequences.map((each) => each.code)).toContain(code);
  });

  test('that is wrong before an entry that cannot be read is no consequence of it', async () => {
    const store = new MemoryLedger();
    const writer = await begun(store, keys);
    await enter(writer, [draft(STEPS.started), draft(STEPS.intent), draft(STEPS.receiptA)]);
    store.files.set(entryPath(3), edited(file(store, 3), 'run 1', 'run X'));
    const { problems } = await verify(store);
    expect(problems.map(({ code, consequenceOf }) => [code, consequenceOf])).toEqual([
      ['apply-not-approved', null],
      ['entry-untrusted', null],
    ]);
  });

  test('is told as unfinished until its end, and named with its step when something is wrong', async () => {
    const store = new MemoryLedger();
    const writer = await begun(store, keys);
    await enter(writer, [draft(STEPS.approved), draft(STEPS.started)]);
    expect((await verify(store)).unfinished).toEqual([applyId]);
    await enter(writer, [draft(STEPS.unknown), draft(STEPS.finished)]);
    const { unfinished, problems } = await verify(store);
    expect(unfinished).toEqual([]);
    expect(problems[0]?.message).toContain(`(apply ${applyId}, step z#1)`);
    expect(problems[1]?.message).toContain(`(apply ${applyId})`);
  });
});
