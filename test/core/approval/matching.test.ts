import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serve, spare, suffices, type Ask } from '../../../src/core/approval/matching.ts';

const PERSONS: readonly number[] = [1, 2, 3, 4, 5];
const ask = fc.record({
  count: fc.integer({ min: 0, max: 3 }),
  distinct: fc.boolean(),
  people: fc.subarray([...PERSONS]).map((people) => new Set(people)),
});
const asks = fc.array(ask, { maxLength: 4 });

/** The definition itself, by trying every way to give each person to at most one distinct ask. */
function sufficesByTrying(all: readonly Ask[]): boolean {
  const distinct = all.filter((one) => one.distinct);
  const shared = all.filter((one) => !one.distinct);
  return (
    shared.every((one) => one.people.size >= one.count) &&
    assign(
      0,
      distinct.map(({ count }) => count),
    )
  );

  function assign(position: number, needed: readonly number[]): boolean {
    if (needed.every((count) => count <= 0)) return true;
    const person = PERSONS[position];
    if (person === undefined) return false;
    return (
      assign(position + 1, needed) ||
      distinct.some(
        (one, index) =>
          one.people.has(person) &&
          (needed[index] ?? 0) > 0 &&
          assign(position + 1, needed.with(index, (needed[index] ?? 0) - 1)),
      )
    );
  }
}

function without(all: readonly Ask[], removed: readonly number[]): readonly Ask[] {
  return all.map((one) => ({ ...one, people: new Set([...one.people].filter((person) => !removed.includes(person))) }));
}

function subsets(size: number): readonly (readonly number[])[] {
  return PERSONS.reduce<number[][]>(
    (found, person) => [...found, ...found.map((subset) => [...subset, person])],
    [[]],
  ).filter((subset) => subset.length === size);
}

describe('whether people suffice', () => {
  test('rejects no satisfiable set of requirements and accepts no unsatisfiable one', () => {
    fc.assert(
      fc.property(asks, (all) => {
        expect(suffices(all)).toBe(sufficesByTrying(all));
      }),
      { numRuns: 3000 },
    );
  });

  test('gives each person to one distinct requirement at most, and only to one that they answer for', () => {
    fc.assert(
      fc.property(asks, (all) => {
        const served = serve(all);
        const distinct = served.flatMap(({ people }, index) => (all[index]?.distinct === true ? people : []));
        expect(new Set(distinct).size).toBe(distinct.length);
        for (const [index, { people }] of served.entries())
          expect(people.every((person) => all[index]?.people.has(person))).toBe(true);
      }),
    );
  });

  test('sets aside as many people as can be spared, and no more', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 3 }), (all, extra) => {
        const possible = [3, 2, 1].find(
          (size) => size <= extra && subsets(size).some((subset) => sufficesByTrying(without(all, subset))),
        );
        expect(spare(all, new Set(PERSONS), extra)).toBe(sufficesByTrying(all) ? (possible ?? 0) : 0);
      }),
      { numRuns: 1500 },
    );
  });

  /** Everybody approved; as many owners' groups of three in a ring, each of which needs one of them. */
  const ring = (size: number, distinct: boolean): readonly Ask[] =>
    Array.from({ length: size }, (_ask, index) => ({
      count: 1,
      distinct,
      people: new Set([0, 1, 2].map((step) => (index + step) % size)),
    }));

  test.each([
    [12, 9, 8],
    [40, 20, 20],
    [40, 40, 26],
    [300, 9, 9],
  ])('ends for %i people, each of other groups, and %i bots', (size, bots, spared) => {
    const everyone = new Set(Array.from({ length: size }, (_person, index) => index));
    expect(spare(ring(size, false), everyone, bots)).toBe(spared);
    expect(spare(ring(size, true), everyone, bots)).toBe(0);
  });

  test('spares whom nobody asks for before those whom many ask for', () => {
    const everyone = new Set(Array.from({ length: 30 }, (_person, index) => index));
    expect(spare(ring(18, true), everyone, 12)).toBe(12);
    expect(spare(ring(18, true), everyone, 13)).toBe(12);
  });

  test('spares those who answer for one thing before the one who answers for all of these, among however many', () => {
    const groups = Array.from({ length: 20 }, (_group, index) => ({
      keeper: index,
      owners: [0, 1, 2].map((owner) => 100 + 3 * index + owner),
    }));
    const all = groups.flatMap(({ keeper, owners }) =>
      owners.map((owner) => ({ count: 1, distinct: false, people: new Set([keeper, owner]) })),
    );
    const everyone = new Set([...groups.map(({ keeper }) => keeper), ...groups.flatMap(({ owners }) => owners)]);
    expect(spare(all, everyone, 80)).toBe(60);
  });

  test('sets nobody aside where nobody is to be', () => {
    expect(spare([], new Set(PERSONS), 0)).toBe(0);
    expect(spare([], new Set(PERSONS), -1)).toBe(0);
  });
});
