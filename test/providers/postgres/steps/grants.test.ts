import { describe, expect, it } from 'vitest';
import { patternMark } from '../../../../src/core/attributes.ts';
import { codes, draft, estate, grants, liveOf, liveRole, operationsOf, role, update } from './estate.ts';
import { steps } from '../../../../src/providers/postgres/steps/steps.ts';

const foreign = (grantor: string, grantable = false, grantee = 'app', object = 'table s.t') => ({
  database: 'orders',
  object,
  privilege: 'SELECT',
  grantee,
  grantor,
  grantable,
});
const select = (state: 'granted' | 'grantable', object = 'table s.t') => grants({ [object]: { SELECT: state } });
const nothing = grants({});
const member = (group: string, options = {}) => ({
  role: group,
  member: 'writer',
  grantor: 'admin',
  admin: false,
  inherit: true,
  set: true,
  ...options,
});

describe('differences become statements', () => {
  it('revokes before it grants, and joins privileges of one object', () => {
    const before = grants({ 'table s.u': { SELECT: 'granted' }, 'table s.t': { INSERT: 'granted' } });
    const after = grants({ 'table s.t': { INSERT: 'granted', SELECT: 'granted', DELETE: 'granted' } });
    expect(operationsOf(update(before, after))).toEqual([
      { kind: 'revoke', object: 'table s.u', privileges: ['SELECT'], only: 'privilege', as: null },
      { kind: 'grant', object: 'table s.t', privileges: ['DELETE', 'SELECT'], grantable: false, as: null },
    ]);
  });

  it.each([
    ['granted', 'grantable', { kind: 'grant', grantable: true }],
    ['grantable', 'granted', { kind: 'revoke', only: 'grant-option' }],
  ] as const)('%s to %s takes the smallest statement', (before, after, operation) => {
    expect(operationsOf(update(select(before), select(after)))).toMatchObject([operation]);
  });

  it('a grant option found beside a plain pattern is all that is revoked', () => {
    expect(operationsOf(update(grants({ 'table s.t': { SELECT: 'option' } }), nothing))).toMatchObject([
      { kind: 'revoke', only: 'grant-option' },
    ]);
  });

  it('two databases are two steps that never look like one state', () => {
    const values = (one: object, two: object) => ({
      grants: { others: 'remove' as const, values: { orders: { ...one }, billing: { ...two } } },
    });
    const result = update(
      values({}, { database: { CONNECT: 'granted' } }),
      values({ database: { CONNECT: 'granted' } }, {}),
    );
    expect(result.steps.map(({ effect }) => effect)).toMatchObject([{ database: 'orders' }, { database: 'billing' }]);
    expect(result.steps[0]?.expect).not.toEqual(result.steps[1]?.result);
  });

  it('refuses an object that does not exist', () => {
    expect(update(nothing, select('granted', 'table s.gone')).blocked).toMatchObject([
      { code: 'object-missing', pointer: '/grants/values/orders/table s.gone/SELECT' },
    ]);
  });
});

describe('a REVOKE only undoes what its grantor granted', () => {
  it('so each grantor gets a statement of its own', () => {
    const facts = estate({ foreignGrants: [foreign('maker'), foreign('friend')] });
    expect(operationsOf(update(select('granted'), nothing, facts))).toMatchObject([{ as: 'friend' }, { as: null }]);
  });

  it('and only those who gave the option lose it', () => {
    const facts = estate({ foreignGrants: [foreign('maker', false), foreign('friend', true)] });
    expect(operationsOf(update(select('grantable'), select('granted'), facts))).toMatchObject([
      { only: 'grant-option', as: 'friend' },
    ]);
  });

  it('so it is blocked when the writer may not act as that grantor', () => {
    const facts = estate({ writer: 'writer', memberships: [member('maker')], foreignGrants: [foreign('friend')] });
    expect(update(select('granted'), nothing, facts).blocked).toMatchObject([
      { code: 'revoke-not-permitted', message: expect.stringMatching(/friend granted SELECT on table s\.t/u) },
    ]);
  });

  it('and what a superuser once granted as itself nobody can revoke', () => {
    const roles = { ...estate().roles, friend: role({ superuser: true }) };
    expect(
      codes(update(select('granted'), nothing, estate({ roles, foreignGrants: [foreign('friend')] })).blocked),
    ).toEqual(['revoke-not-permitted']);
  });

  it('and what was given on would have to go, too', () => {
    const facts = estate({ foreignGrants: [foreign('app', false, 'friend')] });
    for (const after of [nothing, select('granted')]) {
      expect(update(select('grantable'), after, facts).blocked).toMatchObject([
        { code: 'revoke-cascades', message: expect.stringContaining('friend') },
      ]);
    }
  });
});

describe('a writer that is no superuser', () => {
  it('acts as the owner where it may become it, so that its own grant options are never used by chance', () => {
    const facts = estate({ writer: 'writer', memberships: [member('maker')] });
    expect(operationsOf(update(nothing, select('granted'), facts))).toMatchObject([{ as: 'maker' }]);
    expect(operationsOf(update(select('granted'), nothing, facts))).toMatchObject([{ as: 'maker' }]);
  });

  it('acts as itself where it only inherits from the owner', () => {
    const facts = estate({ writer: 'writer', memberships: [member('maker', { set: false })] });
    expect(operationsOf(update(nothing, select('granted'), facts))).toMatchObject([{ as: null }]);
  });

  it('cannot grant on what belongs to others', () => {
    expect(update(nothing, select('granted'), estate({ writer: 'writer' })).blocked).toMatchObject([
      { code: 'grant-not-permitted', message: expect.stringContaining('maker') },
    ]);
  });

  it('owns what pg_database_owner owns in a database of its own', () => {
    const orders = { owner: 'writer', objects: { 'schema public': 'pg_database_owner' }, otherOwned: {} };
    const facts = estate({ writer: 'writer', database: { orders } });
    expect(operationsOf(update(nothing, grants({ 'schema public': { USAGE: 'granted' } }), facts))).toMatchObject([
      { as: 'pg_database_owner' },
    ]);
  });

  it('before version 16 inherits through roles that inherit, and may become any it is a member of', () => {
    const roles = { ...estate().roles, writer: role({ inherit: false, createRole: true }) };
    const facts = estate({ writer: 'writer', version: 150_000, roles, memberships: [member('maker')] });
    expect(operationsOf(update(nothing, select('granted'), facts))).toMatchObject([{ as: 'maker' }]);
    const scope = {
      defaultPrivileges: { others: 'remove' as const, values: { orders: { 'maker tables *': { SELECT: 'granted' } } } },
    };
    expect(codes(update({ defaultPrivileges: { others: 'remove', values: {} } }, scope, facts).blocked)).toEqual([
      'default-privileges-not-permitted',
    ]);
  });
});

describe('columns', () => {
  const column = 'column s.t.a';

  it('keep what a REVOKE on their table would take along', () => {
    const before = grants({ 'table s.t': { SELECT: 'granted' }, [column]: { SELECT: 'grantable', UPDATE: 'granted' } });
    const after = grants({ [column]: { SELECT: 'grantable', UPDATE: 'granted' } });
    expect(operationsOf(update(before, after))).toMatchObject([
      { kind: 'revoke', object: 'table s.t' },
      { kind: 'grant', object: column, privileges: ['SELECT'], grantable: true },
    ]);
  });

  it('belong to the owner of their table', () => {
    const facts = estate({ writer: 'writer', memberships: [member('maker')] });
    expect(operationsOf(update(nothing, select('granted', column), facts))).toMatchObject([{ as: 'maker' }]);
  });
});

describe('patterns', () => {
  const [held, none] = [patternMark('held'), patternMark('none')];
  const tables = 'tables s.*';

  it('stay patterns in the plan', () => {
    const result = update(
      grants({ [tables]: { SELECT: none, INSERT: none } }),
      grants({ [tables]: { SELECT: held, INSERT: held } }),
    );
    expect(operationsOf(result)).toEqual([
      { kind: 'grant-pattern', pattern: tables, privileges: ['INSERT', 'SELECT'], grantable: false },
    ]);
    expect(result.steps[0]?.expect).toEqual(grants({ [tables]: { SELECT: none, INSERT: none } }));
  });

  it('that leave spare what else still holds the privilege', () => {
    const before = grants({
      [tables]: { SELECT: held },
      'table s.t': { SELECT: 'granted' },
      'tables s.u*': { SELECT: held },
    });
    const after = grants({
      [tables]: { SELECT: none },
      'table s.t': { SELECT: 'granted' },
      'tables s.u*': { SELECT: held },
    });
    expect(operationsOf(update(before, after))).toEqual([
      { kind: 'revoke-pattern', pattern: tables, privileges: ['SELECT'], except: ['table s.t', 'tables s.u*'] },
    ]);
  });

  it('that are unchanged make nothing, whatever they match', () => {
    expect(update(grants({ [tables]: { SELECT: held } }), grants({ [tables]: { SELECT: held } })).steps).toEqual([]);
  });

  it('are blocked by each matched object that the writer cannot grant on', () => {
    const facts = estate({ writer: 'writer', memberships: [member('maker')] });
    const result = update(grants({ [tables]: { SELECT: none } }), grants({ [tables]: { SELECT: held } }), facts);
    expect(result.blocked).toMatchObject([
      { code: 'grant-not-permitted', message: expect.stringContaining('table s.u') },
    ]);
  });

  it('are blocked by each grantor that the writer cannot be', () => {
    const roles = { ...estate().roles, friend: role({ superuser: true }) };
    const facts = estate({ roles, foreignGrants: [foreign('friend')] });
    const object = liveRole(grants({ 'table s.t': { SELECT: 'granted' } }));
    const before = grants({ [tables]: { SELECT: held } });
    const result = steps(draft('update', before, grants({ [tables]: { SELECT: none } }), { object }), liveOf(facts));
    expect(codes(result.blocked)).toEqual(['revoke-not-permitted']);
  });
});

it('default privileges of a creator that neither exists nor is created by the same plan are blocked, naming it', () => {
  const scope = { '"No one" tables *': { SELECT: 'granted' } };
  const wish = { defaultPrivileges: { others: 'remove' as const, values: { orders: scope } } };
  const none = { defaultPrivileges: { others: 'remove' as const, values: {} } };
  expect(update(none, wish).blocked).toMatchObject([
    {
      code: 'role-missing',
      pointer: '/defaultPrivileges/values/orders/"No one" tables *',
      message: expect.stringContaining('No one'),
    },
  ]);
});

it('default privileges are granted for their creator, revokes first', () => {
  const list = (orders: object) => ({
    defaultPrivileges: { others: 'remove' as const, values: { orders: { ...orders } } },
  });
  const before = list({ 'maker tables s': { SELECT: 'grantable', INSERT: 'granted' } });
  const after = list({ 'maker tables s': { SELECT: 'granted' }, 'maker functions *': { EXECUTE: 'grantable' } });
  expect(operationsOf(update(before, after))).toEqual([
    { kind: 'default-revoke', scope: 'maker tables s', privileges: ['INSERT'], only: 'privilege' },
    { kind: 'default-revoke', scope: 'maker tables s', privileges: ['SELECT'], only: 'grant-option' },
    { kind: 'default-grant', scope: 'maker functions *', privileges: ['EXECUTE'], grantable: true },
  ]);
});
