import { describe, expect, it } from 'vitest';
import { forbiddenBy } from '../../../src/core/apply/permitted.ts';
import type { Change } from '../../../src/core/plan.ts';
import type { Mode, Provider } from '../../../src/core/ports.ts';
import { account, addressOf, declared, memoryLab } from '../../support/memory.ts';
import { changeWith, planOf } from '../../support/plans.ts';

const lab = memoryLab({
  accounts: { a: account({ grants: { orders: ['read'] } }) },
  resources: ['orders', 'invoices'],
});
const grants = (...resources: string[]) => ({ grants: resources.map((on) => ({ on, actions: ['read'] })) });
const PROVIDERS = new Map([['memory', lab.provider]]);
const BASE = [declared('a', grants('orders'))];

async function verdict(mode: Mode | 'gone', head: ReturnType<typeof declared>[]): Promise<string | null> {
  const { plan, assessment } = await lab.plan({ base: BASE, head });
  const sources = mode === 'gone' ? [] : [{ ...lab.source, mode }];
  return forbiddenBy({ sources }, plan, assessment.changes, PROVIDERS)?.code ?? null;
}

describe('rules that changed after a plan was made', () => {
  const widened = [declared('a', grants('orders', 'invoices'))];
  const narrowed = [declared('a', grants())];

  it.each([
    ['authoritative', 'a widening', widened, null],
    ['authoritative', 'a narrowing', narrowed, null],
    ['authoritative', 'a removal', [], null],
    ['additive', 'a widening', widened, null],
    ['additive', 'a narrowing', narrowed, 'source-not-authoritative'],
    ['additive', 'a removal', [], 'source-not-authoritative'],
    ['observe', 'a widening', widened, 'source-observed'],
    ['gone', 'a removal', [], 'source-gone'],
    ['gone', 'what writes nothing', BASE, null],
  ] as const)('%s: %s', async (mode, _, head, expected) => {
    expect(await verdict(mode, [...head])).toBe(expected);
  });
});

describe('an approved change', () => {
  const address = addressOf('a');
  const loses: Parameters<typeof forbiddenBy>[2] = [
    {
      address,
      loses: [{ principal: address, action: 'read', resource: 'orders', path: 'direct', power: 'use' }],
    },
  ];
  const told = (change: Partial<Change>, mode: Mode | 'gone', assessed: Parameters<typeof forbiddenBy>[2] = []) => {
    const sources = mode === 'gone' ? [] : [{ ...lab.source, mode }];
    const plan = planOf([changeWith('a', change), changeWith('b')]);
    return forbiddenBy({ sources }, plan, assessed, PROVIDERS)?.message ?? null;
  };

  it('is told by its source and its address where it may not be executed', () => {
    expect(told({}, 'gone')).toBe(`The source memory of ${address} is no longer configured.`);
    expect(told({}, 'observe')).toBe('The source memory is only observed now: nothing is executed there.');
    const losing = `The source memory is in mode additive now, and ${address} would lose something.`;
    expect(told({}, 'additive', loses)).toBe(losing);
    for (const action of ['delete', 'disable', 'replace'] as const) expect(told({ action }, 'additive')).toBe(losing);
    for (const action of ['create', 'update', 'describe'] as const) expect(told({ action }, 'additive')).toBeNull();
  });

  it('that executes nothing is passed over', () => {
    expect(told({ steps: [] }, 'gone')).toBe(`The source memory of ${addressOf('b')} is no longer configured.`);
    expect(told({ steps: [], action: 'delete' }, 'additive', loses)).toBeNull();
  });

  it('is asked about with the reach of its source, before it is executed', () => {
    const asked: unknown[] = [];
    const reason = { code: 'outside-boundary', message: 'not ours' };
    const outside: Provider['outside'] = ({ boundary, options }, { address: about, steps }) => {
      asked.push([boundary, options, about, steps.length]);
      return about === address ? reason : null;
    };
    const source = { ...lab.source, boundary: { exclude: ['a'] }, options: { databases: ['orders'] } };
    const plan = planOf([changeWith('c', { steps: [] }), changeWith('b'), changeWith('a')]);
    const forbidden = forbiddenBy({ sources: [source] }, plan, [], new Map([['memory', { outside }]]));
    expect(forbidden).toEqual(reason);
    expect(asked).toEqual(['b', 'a'].map((name) => [source.boundary, source.options, addressOf(name), 1]));
  });

  it('is not executed where its source has become one that nobody can ask', () => {
    const plan = planOf([changeWith('a')]);
    expect(forbiddenBy({ sources: [lab.source] }, plan, [], new Map())?.code).toBe('source-gone');
  });
});
