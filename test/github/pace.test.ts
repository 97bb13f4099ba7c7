import { describe, expect, it } from 'vitest';
import { Pacer, Patience } from '../../src/github/pace.ts';

describe('patience', () => {
  it('is spent by what is waited, and not by what is refused', () => {
    const patience = new Patience(100);
    expect([patience.allows(60), patience.allows(60), patience.allows(40), patience.allows(1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('pacing', () => {
  it('starts jobs in order, also when one of them fails', async () => {
    const pacer = new Pacer(1);
    const started: number[] = [];
    const job = (number: number) => async (): Promise<number> => {
      started.push(number);
      if (number === 2) throw new Error('failed');
      return number;
    };
    const results = await Promise.allSettled([1, 2, 3].map((number) => pacer.key().schedule({}, job(number))));
    expect(started).toEqual([1, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
