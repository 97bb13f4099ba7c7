import { describe, expect, it } from 'vitest';
import type { Budget } from './execution.ts';
import { explore, Found } from './explore.ts';
import type { Guarantee } from './model.ts';
import { HONEST } from './sabotage.ts';
import { creation, deletion, edit, rollback, type Scenario } from './scenario.ts';

const CALM: Budget = { runners: 2, crashes: 0, ticks: 0, drifts: 0, unheard: 0 };

type Row = {
  readonly of: () => Promise<Scenario>;
  readonly guarantee: Guarantee;
  readonly budget: Partial<Budget>;
  /** A number of states that falls below says that something is no longer tried. */
  readonly states: number;
};

const ROWS: readonly Row[] = [
  { of: edit, guarantee: 'transaction', budget: { crashes: 1, ticks: 2 }, states: 20_000 },
  { of: edit, guarantee: 'transaction', budget: { crashes: 1, drifts: 1 }, states: 6000 },
  { of: edit, guarantee: 'compare-and-swap', budget: { crashes: 1, ticks: 2 }, states: 8000 },
  { of: creation, guarantee: 'transaction', budget: { crashes: 1, ticks: 1 }, states: 4000 },
  { of: creation, guarantee: 'transaction', budget: { crashes: 1, drifts: 1 }, states: 4000 },
  { of: creation, guarantee: 'compare-and-swap', budget: { crashes: 1, unheard: 1, drifts: 1 }, states: 8000 },
  { of: deletion, guarantee: 'transaction', budget: { crashes: 1, drifts: 1 }, states: 3000 },
  { of: deletion, guarantee: 'compare-and-swap', budget: { crashes: 1, unheard: 1 }, states: 1500 },
  { of: rollback, guarantee: 'transaction', budget: { ticks: 2 }, states: 10_000 },
  { of: rollback, guarantee: 'compare-and-swap', budget: { ticks: 2 }, states: 8000 },
];

describe('every order in which two runs, a death, time and somebody else can come', () => {
  it.each(ROWS)('keeps every invariant: $of.name, $guarantee, $budget', { timeout: 300_000 }, async (row) => {
    const budget = { ...CALM, ...row.budget };
    const explored = await explore({ scenario: await row.of(), guarantee: row.guarantee, budget, sabotage: HONEST });
    const { states, moves, interleavings, ends, lateWrites } = explored;
    process.stdout.write(
      `${row.of.name}, ${row.guarantee}, ${JSON.stringify(row.budget)}: ${states} states, ${moves} moves, ${interleavings} interleavings, ${ends} ends, ${lateWrites} states after a late write\n`,
    );
    expect(states).toBeGreaterThan(row.states);
    if (row.guarantee === 'transaction') expect(lateWrites).toBe(0);
  });

  it('is lost where a system has neither transactions nor compare-and-swap, between what a write was judged by and the write', async () => {
    const world = { guarantee: 'neither', budget: { ...CALM, ticks: 2 }, sabotage: HONEST } as const;
    const found = await explore({ ...world, scenario: await rollback() }).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(Found);
    const { schedule } = found as Found;
    const between = ['step 0', 'step 1'].map((runner) => {
      const begin = schedule.lastIndexOf(`${runner}: begin`);
      const others = schedule.slice(begin, schedule.indexOf(`${runner}: write`, begin));
      return others.filter((move) => !move.startsWith(runner)).length;
    });
    expect(Math.max(...between)).toBeGreaterThan(0);
  });
});
