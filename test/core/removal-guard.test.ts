import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/plan.ts';
import { removalGuard } from '../../src/core/removal-guard.ts';
import { addressOf } from '../support/memory.ts';
import { changeWith } from '../support/plans.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const removal = (name: string, parts: Partial<Change> = {}) => changeWith(name, { action: 'delete', ...parts });
const removals = (count: number) => NAMES.slice(0, count).map((name) => removal(name));
const elsewhere = (change: Change): Change => ({ ...change, address: change.address.replace('memory/', 'other/') });

const judged = (changes: readonly Change[], share: number, minimum: number, names = NAMES) =>
  removalGuard(changes, { identities: names.map((name) => ({ address: addressOf(name) })) }, { share, minimum });
const blocks = (...asked: Parameters<typeof judged>) =>
  judged(...asked).map(({ blocked }) => blocked.map(({ code }) => code).join(' '));
const BLOCKED = 'removal-guard';

describe('the removal guard', () => {
  it('blocks every deletion and disabling of a source where they are more than its share', () => {
    expect(blocks(removals(4), 0.5, 1)).toEqual(['', '', '', '']);
    expect(blocks(removals(5), 0.5, 1)).toEqual(Array.from({ length: 5 }, () => BLOCKED));
    expect(blocks([removal('a', { action: 'disable' }), removal('b')], 0.2, 1)).toEqual([BLOCKED, BLOCKED]);
  });

  it('lets fewer than the minimum pass, whatever their share', () => {
    expect(blocks(removals(5), 0.5, 6)).toEqual(['', '', '', '', '']);
    expect(blocks(removals(5), 0.5, 5)).toEqual(Array.from({ length: 5 }, () => BLOCKED));
  });

  it('neither counts nor blocks what ends nothing that is live', () => {
    const others = [changeWith('b'), changeWith('c', { action: 'forget' }), removal('d', { steps: [] })];
    expect(blocks([removal('a'), ...others], 0.2, 1)).toEqual(['', '', '', '']);
    expect(blocks([removal('a'), ...others, removal('e')], 0.2, 1)).toEqual([BLOCKED, '', '', '', BLOCKED]);
  });

  it('counts each source by itself, and one of which nothing is declared as wholly removed', () => {
    expect(blocks([...removals(2), elsewhere(removal('a'))], 0.5, 1)).toEqual(['', '', BLOCKED]);
    expect(blocks([elsewhere(removal('a'))], 1, 1)).toEqual([BLOCKED]);
  });

  it('says how many of what, beside every other reason', () => {
    const blocked = [{ code: 'managed-elsewhere', message: 'Helm manages it.' }];
    const [first] = judged([removal('a', { blocked }), ...removals(8).slice(1)], 0.6, 1);
    const message = 'This plan disables or deletes 8 identities of memory, more than 60 % of what is declared there.';
    expect(first?.blocked).toEqual([...blocked, { code: 'removal-guard', message }]);
    const [only] = judged([removal('a')], 0.6, 1, ['a']);
    expect(only?.blocked[0]?.message).toContain('deletes 1 identity of memory, more than 60 %');
  });
});
