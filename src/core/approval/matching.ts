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
 * How many of `extra` people can be set aside from `everyone` so that the rest still suffices for the asks.
 * People who serve the same asks are interchangeable, so one of each such group is tried.
 */
export function spare(asks: readonly Ask[], everyone: ReadonlySet<number>, extra: number): number {
  if (extra <= 0 || !suffices(asks)) return 0;
  const groups = Map.groupBy(everyone, (person) => asks.map((ask) => (ask.people.has(person) ? '1' : '0')).join(''));
  let best = 0;
  for (const [person] of groups.values()) {
    if (person === undefined) continue;
    const rest = asks.map((ask) => ({ ...ask, people: without(ask.people, person) }));
    if (suffices(rest)) best = Math.max(best, 1 + spare(rest, without(everyone, person), extra - 1));
    if (best === extra) break;
  }
  return best;
}

function without(people: ReadonlySet<number>, person: number): ReadonlySet<number> {
  return new Set([...people].filter((candidate) => candidate !== person));
}
