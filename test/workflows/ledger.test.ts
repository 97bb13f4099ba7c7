import { expect, it } from 'vitest';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { LedgerWriter } from '../../src/core/ledger/append.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { AT, begun, draft, note, trial } from '../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';

const applyId = someHash('apply');
const intent: EntryBody = { type: 'intent', applyId, stepId: 'memory/MemoryAccount/app#1' };

async function twoRuns(): Promise<{ paused: Ledger; other: Ledger }> {
  const writer = await begun(new MemoryLedger(), trial);
  const of = (name: string): LedgerWriter => ({ ...writer, writer: name });
  return { paused: new Ledger(of('run 1'), () => AT), other: new Ledger(of('run 2'), () => AT) };
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
