import { expect, test } from 'vitest';
import { assemble } from '../../src/core/assembly.ts';
import { load } from '../../src/core/desired/load.ts';
import type { LiveObject, LiveState } from '../../src/core/live.ts';
import { emptyFacts } from '../../src/providers/postgres/facts.ts';
import { postgres } from '../../src/providers/postgres/index.ts';
import type { RoleAttributes } from '../../src/providers/postgres/normal-form/model.ts';
import { configurationFor } from '../support/planning.ts';

const SOURCE = 'orders-db';
const CONFIGURATION = configurationFor({
  name: SOURCE,
  provider: 'postgres',
  connection: { read: 'READ', write: 'WRITE' },
  mode: 'authoritative',
  boundary: { roles: ['*'] },
  options: {},
  owner: 'owner',
});

const HEADER = `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata:
  name: app
  source: orders-db
  owner: owner
spec:
`;
const BASE = `${HEADER}  login: true
  memberOf: [readers]
  grants:
    - on: { tables: billing.invoices }
      privileges: [SELECT]
`;
/** Line 8 is the first below \`spec:\`. */
const HEAD = `${HEADER}  login: true
  createRole: true
  memberOf:
    - readers
    - role: writers
      admin: true
  grants:
    - on: { tables: billing.invoices }
      privileges: [SELECT]
    - on:
        tables: [billing.lines, billing.notes]
      privileges: [SELECT, INSERT]
    # wide
    - on: { tables: 'hr.*' }
      privileges: [SELECT]
  defaultPrivileges:
    - createdBy: owner
      on: tables
      privileges: [SELECT]
  settings:
    everywhere: { work_mem: 64MB }
`;

function planOf(base: string, head: string, live: RoleAttributes) {
  const objects: readonly LiveObject[] = [
    { address: 'orders-db/PostgresRole/app', kind: 'PostgresRole', incarnation: '1', attributes: live, facts: {} },
  ];
  const tables = ['billing.invoices', 'billing.lines', 'billing.notes', 'hr.salaries'];
  const facts = {
    ...emptyFacts(['orders'], null),
    version: 180_000,
    database: {
      orders: {
        owner: 'owner',
        objects: Object.fromEntries(tables.map((name) => [`table ${name}`, 'owner'])),
        otherOwned: {},
      },
    },
  };
  const state: LiveState = {
    source: SOURCE,
    provider: 'postgres',
    target: {},
    objects,
    unreadable: [],
    notModelled: [],
    facts,
  };
  const loaded = (path: string, text: string) =>
    load([{ path, bytes: Buffer.from(text) }], { providers: [postgres], configuration: CONFIGURATION });
  return assemble(
    {
      configuration: CONFIGURATION,
      providers: new Map([['postgres', postgres]]),
      base: loaded('app.yaml', base),
      head: loaded('app.yaml', head),
      extent: 'pull-request',
      live: new Map([[SOURCE, state]]),
      governance: [],
      diagnostics: [],
      commits: null,
      now: '2026-06-01T12:00:00Z',
      engine: 'test',
    },
    () => ({ requirements: [], findings: [], exceptions: [] }),
  );
}

const LIVE: RoleAttributes = {
  login: true,
  superuser: false,
  createDatabase: false,
  createRole: false,
  inherit: true,
  replication: false,
  bypassRowSecurity: false,
  connectionLimit: -1,
  validUntil: 'infinity',
  comment: null,
  settings: { others: 'remove', values: { everywhere: {}, databases: {} } },
  memberOf: { others: 'remove', values: { readers: { admin: false, inherit: true, set: true } } },
  grants: {
    others: 'remove',
    values: { orders: { 'table billing.invoices': { SELECT: 'granted' }, 'table hr.salaries': { SELECT: 'granted' } } },
  },
  defaultPrivileges: { others: 'remove', values: {} },
};

const { assessment } = planOf(BASE, HEAD, LIVE);
const [change] = assessment.changes;

test('each grant, membership and option that widens is placed on the line of its own entry', () => {
  expect(assessment.diagnostics).toEqual([]);
  const placed = (change?.widensAt ?? []).map(({ location, gains }) => [
    location.line,
    gains.map((index) => `${change?.gains[index]?.action} ${change?.gains[index]?.resource}`),
  ]);
  expect(placed).toMatchInlineSnapshot(`
    [
      [
        9,
        [
          "CREATEROLE orders-db",
        ],
      ],
      [
        12,
        [
          "member of orders-db: role writers",
          "inherit from orders-db: role writers",
          "SET ROLE to orders-db: role writers",
          "administer orders-db: role writers",
        ],
      ],
      [
        17,
        [
          "SELECT orders-db/orders: table billing.lines",
          "INSERT orders-db/orders: table billing.lines",
          "SELECT orders-db/orders: table billing.notes",
          "INSERT orders-db/orders: table billing.notes",
        ],
      ],
      [
        21,
        [
          "SELECT orders-db/orders: tables hr.*",
        ],
      ],
      [
        24,
        [
          "SELECT orders-db/orders: future tables created by owner",
        ],
      ],
    ]
  `);
});

test('nothing that is gained is placed twice, and all of it is placed', () => {
  const indexes = (change?.widensAt ?? []).flatMap(({ gains }) => gains);
  expect(indexes.toSorted((left, right) => left - right)).toEqual(change?.gains.map((_gain, index) => index));
});

test('each attribute is placed where it is declared, and on its list where no entry declares it', () => {
  const lines = Object.entries(change?.locations ?? {}).map(([pointer, { line }]) => [pointer, line]);
  expect(Object.fromEntries(lines)).toMatchInlineSnapshot(`
    {
      "/createRole": 9,
      "/defaultPrivileges/values/orders/owner tables */SELECT": 24,
      "/grants/values/orders/table billing.lines/INSERT": 17,
      "/grants/values/orders/table billing.lines/SELECT": 17,
      "/grants/values/orders/table billing.notes/INSERT": 17,
      "/grants/values/orders/table billing.notes/SELECT": 17,
      "/grants/values/orders/tables hr.*/SELECT": 21,
      "/memberOf/values/writers/admin": 12,
      "/memberOf/values/writers/inherit": 12,
      "/memberOf/values/writers/set": 12,
      "/settings/values/everywhere/work_mem": 28,
    }
  `);
});

test('what the document no longer holds is placed on the property that held it', () => {
  const { assessment: narrowed } = planOf(HEAD, BASE, LIVE);
  expect(narrowed.changes[0]?.widensAt).toEqual([]);
  expect(narrowed.changes[0]?.locations['/grants/values/orders/tables hr.*/SELECT']?.line).toBe(10);
});

test('two entries that say the same are placed on the first', () => {
  const twice = `${HEADER}  grants:
    - on: { tables: billing.lines }
      privileges: [SELECT]
    - on: { tables: [billing.notes, billing.lines] }
      privileges: [SELECT]
    - others: keep
`;
  const [seen] = planOf(`${HEADER}  grants: []\n`, twice, LIVE).assessment.changes;
  expect(seen?.widensAt?.map(({ location, gains }) => [location.line, gains.length])).toEqual([
    [9, 1],
    [11, 1],
  ]);
});
