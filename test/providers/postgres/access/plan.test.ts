import { describe, expect, it } from 'vitest';
import { compareAccess, type AccessChange } from '../../../../src/core/access/difference.ts';
import type { LiveState } from '../../../../src/core/live.ts';
import type { Change } from '../../../../src/core/plan.ts';
import { postgresAccess } from '../../../../src/providers/postgres/access/access-model.ts';
import type { Estate, EstateObject } from '../../../../src/providers/postgres/access/estate.ts';
import type { Operation } from '../../../../src/providers/postgres/normal-form/model.ts';
import { changeWith, stepWith } from '../../../support/plans.ts';

const OFF = {
  superuser: false,
  createDatabase: false,
  createRole: false,
  replication: false,
  bypassRowSecurity: false,
};
const role = { oid: '1', login: true, inherit: true, connectionLimit: -1, ...OFF };
const table = (acl: EstateObject['acl'], owner = 'owner'): EstateObject => ({ owner, acl });

const ESTATE: Estate = {
  version: 170_000,
  roles: { app: role, owner: role, team: role, member: role, other: role, pg_read_all_data: role },
  memberships: [
    { role: 'team', member: 'member', grantor: 'owner', admin: false, inherit: true, set: true },
    { role: 'pg_read_all_data', member: 'other', grantor: 'owner', admin: false, inherit: true, set: true },
  ],
  databases: {
    db: {
      objects: {
        database: { owner: 'owner', acl: null },
        'schema s': { owner: 'owner', acl: null },
        'table s.one': table({ owner: { SELECT: 'granted' }, team: { SELECT: 'granted' } }),
        'table s.two': table(null),
        'table s.own': table(null, 'app'),
        'column s.one.x': table({ team: { SELECT: 'granted', UPDATE: 'granted' } }),
      },
      defaults: { 'owner tables *': { team: { SELECT: 'granted' } } },
    },
  },
};

const LIVE: LiveState = {
  source: 'pg',
  provider: 'postgres',
  target: {},
  objects: [],
  unreadable: [],
  notModelled: [],
  facts: ESTATE,
};

function change(name: string, operations: readonly Operation[], grants: Change['after'] = {}): Change {
  const result = { grants: { others: 'remove', values: { db: grants ?? {} } } };
  return changeWith(name, {
    address: `pg/PostgresRole/${name}`,
    steps: [stepWith(name, { effect: { database: 'db', operations }, result })],
  });
}

function lines(...changes: readonly Change[]): readonly string[] {
  const { before, after, affected } = postgresAccess.after(LIVE, changes);
  return [...compareAccess(before, after, affected)].map(lineOf);
}

function lineOf({ kind, permission: { principal, action, resource } }: AccessChange): string {
  return `${kind} ${principal.split('/')[2]} ${action} ${resource}`;
}

const held = { $: 'pattern', state: 'held' } as const;
const none = { $: 'pattern', state: 'none' } as const;

describe('the effective access after a plan', () => {
  it('takes a pattern as what it matches, without what the role owns, for its members too', () => {
    const grant: Operation = { kind: 'grant-pattern', pattern: 'tables s.*', privileges: ['SELECT'], grantable: false };
    expect(lines(change('team', [grant], { 'tables s.*': { SELECT: held } }))).toEqual([
      'gained member SELECT pg/db: table s.own',
      'gained member SELECT pg/db: table s.two',
      'gained team SELECT pg/db: table s.own',
      'gained team SELECT pg/db: table s.two',
    ]);
  });

  it('leaves what the head still names when a pattern ends', () => {
    const revoke: Operation = { kind: 'revoke-pattern', pattern: 'tables s.*', privileges: ['SELECT'], except: [] };
    expect(lines(change('team', [revoke], { 'tables s.*': { SELECT: none } }))).toEqual([
      'lost member SELECT pg/db: column s.one.x',
      'lost member SELECT pg/db: table s.one',
      'lost team SELECT pg/db: column s.one.x',
      'lost team SELECT pg/db: table s.one',
    ]);
    const named = { 'tables s.*': { SELECT: none }, 'table s.one': { SELECT: 'granted' } };
    expect(lines(change('team', [revoke], named))).toEqual([]);
  });

  it('says what a deletion takes from members, and of what is yet to come', () => {
    const operations: readonly Operation[] = [{ kind: 'drop-owned' }, { kind: 'drop-role' }];
    expect(lines(change('team', operations))).toEqual(
      expect.arrayContaining([
        'lost member SELECT pg/db: future tables created by owner',
        'lost member SELECT pg/db: table s.one',
        'lost member UPDATE pg/db: column s.one.x',
        'lost member inherit from pg: role team',
        'lost team LOGIN pg',
      ]),
    );
  });

  it('gains nothing where a role of the system gives it already', () => {
    const grant: Operation = {
      kind: 'grant',
      object: 'table s.two',
      privileges: ['SELECT'],
      grantable: false,
      as: null,
    };
    expect(lines(change('other', [grant]))).toEqual(['repeated other SELECT pg/db: table s.two']);
    expect(lines(change('app', [grant]))).toEqual(['gained app SELECT pg/db: table s.two']);
  });

  it('tells superuser as one attribute, and of whom may become one', () => {
    const alter: Operation = { kind: 'alter-role', options: { superuser: true } };
    expect(lines(change('team', [alter])).filter((line) => line.includes('SUPERUSER'))).toEqual([
      'gained member SUPERUSER pg',
      'gained team SUPERUSER pg',
    ]);
  });

  it('does not depend on the order of changes of different roles', () => {
    const grant: Operation = {
      kind: 'grant',
      object: 'table s.two',
      privileges: ['SELECT'],
      grantable: false,
      as: null,
    };
    const pair = [change('app', [grant]), change('team', [grant])] as const;
    expect(lines(...pair)).toEqual(lines(...pair.toReversed()));
  });

  it('leaves the estate that it began with as it was', () => {
    const copy = structuredClone(ESTATE);
    lines(change('team', [{ kind: 'drop-owned' }, { kind: 'drop-role' }]));
    expect(ESTATE).toEqual(copy);
  });
});

describe('what may widen access although nothing is given', () => {
  it('is a new owner of what another role has, and nothing else', () => {
    const may = (...operations: readonly Operation[]) => postgresAccess.mayWiden(change('team', operations));
    expect(may({ kind: 'reassign-owned', to: 'app' }, { kind: 'drop-owned' }, { kind: 'drop-role' })).toBe(true);
    expect(may({ kind: 'drop-owned' }, { kind: 'drop-role' })).toBe(false);
    expect(may({ kind: 'revoke', object: 'table s.one', privileges: ['SELECT'], only: 'privilege', as: null })).toBe(
      false,
    );
    expect(may({ kind: 'revoke-role', role: 'team', as: null })).toBe(false);
    expect(postgresAccess.mayWiden(changeWith('team', { steps: [] }))).toBe(false);
  });
});
