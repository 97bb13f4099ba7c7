import { expect, test } from 'vitest';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { stepWith } from '../../support/plans.ts';

const change = (name: string, ...databases: readonly (string | null)[]) => ({
  address: `orders-db/PostgresRole/${name}`,
  steps: databases.map((database) => stepWith(name, { effect: { database, operations: [] } })),
});
const verdict = (reach: Partial<Parameters<typeof postgres.outside>[0]>, ...of: Parameters<typeof change>) =>
  postgres.outside({ boundary: {}, options: {}, ...reach }, change(...of))?.code ?? null;

test.each([
  [{}, 'app', null],
  [{ include: ['app'] }, 'app', null],
  [{ include: ['billing-*'] }, 'app', 'outside-boundary'],
  [{ exclude: ['a*'] }, 'app', 'outside-boundary'],
  [{ exclude: ['a*'] }, 'billing', null],
  [{}, 'pg_monitor', 'outside-boundary'],
] as const)('boundary %j: %s %s', (boundary, name, expected) => {
  expect(verdict({ boundary: boundary }, name, null)).toBe(expected);
});

test.each([
  [['orders'], [null, 'orders'], null],
  [['orders'], [null, 'orders', 'billing'], 'database-not-configured'],
  [['billing', 'orders'], ['orders', 'billing'], null],
  [['billing'], [null], null],
  [undefined, ['orders'], null],
] as const)('databases %j: a change in %j %s', (databases, places, expected) => {
  const options = databases === undefined ? {} : { databases: [...databases] };
  expect(verdict({ options }, 'app', ...places)).toBe(expected);
});

test('what is no role is no identity of a cluster', () => {
  const reach = { boundary: {}, options: {} };
  expect(postgres.outside(reach, { address: 'orders-db/Account/app', steps: [] })?.code).toBe('outside-boundary');
  expect(postgres.outside(reach, { address: 'orders-db/PostgresRole/app/more', steps: [] })?.code).toBe(
    'outside-boundary',
  );
});

test('the message says which identity, and which database', () => {
  const told = (reach: Parameters<typeof postgres.outside>[0]) =>
    postgres.outside(reach, change('app', 'billing'))?.message;
  expect(told({ boundary: { exclude: ['app'] }, options: {} })).toBe(
    'orders-db/PostgresRole/app is no role within the boundary of its source.',
  );
  expect(told({ boundary: {}, options: { databases: ['orders'] } })).toBe(
    'orders-db/PostgresRole/app is to be changed in billing, which is not one of the databases of its source.',
  );
});

test('a step without a database is nowhere in particular', () => {
  const steps = [stepWith('app', { effect: { kind: 'of another version' } })];
  const reach = { boundary: {}, options: { databases: ['orders'] } };
  expect(postgres.outside(reach, { address: 'orders-db/PostgresRole/app', steps })).toBeNull();
});
