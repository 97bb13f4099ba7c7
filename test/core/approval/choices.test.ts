import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byChoice,
  spareSomehow,
  standingsOf,
  sufficesSomehow,
  type AnyAsk,
} from '../../../src/core/approval/choices.ts';
import { spare, suffices } from '../../../src/core/approval/matching.ts';

const PERSONS: readonly number[] = [1, 2, 3, 4, 5];
const EVERYONE = new Set(PERSONS);

const choice = fc.record({ id: fc.constantFrom('a', 'b'), option: fc.integer({ min: 0, max: 2 }) });
const ask: fc.Arbitrary<AnyAsk> = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  distinct: fc.boolean(),
  people: fc.subarray([...PERSONS]).map((people) => new Set(people)),
  choice: fc.option(choice, { nil: undefined }),
});
const asks = fc.array(ask, { maxLength: 7 });

/** Every way to take one option of each choice: the definition itself. */
function ways(all: readonly AnyAsk[]): readonly (readonly AnyAsk[])[] {
  const ids = [...new Set(all.flatMap((one) => one.choice?.id ?? []))];
  return ids.reduce<readonly (readonly AnyAsk[])[]>(
    (found, id) => {
      const options = [...new Set(all.flatMap((one) => (one.choice?.id === id ? [one.choice.option] : [])))];
      return found.flatMap((taken) =>
        options.map((option) => [
          ...taken,
          ...all.filter((one) => one.choice?.id === id && one.choice.option === option),
        ]),
      );
    },
    [all.filter((one) => one.choice === undefined)],
  );
}

function of(people: readonly number[], parts: Partial<AnyAsk> = {}): AnyAsk {
  return { count: 1, distinct: false, people: new Set(people), ...parts };
}

const option = (id: string, place: number) => ({ choice: { id, option: place } });

describe('with choices, people suffice', () => {
  test('exactly where they do for some option of each, all of it together', () => {
    fc.assert(
      fc.property(asks, (all) => {
        expect(sufficesSomehow(all)).toBe(ways(all).some(suffices));
      }),
      { numRuns: 2000 },
    );
  });

  test('for as many to set aside as by the best of the ways', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 3 }), (all, extra) => {
        expect(spareSomehow(all, EVERYONE, extra)).toBe(
          Math.max(0, ...ways(all).map((way) => spare(way, EVERYONE, extra))),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('no less when somebody more approves', () => {
    fc.assert(
      fc.property(asks, fc.constantFrom(...PERSONS), (all, gone) => {
        const fewer = all.map((one) => ({ ...one, people: new Set([...one.people].filter((id) => id !== gone)) }));
        expect(Number(sufficesSomehow(all))).toBeGreaterThanOrEqual(Number(sufficesSomehow(fewer)));
      }),
    );
  });

  test('without looking at every way where nothing is distinct', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      [0, 1, 2].map((place) => of(place === 2 ? [1] : [], option(`c${index}`, place))),
    ).flat();
    expect(sufficesSomehow(many)).toBe(true);
    expect(standingsOf(many).filter(({ spared }) => spared)).toHaveLength(120);
  });

  test('nor for a choice that takes nobody from anything else, between two that do', () => {
    const between = Array.from({ length: 40 }, (_, index) =>
      [0, 1].map((place) => of([3], option(`c${index}`, place))),
    ).flat();
    const distinct = (people: readonly number[], id: string, place: number) =>
      of(people, { distinct: true, ...option(id, place) });
    const all = [distinct([1], 'a', 0), distinct([2], 'a', 1), ...between, distinct([1], 'z', 0)];
    expect(sufficesSomehow(all)).toBe(true);
    expect(standingsOf(all).every(({ missing }) => missing === 0)).toBe(true);
  });

  test('and where too many ways would have to be looked at, they are told not to', () => {
    const many = Array.from({ length: 40 }, (_, index) => index + 1);
    const between = Array.from({ length: 30 }, (_, index) =>
      [0, 1].map((place) => of(many, { distinct: true, ...option(`c${index}`, place) })),
    ).flat();
    const distinct = (people: readonly number[], id: string, place: number) =>
      of(people, { distinct: true, ...option(id, place) });
    const all = [distinct([101], 'a', 0), distinct([102], 'a', 1), ...between, distinct([101], 'z', 0)];
    expect(sufficesSomehow(all)).toBe(false);
    expect(spareSomehow(all, new Set([...many, 101, 102]), 1)).toBe(0);
    expect(sufficesSomehow(all.toReversed())).toBe(true);
  });
});

describe('the standing of each part', () => {
  test('is missing nothing anywhere exactly where people suffice', () => {
    fc.assert(
      fc.property(asks, (all) => {
        const standings = standingsOf(all);
        const pairs = all.map((one, index) => ({
          one,
          missing: standings[index]?.missing ?? 0,
          spared: standings[index]?.spared,
        }));
        const groups = byChoice(
          pairs.filter(({ spared }) => spared === false),
          ({ one }) => one.choice,
        );
        const isOpen = groups.some((options) => options.every((parts) => parts.some(({ missing }) => missing > 0)));
        expect(isOpen).toBe(!ways(all).some(suffices));
      }),
      { numRuns: 2000 },
    );
  });

  test('of an option that is met spares the others; of an open choice each is told by itself', () => {
    const met = [of([]), of([1], option('a', 0)), of([], option('a', 1)), of([], option('a', 1))];
    expect(standingsOf(met)).toEqual([
      { people: [], missing: 1, spared: false },
      { people: [1], missing: 0, spared: false },
      { people: [], missing: 0, spared: true },
      { people: [], missing: 0, spared: true },
    ]);
    const open = [of([1], { count: 2, ...option('a', 0) }), of([1], option('a', 1)), of([], option('a', 1))];
    expect(standingsOf(open)).toEqual([
      { people: [1], missing: 1, spared: false },
      { people: [1], missing: 0, spared: false },
      { people: [], missing: 1, spared: false },
    ]);
  });

  test('takes another option where the first would take somebody whom another requirement needs', () => {
    const distinct = { distinct: true };
    const all = [
      of([1], distinct),
      of([1], { ...distinct, ...option('a', 0) }),
      of([2], { ...distinct, ...option('a', 1) }),
    ];
    expect(standingsOf(all)).toEqual([
      { people: [1], missing: 0, spared: false },
      { people: [], missing: 0, spared: true },
      { people: [2], missing: 0, spared: false },
    ]);
  });
});

test('nobody meets an option who is needed elsewhere, so the other is not spared', () => {
  const distinct = { distinct: true };
  const all = [
    of([1], distinct),
    of([1], { ...distinct, ...option('a', 0) }),
    of([2], { ...distinct, count: 2, ...option('a', 1) }),
  ];
  expect(standingsOf(all).map(({ missing, spared }) => [missing, spared])).toEqual([
    [0, false],
    [1, false],
    [1, false],
  ]);
});

test('what belongs together is brought together, in the order in which it begins', () => {
  const items = ['1', 'a0', '2', 'b1', 'a1', 'a0', '1'];
  const grouped = byChoice(items, (item) =>
    item.length === 1 ? undefined : { id: item.slice(0, 1), option: Number(item[1]) },
  );
  expect(grouped).toEqual([[['1']], [['a0', 'a0'], ['a1']], [['2']], [['b1']], [['1']]]);
});
