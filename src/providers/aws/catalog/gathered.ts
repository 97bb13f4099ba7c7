import { compareText } from '../../../core/address.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { LiveState, NotModelled, Target, Unreadable } from '../../../core/live.ts';
import type { Found } from './sheet.ts';

/** What one read got, in any order. */
export type Gathered = Pick<LiveState, 'unreadable' | 'notModelled'> & { readonly found: readonly Found[] };

export const NOTHING: Gathered = { found: [], unreadable: [], notModelled: [] };

export function merged(all: readonly Gathered[]): Gathered {
  return {
    found: all.flatMap(({ found }) => found),
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    notModelled: all.flatMap(({ notModelled }) => notModelled),
  };
}

/** The same whatever the order of reading. */
export function liveStateOf(
  source: string,
  target: Target,
  { found, unreadable, notModelled }: Gathered,
  facts: JsonObject,
): LiveState {
  return {
    source,
    provider: 'aws',
    target,
    objects: found.map(({ object }) => object).toSorted((left, right) => compareText(left.address, right.address)),
    unreadable: sorted([...unreadable, ...found.flatMap((one) => one.unreadable)]),
    notModelled: sorted([...notModelled, ...found.flatMap((one) => one.notModelled)]),
    facts,
  };
}

function sorted<T extends Unreadable | NotModelled>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([left], [right]) => compareText(left, right))
    .map(([, item]) => item);
}
