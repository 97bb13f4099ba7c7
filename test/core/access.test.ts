import { describe, expect, it } from 'vitest';
import { accessDelta, keyOf } from '../../src/core/access.ts';
import type { Permission } from '../../src/core/ports.ts';
import { account, declared, memoryLab, type LabOptions } from '../support/memory.ts';
import type { Wish } from '../support/planning.ts';
import { changeWith } from '../support/plans.ts';

const live = account({ actsAs: ['root'], grants: { invoices: ['read'] } });
const line = ({ action, resource, path }: Permission) => `${action} ${resource} ${path}`;

async function delta(wish: Wish, options: LabOptions = {}) {
  const { assessment } = await memoryLab({ accounts: { a: live }, resources: ['invoices', 'orders'], ...options }).plan(
    wish,
  );
  const [change] = assessment.changes;
  return { gains: change?.gains.map(line), loses: change?.loses.map(line), risk: change?.risk.level };
}

const edit = (spec: Parameters<typeof declared>[1], options?: LabOptions) =>
  delta({ base: [declared('a')], head: [declared('a', spec)] }, options);
const grants = (...names: readonly string[]) => ({ grants: names.map((on) => ({ on, actions: ['read'] })) });

describe('what a change gains and loses', () => {
  it('is told for what it manages', async () => {
    expect(await edit(grants('orders'))).toEqual({
      gains: ['read orders direct'],
      loses: ['read invoices direct'],
      risk: 'medium',
    });
    expect(await edit({ actsAs: ['root', 'admin'] })).toEqual({
      gains: ['act as admin direct'],
      loses: [],
      risk: 'critical',
    });
    expect(await edit({ actsAs: [] })).toEqual({ gains: [], loses: ['act as root direct'], risk: 'low' });
    expect(await edit({ note: 'new' })).toEqual({ gains: [], loses: [], risk: 'low' });
  });

  it('is a pattern where a pattern is declared, and nothing for what appears inside it', async () => {
    expect(await edit(grants('inv*'))).toMatchObject({ gains: ['read inv* pattern'], risk: 'medium' });
    const stands = { base: [declared('a', grants('inv*'))], head: [declared('a', { ...grants('inv*'), note: 'new' })] };
    expect(await delta(stands, { resources: ['invoices', 'invoices-new'] })).toMatchObject({ gains: [], loses: [] });
  });

  it('is everything that a disabled or deleted identity held', async () => {
    const all = ['act as root direct', 'read invoices direct', 'sign in account direct'];
    expect(await delta({ base: [declared('a')], head: [] })).toEqual({ gains: [], loses: all, risk: 'low' });
    const deleted = declared('a', {}, { kind: 'delete', options: {} });
    expect(await delta({ base: [deleted], head: [] })).toEqual({ gains: [], loses: all, risk: 'high' });
  });

  it('is nothing where nothing is executed', async () => {
    const forgotten = declared('a', {}, { kind: 'forget' });
    expect(await delta({ base: [forgotten], head: [] })).toEqual({ gains: [], loses: [], risk: 'low' });
    expect(await edit(grants('orders'), { mode: 'observe' })).toEqual({ gains: [], loses: [], risk: 'low' });
  });

  it('is sorted, and each permission counts once', () => {
    const lab = memoryLab();
    const permission = (resource: string): Permission => ({
      principal: 'p',
      action: 'read',
      resource,
      path: 'direct',
      power: 'use',
    });
    const provider = { ...lab.provider, permissions: () => ['b', 'a', 'b'].map(permission) };
    const change = changeWith('a', { action: 'create', before: null });
    const { gains } = accessDelta(change, provider, null, {
      source: '',
      provider: '',
      target: {},
      objects: [],
      unreadable: [],
      notModelled: [],
      facts: {},
    });
    expect(gains.map(({ resource }) => resource)).toEqual(['a', 'b']);
    expect(keyOf(permission('a'))).not.toBe(keyOf(permission('b')));
  });
});
