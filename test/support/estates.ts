import fc from 'fast-check';
import type { JsonObject } from '../../src/core/json.ts';
import type { Removal } from '../../src/core/ports.ts';
import type { Account } from '../../src/providers/memory/system.ts';
import { account, addressOf } from './memory.ts';
import { reconciliation, type Declared, type Wish } from './planning.ts';

/** Names with which JavaScript, paths and pointers have their difficulties are as good as any. */
const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'constructor', '__proto__', 'x.y~z'];
const RESOURCES = ['billing-a', 'billing-b', 'orders', 'a/b', '~1', 'toString'];
const PATTERNS = ['billing-*', '*-a', 'or*s', 'nothing-*', '*'];
const ACTIONS = ['read', 'write', 'name'];

const actions = fc.subarray(ACTIONS, { minLength: 1 });
const removal = fc.constantFrom<Removal>({ kind: 'disable' }, { kind: 'delete', options: {} }, { kind: 'forget' });

const someAccount: fc.Arbitrary<Account> = fc
  .record({
    enabled: fc.boolean(),
    tier: fc.constantFrom('standard', 'premium'),
    note: fc.constantFrom(null, 'one', 'two'),
    actsAs: fc.subarray(NAMES, { maxLength: 2 }),
    grants: fc.dictionary(fc.constantFrom(...RESOURCES), actions, { maxKeys: 4 }),
  })
  .map(account);

const others = fc.constantFrom([], [], [{ others: 'keep' }]);
const grantList = fc
  .tuple(fc.array(fc.record({ on: fc.constantFrom(...RESOURCES, ...PATTERNS), actions }), { maxLength: 4 }), others)
  .map((parts) => parts.flat());
const actsAsList = fc.tuple(fc.subarray(NAMES, { maxLength: 2 }), others).map((parts) => parts.flat());

const spec: fc.Arbitrary<JsonObject> = fc.record(
  {
    enabled: fc.boolean(),
    tier: fc.constantFrom('standard', 'standard', 'premium'),
    note: fc.constantFrom(null, 'one', 'two'),
    actsAs: actsAsList,
    grants: grantList,
  },
  { requiredKeys: [] },
);

export type Estate = {
  readonly accounts: Readonly<Record<string, Account>>;
  readonly resources: readonly string[];
  readonly wish: Wish;
};

type Fate = {
  readonly live: Account | null;
  readonly base: JsonObject | null;
  readonly head: JsonObject | null;
  readonly onRemove: Removal;
  readonly asked: boolean;
};

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });
const fate: fc.Arbitrary<Fate> = fc.record({
  live: maybe(someAccount),
  base: maybe(spec),
  head: maybe(spec),
  onRemove: removal,
  asked: fc.boolean(),
});

/** A live system and what somebody wants of it: several identities, dependencies, patterns, replacements, removals. */
export const estates: fc.Arbitrary<Estate> = fc
  .tuple(fc.array(fate, { minLength: NAMES.length, maxLength: NAMES.length }), fc.subarray(RESOURCES))
  .map(([fates, resources]) => estateOf(fates, resources));

function estateOf(fates: readonly Fate[], resources: readonly string[]): Estate {
  const entries = NAMES.map((name, index) => ({ name, index, fate: fates[index] }));
  const live = entries.flatMap(({ name, index, fate: one }) =>
    one?.live ? [[name, { ...one.live, incarnation: String(index + 1) }] as const] : [],
  );
  const side = (which: 'base' | 'head') =>
    entries.flatMap(({ name, fate: one }): readonly Declared[] => {
      const wanted = one?.[which] ?? null;
      return one === undefined || wanted === null
        ? []
        : [{ kind: 'MemoryAccount', name, spec: wanted, onRemove: one.onRemove }];
    });
  const requests = entries.flatMap(({ name, fate: one }) => {
    if (one?.asked !== true) return [];
    if (one.head !== null) return [reconciliation('correct', [addressOf(name)])];
    return one.base === null ? [reconciliation('remove', [addressOf(name)], one.onRemove)] : [];
  });
  return { accounts: Object.fromEntries(live), resources, wish: { base: side('base'), head: side('head'), requests } };
}

/** One thing that somebody else does to an account: never to a value that a document could ask for, but for `enabled` and revocations. */
export type Drift = (account: Account) => Account;

export const drifts: fc.Arbitrary<Drift> = fc.oneof(
  fc.constant<Drift>((one) => ({ ...one, note: 'drifted' })),
  fc.constant<Drift>((one) => ({ ...one, tier: 'drifted' })),
  fc.constant<Drift>((one) => ({ ...one, enabled: !one.enabled })),
  fc.constant<Drift>((one) => ({ ...one, actsAs: [...one.actsAs, 'drifted'] })),
  fc.constant<Drift>((one) => ({ ...one, actsAs: one.actsAs.slice(1) })),
  fc.constantFrom(...RESOURCES, 'unlisted').map((resource) => granting(resource, 'drifted')),
  fc.constantFrom(...RESOURCES).map((resource) => granting(resource, 'read')),
  fc.constantFrom(...RESOURCES).map((resource): Drift => (one) => ({
    ...one,
    grants: Object.fromEntries(Object.entries(one.grants).filter(([known]) => known !== resource)),
  })),
);

function granting(resource: string, action: string): Drift {
  return (one) => {
    const held = Object.hasOwn(one.grants, resource) ? (one.grants[resource] ?? []) : [];
    return held.includes(action) ? one : { ...one, grants: { ...one.grants, [resource]: [...held, action] } };
  };
}
