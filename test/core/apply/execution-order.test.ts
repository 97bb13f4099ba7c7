import { describe, expect, it } from 'vitest';
import { executionOrder } from '../../../src/core/apply/execution-order.ts';
import type { Change } from '../../../src/core/plan.ts';
import { changeWith, stepWith } from '../../support/plans.ts';

/** `c: b a` is a change c whose steps wait for those of b and a. */
function ordered(...lines: readonly string[]): string {
  const changes = lines.map((line): Change => {
    const [name = '', waited = ''] = line.split(':');
    const dependsOn = (waited.match(/\S+/gu) ?? []).map((other) => stepWith(other).id);
    return changeWith(name, { steps: [stepWith(name), stepWith(name, { dependsOn }, 2)] });
  });
  return executionOrder(changes)
    .map(({ address }) => address.split('/').at(-1))
    .join(' ');
}

describe('changes are executed', () => {
  it.each([
    ['in the order given where nothing waits', ['b', 'a', 'c'], 'b a c'],
    ['after what they wait for', ['c: b', 'b: a', 'a', 'd'], 'a b c d'],
    ['after all of several that they wait for, in the order that they name them', ['c: a b', 'b', 'a'], 'a b c'],
    ['once each, where several wait for one', ['d: b c', 'b: a', 'c: a', 'a'], 'a b c d'],
    ['after what waits in between, too', ['c: a b', 'a: b', 'b'], 'b a c'],
    ['all of them, where they wait for each other', ['a: b', 'b: a', 'c'], 'b a c'],
    ['all of them, where one waits for itself', ['a: a', 'b'], 'a b'],
    ['although they wait for what is not in the plan', ['b: nobody a', 'a'], 'a b'],
  ])('%s', (_, lines, order) => {
    expect(ordered(...lines)).toBe(order);
  });

  it('before a step that waits for the second of theirs', () => {
    const first = changeWith('a', { steps: [stepWith('a'), stepWith('a', {}, 2)] });
    const waiting = changeWith('b', { steps: [stepWith('b', { dependsOn: [stepWith('a', {}, 2).id] })] });
    const described = changeWith('c', { steps: [] });
    expect(executionOrder([described, waiting, first])).toEqual([described, first, waiting]);
  });
});
