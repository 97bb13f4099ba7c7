import { describe, expect, it } from 'vitest';
import type { Removal } from '../../src/core/ports.ts';
import { account, declared, memoryLab } from '../support/memory.ts';

const spec = { note: 'nightly export' };
const lab = memoryLab({ accounts: { old: account({ note: 'nightly export' }), other: account({ incarnation: '2' }) } });

async function notesOf(wish: Parameters<typeof lab.plan>[0]) {
  const { assessment } = await lab.plan(wish);
  return Object.fromEntries(
    assessment.changes.map(({ address, notes }) => [address.split('/')[2], notes.map(({ message }) => message)]),
  );
}

describe('a document that comes back under another name', () => {
  it.each<[string, Removal]>([
    ['disables', { kind: 'disable' }],
    ['deletes', { kind: 'delete', options: {} }],
    ['no longer manages', { kind: 'forget' }],
  ])('is announced on both sides where the plan %s the old one', async (ends, onRemove) => {
    const notes = await notesOf({ base: [declared('old', spec, onRemove)], head: [declared('new', spec)] });
    expect(notes).toEqual({
      old: [expect.stringMatching(/^Renamed to new: this identity ends/u)],
      new: [expect.stringContaining(`Renamed from old, which this plan ${ends}:`)],
    });
  });

  it('is one whatever else its document says besides the spec', async () => {
    const wish = { base: [declared('old', spec)], head: [{ ...declared('new', spec), purpose: 'another' }] };
    expect((await notesOf(wish))['new']).toHaveLength(1);
  });
});

describe('nothing is announced', () => {
  const silent = { old: [], new: [] };

  it('where the spec differs', async () => {
    const wish = { base: [declared('old', spec)], head: [declared('new', { note: 'hourly export' })] };
    expect(await notesOf(wish)).toEqual(silent);
  });

  it('where the new name is that of an identity that is live already', async () => {
    const notes = await notesOf({ base: [declared('old', spec)], head: [declared('other', spec)] });
    expect(notes).toEqual({ old: [], other: [] });
  });

  it('where the old one stays', async () => {
    const notes = await notesOf({ base: [declared('old')], head: [declared('old', spec), declared('new', spec)] });
    expect(notes['new']).toEqual([]);
  });

  it('where several would fit, because nobody can say which became which', async () => {
    const head = [declared('new', spec), declared('newer', spec)];
    expect(await notesOf({ base: [declared('old', spec)], head })).toEqual({ ...silent, newer: [] });
  });
});
