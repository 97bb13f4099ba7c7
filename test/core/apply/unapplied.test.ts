import { describe, expect, it } from 'vitest';
import { unappliedChanges } from '../../../src/core/apply/unapplied.ts';
import { canonicalize } from '../../../src/core/digest.ts';

const crowd = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, login: `person-${from + index}` }));
const names = (count: number) => Array.from({ length: count }, (_, index) => `accounts/MemoryAccount/name-${index}`);

describe('what a landing leaves unapplied', () => {
  it('keeps those who contributed to it, and to what earlier ones left of the same identity', () => {
    const [one = '', other = ''] = names(2);
    const earlier = [{ address: one, contributors: crowd(2, 2), incomplete: 'pushers-incomplete' }];
    expect(unappliedChanges([one, other], { contributors: crowd(2), incomplete: null }, earlier)).toEqual([
      { address: one, contributors: [...crowd(1, 3), ...crowd(2)], incomplete: 'pushers-incomplete' },
      { address: other, contributors: crowd(2), incomplete: null },
    ]);
  });

  it('names who pushed, and says that not everybody is named, where there are too many for one entry of the ledger', () => {
    const involved = { contributors: crowd(600), incomplete: null };
    expect(unappliedChanges(names(20), involved, [])[0]).toMatchObject({ ...involved });
    const many = unappliedChanges(names(5000), involved, []);
    expect(many.at(-1)).toMatchObject({ contributors: crowd(4, 597), incomplete: 'contributors-incomplete' });
    expect(canonicalize(many).length).toBeLessThan(2_000_000);
  });
});
