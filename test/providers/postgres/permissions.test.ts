import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveState } from '../../../src/core/live.ts';
import { emptyFacts } from '../../../src/providers/postgres/facts.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { normalized, SOURCE } from '../../support/round-trip.ts';

const facts = { ...emptyFacts(['orders'], null), version: 180_000 };
const LIVE: LiveState = {
  source: SOURCE,
  provider: 'postgres',
  target: {},
  objects: [],
  unreadable: [],
  notModelled: [],
  facts,
};

function grant(tables: string, more: JsonObject = {}): JsonObject {
  return { on: { tables }, privileges: ['SELECT'], ...more };
}

describe('permissions', () => {
  const lines = (spec: JsonObject) =>
    postgres
      .permissions('orders-db/PostgresRole/app', normalized(spec, LIVE))
      .map(({ action, resource, path, power }) => `${action} | ${resource} | ${path} | ${power}`);

  test('name what a role may do, on what', () => {
    const spec = {
      login: true,
      createRole: true,
      superuser: false,
      memberOf: ['readonly', { role: 'team', admin: true, inherit: false, set: false }],
      grants: [grant('billing.invoices', { grantable: true }), grant('shop.*')],
      defaultPrivileges: [{ createdBy: 'migrations', in: 'billing', on: 'tables', privileges: ['SELECT'] }],
    };
    expect(lines(spec)).toEqual([
      'LOGIN | orders-db | direct | use',
      'CREATEROLE | orders-db | direct | administer',
      'member of | orders-db: role readonly | membership | use',
      'inherit from | orders-db: role readonly | membership | use',
      'SET ROLE to | orders-db: role readonly | membership | use',
      'member of | orders-db: role team | membership | use',
      'administer | orders-db: role team | membership | administer',
      'SELECT | orders-db/orders: table billing.invoices | direct | use',
      'grant SELECT | orders-db/orders: table billing.invoices | direct | administer',
      'SELECT | orders-db/orders: tables shop.* | direct | use',
      'SELECT | orders-db/orders: future tables in schema billing created by migrations | direct | use',
    ]);
  });

  test('a role without a single connection cannot log in', () => {
    expect(lines({ login: true, connectionLimit: 0 })).toEqual([]);
  });

  test('a pattern that ended gives nothing', () => {
    const ended = {
      grants: {
        others: 'remove',
        values: { orders: { 'tables billing.*': { SELECT: { $: 'pattern', state: 'none' } } } },
      },
    };
    expect(postgres.permissions('orders-db/PostgresRole/app', ended)).toEqual([]);
  });
});
