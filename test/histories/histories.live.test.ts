import { describe, expect, it } from 'vitest';
import { playHistory } from './play.ts';
import { memorySubject, postgresSubject } from './subject.ts';

/** `HISTORIES=1000 HISTORY_SEED=5000 npm run test:live -- test/histories` plays more of them, and others. */
const COUNT = Number(process.env['HISTORIES'] ?? 12);
const FIRST = Number(process.env['HISTORY_SEED'] ?? 1_000);

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => FIRST + index);

describe('what honest teams do is neither refused nor asked for twice', { timeout: 900_000 }, () => {
  it.each(seeds(COUNT))('history %i in this process, with accounts in memory', async (seed) => {
    const { story } = await playHistory(seed, 10, () => memorySubject('quick'));
    expect(story.length).toBeGreaterThan(3);
  });

  it.each(seeds(Math.ceil(COUNT / 20)))('history %i through dist/, with accounts in memory', async (seed) => {
    const { story } = await playHistory(seed, 8, () => memorySubject('built'));
    expect(story.length).toBeGreaterThan(3);
  });

  it.each(seeds(Math.ceil(COUNT / 20)))('history %i through dist/, on PostgreSQL', async (seed) => {
    const { story } = await playHistory(seed, 8, postgresSubject);
    expect(story.length).toBeGreaterThan(3);
  });
});
