import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashJson } from '../../../src/core/digest.ts';
import type { LiveState } from '../../../src/core/live.ts';
import type { Row, Session } from '../../../src/providers/postgres/connect.ts';
import { readCluster, type ClusterRows } from '../../../src/providers/postgres/catalog/cluster.ts';
import { readDatabase, type DatabaseRows } from '../../../src/providers/postgres/catalog/database.ts';
import { inSnapshot, openSession } from '../../../src/providers/postgres/connect.ts';
import { ownedBy, postgresFacts } from '../../../src/providers/postgres/facts.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { liveStateOf } from '../../../src/providers/postgres/catalog/live-state.ts';
import { roleAttributes } from '../../../src/providers/postgres/normal-form/model.ts';
import { roleIn, ROLE_ESTATE } from '../../support/role-estate.ts';
import { startPglite, type EmbeddedPostgres } from '../../support/pglite.ts';
import { connectionTo, readAll, SOURCE } from '../../support/round-trip.ts';

let server: EmbeddedPostgres;
let live: LiveState;

beforeAll(async () => {
  server = await startPglite();
  await server.query(ROLE_ESTATE);
  live = await readAll(connectionTo(server.url));
});

afterAll(async () => {
  await server.stop();
});

describe('one role', () => {
  test('is read with every attribute', () => {
    const { settings, memberOf, grants, defaultPrivileges, ...scalars } = roleAttributes(
      roleIn(live, 'app').attributes,
    );
    expect(scalars).toEqual({
      login: true,
      superuser: false,
      createDatabase: false,
      createRole: false,
      inherit: true,
      replication: false,
      bypassRowSecurity: false,
      connectionLimit: 5,
      validUntil: '2027-03-30T22:00:00.5Z',
      comment: 'exports invoices',
    });
    expect(settings?.values).toEqual({
      everywhere: { statement_timeout: '5min' },
      databases: { postgres: { search_path: 'billing, "Odd"' } },
    });
    expect(memberOf?.values).toEqual({ readonly: { admin: true, inherit: true, set: true } });
    expect(defaultPrivileges?.values).toEqual({ postgres: { 'owner tables billing': { SELECT: 'granted' } } });
    expect(grants?.values).toEqual({
      postgres: {
        database: { CONNECT: 'granted' },
        'schema billing': { USAGE: 'granted' },
        'table billing.invoices': { SELECT: 'granted' },
        'table billing.parts': { SELECT: 'grantable' },
        'table billing.totals': { SELECT: 'granted' },
        'column billing.invoices.amount': { UPDATE: 'grantable' },
        'sequence billing.invoices_id_seq': { USAGE: 'granted' },
        'function billing.f(integer, text[])': { EXECUTE: 'granted' },
        'procedure billing.p()': { EXECUTE: 'granted' },
        'type billing.email': { USAGE: 'granted' },
      },
    });
  });

  test('holds a membership with every option that any of its grantors gave', () => {
    const grantors = postgresFacts(live).memberships.filter(({ member }) => member === 'app');
    expect(grantors.map(({ role, grantor, admin }) => [role, grantor, admin])).toEqual([
      ['readonly', 'postgres', true],
      ['readonly', 'tutor', false],
    ]);
  });

  test('has its oid as incarnation, so that a recreated one is another', async () => {
    await server.query('CREATE ROLE phoenix');
    const before = roleIn(await readAll(connectionTo(server.url)), 'phoenix').incarnation;
    await server.query('DROP ROLE phoenix; CREATE ROLE phoenix');
    const after = roleIn(await readAll(connectionTo(server.url)), 'phoenix').incarnation;
    await server.query('DROP ROLE phoenix');
    expect(after).not.toBe(before);
  });

  test('that owns everything holds nothing by grants', () => {
    expect(roleAttributes(roleIn(live, 'owner').attributes).grants?.values).toEqual({});
    expect(ownedBy(postgresFacts(live), 'owner')).toEqual([
      {
        database: 'postgres',
        objects: [
          'function billing.f(integer, text[])',
          'procedure billing.p()',
          'schema billing',
          'sequence billing.invoices_id_seq',
          'table billing.closed',
          'table billing.invoices',
          'table billing.parts',
          'table billing.totals',
          'type billing.email',
          'type billing.status',
        ],
      },
    ]);
  });
});

describe('facts beside the roles', () => {
  test('name every grantor where the owner is not the only one', () => {
    const grants = postgresFacts(live).foreignGrants.map(({ object, grantee, grantor, grantable }) => [
      object,
      grantee,
      grantor,
      grantable,
    ]);
    expect(grants).toEqual([
      ['table billing.invoices', 'app', 'granter', false],
      ['table billing.invoices', 'app', 'owner', false],
      ['table billing.parts', 'app', 'granter', false],
      ['table billing.parts', 'app', 'owner', true],
    ]);
  });

  test("name the writer's grant options, whoever gave them", async () => {
    const state = await readAll(connectionTo(server.url, { options: { writer: 'granter' } }));
    const options = postgresFacts(state).foreignGrants.filter(({ grantee }) => grantee === 'granter');
    expect(options.map(({ object, grantor, grantable }) => [object, grantor, grantable])).toEqual([
      ['table billing.invoices', 'owner', true],
      ['table billing.parts', 'owner', true],
    ]);
  });

  test('list what no document says: PUBLIC, and an owner who took from itself', () => {
    expect(live.notModelled).toContainEqual({
      address: null,
      what: 'privileges of PUBLIC',
      detail: 'table billing.closed in postgres: SELECT granted to PUBLIC',
    });
    expect(
      live.notModelled.filter(({ what }) => what === 'owner without own privileges').map(({ address }) => address),
    ).toEqual(['orders-db/PostgresRole/owner']);
  });

  test('of an untouched database list nothing of PUBLIC', async () => {
    const fresh = await startPglite();
    try {
      expect((await readAll(connectionTo(fresh.url))).notModelled).toEqual([]);
    } finally {
      await fresh.stop();
    }
  });

  test('identify the cluster and the databases by what they are, not by where', async () => {
    const reader = postgres.reader(connectionTo(server.url));
    expect(await reader.identify()).toEqual(live.target);
    expect(Object.keys(live.target)).toEqual(['systemIdentifier', 'database:postgres']);
  });
});

describe('reading', () => {
  test('takes the same number of queries for any number of roles and objects', async () => {
    const before = await countQueries();
    await server.query(`DO $$ BEGIN FOR i IN 1..50 LOOP
      EXECUTE format('CREATE ROLE many_%s', i); EXECUTE format('CREATE TABLE billing.many_%s (x int)', i);
      EXECUTE format('GRANT SELECT ON billing.many_%s TO many_%s', i, i); END LOOP; END $$`);
    expect(await countQueries()).toBe(before);
  });

  test('cannot write', async () => {
    const session = await openSession(server.url, null, 30_000);
    try {
      await expect(inSnapshot(session, 30_000, () => session.rows('CREATE ROLE intruder'))).rejects.toMatchObject({
        code: '25006',
      });
      await expect(
        inSnapshot(session, 30_000, () =>
          session.rows("SELECT pg_catalog.set_config('transaction_read_only', 'off', true)"),
        ),
      ).rejects.toThrow('transaction read-write mode must be set before any query');
    } finally {
      await session.close();
    }
  });

  test('says where a source is out of reach, without the password', async () => {
    const reader = postgres.reader(connectionTo('postgres://someone:hunter2@127.0.0.1:1/orders'));
    const state = await reader.read({ kind: 'boundary' });
    expect(state.unreadable).toMatchObject([{ address: null, pointer: null, reason: { code: 'source-unreachable' } }]);
    expect(JSON.stringify(state)).not.toContain('hunter2');
  });

  test.each(['hunter2', 'postgres://someone:hunter2@127.0.0.1:1/%FF'])(
    'says that a connection is none',
    async (secret) => {
      const reader = postgres.reader(connectionTo(secret));
      const state = await reader.read({ kind: 'boundary' });
      expect(state.unreadable).toMatchObject([{ address: null, reason: { code: 'connection-malformed' } }]);
      expect(JSON.stringify(state)).not.toContain('hunter2');
    },
  );

  async function countQueries(): Promise<number> {
    let count = 0;
    await rowsOf((session) => ({ ...session, rows: (text, values) => ((count += 1), session.rows(text, values)) }));
    return count;
  }
});

async function rowsOf(
  wrap: (session: Session) => Session = (session) => session,
): Promise<{ cluster: ClusterRows; database: DatabaseRows }> {
  const session = await openSession(server.url, null, 30_000);
  const wrapped = wrap(session);
  try {
    return await inSnapshot(session, 30_000, async () => {
      const cluster = await readCluster(wrapped, null, () => null);
      return { cluster, database: await readDatabase(wrapped, cluster.database, null) };
    });
  } finally {
    await session.close();
  }
}

test('the order of rows never matters', async () => {
  const { cluster, database } = await rowsOf();
  const identities = new Set(cluster.roles.map(([oid]) => oid ?? ''));
  const stateOf = (rows: { cluster: ClusterRows; database: DatabaseRows }) =>
    hashJson(
      liveStateOf({
        source: SOURCE,
        target: {},
        writer: 'granter',
        identities,
        cluster: rows.cluster,
        databases: [rows.database],
      }),
    );
  const expected = stateOf({ cluster, database });
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
      const shuffled = { cluster: shuffle(cluster, stream), database: shuffle(database, stream) };
      expect(stateOf(shuffled)).toBe(expected);
    }),
    { numRuns: 20 },
  );
});

/** Every list of rows of a catalogue in another order. */
function shuffle<T extends object>(rows: T, order: Iterator<number>): T {
  const weigh = () => Number(order.next().value);
  const mixed = (list: readonly Row[]) =>
    list
      .map((row) => ({ row, weight: weigh() }))
      .sort((left, right) => left.weight - right.weight)
      .map(({ row }) => row);
  return Object.fromEntries(
    Object.entries(rows).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? mixed(value as readonly Row[]) : value,
    ]),
  ) as T;
}
