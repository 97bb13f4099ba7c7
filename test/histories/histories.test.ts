import { describe, expect, it } from 'vitest';
import { playHistory } from './play.ts';
import { memorySubject } from './subject.ts';

describe('what honest teams do is neither refused nor asked for twice', () => {
  it.each([2])('history %i', async (seed) => {
    const { story } = await playHistory(seed, 5, () => memorySubject('quick'));
    expect(story.length).toBeGreaterThan(3);
  });
});
