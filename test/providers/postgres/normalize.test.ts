import { describe, expect, test } from 'vitest';
import { hashJson } from '../../../src/core/digest.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveState } from '../../../src/core/live.ts';
import { emptyFacts } from '../../../src/providers/postgres/facts.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { normalized, SOURCE } from '../../support/round-trip.ts';

function liveOf(version: number, databases: readonly string[]): LiveState {
  const facts = { ...emptyFacts(databases, null), version };
  return { source: SOURCE, provider: 'postgres', target: {}, objects: [], unreadable: [], notModelled: [], facts };
}

const LIVE = liveOf(180_000, ['orders']);
const held = { $: 'pattern', state: 'held' };

function refusal(spec: JsonObject, live: LiveState = LIVE): string {
  try {
    normalized(spec, live);
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  return 'accepted';
}

describe('the normal form', () => {
  test('says nothing of what the document omits', () => {
    expect(normalized({}, LIVE)).toEqual({});
    expect(normalized({ login: true }, LIVE)).toEqual({ login: true });
  });

  test('of a list is exhaustive unless it keeps others', () => {
    expect(normalized({ memberOf: [] }, LIVE)).toEqual({ memberOf: { others: 'remove', values: {} } });
    expect(normalized({ memberOf: [{ others: 'keep' }] }, LIVE)).toEqual({ memberOf: { others: 'keep', values: {} } });
  });

  test('of every list keeps others in an additive source', () => {
    const spec = { login: true, settings: {}, memberOf: ['readonly'], grants: [], defaultPrivileges: [] };
    const others = Object.entries(normalized(spec, LIVE, 'additive')).filter(([name]) => name !== 'login');
    expect(others.map(([name, list]) => [name, (list as JsonObject)['others']])).toEqual([
      ['settings', 'keep'],
      ['memberOf', 'keep'],
      ['grants', 'keep'],
      ['defaultPrivileges', 'keep'],
    ]);
  });

  test('holds grants by database, object and privilege', () => {
    const grants = [
      { on: { tables: ['billing.invoices', 'billing."Odd one"'] }, privileges: ['SELECT', 'INSERT'] },
      { on: { tables: 'billing.invoices' }, privileges: ['SELECT'], grantable: true },
      { on: { databases: 'orders' }, privileges: ['CONNECT'] },
      { on: { functions: 'billing.total(int, text)' }, privileges: ['EXECUTE'] },
      { on: { columns: 'billing.invoices.amount' }, privileges: ['UPDATE'] },
      { on: { domains: 'billing.email' }, privileges: ['USAGE'] },
    ];
    expect(normalized({ grants }, LIVE)).toEqual({
      grants: {
        others: 'remove',
        values: {
          orders: {
            'table billing.invoices': { SELECT: 'grantable', INSERT: 'granted' },
            'table billing."Odd one"': { SELECT: 'granted', INSERT: 'granted' },
            database: { CONNECT: 'granted' },
            'function billing.total(integer, text)': { EXECUTE: 'granted' },
            'column billing.invoices.amount': { UPDATE: 'granted' },
            'type billing.email': { USAGE: 'granted' },
          },
        },
      },
    });
  });

  test('keeps a pattern as a pattern, and its grant option with it', () => {
    const grants = [
      { on: { tables: 'billing.*' }, privileges: ['SELECT'] },
      { on: { sequences: 'billing.*' }, privileges: ['USAGE'], grantable: true },
    ];
    expect(normalized({ grants }, LIVE)).toEqual({
      grants: {
        others: 'remove',
        values: {
          orders: { 'tables billing.*': { SELECT: held }, 'sequences billing.* with grant option': { USAGE: held } },
        },
      },
    });
  });

  test('of ALL is what every supported server knows, so that an upgrade changes nothing', () => {
    const all = { grants: [{ on: { tables: 'billing.invoices' }, privileges: ['ALL'] }] };
    const [old, young] = [normalized(all, liveOf(140_000, ['orders'])), normalized(all, LIVE)];
    expect(hashJson(old)).toBe(hashJson(young));
    expect(JSON.stringify(young)).not.toContain('MAINTAIN');
  });

  test('of default privileges is keyed by creator, class and schema', () => {
    const defaultPrivileges = [
      { createdBy: 'migrations', in: 'billing', on: 'tables', privileges: ['SELECT'] },
      { createdBy: 'Odd one', on: 'functions', privileges: ['EXECUTE'], grantable: true },
    ];
    expect(normalized({ defaultPrivileges }, LIVE)).toEqual({
      defaultPrivileges: {
        others: 'remove',
        values: {
          orders: {
            'migrations tables billing': { SELECT: 'granted' },
            '"Odd one" functions *': { EXECUTE: 'grantable' },
          },
        },
      },
    });
  });

  test('a name like that of an object method is a name like any other', () => {
    const spec = {
      memberOf: ['__proto__', 'constructor'],
      settings: { databases: { ['__proto__']: { work_mem: '1MB' } } },
    };
    const form = normalized(JSON.parse(JSON.stringify(spec)) as JsonObject, LIVE);
    expect(Object.keys((form['memberOf'] as { values: object }).values)).toEqual(['__proto__', 'constructor']);
  });
});

describe('documents that mean the same have the same normal form', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['no end of validity', { validUntil: null }, { validUntil: 'infinity' }],
    ['an offset', { validUntil: '2027-03-31T02:00:00+02:00' }, { validUntil: '2027-03-31T00:00:00.000Z' }],
    ['an empty comment', { comment: '' }, { comment: null }],
    [
      'a membership with its defaults',
      { memberOf: ['a'] },
      { memberOf: [{ role: 'a', admin: false, inherit: true, set: true }] },
    ],
    [
      'units',
      { settings: { everywhere: { statement_timeout: 300_000 } } },
      { settings: { everywhere: { STATEMENT_TIMEOUT: '5min' } } },
    ],
    ['a boolean', { settings: { everywhere: { jit: false } } }, { settings: { everywhere: { jit: 'off' } } }],
    ['settings of no database', { settings: { databases: { orders: {} } } }, { settings: {} }],
    [
      'one entry or two',
      { grants: [{ on: { tables: ['s.a', 's.b'] }, privileges: ['SELECT'] }] },
      {
        grants: [
          { on: { tables: 's.b' }, privileges: ['SELECT'] },
          { on: { tables: '"s"."a"' }, database: 'orders', privileges: ['SELECT'], grantable: false },
        ],
      },
    ],
  ])('%s', (_, left, right) => {
    expect(hashJson(normalized(left, LIVE))).toBe(hashJson(normalized(right, LIVE)));
  });
});

describe('what cannot be meant is refused', () => {
  test.each<[string, JsonObject]>([
    ['name-needs-quotes', { grants: [{ on: { tables: 'billing.Invoices' }, privileges: ['SELECT'] }] }],
    ['schema-missing', { grants: [{ on: { tables: 'invoices' }, privileges: ['SELECT'] }] }],
    ['privilege-unknown', { grants: [{ on: { schemas: 'billing' }, privileges: ['SELECT'] }] }],
    ['privilege-unknown', { grants: [{ on: { columns: 'a.b.c' }, privileges: ['DELETE'] }] }],
    ['pattern-unexpected', { grants: [{ on: { columns: 'a.b.*' }, privileges: ['SELECT'] }] }],
    ['pattern-unexpected', { grants: [{ on: { databases: '*' }, privileges: ['CONNECT'] }] }],
    ['signature-missing', { grants: [{ on: { functions: 'billing.total' }, privileges: ['EXECUTE'] }] }],
    ['database-unknown', { grants: [{ on: { tables: 'a.b' }, database: 'stock', privileges: ['SELECT'] }] }],
    ['database-unknown', { grants: [{ on: { databases: 'stock' }, privileges: ['CONNECT'] }] }],
    [
      'database-named-twice',
      { grants: [{ on: { databases: 'orders' }, database: 'orders', privileges: ['CONNECT'] }] },
    ],
    ['default-in-schema', { defaultPrivileges: [{ createdBy: 'a', in: 'b', on: 'schemas', privileges: ['USAGE'] }] }],
    ['membership-twice', { memberOf: ['a', { role: 'a', admin: true }] }],
    ['setting-not-shown', { settings: { everywhere: { 'myapp.token': 'x' } } }],
    ['text-secret', { settings: { everywhere: { application_name: 'password=hunter2' } } }],
    ['text-secret', { comment: 'postgres://app:hunter2@db/orders' }],
    ['text-reserved', { comment: '(not shown)' }],
    ['valid-until-malformed', { validUntil: '2027-03-31' }],
  ])('%s', (code, spec) => {
    expect(refusal(spec)).toBe(code);
  });

  test('an entry without a database where the source has several', () => {
    const several = liveOf(180_000, ['orders', 'stock']);
    expect(refusal({ grants: [{ on: { tables: 'a.b' }, privileges: ['SELECT'] }] }, several)).toBe(
      'database-ambiguous',
    );
  });

  test.each<[JsonObject, number]>([
    [{ grants: [{ on: { tables: 'a.b' }, privileges: ['MAINTAIN'] }] }, 160_004],
    [{ memberOf: [{ role: 'a', inherit: false }] }, 150_006],
    [{ memberOf: [{ role: 'a', set: false }] }, 140_011],
  ])('what the server is too old for: %o', (spec, version) => {
    expect(refusal(spec, liveOf(version, ['orders']))).toBe('unsupported');
    expect(refusal(spec, LIVE)).toBe('accepted');
  });
});

describe('lint', () => {
  test('finds every problem at its place, without a source', () => {
    const spec = {
      validUntil: 'tomorrow',
      comment: 'password: hunter2',
      settings: { everywhere: { 'my.app': 'x', work_mem: '1MB' }, databases: { 'a/b': { 'my.app': 'y' } } },
      memberOf: ['a', { others: 'keep' }, 'a'],
      grants: [
        { on: { tables: 'a.b' }, privileges: ['SELECT'] },
        { on: { tables: 'A.b' }, privileges: ['SELECT'] },
      ],
      defaultPrivileges: [{ createdBy: 'a', in: 'b', on: 'schemas', privileges: ['USAGE'] }],
    };
    expect(postgres.lint('PostgresRole', spec).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/validUntil', 'valid-until-malformed'],
      ['/comment', 'text-secret'],
      ['/settings/everywhere/my.app', 'setting-not-shown'],
      ['/settings/databases/a~1b/my.app', 'setting-not-shown'],
      ['/memberOf/2', 'membership-twice'],
      ['/grants/1', 'name-needs-quotes'],
      ['/defaultPrivileges/0', 'default-in-schema'],
    ]);
  });

  test.each(['', '""', 'auto_explain, ""'])('warns of a login that preloading %j would end', (value) => {
    const spec = { settings: { everywhere: { Session_Preload_Libraries: value, search_path: '' } } };
    expect(postgres.lint('PostgresRole', spec)).toMatchObject([
      {
        pointer: '/settings/everywhere/Session_Preload_Libraries',
        code: 'setting-locks-out',
        severity: 'warning',
        mend: 'Leave the setting out.',
      },
    ]);
  });

  test('never repeats a secret', () => {
    const problems = postgres.lint('PostgresRole', { comment: 'password: hunter2' });
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});

test('roles that must be there first are referred to by their addresses', () => {
  const form = normalized(
    {
      memberOf: ['readonly', 'pg_monitor'],
      defaultPrivileges: [{ createdBy: 'Odd one', on: 'tables', privileges: ['SELECT'] }],
    },
    LIVE,
  );
  expect(postgres.references(SOURCE, 'PostgresRole', form)).toEqual([
    'orders-db/PostgresRole/Odd%20one',
    'orders-db/PostgresRole/pg_monitor',
    'orders-db/PostgresRole/readonly',
  ]);
});
