import { afterAll, describe, expect, it } from 'vitest';
import { playHistory } from './play.ts';
import type { Stage } from './stage.ts';
import { memorySubject, postgresSubject } from './subject.ts';

/** `HISTORIES=1000 HISTORY_SEED=5000 npm run test:live -- test/histories` plays more of them, and others. */
const COUNT = Number(process.env['HISTORIES'] ?? 3);
const FIRST = Number(process.env['HISTORY_SEED'] ?? 1_000);

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => FIRST + index);

describe('what honest teams do is neither refused nor asked for twice', { timeout: 3_600_000 }, () => {
  const counts = new Map<string, number>();

  /** @returns how much happened. */
  function counted(stage: Stage): number {
    for (const [act, count] of stage.counts) counts.set(act, (counts.get(act) ?? 0) + count);
    return stage.story.length;
  }

  afterAll(() => {
    const lines = [...counts].toSorted(([, left], [, right]) => right - left);
    console.log(lines.map(([act, count]) => `${String(count).padStart(6)} ${act}`).join('\n'));
  });

  // They wait for git and for files more than they compute.
  it.concurrent.each(seeds(COUNT))('history %i in this process, with accounts in memory', async (seed) => {
    expect(counted(await playHistory(seed, 16, () => memorySubject('quick')))).toBeGreaterThan(3);
  });

  it.each(seeds(Math.ceil(COUNT / 20)))('history %i through dist/, with accounts in memory', async (seed) => {
    expect(counted(await playHistory(seed, 10, () => memorySubject('built')))).toBeGreaterThan(3);
  });

  it.each(seeds(Math.ceil(COUNT / 20)))('history %i through dist/, on PostgreSQL', async (seed) => {
    expect(counted(await playHistory(seed, 10, postgresSubject))).toBeGreaterThan(3);
  });
});
