import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalize } from '../../../../src/core/digest.ts';
import { isJsonObject, type Json } from '../../../../src/core/json.ts';
import type { Attributes } from '../../../../src/core/attributes.ts';
import { estate, operationsOf, update } from './estate.ts';

const privileges = fc.dictionary(
  fc.constantFrom('SELECT', 'INSERT', 'UPDATE'),
  fc.constantFrom('granted', 'grantable'),
  { maxKeys: 3, noNullPrototype: true },
);
const objects = fc.dictionary(
  fc.constantFrom('table s.t', 'table s.u', 'column s.t.a', 'column s.t.b', 'schema s'),
  privileges,
  { maxKeys: 5, noNullPrototype: true },
);
const settings = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'), {
  maxKeys: 3,
  noNullPrototype: true,
});
const role = fc
  .record({ orders: objects, billing: objects, everywhere: settings })
  .map(({ orders, billing, everywhere }): Attributes => ({
    settings: { others: 'remove', values: { everywhere, databases: {} } },
    grants: { others: 'remove', values: { orders, billing } },
  }));

function reversed(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

function asObject(value: Json): Attributes {
  return isJsonObject(value) ? value : {};
}

const facts = () => {
  const { database, ...rest } = estate();
  return { ...rest, database: { orders: database['orders'] ?? empty, billing: database['orders'] ?? empty } };
};
const empty = { owner: 'maker', objects: {}, otherOwned: {} };

it('the order of what was read and declared never shows', () => {
  fc.assert(
    fc.property(role, role, (before, after) => {
      const one = update(before, after, facts());
      const other = update(asObject(reversed(before)), asObject(reversed(after)), facts());
      expect(canonicalize(other.steps.map(({ effect }) => effect))).toBe(
        canonicalize(one.steps.map(({ effect }) => effect)),
      );
      expect(other.blocked).toEqual(one.blocked);
    }),
  );
});

it('what is as it should be makes no operation', () => {
  fc.assert(
    fc.property(role, (attributes) => {
      expect(operationsOf(update(attributes, asObject(reversed(attributes)), facts()))).toEqual([]);
    }),
  );
});
