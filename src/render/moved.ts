import { compareText } from '../core/address.ts';
import { canonicalize } from '../core/digest.ts';
import type { Json } from '../core/json.ts';
import { differences, sameLeaf } from '../core/leaves.ts';
import type { Change, Plan } from '../core/plan.ts';
import { data, type Phrase } from './phrase.ts';

const ADDRESS_LIMIT = 400;

/** What differs between two plans of one pull request, one line each: why the digest is another one. */
export function movedBetween(previous: Plan, plan: Plan): readonly Phrase[] {
  return [
    ...keyed(previous.sources, plan.sources, ({ name }) => name).flatMap(([name, before, after]) =>
      named('source', name, before, after, 'leads to another system'),
    ),
    ...keyed(previous.governance, plan.governance, ({ path }) => path).flatMap(([path, before, after]) =>
      named('rule file', path, before, after, 'has other contents'),
    ),
    ...keyed(previous.desired, plan.desired, ({ address }) => address).flatMap(([address, before, after]) =>
      named('declaration of', address, before, after, 'says something else'),
    ),
    ...keyed(previous.requests, plan.requests, ({ address }) => address).flatMap(([address, before, after]) =>
      named('request for', address, before, after, 'asks for something else'),
    ),
    ...keyed(previous.changes, plan.changes, ({ address }) => address).flatMap(([address, before, after]) =>
      movedChange(address, before, after),
    ),
  ];
}

type Keyed<T> = readonly [string, T | undefined, T | undefined];

function keyed<T>(previous: readonly T[], next: readonly T[], keyOf: (item: T) => string): readonly Keyed<T>[] {
  const before = new Map(previous.map((item) => [keyOf(item), item]));
  const after = new Map(next.map((item) => [keyOf(item), item]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted(compareText)
    .map((key) => [key, before.get(key), after.get(key)]);
}

function named<T extends Json>(
  noun: string,
  key: string,
  before: T | undefined,
  after: T | undefined,
  differs: string,
): readonly Phrase[] {
  if (before === undefined) return [[`${noun} `, data(key), ' is new in the plan']];
  if (after === undefined) return [[`${noun} `, data(key), ' is no longer in the plan']];
  return sameLeaf(before, after) ? [] : [[`${noun} `, data(key), ` ${differs}`]];
}

function movedChange(address: string, before: Change | undefined, after: Change | undefined): readonly Phrase[] {
  if (before === undefined) return [[data(address, ADDRESS_LIMIT), ' is now changed, too']];
  if (after === undefined) return [[data(address, ADDRESS_LIMIT), ' is no longer changed']];
  if (sameLeaf(before, after)) return [];
  const facts = [
    ...(before.action === after.action
      ? []
      : [[data(address, ADDRESS_LIMIT), ` was to be ${before.action}, now ${after.action}`]]),
    ...(before.incarnation === after.incarnation
      ? []
      : [[data(address, ADDRESS_LIMIT), ' is now another live object of the same name']]),
    ...movedAttributes(address, 'live', before.before, after.before),
    ...movedAttributes(address, 'declared', before.after, after.after),
  ];
  return facts.length > 0 ? facts : [[data(address, ADDRESS_LIMIT), ' has other steps, metadata or obstacles']];
}

function movedAttributes(
  address: string,
  side: string,
  before: Change['before'],
  after: Change['before'],
): readonly Phrase[] {
  return differences(before, after).map((difference) => [
    data(address, ADDRESS_LIMIT),
    ` ${side} `,
    data(difference.pointer, ADDRESS_LIMIT),
    ' was ',
    valueOf(difference.before),
    ', is now ',
    valueOf(difference.after),
  ]);
}

function valueOf(value: Json | undefined): Phrase[number] {
  return value === undefined ? 'absent' : data(canonicalize(value), ADDRESS_LIMIT);
}
