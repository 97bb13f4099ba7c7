import { expect, it } from 'vitest';
import { begunChanges } from '../../../src/core/apply/history.ts';
import { receiptOf, type ReceiptKind } from '../../../src/core/apply/receipt.ts';
import { account, addressOf, declared, memoryLab } from '../../support/memory.ts';

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
  expect([...begunChanges(plan, { intents: new Set(), receipts })]).toEqual(begun ? [addressOf('a')] : []);
});

it('an intent begins, since the write after it may have happened', () => {
  expect([...begunChanges(plan, { intents: new Set([step]), receipts: new Map() })]).toEqual([addressOf('a')]);
});
