import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LiveState } from '../../../src/core/live.ts';
import { postgresFacts } from '../../../src/providers/postgres/facts.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { startPglite, type EmbeddedPostgres } from '../../support/pglite.ts';
import { roleIn, ROLE_ESTATE } from '../../support/role-estate.ts';
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

describe('secrets', () => {
  test('in comments and settings are unreadable at their place, and in no output', () => {
    const own = live.unreadable.filter(({ address }) => address?.endsWith('/secretive') === true);
    expect(own.map(({ pointer, reason }) => `${pointer} ${reason.code}`).sort()).toEqual([
      '/comment text-secret',
      '/settings/values/everywhere/application_name text-secret',
      '/settings/values/everywhere/myapp.token setting-not-shown',
    ]);
    const everything = JSON.stringify([live, live.objects.map((object) => postgres.toDocument(object, live))]);
    for (const secret of ['hunter2', 'hunter3', 'hunter4', 'never shown']) expect(everything).not.toContain(secret);
  });

  test('are left out of the imported document, which keeps them', () => {
    const { spec } = postgres.toDocument(roleIn(live, 'secretive'), live);
    expect(spec['settings']).toEqual({ others: 'keep' });
    expect(spec).not.toHaveProperty('comment');
  });

  test('do not hide from an exhaustive list', () => {
    const head = { settings: { others: 'remove', values: { everywhere: {}, databases: {} } } };
    expect(postgres.project(roleIn(live, 'secretive'), { base: null, head }, live)).not.toEqual(head);
  });
});

describe('the boundary', () => {
  const names = (state: LiveState) =>
    state.objects.map(({ address }) => address.slice(`${SOURCE}/PostgresRole/`.length));

  test('includes and excludes by pattern, and never the roles of the server', async () => {
    const all = names(await readAll(connectionTo(server.url)));
    expect(all).toContain('postgres');
    expect(all.filter((name) => name.startsWith('pg_'))).toEqual([]);
    const boundary = { include: ['a*', '*only', 'granter'], exclude: ['*er'] };
    expect(names(await readAll(connectionTo(server.url, { boundary })))).toEqual(['app', 'readonly']);
  });

  test('makes what is asked for outside of it unreadable, not absent', async () => {
    const addresses = ['app', 'owner', 'nobody', 'pg_monitor'].map((name) => `${SOURCE}/PostgresRole/${name}`);
    const reader = postgres.reader(connectionTo(server.url, { boundary: { exclude: ['owner'] } }));
    const state = await reader.read({ kind: 'addresses', addresses });
    expect(names(state)).toEqual(['app']);
    expect(state.unreadable.map(({ address, pointer, reason }) => [address, pointer, reason.code])).toEqual([
      [addresses[1], null, 'outside-boundary'],
      [addresses[3], null, 'outside-boundary'],
    ]);
  });

  test('makes no difference to a role that is read alone', async () => {
    const reader = postgres.reader(connectionTo(server.url));
    for (const object of live.objects) {
      const state = await reader.read({ kind: 'addresses', addresses: [object.address] });
      expect(state.objects).toEqual([object]);
      expect(postgresFacts(state).database).toEqual(postgresFacts(live).database);
    }
  });
});
