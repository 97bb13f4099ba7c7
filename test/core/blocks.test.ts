import { describe, expect, it } from 'vitest';
import type { LiveState, Unreadable } from '../../src/core/live.ts';
import type { Change } from '../../src/core/plan.ts';
import { account, addressOf, declared, memoryLab, type LabOptions } from '../support/memory.ts';

const accounts = { a: account({ note: 'live', actsAs: ['other'] }) };
const edit = (spec: Parameters<typeof declared>[1], options?: LabOptions) =>
  memoryLab({ accounts, ...options }).change({ base: [declared('a')], head: [declared('a', spec)] });
const remove = (onRemove: Parameters<typeof declared>[2], options?: LabOptions) =>
  memoryLab({ accounts, ...options }).change({ base: [declared('a', {}, onRemove)], head: [] });
const codes = ({ blocked }: Change) =>
  blocked.map(({ code, pointer }) => (pointer === undefined ? code : `${code} ${pointer}`));

describe('what could not be read, or is not shown', () => {
  it.each([
    ['an attribute that changes', { note: 'new' }, '/note', ['attribute-unreadable /note']],
    ['an attribute that seems equal', { note: 'live' }, '/note', ['attribute-unreadable /note']],
    ['an attribute that is not managed', { enabled: false }, '/note', []],
    [
      'an entry that a list names',
      { grants: [{ on: 'orders', actions: ['read'] }] },
      '/grants/values/orders/read',
      ['attribute-unreadable /grants/values/orders/read'],
    ],
    [
      'an entry that an exhaustive list does not name',
      { actsAs: [] },
      '/actsAs/values/hidden',
      ['attribute-unreadable /actsAs/values/hidden'],
    ],
    ['an entry that a list keeps', { actsAs: [{ others: 'keep' }] }, '/actsAs/values/hidden', []],
    [
      'an entry that a list names and keeps others',
      { actsAs: ['hidden', { others: 'keep' }] },
      '/actsAs/values/hidden',
      ['attribute-unreadable /actsAs/values/hidden'],
    ],
    ['a whole list', { actsAs: ['other'] }, '/actsAs', ['attribute-unreadable /actsAs']],
    ['something inside an attribute', { note: 'live' }, '/note/part', ['attribute-unreadable /note/part']],
    ['an attribute of an inherited name', { note: 'live' }, '/constructor', []],
  ])('%s', async (_what, spec, pointer, blocked) => {
    expect(codes(await edit(spec as Parameters<typeof declared>[1], { distort: hides(pointer) }))).toEqual(blocked);
  });

  it('blocks a deletion, whatever attribute it is, and no disabling or forgetting that has nothing to do with it', async () => {
    const distort = hides('/note');
    expect(codes(await remove({ kind: 'delete', options: {} }, { distort }))).toEqual(['attribute-unreadable /note']);
    expect(codes(await remove({ kind: 'disable' }, { distort }))).toEqual([]);
    expect(codes(await remove({ kind: 'forget' }, { distort }))).toEqual([]);
    expect(codes(await remove({ kind: 'disable' }, { distort: hides('/enabled') }))).toEqual([
      'attribute-unreadable /enabled',
    ]);
  });

  it('blocks a replacement, whatever attribute it is: the new object would come without it, and nobody would see', async () => {
    const distort = hides('/note');
    const replaced = await memoryLab({ accounts, distort }).change({
      base: [declared('a')],
      head: [declared('a', { tier: 'premium' })],
    });
    expect(replaced.action).toBe('replace');
    expect(codes(replaced)).toEqual(['attribute-unreadable /note']);
  });

  it('blocks nothing in a source that is only observed', async () => {
    expect(codes(await edit({ note: 'new' }, { distort: hides('/note'), mode: 'observe' }))).toEqual([]);
  });

  it('is told from what was read and is not shown', async () => {
    const distort = hides('/note', addressOf('a'), { code: 'denied', message: 'may not be read' });
    expect(codes(await edit({ note: 'new' }, { distort }))).toEqual(['attribute-unread /note']);
  });

  it('of another identity blocks nothing', async () => {
    expect(codes(await edit({ note: 'new' }, { distort: hides('/note', addressOf('other')) }))).toEqual([]);
  });
});

describe('what another tool manages', () => {
  const distort = (state: LiveState): LiveState => ({
    ...state,
    objects: state.objects.map((object) => ({ ...object, managedBy: { tool: 'Terraform', evidence: 'a tag' } })),
  });

  it('is observed only', async () => {
    expect(codes(await edit({ note: 'new' }, { distort }))).toEqual(['managed-elsewhere']);
    expect(codes(await remove({ kind: 'delete', options: {} }, { distort }))).toEqual(['managed-elsewhere']);
    expect(codes(await edit({ note: 'live' }, { distort }))).toEqual([]);
    expect(codes(await remove({ kind: 'forget' }, { distort }))).toEqual([]);
  });
});

/** One attribute that could not be read. */
function hides(
  pointer: string,
  address = addressOf('a'),
  reason = { code: 'text-secret', message: 'is not shown' },
): (state: LiveState) => LiveState {
  const unreadable: Unreadable = { address, pointer, reason };
  return (state) => ({ ...state, unreadable: [unreadable] });
}
