import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/providers/postgres/normal-form/model.ts';
import { assessAccess, estatesWanted } from '../../../src/core/access/assess.ts';
import { ACCESS_LIMITS, gainsAny, permissionsIn } from '../../../src/core/access/assessed.ts';
import { isAssessedAccess } from '../../../src/core/access/decode.ts';
import { sizeOf } from '../../../src/core/access/room.ts';
import {
  addressOf,
  assessedOn,
  assessmentOf,
  estateOf,
  grant,
  join,
  MODELS,
  planFor,
  revoke,
  wordsOf,
  type Doing,
  type SmallEstate,
} from '../../support/small-estate.ts';

const READERS: SmallEstate = {
  roles: ['app', 'readers', 'bob', 'eve'],
  memberships: ['app of readers', 'bob of readers', 'eve of readers after SET'],
  objects: { 'table s.t': { acl: { readers: { SELECT: 'granted' }, app: { SELECT: 'granted', INSERT: 'granted' } } } },
};

function told(estate: SmallEstate, ...doings: readonly Doing[]): readonly string[] {
  return wordsOf(assessedOn(estateOf(estate), doings));
}

describe('what a plan does to effective access', () => {
  it('a revoked grant that is held through a membership is kept, not lost', () => {
    const doing = { role: 'app', operations: [revoke('table s.t', 'SELECT')], loses: ['SELECT on table s.t'] };
    expect(told(READERS, doing)).toEqual(['kept: app: SELECT: table s.t: grant / grant <readers']);
  });

  it('one that is held by nothing else needs no more words than its own', () => {
    const doing = { role: 'app', operations: [revoke('table s.t', 'INSERT')], loses: ['INSERT on table s.t'] };
    expect(told(READERS, doing)).toEqual([]);
  });

  it('a grant of what was held already is repeated, not gained', () => {
    const doing = { role: 'bob', operations: [grant('table s.t', 'SELECT')], gains: ['SELECT on table s.t'] };
    expect(told(READERS, doing)).toEqual(['repeated: bob: SELECT: table s.t: grant / grant <readers']);
  });

  it('a grant of what was held after SET ROLE alone is gained, and it is said how it was held', () => {
    const doing = { role: 'eve', operations: [grant('table s.t', 'SELECT')], gains: ['SELECT on table s.t'] };
    expect(told(READERS, doing)).toEqual([
      'gained: eve: SELECT: table s.t: grant / grant <readers after SET ROLE to readers',
    ]);
  });

  it('members of a group gain what it is granted, and those who have to ask for it are told apart', () => {
    const doing = { role: 'readers', operations: [grant('table s.t', 'UPDATE')], gains: ['UPDATE on table s.t'] };
    expect(told(READERS, doing)).toEqual([
      'gained: app,bob: UPDATE: table s.t: grant <readers',
      'gained: eve: UPDATE: table s.t: grant <readers after SET ROLE to readers',
    ]);
  });

  it('members lose with their group, but not what they hold themselves', () => {
    const doing = { role: 'readers', operations: [revoke('table s.t', 'SELECT')], loses: ['SELECT on table s.t'] };
    expect(told(READERS, doing)).toEqual([
      'lost: bob: SELECT: table s.t: grant <readers',
      'lost: eve: SELECT: table s.t: grant <readers after SET ROLE to readers',
    ]);
  });

  it('a new member gains what the group holds, in one block', () => {
    const estate = { ...READERS, roles: [...READERS.roles, 'new'] };
    const gains = ['member of', 'inherit from', 'SET ROLE to'].map((action) => `${action} on role readers`);
    const words = told(estate, { role: 'new', operations: [join('readers')], gains });
    expect(words).toContain('gained: new: SELECT: table s.t: grant <readers');
  });

  it('the new owner of what a deleted role owned is told, though nothing is given to it directly', () => {
    const estate = { roles: ['old', 'next'], objects: { 'table s.t': { owner: 'old' } } };
    const operations: readonly Operation[] = [{ kind: 'reassign-owned', to: 'next' }, { kind: 'drop-role' }];
    const doing = { role: 'old', operations, parts: { action: 'delete', after: null } as const };
    const [first] = told(estate, doing);
    expect(first).toContain('gained: next: grant DELETE,');
    expect(first).toContain('table s.t: ownership');
    expect(gainsAny(assessedOn(estateOf(estate), [doing]))).toBe(true);
  });

  it('what a pattern gives directly is said by the pattern, and to members table by table', () => {
    const estate = { ...READERS, objects: { 'table s.t': {}, 'table s.u': {}, 'table other.v': {} } };
    const operation: Operation = {
      kind: 'grant-pattern',
      pattern: 'tables s.*',
      privileges: ['SELECT'],
      grantable: false,
    };
    const result = {
      grants: { others: 'remove', values: { db: { 'tables s.*': { SELECT: { $: 'pattern', state: 'held' } } } } },
    };
    const doing = { role: 'readers', operations: [operation], gains: ['SELECT on tables s.*'] };
    const plan = planFor([doing]);
    const [change] = plan.changes;
    const steps = (change?.steps ?? []).map((step) => ({ ...step, result }));
    const access = assessAccess(
      { ...plan, changes: change === undefined ? [] : [{ ...change, steps }] },
      assessmentOf([doing]),
      new Map([['pg', estateOf(estate)]]),
      MODELS,
    );
    expect(wordsOf(access)).toEqual([
      'gained: app,bob: SELECT: table s.t,table s.u: grant <readers',
      'gained: eve: SELECT: table s.t,table s.u: grant <readers after SET ROLE to readers',
    ]);
  });

  it('a disabled identity loses its login, and its direct losses say the rest', () => {
    const operation: Operation = { kind: 'alter-role', options: { login: false } };
    const doing = { role: 'app', operations: [operation], parts: { action: 'disable' } as const };
    expect(told(READERS, doing)).toEqual(['lost: app: LOGIN: : attribute']);
  });

  it('what is blocked is not done', () => {
    const doing = {
      role: 'readers',
      operations: [grant('table s.t', 'UPDATE')],
      parts: { blocked: [{ code: 'c', message: 'm' }] },
    };
    expect(assessedOn(estateOf(READERS), [doing])).toEqual([]);
  });

  it('the riskiest comes first', () => {
    const option: Operation = {
      kind: 'grant',
      object: 'table s.t',
      privileges: ['UPDATE'],
      grantable: true,
      as: null,
    };
    const words = told(READERS, { role: 'readers', operations: [option], gains: ['UPDATE on table s.t'] });
    expect(words[0]).toContain('grant UPDATE');
  });
});

describe('where it is not known', () => {
  const doing = { role: 'bob', operations: [grant('table s.t', 'SELECT')], gains: ['SELECT on table s.t'] };
  const reason = { code: 'source-unreachable', message: 'It did not answer.' };

  it('an estate that was not read in full tells nothing but why', () => {
    const estate = { ...estateOf(READERS), unreadable: [{ address: null, pointer: null, reason }] };
    expect(assessedOn(estate, [doing])).toEqual([{ kind: 'unknown', source: 'pg', reason }]);
  });

  it('however long the reason is, it fits', () => {
    const endless = { code: 'c', message: 'm'.repeat(100_000) };
    const estate = { ...estateOf(READERS), unreadable: [{ address: null, pointer: null, reason: endless }] };
    const access = assessedOn(estate, [doing]);
    expect(isAssessedAccess(JSON.parse(JSON.stringify(access)), new Set(['pg']))).toBe(true);
  });

  it('another system is not the one that is planned', () => {
    const estate = { ...estateOf(READERS), target: { id: 'other' } };
    expect(assessedOn(estate, [doing])).toMatchObject([{ kind: 'unknown', reason: { code: 'access-plan-elsewhere' } }]);
  });

  it('what is no estate is said to be none', () => {
    expect(assessedOn({ ...estateOf(READERS), facts: {} }, [doing])).toMatchObject([
      { kind: 'unknown', reason: { code: 'facts-malformed' } },
    ]);
  });

  it('one that nobody read is said to be so', () => {
    const found = assessAccess(planFor([doing]), assessmentOf([doing]), new Map(), MODELS);
    expect(found).toMatchObject([{ kind: 'unknown', reason: { code: 'estate-unread' } }]);
  });

  it('a provider that has no model of it says nothing', () => {
    const plan = planFor([doing]);
    const memory = { ...plan, sources: [{ name: 'pg', provider: 'memory', target: {} }] };
    expect(estatesWanted(memory, assessmentOf([doing]), MODELS)).toEqual([]);
  });

  it.each([
    ['nothing is done', { steps: [] }, {}],
    ['the plan is blocked', { blocked: [{ code: 'c', message: 'm' }] }, {}],
    ['the plan is not complete', {}, { complete: false }],
    ['nothing can be planned', {}, { errored: true }],
  ])('no estate is wanted where %s', (_, parts, more) => {
    const assessment = { ...assessmentOf([doing]), ...more };
    expect(estatesWanted(planFor([{ ...doing, parts }]), assessment, MODELS)).toEqual([]);
    expect(estatesWanted(planFor([doing]), assessmentOf([doing]), MODELS)).toEqual(['pg']);
  });
});

describe('a large plan', () => {
  const names = (what: string, count: number) => Array.from({ length: count }, (_, index) => `${what}${index}`);
  const members = names('m', 3300);
  const estate = estateOf({
    roles: ['group', ...members],
    memberships: members.map((member) => `${member} of group`),
    objects: Object.fromEntries(names('table s.t', 30).map((key) => [key, {}])),
  });
  const operations = names('table s.t', 30).map((key) => grant(key, 'SELECT'));
  const gains = names('table s.t', 30).map((key) => `SELECT on ${key}`);
  const access = assessedOn(estate, [{ role: 'group', operations, gains }]);

  it('is told in few names, with how many there are', () => {
    expect(access).toMatchObject([{ kind: 'known', left: 0 }]);
    const blocks = access.flatMap((one) => (one.kind === 'known' ? one.blocks : []));
    expect(blocks.map(permissionsIn)).toEqual([99_000]);
    expect(blocks[0]?.principals).toMatchObject({ count: 3300, names: expect.arrayContaining([addressOf('m0')]) });
    const sizes = blocks.map(sizeOf);
    expect(sizes.reduce((sum, { names: some }) => sum + some, 0)).toBeLessThan(ACCESS_LIMITS.names);
    expect(isAssessedAccess(JSON.parse(JSON.stringify(access)), new Set(['pg']))).toBe(true);
  });

  it('of which there is too much to compare is not known, and said to be too large', () => {
    const many = names('table s.t', 70);
    const wide = estateOf({
      roles: ['group', ...members],
      memberships: members.map((member) => `${member} of group`),
      objects: Object.fromEntries(many.map((key) => [key, {}])),
    });
    const doing = { role: 'group', operations: many.map((key) => grant(key, 'SELECT')) };
    expect(assessedOn(wide, [doing])).toMatchObject([{ kind: 'unknown', reason: { code: 'access-too-large' } }]);
  });
});
