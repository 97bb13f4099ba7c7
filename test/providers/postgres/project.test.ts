import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveObject, LiveState } from '../../../src/core/live.ts';
import { emptyFacts } from '../../../src/providers/postgres/facts.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import type { ObjectGrants, RoleAttributes } from '../../../src/providers/postgres/normal-form/model.ts';
import { normalized, SOURCE } from '../../support/round-trip.ts';

const OBJECTS = {
  'schema billing': 'owner',
  'table billing.invoices': 'owner',
  'table billing.lines': 'owner',
  'table billing.own': 'app',
  'table shop.items': 'owner',
};

const facts = {
  ...emptyFacts(['orders'], null),
  version: 180_000,
  database: { orders: { owner: 'owner', objects: OBJECTS, otherOwned: {} } },
};
const LIVE: LiveState = {
  source: SOURCE,
  provider: 'postgres',
  target: {},
  objects: [],
  unreadable: [],
  notModelled: [],
  facts,
};

function role(attributes: RoleAttributes): LiveObject {
  return { address: 'orders-db/PostgresRole/app', kind: 'PostgresRole', incarnation: '1', attributes, facts: {} };
}

function holding(grants: ObjectGrants): LiveObject {
  return role({ grants: { others: 'remove', values: { orders: grants } } });
}

function grant(tables: string | string[], more: JsonObject = {}): JsonObject {
  return { on: { tables }, privileges: ['SELECT'], ...more };
}

/** Grants in `orders` as a plan of these documents would see them. */
function seen(object: LiveObject, head: readonly JsonObject[], base: readonly JsonObject[] | null = null): unknown {
  const guide = {
    base: base === null ? null : normalized({ grants: base }, LIVE),
    head: normalized({ grants: head }, LIVE),
  };
  const form = postgres.project(object, guide, LIVE) as RoleAttributes;
  return form.grants?.values['orders'] ?? {};
}

const mark = (state: string) => ({ SELECT: { $: 'pattern', state } });
const KEEP = { others: 'keep' };

describe('what the document omits', () => {
  const live = role({ login: true, connectionLimit: 3, comment: 'kept', memberOf: { others: 'remove', values: {} } });

  test('does not show', () => {
    expect(postgres.project(live, { base: null, head: { login: false } }, LIVE)).toEqual({ login: true });
  });

  test('does not show either when only the base managed it', () => {
    expect(postgres.project(live, { base: { connectionLimit: 1 }, head: {} }, LIVE)).toEqual({});
  });
});

describe('an exhaustive list', () => {
  const live = holding({
    'table billing.invoices': { SELECT: 'granted' },
    'table shop.items': { SELECT: 'grantable' },
  });

  test('shows everything that is live', () => {
    expect(seen(live, [])).toEqual({
      'table billing.invoices': { SELECT: 'granted' },
      'table shop.items': { SELECT: 'grantable' },
    });
  });
});

describe('a list that keeps others', () => {
  const live = holding({
    'table billing.invoices': { SELECT: 'grantable', INSERT: 'granted' },
    'table shop.items': { SELECT: 'granted' },
  });

  test('shows only what it names, and no more of it than it asks for', () => {
    expect(seen(live, [KEEP, grant('billing.invoices')])).toEqual({ 'table billing.invoices': { SELECT: 'granted' } });
    expect(seen(live, [KEEP, grant('billing.invoices', { grantable: true })])).toEqual({
      'table billing.invoices': { SELECT: 'grantable' },
    });
  });

  test('shows what it names and does not find as missing', () => {
    expect(seen(live, [KEEP, grant('billing.lines')])).toEqual({});
  });

  test('keeps what a pattern of the base gave', () => {
    expect(seen(live, [KEEP], [grant('billing.*')])).toEqual({});
  });

  test('of memberships never takes an option away', () => {
    const member = role({
      memberOf: {
        others: 'remove',
        values: { a: { admin: true, inherit: true, set: true }, b: { admin: false, inherit: true, set: true } },
      },
    });
    const head = normalized({ memberOf: [KEEP, 'a', { role: 'b', admin: true }] }, LIVE);
    expect(postgres.project(member, { base: null, head }, LIVE)).toEqual({
      memberOf: {
        others: 'keep',
        values: { a: { admin: false, inherit: true, set: true }, b: { admin: false, inherit: true, set: true } },
      },
    });
  });

  test('of settings shows those it names', () => {
    const live = role({
      settings: {
        others: 'remove',
        values: { everywhere: { work_mem: '1MB', jit: 'off' }, databases: { orders: { jit: 'on' } } },
      },
    });
    const head = normalized({ settings: { others: 'keep', everywhere: { jit: 'on' } } }, LIVE);
    expect(postgres.project(live, { base: null, head }, LIVE)).toEqual({
      settings: { others: 'keep', values: { everywhere: { jit: 'off' }, databases: {} } },
    });
  });
});

describe('a pattern', () => {
  const all = holding({
    'table billing.invoices': { SELECT: 'granted' },
    'table billing.lines': { SELECT: 'granted' },
  });
  const some = holding({ 'table billing.invoices': { SELECT: 'granted' } });
  const none = holding({});

  test('is held, mixed or none by what it matches, and what it covers does not show', () => {
    expect(seen(all, [grant('billing.*')])).toEqual({ 'tables billing.*': mark('held') });
    expect(seen(some, [grant('billing.*')])).toEqual({ 'tables billing.*': mark('mixed') });
    expect(seen(none, [grant('billing.*')])).toEqual({ 'tables billing.*': mark('none') });
    expect(seen(none, [grant('nothing.*')])).toEqual({ 'tables nothing.*': mark('empty') });
  });

  test('does not ask for grants on what the role owns', () => {
    expect(seen(none, [grant('billing.own*')])).toEqual({ 'tables billing.own*': mark('empty') });
    expect(postgres.expansions(normalized({ grants: [grant('billing.*')] }, LIVE), LIVE)).toEqual({
      '/grants/values/orders/tables billing.*/SELECT': [
        'table billing.invoices',
        'table billing.lines',
        'table billing.own',
      ],
    });
  });

  test('covers its own privilege only', () => {
    const live = holding({
      'table billing.invoices': { SELECT: 'granted', INSERT: 'granted' },
      'table billing.lines': { SELECT: 'granted' },
    });
    expect(seen(live, [grant('billing.*')])).toEqual({
      'tables billing.*': mark('held'),
      'table billing.invoices': { INSERT: 'granted' },
    });
  });

  test('leaves a grant option beyond it in sight', () => {
    const live = holding({
      'table billing.invoices': { SELECT: 'grantable' },
      'table billing.lines': { SELECT: 'granted' },
    });
    expect(seen(live, [grant('billing.*')])).toEqual({
      'tables billing.*': mark('held'),
      'table billing.invoices': { SELECT: 'option' },
    });
    expect(seen(live, [KEEP, grant('billing.*')])).toEqual({ 'tables billing.*': mark('held') });
  });

  test('with grant option is held only with it', () => {
    const live = holding({
      'table billing.invoices': { SELECT: 'grantable' },
      'table billing.lines': { SELECT: 'granted' },
    });
    expect(seen(live, [grant('billing.*', { grantable: true })])).toEqual({
      'tables billing.* with grant option': mark('mixed'),
    });
  });

  test('does not swallow what the head names one by one', () => {
    expect(seen(all, [grant('billing.*'), grant('billing.invoices')])).toEqual({
      'tables billing.*': mark('held'),
      'table billing.invoices': { SELECT: 'granted' },
    });
  });

  test('of the base still shows where it stood, so that it can end', () => {
    expect(seen(all, [], [grant('billing.*')])).toEqual({ 'tables billing.*': mark('held') });
  });

  test('of the base that became names leaves those to themselves', () => {
    expect(seen(all, [grant('billing.invoices')], [grant('billing.*')])).toEqual({
      'tables billing.*': mark('held'),
      'table billing.invoices': { SELECT: 'granted' },
    });
    expect(seen(some, [grant('billing.invoices')], [grant('billing.*')])).toEqual({
      'tables billing.*': mark('none'),
      'table billing.invoices': { SELECT: 'granted' },
    });
  });

  test('of the base that became narrower is asked of the rest only', () => {
    expect(seen(all, [grant('billing.inv*')], [grant('billing.*')])).toEqual({
      'tables billing.inv*': mark('held'),
      'tables billing.*': mark('held'),
    });
    expect(seen(some, [grant('billing.inv*')], [grant('billing.*')])).toEqual({
      'tables billing.inv*': mark('held'),
      'tables billing.*': mark('none'),
    });
  });

  test('that loses its grant option is asked for the option only', () => {
    const [without, withOption] = [[grant('billing.*')], [grant('billing.*', { grantable: true })]];
    const live = holding({
      'table billing.invoices': { SELECT: 'grantable' },
      'table billing.lines': { SELECT: 'grantable' },
    });
    expect(seen(live, without, withOption)).toEqual({
      'tables billing.*': mark('held'),
      'tables billing.* with grant option': mark('held'),
    });
    expect(seen(all, without, withOption)).toEqual({
      'tables billing.*': mark('held'),
      'tables billing.* with grant option': mark('none'),
    });
  });

  test('that the head marks as ended is one of the base', () => {
    const ended = { grants: { others: 'remove', values: { orders: { 'tables billing.*': mark('none') } } } };
    expect(postgres.project(all, { base: null, head: ended }, LIVE)).toEqual({
      grants: { others: 'remove', values: { orders: { 'tables billing.*': mark('held') } } },
    });
  });

  test('is not moved by a new object inside that has it, nor by anything outside', () => {
    const objects = { ...OBJECTS, 'table billing.new': 'owner', 'table shop.new': 'owner' };
    const later = { ...LIVE, facts: { ...facts, database: { orders: { owner: 'owner', objects, otherOwned: {} } } } };
    const head = normalized({ grants: [grant('billing.*')] }, LIVE);
    const grants = {
      'table billing.invoices': { SELECT: 'granted' },
      'table billing.lines': { SELECT: 'granted' },
      'table billing.new': { SELECT: 'granted' },
    } as const;
    expect(postgres.project(holding(grants), { base: null, head }, later)).toEqual(
      postgres.project(all, { base: null, head }, LIVE),
    );
  });
});
