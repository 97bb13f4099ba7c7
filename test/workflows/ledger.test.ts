import { expect, it } from 'vitest';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { LedgerWriter } from '../../src/core/ledger/append.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { AT, begun, draft, makeKeys, note, trial } from '../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';
import { COMMITMENT } from '../support/marks.ts';

const applyId = someHash('apply');
const intent: EntryBody = { type: 'intent', applyId, stepId: 'memory/MemoryAccount/app#1', commitment: COMMITMENT };

async function twoRuns(): Promise<{ paused: Ledger; other: Ledger }> {
  const writer = await begun(new MemoryLedger(), trial);
  const of = (name: string): LedgerWriter => ({ ...writer, writer: name });
  return { paused: open(of('run 1')), other: open(of('run 2')) };
}

function open(writer: LedgerWriter, foreign: (path: string) => void = () => undefined): Ledger {
  return new Ledger(writer, () => AT, foreign);
}

it('takes nothing about an apply from a run that stood still while another one entered something about it', async () => {
  const { paused, other } = await twoRuns();
  await paused.append([draft(intent)]);
  await other.append([draft(intent)]);
  await expect(paused.append([draft(intent)])).rejects.toMatchObject({ code: 'ledger-overtaken' });
  expect(await other.entries(7)).toHaveLength(2);
});

it('takes what a run goes on to say while others speak of something else', async () => {
  const { paused, other } = await twoRuns();
  await paused.append([draft(intent)]);
  await other.append([draft(intent, 8)]);
  await other.append([note('seen')]);
  await paused.append([draft(intent)]);
  expect(await paused.entries(7)).toHaveLength(3);
});

it('lets a run that has read what another one entered continue after it', async () => {
  const { paused, other } = await twoRuns();
  await paused.append([draft(intent)]);
  await other.append([draft(intent)]);
  expect(await paused.entries(7)).toHaveLength(2);
  await paused.append([draft(intent)]);
  expect(await other.entries(7)).toHaveLength(3);
});

it('tells once of a file where the chain goes on that no trusted signer made, and passes it by', async () => {
  const store = new MemoryLedger();
  const writer = await begun(store, makeKeys('trusted'));
  store.files.set('entries/00/00/00/01.json', Buffer.from('{}'));
  const told: string[] = [];
  const ledger = open(writer, (path) => told.push(path));
  expect(await ledger.entries(7)).toEqual([]);
  await ledger.append([note('entered over it')]);
  expect(await ledger.entries(7)).toHaveLength(1);
  expect(told).toEqual(['entries/00/00/00/01.json']);
});
