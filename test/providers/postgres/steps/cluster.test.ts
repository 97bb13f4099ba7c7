import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../../src/core/address.ts';
import { steps } from '../../../../src/providers/postgres/steps/steps.ts';
import { codes, draft, estate, liveOf, operationsOf, role, update } from './estate.ts';

const member = (admin: boolean, inherit = true, set = true) => ({ admin, inherit, set });
const memberOf = (values: Record<string, ReturnType<typeof member>>) => ({
  memberOf: { others: 'remove' as const, values },
});
const settings = (everywhere: Record<string, string>, databases = {}) => ({
  settings: { others: 'remove' as const, values: { everywhere, databases } },
});

describe('creating a role', () => {
  const after = {
    login: true,
    comment: 'exports',
    ...settings({ work_mem: '4MB' }, { orders: { role: 'x' } }),
    ...memberOf({ group: member(false) }),
    grants: { others: 'remove' as const, values: { orders: { database: { CONNECT: 'granted' } } } },
  };
  const result = steps(draft('create', null, after), liveOf(estate()));

  it('begins with everything cluster-wide, in one step whose intent is recorded first', () => {
    expect(result.steps[0]).toMatchObject({ expect: null, repeat: 'intent', effect: { database: null } });
    expect(operationsOf(result).map(({ kind }) => kind)).toEqual([
      'create-role',
      'mark-creation',
      'set',
      'set',
      'grant-role',
      'comment',
      'grant',
    ]);
  });

  it('marks the role as its own until the creation has its receipt, then gives it the declared comment', () => {
    const { grants: _, ...cluster } = after;
    const marked = { ...cluster, comment: '(creation unfinished)', creation: 'unfinished' };
    expect(result.steps[0]?.result).toEqual(marked);
    expect(result.steps[1]).toMatchObject({
      effect: { database: null, operations: [{ kind: 'comment', text: 'exports' }] },
      expect: marked,
      repeat: 'idempotent',
    });
    expect(result.steps[1]?.result).toEqual(cluster);
  });

  it('predicts for each step only what that step reads and writes', () => {
    const { grants } = after;
    expect(result.steps[2]).toMatchObject({
      effect: { database: 'orders' },
      expect: { grants: { others: 'remove', values: { orders: {} } } },
      result: { grants },
      repeat: 'idempotent',
    });
  });

  it.each([{ comment: null }, {}])('leaves no comment behind when the document says %j', (spec) => {
    const created = steps(draft('create', null, spec), liveOf(estate()));
    expect(operationsOf(created)).toEqual([
      { kind: 'create-role', options: {} },
      { kind: 'mark-creation' },
      { kind: 'comment', text: null },
    ]);
    expect(created.steps.at(-1)?.result).toEqual(spec);
  });

  it('is blocked for a writer without CREATEROLE, and without what it may not give', () => {
    const facts = estate({ writer: 'maker' });
    expect(codes(steps(draft('create', null, { login: true }), liveOf(facts)).blocked)).toEqual([
      'create-not-permitted',
    ]);
    const limited = steps(
      draft('create', null, { superuser: true, replication: true, createDatabase: false }),
      liveOf(estate({ writer: 'writer' })),
    );
    expect(limited.blocked.map(({ pointer }) => pointer)).toEqual(['/superuser', '/replication']);
  });
});

describe('changing attributes', () => {
  it('writes only what differs', () => {
    const result = update(
      { login: true, connectionLimit: 3, validUntil: 'infinity' },
      { login: true, connectionLimit: 5, validUntil: 'infinity' },
    );
    expect(operationsOf(result)).toEqual([{ kind: 'alter-role', options: { connectionLimit: 5 } }]);
    expect(result.steps[0]?.expect).toEqual({ login: true, connectionLimit: 3, validUntil: 'infinity' });
  });

  it('resets what is no longer declared and sets what changed, in one order always', () => {
    const before = settings({ b: '1', a: '1' }, { z: { c: '1' } });
    const after = settings({ a: '2' }, { y: { c: '1' } });
    expect(operationsOf(update(before, after))).toEqual([
      { kind: 'set', database: null, name: 'a', value: '2' },
      { kind: 'set', database: null, name: 'b', value: null },
      { kind: 'set', database: 'y', name: 'c', value: '1' },
      { kind: 'set', database: 'z', name: 'c', value: null },
    ]);
  });

  it('says that a superuser cannot be taken back', () => {
    expect(codes(update({ superuser: false }, { superuser: true }).irreversible)).toEqual(['superuser-granted']);
    expect(codes(update({ superuser: true }, { superuser: false }).irreversible)).toEqual([]);
  });

  it.each(['""', 'a, ""', ' '])('never locks the role out by preloading %j', (value) => {
    const preload = settings({ search_path: '""' }, { orders: { local_preload_libraries: value } });
    expect(update(settings({}), preload).blocked).toMatchObject([
      { code: 'setting-locks-out', pointer: '/settings/values/databases/orders/local_preload_libraries' },
    ]);
    expect(update(preload, { ...preload, ...settings({}) }).blocked).toEqual([]);
    expect(update({ login: true, ...preload }, { login: false, ...preload }).blocked).toEqual([]);
  });

  it('finds names that every object has', () => {
    const result = update(settings({}), settings({ constructor: 'x' }));
    expect(operationsOf(result)).toEqual([{ kind: 'set', database: null, name: 'constructor', value: 'x' }]);
  });
});

describe('what a writer without SUPERUSER may do', () => {
  const administers = { role: 'app', member: 'writer', grantor: 'admin', ...member(true, false, false) };

  it('from version 16 on, alters only roles that it administers', () => {
    const facts = estate({ writer: 'writer' });
    expect(codes(update({ login: true }, { login: false }, facts).blocked)).toEqual(['alter-not-permitted']);
    expect(update({ login: true }, { login: false }, { ...facts, memberships: [administers] }).blocked).toEqual([]);
  });

  it('before version 16, alters any role that is neither superuser nor replicating', () => {
    const facts = estate({ writer: 'writer', version: 150_000 });
    expect(update({ login: true }, { login: false }, facts).blocked).toEqual([]);
    for (const special of [{ superuser: true }, { replication: true }]) {
      const roles = { ...facts.roles, app: role(special) };
      expect(codes(update({ login: true }, { login: false }, { ...facts, roles }).blocked)).toEqual([
        'alter-not-permitted',
      ]);
    }
  });

  it('from version 16 on, gives CREATEDB only when it has it', () => {
    const facts = estate({ writer: 'writer', memberships: [administers] });
    const change = (version: number) =>
      update({ createDatabase: false }, { createDatabase: true }, { ...facts, version }).blocked;
    expect(codes(change(160_000))).toEqual(['attribute-not-permitted']);
    expect(change(150_000)).toEqual([]);
  });

  it('is not foreseen when the configuration does not name it', () => {
    expect(update({ login: true }, { superuser: true }, estate({ writer: null })).blocked).toEqual([]);
  });
});

describe('memberships', () => {
  const row = (grantor: string, options = member(false)) => ({ role: 'group', member: 'app', grantor, ...options });

  it('that only gain options are granted over', () => {
    const result = update(
      memberOf({ group: member(false) }),
      memberOf({ group: member(true) }),
      estate({ memberships: [row('other')] }),
    );
    expect(operationsOf(result)).toEqual([{ kind: 'grant-role', role: 'group', membership: member(true), as: null }]);
  });

  it('that lose options are revoked from each grantor first, because options of several grantors add up', () => {
    const facts = estate({ memberships: [row('other', member(true)), row('admin')] });
    const result = update(memberOf({ group: member(true) }), memberOf({ group: member(false) }), facts);
    expect(operationsOf(result)).toEqual([
      { kind: 'revoke-role', role: 'group', as: 'admin' },
      { kind: 'revoke-role', role: 'group', as: 'other' },
      { kind: 'grant-role', role: 'group', membership: member(false), as: null },
    ]);
  });

  it('have no grantor before version 16', () => {
    const facts = estate({ version: 150_000, memberships: [row('other')] });
    expect(operationsOf(update(memberOf({ group: member(false) }), memberOf({}), facts))).toEqual([
      { kind: 'revoke-role', role: 'group', as: null },
    ]);
  });

  it('that were given on cannot be revoked without taking these, too', () => {
    const facts = estate({ memberships: [row('admin', member(true)), { ...row('app'), member: 'friend' }] });
    const result = update(memberOf({ group: member(true) }), memberOf({}), facts);
    expect(result.blocked).toMatchObject([
      { code: 'revoke-cascades', pointer: '/memberOf/values/group', message: expect.stringContaining('friend') },
    ]);
  });

  it('of a foreign grantor are out of reach for a writer that may not act as it', () => {
    const administered = { role: 'group', member: 'writer', grantor: 'admin', ...member(true) };
    const facts = estate({ writer: 'writer', memberships: [row('other'), administered] });
    expect(codes(update(memberOf({ group: member(false) }), memberOf({}), facts).blocked)).toEqual([
      'revoke-not-permitted',
    ]);
    expect(
      codes(update(memberOf({}), memberOf({ group: member(false) }), estate({ writer: 'writer' })).blocked),
    ).toEqual(['membership-not-permitted']);
  });

  it('in a role that the same plan creates are the writer’s to grant', () => {
    const creates = new Map([[formatAddress({ source: 'db', kind: 'PostgresRole', name: ['unborn'] }), {}]]);
    const wish = draft('update', memberOf({}), memberOf({ unborn: member(false) }), { creates });
    const result = steps(wish, liveOf(estate({ writer: 'writer' })));
    expect(result.blocked).toEqual([]);
    expect(operationsOf(result)).toMatchObject([{ kind: 'grant-role', role: 'unborn' }]);
  });

  it('in a role that neither exists nor is created by the same plan are blocked, naming it', () => {
    const wish = memberOf({ group: member(false), 'no/one': member(false), constructor: member(false) });
    expect(update(memberOf({}), wish).blocked).toMatchObject([
      {
        code: 'role-missing',
        pointer: '/memberOf/values/constructor',
        message: expect.stringContaining('constructor'),
      },
      { code: 'role-missing', pointer: '/memberOf/values/no~1one', message: expect.stringContaining('no/one') },
    ]);
  });
});
