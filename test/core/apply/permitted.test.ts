import { describe, expect, it } from 'vitest';
import { forbiddenBy } from '../../../src/core/apply/permitted.ts';
import type { Mode } from '../../../src/core/ports.ts';
import { account, declared, memoryLab } from '../../support/memory.ts';

const lab = memoryLab({
  accounts: { a: account({ grants: { orders: ['read'] } }) },
  resources: ['orders', 'invoices'],
});
const grants = (...resources: string[]) => ({ grants: resources.map((on) => ({ on, actions: ['read'] })) });
const BASE = [declared('a', grants('orders'))];

async function verdict(mode: Mode | 'gone', head: ReturnType<typeof declared>[]): Promise<string | null> {
  const { plan, assessment } = await lab.plan({ base: BASE, head });
  const sources = mode === 'gone' ? [] : [{ ...lab.source, mode }];
  return forbiddenBy({ sources }, plan, assessment.changes)?.code ?? null;
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
