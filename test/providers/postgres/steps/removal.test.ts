import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../../src/core/address.ts';
import { hashJson } from '../../../../src/core/digest.ts';
import type { Draft } from '../../../../src/core/ports.ts';
import type { PostgresFacts } from '../../../../src/providers/postgres/facts.ts';
import { disabled } from '../../../../src/providers/postgres/steps/removal.ts';
import { steps } from '../../../../src/providers/postgres/steps/steps.ts';
import { ADDRESS, codes, draft, estate, liveOf, liveRole, operationsOf } from './estate.ts';

const member = (name: string, group = 'app', grantor = 'admin') => ({
  role: group,
  member: name,
  grantor,
  admin: true,
  inherit: true,
  set: true,
});
const inventory = (login: boolean, values = {}) => ({
  login,
  comment: null,
  grants: { others: 'remove' as const, values },
  defaultPrivileges: { others: 'remove' as const, values: {} },
});
const withoutOwned = (): PostgresFacts => {
  const facts = estate();
  const orders = { owner: 'maker', objects: { 'table s.t': 'maker' }, otherOwned: {} };
  return { ...facts, database: { ...facts.database, orders } };
};
const deletion = (
  before: ReturnType<typeof inventory>,
  facts = withoutOwned(),
  options = {},
  notModelled = liveOf(facts).notModelled,
) => steps(draft('delete', before, null, { removal: { kind: 'delete', options } }), liveOf(facts, notModelled));

describe('disabling', () => {
  it('ends the login first and open sessions after, so that no new one can come in between', () => {
    const result = steps(draft('disable', { login: true }, { login: false }), liveOf(estate()));
    expect(result.steps).toMatchObject([
      {
        effect: { database: null, operations: [{ kind: 'alter-role', options: { login: false } }] },
        expect: { login: true, members: {} },
        result: { login: false, members: {} },
      },
      {
        effect: { operations: [{ kind: 'end-sessions' }] },
        expect: { login: false, sessions: 'open' },
        result: { login: false },
      },
    ]);
    expect(result.irreversible).toEqual([]);
  });

  it('leaves sessions to the receipt where the writer may not end them', () => {
    const facts = estate({
      writer: 'writer',
      memberships: [member('writer')].map((row) => ({ ...row, inherit: false })),
    });
    const result = steps(draft('disable', { login: true }, { login: false }), liveOf(facts));
    expect(operationsOf(result)).toMatchObject([{ kind: 'alter-role' }]);
    expect(result.blocked).toEqual([]);
  });

  it('is blocked by members, who would keep the access, but not by the writer that administers the role', () => {
    const live = liveOf(estate({ writer: 'writer', memberships: [member('writer'), member('friend')] }));
    expect(disabled(liveRole({ login: false }), live)).toMatchObject({
      kind: 'blocked',
      blocked: [{ code: 'disable-leaves-access', message: expect.stringMatching(/^friend would keep/u) }],
    });
    expect(
      disabled(liveRole({ login: true }), liveOf(estate({ writer: 'writer', memberships: [member('writer')] }))),
    ).toEqual({
      kind: 'after',
      after: { login: false },
    });
  });

  it('of the role that the writer logs in as is blocked', () => {
    expect(disabled(liveRole({ login: true }), liveOf(estate({ writer: 'app' })))).toMatchObject({
      blocked: [{ code: 'writer-itself' }],
    });
  });
});

describe('deleting', () => {
  it('a role that holds nothing ends its login and sessions and drops it', () => {
    const result = deletion(inventory(true));
    expect(operationsOf(result).map(({ kind }) => kind)).toEqual(['alter-role', 'end-sessions', 'drop-role']);
    expect(result.steps.at(-1)).toMatchObject({ expect: { login: false, comment: null }, result: null });
    expect(codes(result.irreversible)).toEqual(['role-deleted']);
    expect(result.blocked).toEqual([]);
  });

  it('looks, where it takes something, whether it would take anything from others since the plan', () => {
    const held = { orders: { 'table s.t': { SELECT: 'granted' } } };
    const { steps: planned } = deletion(inventory(true, held));
    expect(planned.map(({ effect, expect: before }) => [effect, before?.['others']])).toMatchObject([
      [{ operations: [{ kind: 'alter-role' }] }, {}],
      [{ operations: [{ kind: 'end-sessions' }] }, undefined],
      [{ operations: [{ kind: 'drop-owned' }] }, {}],
      [{ operations: [{ kind: 'drop-role' }] }, {}],
    ]);
  });

  it('drops what was granted in each database before the role', () => {
    const values = {
      orders: { 'table s.t': { SELECT: 'granted' } },
      billing: { database: { CONNECT: 'granted' }, 'schema s': { USAGE: 'granted' } },
    };
    const result = deletion(inventory(false, values));
    expect(result.steps.map(({ effect }) => effect)).toMatchObject([
      { database: null },
      { database: 'orders', operations: [{ kind: 'drop-owned' }] },
      { database: 'billing', operations: [{ kind: 'drop-owned' }] },
      { database: null, operations: [{ kind: 'drop-role' }] },
    ]);
    const billing = result.steps[2]?.expect?.['grants'];
    expect(billing, 'DROP OWNED in the first database reaches the grants on every database').toEqual({
      others: 'remove',
      values: { billing: { 'schema s': { USAGE: 'granted' } } },
    });
  });

  it('never predicts the same state twice, or a resumed apply could not tell how far it came', () => {
    const values = { orders: { 'table s.t': { SELECT: 'granted' } }, billing: { 'schema s': { USAGE: 'granted' } } };
    const { steps: planned } = deletion(inventory(true, values));
    const results = planned.map(({ result }) => hashJson(result));
    expect(new Set(results).size).toBe(results.length);
    for (const step of planned) expect(hashJson(step.expect)).not.toBe(hashJson(step.result));
  });

  it('is blocked while it owns anything, naming it', () => {
    expect(deletion(inventory(false), estate()).blocked).toMatchObject([
      { code: 'owns-objects', message: expect.stringContaining('table s.own in orders') },
    ]);
  });

  it('gives what it owns to the role that the base document names, object by object', () => {
    const facts = { ...estate(), sharedOwned: { app: ['database shop'] } };
    const result = deletion(inventory(false), facts, { reassignOwnedTo: 'friend' });
    expect(result.blocked).toEqual([]);
    expect(codes(result.irreversible)).toEqual(['role-deleted', 'ownership-reassigned', 'ownership-reassigned']);
    expect(result.steps[1]).toMatchObject({
      effect: { database: 'orders', operations: [{ kind: 'reassign-owned', to: 'friend' }, { kind: 'drop-owned' }] },
      expect: { owns: { 'database shop': true, 'table s.own': true } },
    });
  });

  it.each([
    ['nobody', 'role-missing'],
    ['app', 'reassign-target-unusable'],
  ])('cannot give what it owns to %s: %s', (reassignOwnedTo, code) => {
    expect(codes(deletion(inventory(false), estate(), { reassignOwnedTo }).blocked)).toEqual([code]);
  });

  it('is blocked by what would be taken from others, naming it', () => {
    const facts = {
      ...withoutOwned(),
      memberships: [member('friend'), member('other', 'group', 'app')],
      foreignGrants: [
        {
          database: 'orders',
          object: 'table s.t',
          privilege: 'SELECT',
          grantee: 'friend',
          grantor: 'app',
          grantable: false,
        },
      ],
      defaults: [{ database: 'orders', creator: 'app', scope: 'app tables *', grantee: 'friend' }],
    };
    const [reason] = deletion(inventory(false), facts).blocked;
    expect(reason?.code).toBe('delete-changes-others');
    for (const part of [
      'membership of friend',
      'membership of other in group',
      'SELECT on table s.t in orders of friend',
      'default privileges app tables *',
    ]) {
      expect(reason?.message).toContain(part);
    }
  });

  it('is not blocked by what the same plan takes from others before', () => {
    const facts = {
      ...withoutOwned(),
      memberships: [member('friend')],
      defaults: [{ database: 'orders', creator: 'app', scope: 'app tables *', grantee: 'friend' }],
    };
    const released = new Set([formatAddress({ source: 'db', kind: 'PostgresRole', name: ['friend'] })]);
    const before = inventory(false);
    const planned = (changes: Partial<Draft>) => steps(draft('delete', before, null, changes), liveOf(facts));
    expect(codes(planned({}).blocked)).toEqual(['delete-changes-others']);
    expect(planned({ released }).blocked).toEqual([]);
  });

  it('is blocked by databases that the source does not name', () => {
    const facts = { ...withoutOwned(), elsewhere: { app: { legacy: { owned: 2, other: 1 } } } };
    expect(deletion(inventory(false), facts).blocked).toMatchObject([
      { code: 'held-elsewhere', message: expect.stringContaining('legacy') },
    ]);
  });

  it('clears what cannot be shown, and says that it is lost', () => {
    const result = deletion(inventory(false), withoutOwned(), {}, [
      { address: ADDRESS, what: 'language plpgsql', detail: 'USAGE' },
    ]);
    expect(codes(result.irreversible)).toContain('not-modelled-lost');
    expect(operationsOf(result).filter(({ kind }) => kind === 'drop-owned')).toHaveLength(2);
  });

  it('needs a writer that holds the role, where something has to be revoked', () => {
    const facts = { ...withoutOwned(), writer: 'writer', memberships: [{ ...member('writer'), inherit: false }] };
    expect(
      codes(deletion(inventory(false, { orders: { 'table s.t': { SELECT: 'granted' } } }), facts).blocked),
    ).toEqual(['drop-not-permitted']);
    expect(deletion(inventory(false), facts).blocked).toEqual([]);
  });
});
