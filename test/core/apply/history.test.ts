import { describe, expect, it } from 'vitest';
import { begunChanges, landedAs, receiptBody, recordedApply } from '../../../src/core/apply/history.ts';
import { receiptOf, type Receipt, type ReceiptKind } from '../../../src/core/apply/receipt.ts';
import { sha256 } from '../../../src/core/digest.ts';
import type { Json, Sha256 } from '../../../src/core/json.ts';
import type { ApplyFinishedBody, EntryBody, ReceiptBody } from '../../../src/core/ledger/bodies.ts';
import type { EntryPredicate, LedgerEntry } from '../../../src/core/ledger/entry.ts';
import { account, addressOf, declared, memoryLab } from '../../support/memory.ts';
import { changeWith, planOf, stepWith } from '../../support/plans.ts';
import { COMMITMENT } from '../../support/marks.ts';

const lab = memoryLab({ accounts: { a: account(), b: account({ incarnation: '2' }) } });
const { plan } = await lab.plan({
  base: [declared('a'), declared('b')],
  head: [declared('a', { note: 'x' }), declared('b', { note: 'x' })],
});
const step = `${addressOf('a')}#1`;

it.each<[ReceiptKind, boolean]>([
  ['applied', true],
  ['already-applied', true],
  ['ambiguous', true],
  ['waiting', true],
  ['failed', false],
  ['conflict', false],
  ['not-attempted', false],
])('a step that ended in %s: its identity was begun: %s', (kind, begun) => {
  const receipts = new Map([[step, receiptOf(step, kind)]]);
  expect([...begunChanges(plan, { intents: new Map(), receipts })]).toEqual(begun ? [addressOf('a')] : []);
});

it('an intent begins, since the write after it may have happened', () => {
  expect([...begunChanges(plan, { intents: new Map([[step, new Set([COMMITMENT])]]), receipts: new Map() })]).toEqual([
    addressOf('a'),
  ]);
});

function entry(body: EntryBody, digest: Sha256 | null = null): LedgerEntry {
  const predicate: EntryPredicate = {
    ledgerId: 'one',
    index: 0,
    previous: null,
    state: null,
    writer: 'test',
    at: '2026-03-02T10:00:00Z',
    pullRequest: 7,
    body,
  };
  return { predicate, digest, hash: sha256('entry'), signer: 'trial' };
}

it('one step of several begins the identity', () => {
  const chained = planOf([changeWith('a', { steps: [stepWith('a', {}, 1), stepWith('a', {}, 2)] })]);
  for (const number of [1, 2]) {
    const intents = new Map([[`${addressOf('a')}#${number}`, new Set([COMMITMENT])]]);
    expect([...begunChanges(chained, { intents, receipts: new Map() })]).toEqual([addressOf('a')]);
  }
});

describe('what the ledger says of one apply', () => {
  const [mine, other] = [sha256('mine'), sha256('other')];
  const landing = 'c0ffee';

  const approved = (applyId: Sha256): EntryBody => ({
    type: 'approved',
    applyId,
    landing,
    run: 'run-1',
    reviews: [],
    rules: { before: mine, tip: mine },
  });
  const finished = (applyId: Sha256): ApplyFinishedBody => ({
    type: 'apply-finished',
    applyId,
    landing,
    result: 'applied',
    applied: [],
    unapplied: [],
    settled: null,
  });
  const later = sha256('a later mark');
  const nothing = { intents: new Map(), receipts: new Map(), approved: null, finished: false };

  it('names the commit as which it landed, the first one, and none before that', () => {
    expect(landedAs([])).toBeNull();
    expect(landedAs([entry({ type: 'intent', applyId: mine, stepId: step, commitment: COMMITMENT })])).toBeNull();
    const begun = { type: 'apply-started', applyId: mine, landing, epoch: 1, holder: 'run', steps: [] } as const;
    const later = entry({ ...finished(other), landing: 'later' });
    for (const first of [approved(mine), begun, finished(mine)]) expect(landedAs([entry(first), later])).toBe(landing);
  });

  it('is nothing where it says nothing, or speaks of another', () => {
    expect(recordedApply([], mine)).toEqual(nothing);
    const others: readonly EntryBody[] = [
      approved(other),
      { type: 'intent', applyId: other, stepId: step, commitment: COMMITMENT },
      receiptBody(other, receiptOf(step, 'applied')),
      finished(other),
      { type: 'rules', commit: landing, governance: {}, takenIn: [] },
    ];
    const entries = others.map((body) => entry(body, other));
    expect(recordedApply(entries, mine)).toEqual(nothing);
  });

  it('is under which digest it was approved, what was intended, what happened, and that it ended', () => {
    const digest = sha256('plan');
    const entries = [
      entry(approved(mine), digest),
      entry({ type: 'apply-started', applyId: mine, landing, epoch: 1, holder: 'run', steps: [] }),
      entry({ type: 'intent', applyId: mine, stepId: step, commitment: COMMITMENT }),
      entry({ type: 'intent', applyId: mine, stepId: step, commitment: later }),
      entry(receiptBody(mine, receiptOf(step, 'ambiguous'))),
      entry(receiptBody(mine, receiptOf(step, 'applied', { incarnation: '5' }))),
    ];
    const running = {
      intents: new Map([[step, new Set([COMMITMENT, later])]]),
      receipts: new Map([[step, receiptOf(step, 'applied', { incarnation: '5' })]]),
      approved: digest,
      finished: false,
    };
    expect(recordedApply(entries, mine)).toEqual(running);
    expect(recordedApply([...entries, entry(finished(mine))], mine)).toEqual({ ...running, finished: true });
  });
});

describe('a receipt in the ledger', () => {
  const applyId = sha256('apply');
  const read = (body: ReceiptBody) => recordedApply([entry(body)], applyId).receipts.get(body.stepId);
  const reread = (receipt: Receipt) => read(receiptBody(applyId, receipt));

  it('of a write keeps what was found, what was issued, and what remains', () => {
    const receipt = receiptOf(step, 'applied', {
      incarnation: '5',
      found: { note: 'x' },
      issued: ['key-1'],
      remains: ['a session'],
    });
    expect(receiptBody(applyId, receipt)).toEqual({
      type: 'receipt',
      applyId,
      stepId: step,
      kind: 'applied',
      found: { incarnation: '5', attributes: { note: 'x' }, issued: ['key-1'] },
      reasons: [],
      remains: ['a session'],
    });
    expect(reread(receipt)).toEqual({ ...receipt, issued: [] });
  });

  it('of a conflict keeps the attribute and both values', () => {
    const conflict = { pointer: '/tier', planned: 'low', found: { a: 1 } };
    const receipt = receiptOf(step, 'conflict', { incarnation: '5', conflict });
    expect(receiptBody(applyId, receipt)).toMatchObject({
      found: { incarnation: '5', pointer: '/tier', planned: 'low', found: { a: 1 } },
      reasons: [{ code: 'conflict', message: 'planned "low", found {"a":1}', pointer: '/tier' }],
    });
    expect(reread(receipt)).toEqual(
      receiptOf(step, 'conflict', { incarnation: '5', note: 'planned "low", found {"a":1}' }),
    );
  });

  it('of a failure keeps its code, its cause and its mend', () => {
    const failure = { code: 'odd', severity: 'error', cause: 'It said so.', mend: 'Wait.' } as const;
    const receipt = receiptOf(step, 'failed', { failure });
    expect(receiptBody(applyId, receipt).reasons).toEqual([{ code: 'odd', message: 'It said so. Wait.' }]);
    expect(reread(receipt)).toEqual(receiptOf(step, 'failed', { note: 'It said so. Wait.' }));
  });

  it('of what was not attempted keeps why', () => {
    const receipt = receiptOf(step, 'not-attempted', { note: 'it was stopped' });
    expect(receiptBody(applyId, receipt).reasons).toEqual([{ code: 'not-attempted', message: 'it was stopped' }]);
    expect(reread(receipt)).toEqual(receipt);
  });

  it.each<[string, Json]>([
    ['no object', 'text'],
    ['a list', ['5', { note: 'x' }]],
    ['other types', { incarnation: 5, attributes: 'x' }],
    ['null', null],
    ['nothing', {}],
  ])('that holds %s under what was found is read as one that found nothing', (_, found) => {
    const body = receiptBody(applyId, receiptOf(step, 'applied'));
    expect(read({ ...body, found })).toEqual(receiptOf(step, 'applied'));
  });
});
