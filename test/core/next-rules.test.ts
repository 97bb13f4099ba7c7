import { describe, expect, it } from 'vitest';
import { blockedByNext, bringsRules } from '../../src/core/next-rules.ts';
import type { Mode } from '../../src/core/ports.ts';
import { account, declared, memoryLab } from '../support/memory.ts';

const lab = memoryLab({
  accounts: { a: account({ grants: { orders: ['read'] } }), b: account() },
  resources: ['orders', 'invoices'],
});
const reads = (...resources: string[]) => ({ grants: resources.map((on) => ({ on, actions: ['read'] })) });
const BASE = [declared('a', reads('orders'))];
const REASON = { code: 'outside-boundary', message: 'It is not ours.' };
const everything = new Map([['memory', { outside: () => null }]]);
const nothing = new Map([['memory', { outside: () => REASON }]]);

describe('a plan beside rules that the same pull request brings', () => {
  const removed = async () => await lab.plan({ base: BASE, head: [] });
  const under = (mode: Mode) => ({ sources: [{ ...lab.source, mode }] });

  it('is the same where they let it be executed, or are none', async () => {
    const planned = await removed();
    expect(planned.plan.changes).toMatchObject([{ action: 'disable', blocked: [] }]);
    expect(blockedByNext(planned, under('authoritative'), everything)).toEqual(planned);
    expect(blockedByNext(planned, null, nothing)).toEqual(planned);
  });

  it('is blocked where they do not, and says how the identity can be left as it is', async () => {
    const { plan, assessment } = blockedByNext(await removed(), under('authoritative'), nothing);
    expect(assessment.applyable).toBe(false);
    expect(plan.changes).toMatchObject([{ blocked: [{ code: 'outside-boundary' }] }]);
    expect(plan.changes[0]?.blocked[0]?.message).toMatch(/that this pull request brings: It is not ours\..*forget/u);
  });

  it.each([
    ['observe', 'source-observed'],
    ['additive', 'source-not-authoritative'],
  ] as const)('is blocked in the mode %s, as the apply would refuse it', async (mode, code) => {
    const { plan } = blockedByNext(await removed(), under(mode), everything);
    expect(plan.changes).toMatchObject([{ blocked: [{ code }] }]);
  });

  it('speaks of forgetting to nobody who takes nothing away', async () => {
    const widened = await lab.plan({ base: BASE, head: [declared('a', reads('orders', 'invoices'))] });
    const [change] = blockedByNext(widened, { sources: [] }, everything).plan.changes;
    expect(change?.blocked).toMatchObject([{ code: 'source-gone' }]);
    expect(change?.blocked[0]?.message).not.toMatch(/forget/u);
  });

  it('is not blocked where nothing is executed', async () => {
    const forgotten = await lab.plan({ base: [declared('a', reads('orders'), { kind: 'forget' })], head: [] });
    expect(forgotten.plan.changes).toMatchObject([{ action: 'forget', steps: [] }]);
    expect(blockedByNext(forgotten, under('authoritative'), nothing)).toEqual(forgotten);
  });
});

it('a pull request brings rules by its configuration alone', () => {
  const at = (path: string) => ({ path, base: null, head: null });
  expect(bringsRules([at('.github/workflows/a.yml'), at('policies/a.rego')])).toBe(false);
  expect(bringsRules([at('policies/a.rego'), at('.github/countersign.yaml')])).toBe(true);
});
