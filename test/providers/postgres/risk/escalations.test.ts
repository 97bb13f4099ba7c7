import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import type { PostgresFacts } from '../../../../src/providers/postgres/facts.ts';
import { postgres } from '../../../../src/providers/postgres/index.ts';
import { SERVER_POWERS } from '../../../../src/providers/postgres/access/predefined.ts';
import { ROLE_POWERS } from '../../../../src/providers/postgres/risk/powers.ts';
import { normalized } from '../../../support/round-trip.ts';
import { ADDRESS, estate, liveOf, role } from '../steps/estate.ts';

/** What becomes of a role `app` that goes from one spec to another. */
function told(before: JsonObject, after: JsonObject, facts: PostgresFacts | null = null): readonly string[] {
  const permissions = (spec: JsonObject) => postgres.permissions(ADDRESS, normalized(spec, liveOf(estate())));
  const keys = new Set(permissions(before).map((permission) => JSON.stringify(permission)));
  const held = permissions(after);
  const gains = held.filter((permission) => !keys.has(JSON.stringify(permission)));
  const live = facts === null ? null : liveOf(facts);
  const found = postgres.risk.escalations({ address: ADDRESS, gains, held, live });
  return [...new Set(found.map(({ level, what, path, seen }) => `${level} ${seen}: ${what}: ${path}`))];
}

function member(of: string, by: string, options: Partial<PostgresFacts['memberships'][number]> = {}) {
  return { role: of, member: by, grantor: 'admin', admin: false, inherit: true, set: true, ...options };
}

describe('what a role gains lets it get at more', () => {
  test.each<[JsonObject, string]>([
    [{ superuser: true }, 'critical permissions: SUPERUSER: passes by every check'],
    [
      { createRole: true },
      'critical permissions: CREATEROLE: can create roles, and give itself those that it administers (before PostgreSQL 16 all but superusers)',
    ],
    [{ replication: true }, 'critical permissions: REPLICATION: can copy the whole cluster'],
    [{ bypassRowSecurity: true }, 'critical permissions: BYPASSRLS: passes by every row security policy'],
    [
      { memberOf: ['pg_execute_server_program'] },
      'critical permissions: membership in pg_execute_server_program: can run programs on the server, and so gain what a superuser has',
    ],
    [{ memberOf: ['pg_read_all_data'] }, 'high permissions: membership in pg_read_all_data: can read every table'],
    [
      { memberOf: ['pg_signal_backend'] },
      'high permissions: membership in pg_signal_backend: can end the sessions of all but superusers',
    ],
    [{ memberOf: ['pg_checkpoint'] }, 'medium permissions: membership in pg_checkpoint: can force checkpoints'],
  ])('%j', (spec, expected) => {
    expect(told({}, spec)).toEqual([expected]);
  });

  test('by ADMIN OPTION, whatever else the membership gives', () => {
    const bare = { memberOf: [{ role: 'group', admin: true, inherit: false, set: false }] };
    expect(told({}, bare)).toEqual([
      'critical permissions: ADMIN OPTION on group: can give itself that role, and pass it on',
    ]);
    expect(told({ memberOf: ['group'] }, { memberOf: [{ role: 'group', admin: true }] })).toEqual([
      'critical permissions: ADMIN OPTION on group: can give itself that role, and pass it on',
    ]);
  });

  test('by LOGIN, when it holds power already', () => {
    const asleep = { login: false, createRole: true, memberOf: ['pg_read_server_files'] };
    expect(told(asleep, { ...asleep, login: true })).toEqual([
      'critical permissions: LOGIN: can use the CREATEROLE that it has',
      'critical permissions: LOGIN: can use the membership in pg_read_server_files that it has',
    ]);
    const facts = estate({ roles: { ...estate().roles, app: role({ superuser: true, login: false }) } });
    expect(told({ login: false }, { login: true }, facts)).toEqual([
      'critical live: LOGIN: can use the SUPERUSER that it has',
    ]);
    expect(told({}, { login: true }, estate())).toEqual([]);
  });

  test('and nothing that it had, and no ordinary grant or membership', () => {
    expect(told({ superuser: true }, { superuser: true, login: true })).toEqual([
      'critical permissions: LOGIN: can use the SUPERUSER that it has',
    ]);
    expect(
      told({ createRole: true, memberOf: ['pg_monitor'] }, { createRole: true, memberOf: ['pg_monitor', 'group'] }),
    ).toEqual([]);
    expect(told({ superuser: true }, {})).toEqual([]);
  });

  test('every predefined role that reaches beyond grants has words', () => {
    expect(Object.keys(SERVER_POWERS).filter((name) => !Object.hasOwn(ROLE_POWERS, name))).toEqual([]);
  });
});

describe('through the roles that it becomes a member of', () => {
  const facts = estate({
    memberships: [
      member('ops', 'group'),
      member('admin', 'ops', { inherit: false }),
      member('writer', 'friend', { set: false }),
      member('pg_read_all_data', 'friend', { set: false }),
      member('group', 'ops'),
    ],
    roles: { ...estate().roles, ops: role() },
  });

  test('it may act as whom they may act as', () => {
    expect(told({}, { memberOf: ['group'] }, facts)).toEqual([
      'critical live: a way through group: as admin by SUPERUSER passes by every check',
    ]);
  });

  test('it only inherits privileges, never attributes', () => {
    const inherits = { memberOf: [{ role: 'group', set: false }] };
    expect(told({}, inherits, facts)).toEqual([]);
    expect(told({}, { memberOf: [{ role: 'friend', set: false }] }, facts)).toEqual([
      'high live: a way through friend: by pg_read_all_data can read every table',
    ]);
    expect(told({}, { memberOf: ['friend'] }, facts)).toEqual([
      'high live: a way through friend: by pg_read_all_data can read every table',
    ]);
  });

  test('an attribute of the very role counts where it may act as it', () => {
    const path =
      'as writer by CREATEROLE can create roles, and give itself those that it administers (before PostgreSQL 16 all but superusers)';
    expect(told({}, { memberOf: ['writer'] }, facts)).toEqual([`critical live: a way through writer: ${path}`]);
    expect(told({}, { memberOf: [{ role: 'writer', admin: true, set: false }] }, facts)).toEqual([
      'critical permissions: ADMIN OPTION on writer: can give itself that role, and pass it on',
      `critical live: a way through writer: ${path}`,
    ]);
  });
});

describe('the roles as which Countersign works', () => {
  const source = { name: 'db', options: { writer: 'countersign' } };

  test('are the writer that the configuration names, and whoever it was read as', () => {
    expect(postgres.risk.ownIdentities(source, null)).toEqual([
      { address: 'db/PostgresRole/countersign', resource: 'db: role countersign', name: 'countersign', does: 'writes' },
    ]);
    const named = (reader: string) =>
      postgres.risk.ownIdentities(source, liveOf({ ...estate(), reader })).map(({ name, does }) => `${name} ${does}`);
    expect(named('eyes')).toEqual(['countersign writes', 'eyes reads']);
    expect(named('countersign')).toEqual(['countersign writes']);
    expect(postgres.risk.ownIdentities({ name: 'db', options: {} }, liveOf(estate()))).toEqual([]);
  });
});
