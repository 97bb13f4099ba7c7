import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/plan.ts';
import type { Draft, Provider } from '../../src/core/ports.ts';
import { account, addressOf, declared, memoryLab, type LabOptions } from '../support/memory.ts';
import { reconciliation } from '../support/planning.ts';

const effects = ({ steps }: Change) => steps.map(({ effect }) => effect);

describe('a pattern', () => {
  const resources = ['billing-a', 'billing-b', 'orders'];
  const on = (...names: readonly string[]) => ({ grants: names.map((name) => ({ on: name, actions: ['read'] })) });
  const holds = (...names: readonly string[]) =>
    account({ grants: Object.fromEntries(names.map((name) => [name, ['read']])) });
  const between = (
    base: readonly string[],
    head: readonly string[],
    held: readonly string[],
    options: LabOptions = {},
  ) =>
    memoryLab({ resources, accounts: { a: holds(...held) }, ...options }).change({
      base: [declared('a', on(...base))],
      head: [{ ...declared('a', on(...head)), purpose: 'edited' }],
    });
  const mark = (state: string) => ({ 'billing-*': { read: { $: 'pattern', state } } });

  it('that is added is filled, whatever of it is already held', async () => {
    for (const held of [[], ['billing-a'], ['billing-a', 'billing-b']]) {
      const change = await between([], ['billing-*'], held);
      expect(change.before).toEqual({ grants: { others: 'remove', values: mark('none') } });
      expect(change.after).toEqual({ grants: { others: 'remove', values: mark('held') } });
      expect(effects(change)).toMatchObject([
        { fill: [{ resource: 'billing-*', action: 'read' }], add: [], remove: [] },
      ]);
    }
  });

  it.each([[[]], [['billing-a']], [['billing-a', 'billing-b']], [['billing-a', 'billing-b', 'billing-gone']]])(
    'that stands moves nothing while %j is held',
    async (held) => {
      const change = await between(['billing-*'], ['billing-*'], held);
      expect(change).toMatchObject({ action: 'describe', steps: [] });
      expect(change.before).toEqual({ grants: { others: 'remove', values: mark('held') } });
    },
  );

  it.each([
    [['billing-a', 'billing-b'], 0],
    [['billing-a'], 1],
    [[], 1],
  ])('that stands shows its gaps to a search for drift: %j held, %d changes', async (held, changes) => {
    const one = declared('a', on('billing-*'));
    const lab = memoryLab({ resources, accounts: { a: holds(...held) } });
    const { plan } = await lab.plan({ base: [one], head: [one] }, 'everything');
    expect(plan.changes).toHaveLength(changes);
    for (const change of plan.changes)
      expect(change.before).toEqual({ grants: { others: 'remove', values: mark('none') } });
  });

  it('does not hide what lies outside of it', async () => {
    const change = await between(['billing-*'], ['billing-*'], ['billing-a', 'orders']);
    expect(effects(change)).toMatchObject([{ remove: [{ resource: 'orders', action: 'read' }], empty: [], fill: [] }]);
    const write = await between(['billing-*'], ['billing-*'], [], {
      accounts: { a: account({ grants: { 'billing-a': ['read', 'write'] } }) },
    });
    expect(effects(write)).toMatchObject([{ remove: [{ resource: 'billing-a', action: 'write' }] }]);
  });

  it('is filled again by a request to correct', async () => {
    const wish = { base: [declared('a', on('billing-*'))], head: [declared('a', on('billing-*'))] };
    const requests = [reconciliation('correct', [addressOf('a')])];
    const change = await memoryLab({ resources, accounts: { a: holds('billing-a') } }).change({ ...wish, requests });
    expect(change.before).toEqual({ grants: { others: 'remove', values: mark('none') } });
    expect(effects(change)).toMatchObject([{ fill: [{ resource: 'billing-*' }] }]);
  });

  it('that is removed is emptied, whatever of it is held', async () => {
    for (const held of [[], ['billing-a'], ['billing-a', 'billing-b']]) {
      const change = await between(['billing-*'], [], held);
      expect(change).toMatchObject({ action: 'update', before: { grants: { values: mark('held') } } });
      expect(change.after).toEqual({ grants: { others: 'remove', values: mark('none') } });
      expect(effects(change)).toMatchObject([
        { empty: [{ resource: 'billing-*', action: 'read', except: [] }], remove: [] },
      ]);
    }
  });

  it('that ends is put before the provider as ending, in what it is to reach', async () => {
    const drafts: Draft[] = [];
    const steps: Provider['steps'] = (draft) => {
      drafts.push(draft);
      return { steps: [], irreversible: [], blocked: [] };
    };
    const change = await between(['billing-*'], [], [], { provider: { steps } });
    expect(drafts.map(({ guide }) => guide?.head)).toEqual([change.after]);
    expect(drafts[0]?.guide?.base).toMatchObject({ grants: { values: mark('held') } });
  });

  it('that gives way to explicit entries or to another pattern leaves them what they name', async () => {
    expect(effects(await between(['billing-*'], ['billing-a'], ['billing-a', 'billing-b']))).toMatchObject([
      { add: [], remove: [], empty: [{ resource: 'billing-*', except: ['billing-a'] }] },
    ]);
    expect(effects(await between(['billing-*'], ['billing-a'], ['billing-b']))).toMatchObject([
      { add: [{ resource: 'billing-a', action: 'read' }], empty: [{ except: ['billing-a'] }] },
    ]);
    expect(effects(await between(['billing-*', '*-a'], ['*-a'], ['billing-a', 'billing-b']))).toMatchObject([
      { empty: [{ resource: 'billing-*', except: ['*-a'] }], fill: [] },
    ]);
  });

  it('takes the place of explicit entries', async () => {
    const change = await between(['billing-a'], ['billing-*'], ['billing-a']);
    expect(change.before).toEqual({ grants: { others: 'remove', values: mark('none') } });
    expect(effects(change)).toMatchObject([{ fill: [{ resource: 'billing-*' }], remove: [], add: [] }]);
  });

  it('and an explicit entry under it are told apart', async () => {
    const change = await between(['billing-*'], ['billing-*', 'billing-a'], []);
    expect(effects(change)).toMatchObject([{ add: [{ resource: 'billing-a', action: 'read' }], fill: [], empty: [] }]);
  });

  it('of a new identity is filled with it', async () => {
    const change = await memoryLab({ accounts: {}, resources }).change({
      base: [],
      head: [declared('a', on('billing-*'))],
    });
    expect(change.after).toEqual({
      grants: { others: 'remove', values: { 'billing-*': { read: { $: 'pattern', state: 'held' } } } },
    });
    expect(effects(change)).toMatchObject([{ kind: 'create' }, { fill: [{ resource: 'billing-*' }] }]);
  });
});
