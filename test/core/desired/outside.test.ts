import { describe, expect, it } from 'vitest';
import type { LiveState } from '../../../src/core/live.ts';
import { account, addressOf, declared, memoryLab, type LabOptions } from '../../support/memory.ts';
import { reconciliation } from '../../support/planning.ts';

const OUT = addressOf('out');
const reason = { code: 'outside-boundary', message: `${OUT} is outside.` };
const unread = { address: OUT, pointer: null, reason };

/** `out` lies outside of the boundary, and `in` within. */
function labWith(options: LabOptions = {}) {
  return memoryLab({
    accounts: { in: account(), out: account({ incarnation: '2' }) },
    distort: (live) => ({
      ...live,
      objects: live.objects.filter(({ address }) => address !== OUT),
      unreadable: [unread],
    }),
    ...options,
    provider: { outside: (_reach, { address }) => (address === OUT ? reason : null) },
  });
}

const IN = declared('in');

describe('a document outside of the boundary of its source', () => {
  it.each([
    ['new', [IN]],
    ['edited', [IN, declared('out')]],
  ])('is an error where it is %s, and nothing is planned', async (_what, base) => {
    const head = [declared('in', { note: 'x' }), declared('out', { note: 'x' })];
    const { plan, assessment } = await labWith().plan({ base, head });
    expect([plan.changes, assessment.errored, assessment.applyable]).toEqual([[], true, false]);
    expect(assessment.diagnostics).toMatchObject([
      { code: 'outside-boundary', severity: 'error', cause: reason.message, location: { path: 'out.yaml' } },
    ]);
  });

  it('is nobody else’s concern where it stays as it is', async () => {
    const base = [IN, declared('out')];
    const { plan, assessment } = await labWith().plan({ base, head: [declared('in', { note: 'x' }), declared('out')] });
    expect(plan.changes).toMatchObject([{ address: addressOf('in'), action: 'update' }]);
    expect(assessment).toMatchObject({ complete: true, applyable: true, diagnostics: [] });
  });

  it.each([
    ['disable', { kind: 'disable' }],
    ['delete', { kind: 'delete', options: {} }],
    ['forget', { kind: 'forget' }],
  ] as const)('may go without anything being done, although it says %s', async (_what, onRemove) => {
    const { plan, assessment } = await labWith().plan({ base: [IN, declared('out', {}, onRemove)], head: [IN] });
    expect(plan.changes).toMatchObject([{ address: OUT, action: 'forget', steps: [], blocked: [] }]);
    expect(assessment).toMatchObject({
      complete: true,
      diagnostics: [
        { severity: 'warning', cause: `${reason.message} Its document goes, and nothing is done to what is live.` },
      ],
    });
  });

  it('is not let go of where its source was not read, or where something else asks for it', async () => {
    const distort = (live: LiveState): LiveState => ({
      ...live,
      objects: [],
      unreadable: [{ ...unread, address: null }],
    });
    const blind = await labWith({ distort }).plan({ base: [declared('out')], head: [] });
    expect([blind.plan.changes, blind.assessment.complete]).toEqual([[], false]);
    const requests = [reconciliation('remove', [OUT])];
    const asked = await labWith().plan({ base: [], head: [], requests });
    expect([asked.plan.changes, asked.assessment.incomplete]).toMatchObject([[], [unread]]);
  });

  it('is never changed, whatever was read of it', async () => {
    const { plan, assessment } = await labWith({ distort: (live) => live }).plan({ base: [declared('out')], head: [] });
    expect(plan.changes).toMatchObject([{ action: 'disable', blocked: [{ code: 'outside-boundary' }] }]);
    expect(assessment.applyable).toBe(false);
  });
});
