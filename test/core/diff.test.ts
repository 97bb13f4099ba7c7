import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../src/core/errors.ts';
import type { Change } from '../../src/core/plan.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { account, addressOf, declared, memoryLab, type LabOptions } from '../support/memory.ts';
import { reconciliation, type Declared } from '../support/planning.ts';

const live = account({ note: 'live', actsAs: ['other'], grants: { invoices: ['read'], orders: ['read', 'write'] } });
const lab = (options: LabOptions = {}) =>
  memoryLab({ accounts: { a: live }, resources: ['invoices', 'orders'], ...options });
const edit = (spec: Parameters<typeof declared>[1], options?: LabOptions) =>
  lab(options).change({ base: [declared('a')], head: [declared('a', spec)] });
const remove = (onRemove: Parameters<typeof declared>[2], options?: LabOptions) =>
  lab(options).change({ base: [declared('a', {}, onRemove)], head: [] });
const codes = ({ blocked }: Change) =>
  blocked.map(({ code, pointer }) => (pointer === undefined ? code : `${code} ${pointer}`));
const effects = ({ steps }: Change) => steps.map(({ effect }) => effect);

describe('what a document manages', () => {
  it('is only what it says', async () => {
    expect(await edit({ enabled: false })).toMatchObject({
      action: 'update',
      incarnation: '1',
      before: { enabled: true },
      after: { enabled: false },
      steps: [{ id: `${addressOf('a')}#1`, dependsOn: [], expect: { enabled: true }, result: { enabled: false } }],
      blocked: [],
    });
  });

  it('is nothing when it says nothing', async () => {
    expect(await lab().change({ base: [], head: [declared('a')] })).toMatchObject({
      action: 'describe',
      before: {},
      after: {},
      steps: [],
    });
  });

  it('tells null from an omission', async () => {
    expect(await edit({ note: null })).toMatchObject({
      action: 'update',
      before: { note: 'live' },
      after: { note: null },
    });
  });

  it('is a list to the last entry', async () => {
    const change = await edit({ grants: [{ on: 'invoices', actions: ['read'] }], actsAs: [] });
    expect(effects(change)).toEqual([
      { kind: 'acts-as', add: [], remove: ['other'] },
      expect.objectContaining({
        add: [],
        remove: [
          { resource: 'orders', action: 'read' },
          { resource: 'orders', action: 'write' },
        ],
      }),
    ]);
  });

  it('is of a list that keeps others only what it names', async () => {
    const change = await edit({
      grants: [{ on: 'invoices', actions: ['read', 'write'] }, { others: 'keep' }],
      actsAs: [{ others: 'keep' }],
    });
    expect(change.before).toEqual({
      actsAs: { others: 'keep', values: {} },
      grants: { others: 'keep', values: { invoices: { read: 'granted' } } },
    });
    expect(effects(change)).toEqual([
      { kind: 'grants', add: [{ resource: 'invoices', action: 'write' }], remove: [], fill: [], empty: [] },
    ]);
  });

  it('does not shrink when entries leave a list that keeps others', async () => {
    const keep = (...on: readonly string[]) =>
      declared('a', { grants: [...on.map((name) => ({ on: name, actions: ['read'] })), { others: 'keep' }] });
    const between = (base: Declared, head: Declared) => lab().change({ base: [base], head: [head] });
    expect(await between(keep('orders', 'invoices'), keep('orders'))).toMatchObject({
      action: 'describe',
    });
    expect(await between(keep('ord*', 'invoices'), keep('invoices'))).toMatchObject({
      action: 'describe',
    });
  });
});

describe('what becomes of an identity', () => {
  it('is created where nothing is live', async () => {
    const change = await lab({ accounts: {} }).change({ base: [], head: [declared('a', { note: 'new' })] });
    expect(change).toMatchObject({ action: 'create', incarnation: null, before: null, after: { note: 'new' } });
    expect(change.steps[0]).toMatchObject({ expect: null, repeat: 'intent' });
    const { action } = await lab({ accounts: {} }).change({
      base: [declared('a')],
      head: [declared('a', { note: 'new' })],
    });
    expect(action).toBe('create');
  });

  it('is updated, or described when equal, where it was live and undeclared', async () => {
    const declare = (spec: Parameters<typeof declared>[1]) => lab().change({ base: [], head: [declared('a', spec)] });
    expect(await declare({ note: 'live' })).toMatchObject({
      action: 'describe',
      before: { note: 'live' },
      after: { note: 'live' },
    });
    expect(await declare({ note: 'new' })).toMatchObject({ action: 'update', metadata: { before: null } });
  });

  it('is described when only what is said about it changes', async () => {
    const change = await lab().change({
      base: [{ ...declared('a', { note: 'live' }), owner: 'old' }],
      head: [{ ...declared('a', { note: 'live' }), owner: 'new', purpose: 'other' }],
    });
    expect(change).toMatchObject({
      action: 'describe',
      steps: [],
      metadata: { before: { owner: 'old' }, after: { owner: 'new', purpose: 'other' } },
    });
  });

  it('is brought back in line when its description changes and it has drifted', async () => {
    const change = await lab().change({
      base: [declared('a', { note: 'declared' })],
      head: [{ ...declared('a', { note: 'declared' }), purpose: 'other' }],
    });
    expect(change).toMatchObject({ action: 'update', before: { note: 'live' }, after: { note: 'declared' } });
  });

  it('is replaced when what is fixed changes, also deep inside it', async () => {
    const change = await edit({ tier: 'premium', note: 'live' });
    expect(change).toMatchObject({ action: 'replace', before: { tier: 'standard' }, after: { tier: 'premium' } });
    expect(change.irreversible).not.toEqual([]);
    const [kind] = lab().provider.kinds;
    const deep = { kinds: kind === undefined ? [] : [{ ...kind, immutable: ['/actsAs'] }] };
    expect((await edit({ actsAs: [] }, { provider: deep })).action).toBe('replace');
    expect((await edit({ note: 'new' }, { provider: deep })).action).toBe('update');
  });

  it('is disabled by default, and forgotten when it already is, is gone, or is asked to be', async () => {
    expect(await remove({ kind: 'disable' })).toMatchObject({
      action: 'disable',
      before: { enabled: true },
      after: { enabled: false },
      steps: [{}],
      metadata: { after: null },
    });
    const off = { accounts: { a: account({ enabled: false }) } };
    const forgotten = { action: 'forget', steps: [], before: null, after: null, incarnation: null };
    expect(await remove({ kind: 'disable' }, off)).toMatchObject(forgotten);
    expect(await remove({ kind: 'delete', options: {} }, { accounts: {} })).toMatchObject(forgotten);
    expect(await remove({ kind: 'forget' })).toMatchObject(forgotten);
  });

  it('is deleted as a whole: everything that it holds is put before reviewers', async () => {
    const change = await remove({ kind: 'delete', options: {} });
    expect(change).toMatchObject({ action: 'delete', after: null, steps: [{ result: null }] });
    expect(change.before).toMatchObject({ enabled: true, note: 'live', actsAs: { values: { other: true } } });
  });

  it('ends as the base says, whatever the head said', async () => {
    const change = await lab().change({ base: [declared('a', {}, { kind: 'forget' })], head: [] });
    expect(change.action).toBe('forget');
  });

  it('is blocked where the kind cannot be disabled', async () => {
    const blocked = [{ code: 'cannot-disable', message: 'say onRemove: delete' }];
    const provider = { disabled: () => ({ kind: 'blocked' as const, blocked }) };
    expect(await remove({ kind: 'disable' }, { provider })).toMatchObject({ action: 'disable', steps: [], blocked });
  });
});

describe('a request', () => {
  const asks = (verb: 'correct' | 'remove', ...more: readonly [] | readonly [Parameters<typeof reconciliation>[2]]) => [
    reconciliation(verb, [addressOf('a')], ...more),
  ];

  it('to correct brings drift back in line, and nothing else does', async () => {
    const same = { base: [declared('a', { note: 'declared' })], head: [declared('a', { note: 'declared' })] };
    expect((await lab().plan(same)).plan.changes).toEqual([]);
    expect(await lab().change({ ...same, requests: asks('correct') })).toMatchObject({
      action: 'update',
      before: { note: 'live' },
      after: { note: 'declared' },
    });
  });

  it('to correct makes what is declared on both sides and is not there', async () => {
    const same = { base: [declared('absent', {})], head: [declared('absent', {})] };
    const requests = [reconciliation('correct', [addressOf('absent')])];
    expect((await lab().plan(same)).plan.changes).toEqual([]);
    expect(await lab().change({ ...same, requests })).toMatchObject({ action: 'create' });
  });

  it('to remove ends what nobody declares: disabled, or as it says', async () => {
    const undeclared = { base: [], head: [] };
    expect(await lab().change({ ...undeclared, requests: asks('remove') })).toMatchObject({ action: 'disable' });
    expect(
      await lab().change({ ...undeclared, requests: asks('remove', { kind: 'delete', options: {} }) }),
    ).toMatchObject({
      action: 'delete',
    });
  });

  it.each(['additive', 'observe'] as const)('to remove is blocked in a source of mode %s', async (mode) => {
    const change = await lab({ mode }).change({ base: [], head: [], requests: asks('remove') });
    expect(codes(change)).toEqual(['source-not-authoritative']);
    expect(change.steps).toEqual([]);
  });
});

describe('the mode of a source', () => {
  it('additive keeps what is not listed, forgets what is removed, and ends no pattern', async () => {
    const additive = { mode: 'additive' as const };
    const added = await edit({ grants: [{ on: 'secrets', actions: ['read'] }], actsAs: [] }, additive);
    expect(effects(added)).toEqual([
      { kind: 'grants', add: [{ resource: 'secrets', action: 'read' }], remove: [], fill: [], empty: [] },
    ]);
    expect(await remove({ kind: 'delete', options: {} }, additive)).toMatchObject({ action: 'forget', steps: [] });
    const ended = await lab(additive).change({
      base: [declared('a', { grants: [{ on: 'inv*', actions: ['read'] }] })],
      head: [declared('a', { grants: [] })],
    });
    expect(ended).toMatchObject({ action: 'describe', steps: [] });
  });

  it('additive takes nothing away even if a provider shows the pattern that ended', async () => {
    const grants = (values: object) => ({ grants: { others: 'keep', values } });
    const provider = { project: () => grants({ 'inv*': { read: { $: 'pattern', state: 'held' } } }) as never };
    const ended = await lab({ mode: 'additive', provider }).change({
      base: [declared('a', { grants: [{ on: 'inv*', actions: ['read'] }] })],
      head: [declared('a', { grants: [] })],
    });
    expect(ended).toMatchObject({ action: 'describe', before: { grants: { values: {} } }, steps: [] });
  });

  it('additive never replaces', async () => {
    expect(codes(await edit({ tier: 'premium' }, { mode: 'additive' }))).toEqual(['source-not-authoritative']);
  });

  it('observe executes nothing and blocks nothing', async () => {
    const observe = { mode: 'observe' as const };
    expect(await edit({ tier: 'premium', note: 'new' }, observe)).toMatchObject({
      action: 'describe',
      steps: [],
      blocked: [],
    });
    expect(await remove({ kind: 'delete', options: {} }, observe)).toMatchObject({
      action: 'forget',
      steps: [],
      blocked: [],
    });
    const created = await lab({ ...observe, accounts: {} }).change({
      base: [],
      head: [declared('a', { note: 'new' })],
    });
    expect(created).toMatchObject({ action: 'describe', steps: [], blocked: [] });
  });
});

describe('what the same plan creates', () => {
  it('is told to every change with its normal form, or that there is none', async () => {
    const provider = memoryProvider();
    const asked: unknown[] = [];
    const watched = lab({
      provider: {
        normalize: (kind, spec, context) => {
          if (spec['note'] === 'broken') throw new CountersignError('unsupported', 'No.', { mend: 'Mend it.' });
          return provider.normalize(kind, spec, context);
        },
        steps: (draft, state) => {
          const of = ['a', 'made', 'wrong', 'unknown'].map(addressOf);
          if (draft.address === addressOf('a'))
            asked.push(of.map((one) => [draft.creates.has(one), draft.creates.get(one), draft.creates.get(one)]));
          return provider.steps(draft, state);
        },
      },
    });
    const head = [
      declared('a', { note: 'new' }),
      declared('made', { note: 'made' }),
      declared('wrong', { note: 'broken' }),
    ];
    await watched.plan({ base: [declared('a')], head });
    const nothing = [false, undefined, undefined];
    expect(asked).toEqual([[nothing, [true, { note: 'made' }, { note: 'made' }], [true, null, null], nothing]]);
  });
});
