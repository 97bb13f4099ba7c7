import type { Choice } from '../assessment.ts';
import { serve, spare, suffices, type Ask, type Served } from './matching.ts';

/** What is asked in any case, or by one option of a choice. */
export type AnyAsk = Ask & { readonly choice?: Choice | undefined };

/** `spared`: another option of its choice is taken, so that nothing is missing here. */
export type Standing = Served & { readonly spared: boolean };

type Chooses = { readonly choice?: Choice | undefined };

/** Each choice as its options, in the place of its first part; what belongs to none is a choice without an alternative. */
export function byChoice<T>(
  items: readonly T[],
  choiceOf: (item: T) => Choice | undefined,
): readonly (readonly (readonly T[])[])[] {
  const groups = new Map<string, Map<number, T[]>>();
  for (const [index, item] of items.entries()) {
    const choice = choiceOf(item);
    const id = choice === undefined ? `${index}` : `choice ${choice.id}`;
    const options = groups.get(id) ?? new Map<number, T[]>();
    groups.set(id, options);
    const option = choice?.option ?? 0;
    options.set(option, [...(options.get(option) ?? []), item]);
  }
  return [...groups.values()].map((options) => [...options.values()]);
}

const choiceOf = ({ choice }: Chooses): Choice | undefined => choice;

/** How many ways to choose are looked at, besides the first. With more, people who suffice may be told that they do not, never the other way round. */
const MOST_WAYS = 5000;

/** Whether one option of each choice can be taken so that the people suffice for all that is asked then. */
export function sufficesSomehow(asks: readonly AnyAsk[]): boolean {
  return waySufficing(asks) !== null;
}

/** As `spare` for the way to choose that spares most. */
export function spareSomehow(asks: readonly AnyAsk[], everyone: ReadonlySet<number>, extra: number): number {
  let best = 0;
  eachWay(asks, 'all', (taken) => {
    best = Math.max(best, spare(taken, everyone, extra));
    return best === extra;
  });
  return best;
}

/** Who serves each ask, and what is missing. Where nothing suffices, each option of an open choice is told by itself. */
export function standingsOf(asks: readonly AnyAsk[]): readonly Standing[] {
  const taken = waySufficing(asks) ?? greedily(asks);
  const served = new Map(zip(taken, serve(taken)));
  const open = byChoice(asks, choiceOf).filter(
    (options) => !options.some((option) => option.every((ask) => served.has(ask))),
  );
  const apart = new Map(open.flat().flatMap((option) => zip(option, serve([...taken, ...option]).slice(taken.length))));
  return asks.map((ask) => {
    const found = served.get(ask) ?? apart.get(ask);
    return found === undefined ? { people: [], missing: 0, spared: true } : { ...found, spared: false };
  });
}

function zip<T, U>(left: readonly T[], right: readonly U[]): readonly (readonly [T, U])[] {
  return left.flatMap((item, index) => {
    const other = right[index];
    return other === undefined ? [] : [[item, other] as const];
  });
}

function waySufficing(asks: readonly AnyAsk[]): readonly AnyAsk[] | null {
  let found: readonly AnyAsk[] | null = null;
  eachWay(asks, 'any', (taken) => {
    found = taken;
    return true;
  });
  return found;
}

/**
 * Ways to take one option of each choice so that the people suffice, until `enough`.
 * @param wanted `any`: an option that takes nobody from anything else is taken without looking at the others
 */
function eachWay(asks: readonly AnyAsk[], wanted: 'all' | 'any', enough: (taken: readonly AnyAsk[]) => boolean): void {
  const [fixed, choices] = parted(asks);
  let ways = 0;
  from(0, fixed);

  function from(index: number, taken: readonly AnyAsk[]): boolean {
    ways += 1;
    if (ways > MOST_WAYS + choices.length) return true;
    // More that is asked never makes it easier.
    if (!suffices(taken)) return false;
    const options = choices[index];
    if (options === undefined) return enough(taken);
    const free =
      wanted === 'any'
        ? options.find((option) => option.every(({ distinct }) => !distinct) && suffices(option))
        : undefined;
    return (free === undefined ? options : [free]).some((option) => from(index + 1, [...taken, ...option]));
  }
}

function parted(asks: readonly AnyAsk[]): readonly [readonly AnyAsk[], readonly (readonly (readonly AnyAsk[])[])[]] {
  const fixed = asks.filter(({ choice }) => choice === undefined);
  return [
    fixed,
    byChoice(
      asks.filter(({ choice }) => choice !== undefined),
      choiceOf,
    ),
  ];
}

/** The first option of each choice for which enough people are left over; none of a choice where there is no such. */
function greedily(asks: readonly AnyAsk[]): readonly AnyAsk[] {
  const [fixed, choices] = parted(asks);
  return choices.reduce((taken, options) => {
    const met = options.find((option) =>
      serve([...taken, ...option])
        .slice(taken.length)
        .every(({ missing }) => missing === 0),
    );
    return met === undefined ? taken : [...taken, ...met];
  }, fixed);
}
