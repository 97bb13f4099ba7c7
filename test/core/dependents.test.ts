import { describe, expect, it } from 'vitest';
import { addressOf, declared, memoryLab, account } from '../support/memory.ts';
import type { Declared } from '../support/planning.ts';

const depends = (name: string, ...on: readonly string[]): Declared => ({
  ...declared(name, { note: 'x' }),
  dependsOn: on.map(addressOf),
});
const accounts = Object.fromEntries(
  ['a', 'b', 'c', 'd', 'e'].map((name, index) => [name, account({ incarnation: `${index}`, note: 'x' })]),
);
const lab = () => memoryLab({ accounts });
const blockedOf = async (base: readonly Declared[], head: readonly Declared[]) =>
  (await lab().plan({ base, head })).plan.changes.map(({ address, blocked }) => [
    address.slice(address.lastIndexOf('/') + 1),
    ...blocked.map(({ code, message }) => `${code}: ${message}`),
  ]);

describe('what others still depend on', () => {
  it('may not go away, however it is to end, and whoever depends on it need not change', async () => {
    const reason = 'reference-removed: It goes away, and memory/MemoryAccount/a would still depend on it.';
    for (const end of ['disable', 'forget'] as const) {
      const removed = declared('b', { note: 'x' }, { kind: end });
      expect(await blockedOf([depends('a', 'b'), removed], [depends('a', 'b')])).toEqual([['b', reason]]);
    }
    const deleted = declared('b', { note: 'x' }, { kind: 'delete', options: {} });
    expect(await blockedOf([depends('a', 'b'), deleted], [depends('a', 'b')])).toEqual([['b', reason]]);
  });

  it('names the first of many, sorted', async () => {
    const many = ['e', 'd', 'c', 'a'].map((name) => depends(name, 'b'));
    const [, ...three] = many;
    const all = 'memory/MemoryAccount/a, memory/MemoryAccount/c, memory/MemoryAccount/d';
    const named = expect.stringContaining(`${all} would still`) as string;
    expect(await blockedOf([...three, declared('b')], three)).toEqual([['b', named]]);
    expect(await blockedOf([...many, declared('b')], many)).toEqual([
      [
        'b',
        expect.stringContaining('/a, memory/MemoryAccount/c, memory/MemoryAccount/d and 1 more would still') as string,
      ],
    ]);
  });

  it('may go away together with what depends on it, or once that lets go', async () => {
    expect(await blockedOf([depends('a', 'b'), declared('b')], [])).toEqual([['a'], ['b']]);
    expect(await blockedOf([depends('a', 'b'), declared('b')], [depends('a')])).toEqual([['a'], ['b']]);
  });

  it('stays blocked by everything else, too', async () => {
    const claimed = account({ note: 'x', managedBy: { tool: 'Helm', evidence: 'a label' } });
    const removed = declared('b', { note: 'x' }, { kind: 'delete', options: {} });
    const { plan } = await memoryLab({ accounts: { ...accounts, b: claimed } }).plan({
      base: [depends('a', 'b'), removed],
      head: [depends('a', 'b')],
    });
    expect(plan.changes[0]?.blocked.map(({ code }) => code)).toEqual(['managed-elsewhere', 'reference-removed']);
  });

  it('may be edited', async () => {
    const edited = declared('b', { note: 'y' });
    expect(await blockedOf([depends('a', 'b'), declared('b')], [depends('a', 'b'), edited])).toEqual([['b']]);
  });
});

describe('a dependency that no document declares', () => {
  const problems = async (base: readonly Declared[], head: readonly Declared[]) =>
    (await lab().plan({ base, head })).assessment.diagnostics.map(({ code, address }) => `${code} ${address ?? ''}`);

  it('is an error of the identity that is changed, and of no other', async () => {
    const error = 'dependency-undeclared memory/MemoryAccount/a';
    expect(await problems([], [depends('a', 'z')])).toEqual([error]);
    expect(await problems([depends('a', 'z')], [depends('a', 'z'), declared('b')])).toEqual([]);
  });

  it('is none where it goes away just now: that is blocked instead', async () => {
    expect(await problems([depends('a'), declared('b')], [depends('a', 'b')])).toEqual([]);
    expect(await blockedOf([depends('a'), declared('b')], [depends('a', 'b')])).toEqual([
      ['a'],
      ['b', expect.stringContaining('reference-removed') as string],
    ]);
  });
});
