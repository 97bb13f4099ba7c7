/**
 * Whether people suffice for what is asked of them.
 * An `each` ask is met by as many of its people as it counts, whoever else they serve. A `distinct` ask needs people whom no other
 * distinct ask uses. `extra` people more must be there than those who meet all asks.
 */
export type Ask = { readonly count: number; readonly distinct: boolean; readonly people: ReadonlySet<number> };

/** Who serves each ask (as many as serve it, for `each`), and how many are missing. */
export type Served = { readonly people: readonly number[]; readonly missing: number };

/** @returns one result for each ask, in order, with the most people that can serve the distinct asks together. */
export function serve(asks: readonly Ask[]): readonly Served[] {
  const assigned = assignDistinct(asks);
  return asks.map((ask, index) => {
    const people = ask.distinct
      ? [...assigned].filter(([, to]) => to === index).map(([person]) => person)
      : [...ask.people];
    return { people, missing: Math.max(0, ask.count - people.length) };
  });
}

export function suffices(asks: readonly Ask[]): boolean {
  return serve(asks).every(({ missing }) => missing === 0);
}

/** Person to index of the distinct ask that they serve: a largest matching, by augmenting paths. */
function assignDistinct(asks: readonly Ask[]): ReadonlyMap<number, number> {
  const assigned = new Map<number, number>();
  for (const [index, ask] of asks.entries()) {
    if (!ask.distinct) continue;
    for (let place = 0; place < ask.count && augment(index, new Set()); place += 1);
  }
  return assigned;

  function augment(index: number, tried: Set<number>): boolean {
    for (const person of asks[index]?.people ?? []) {
      if (tried.has(person) || assigned.get(person) === index) continue;
      tried.add(person);
      const holder = assigned.get(person);
      if (holder === undefined || augment(holder, tried)) {
        assigned.set(person, index);
        return true;
      }
    }
    return false;
  }
}

/**
 * How many ways to set people aside are looked at. Who sets most aside is usually found among the first; the most that was found by
 * then is too few at worst, never too many.
 */
const MOST_WAYS = 20_000;

/**
 * How many of `extra` people can be set aside from `everyone` so that the rest still suffices for the asks.
 * People who serve the same asks are interchangeable, so only how many of each such group are set aside is tried, those who
 * serve the fewest asks first.
 */
export function spare(asks: readonly Ask[], everyone: ReadonlySet<number>, extra: number): number {
  if (!suffices(asks)) return 0;
  const groups = alike(asks, everyone);
  let best = 0;
  let ways = 0;
  setAside(0, []);
  return best;

  /** @param aside people of the groups before `index`, without whom the rest suffices. */
  function setAside(index: number, aside: readonly number[]): void {
    best = Math.max(best, aside.length);
    const [group, ...later] = groups.slice(index);
    if (group === undefined) return;
    const left = later.reduce((sum, { length }) => sum + length, 0);
    for (let taken = Math.min(group.length, extra - aside.length); taken >= 0; taken -= 1) {
      if (best === extra || aside.length + taken + left <= best || ways >= MOST_WAYS) return;
      ways += 1;
      const more = [...aside, ...group.slice(0, taken)];
      if (taken === 0 || suffices(without(asks, more))) setAside(index + 1, more);
    }
  }
}

/** Groups of people who serve the same asks. */
function alike(asks: readonly Ask[], everyone: ReadonlySet<number>): readonly (readonly number[])[] {
  const servedBy = (person: number): string => asks.map(({ people }) => (people.has(person) ? '1' : '')).join(',');
  const groups = [...Map.groupBy(everyone, servedBy)];
  return groups.toSorted(([left], [right]) => left.length - right.length).map(([, group]) => group);
}

function without(asks: readonly Ask[], aside: readonly number[]): readonly Ask[] {
  const gone = new Set(aside);
  return asks.map((ask) => ({ ...ask, people: ask.people.difference(gone) }));
}
