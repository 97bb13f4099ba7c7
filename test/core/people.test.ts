import { describe, expect, it } from 'vitest';
import { asPinned, isLogin, isTeam, memberOf, namePeople, sameLogin, teamOf } from '../../src/core/people.ts';

const people = { billing: ['ana', 'Ben'], security: ['cleo', 'dora#583231'] };

function named(text: string): string {
  const found = namePeople(text, { people });
  return found.kind === 'named' ? found.name : found.problem.code;
}

describe('a text that names people', () => {
  it.each([
    ['billing', 'billing'],
    ['ana', 'ana'],
    ['ben', 'ben'],
    ['@zoe', 'zoe'],
    ['biling', 'unknown-people'],
    ['dora', 'dora'],
    ['Dora', 'Dora'],
    ['@dora', 'dora'],
    ['dora#583231', 'unknown-people'],
    ['@dora#583231', 'unknown-people'],
    ['zoe', 'unknown-people'],
    ['', 'unknown-people'],
    ['@', 'unknown-people'],
    ['@-x', 'unknown-people'],
    ['constructor', 'unknown-people'],
    ['@billing', 'ambiguous-people'],
    ['@acme/billing', '@acme/billing'],
    ['@acme/bil ling', 'unknown-people'],
  ])('%j: %s', (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it.each([
    [
      'misspells a group',
      'biling',
      '"biling" is neither a group of the configuration nor in one.',
      `Did you mean "billing"? Name a group of 'people' in .github/countersign.yaml. Write "@biling" for a GitHub user who is in no group.`,
    ],
    [
      'could be no login either',
      '-zoe-',
      '"-zoe-" is neither a group of the configuration nor in one.',
      "Name a group of 'people' in .github/countersign.yaml.",
    ],
    ['is no login behind its @', '@-x', '"@-x" is not a GitHub login.', "Write '@' and a login."],
    [
      'is a group and a login',
      '@Billing',
      '"Billing" is a group of the configuration, too.',
      'Rename the group, so that nobody takes one for the other.',
    ],
  ])('that %s is told what is wrong, and what to write', (_, text, cause, mend) => {
    const found = namePeople(text, { people });
    expect(found.kind === 'refused' && found.problem).toMatchObject({ cause, mend });
  });
});

describe('a team', () => {
  it('is an organization and a name in it, and an id where it is pinned', () => {
    expect(teamOf('@acme/billing')).toEqual({ org: 'acme', slug: 'billing', id: null });
    expect(teamOf('@acme/billing#4711')).toEqual({ org: 'acme', slug: 'billing', id: 4711 });
    expect(teamOf('acme')).toBeNull();
  });

  it.each([
    ['@acme/billing', true],
    ['@a-cme/b.i_l-ling', true],
    [`@acme/${'b'.repeat(100)}`, true],
    [`@acme/${'b'.repeat(101)}`, false],
    [`@${'a'.repeat(39)}/b`, true],
    [`@${'a'.repeat(40)}/b`, false],
    ['@acme/billing#7', true],
    ['@acme/billing#0', false],
    ['@acme/billing#', false],
    ['acme/billing', false],
    ['x@acme/billing', false],
    ['@acme/', false],
    ['@/billing', false],
    ['@acme/billing/x', false],
    ['@acme/../x', false],
    ['@ana', false],
  ])('%j: %s', (text, expected) => {
    expect(isTeam(text)).toBe(expected);
  });
});

describe('a member', () => {
  it.each([
    ['ana', 'ana', null],
    ['ana#583231', 'ana', 583231],
    ['renovate[bot]#29139614', 'renovate[bot]', 29139614],
    ['@acme/billing#7', '@acme/billing#7', null],
    ['ana#0', 'ana#0', null],
    ['ana#012', 'ana#012', null],
    ['ana#', 'ana#', null],
    ['ana#1#2', 'ana#1#2', null],
    ['ana#1234567890123456', 'ana#1234567890123456', null],
    ['ana#12 ', 'ana#12 ', null],
  ])('%j is the login %j with id %j', (text, login, id) => {
    expect(memberOf(text)).toEqual({ login, id });
  });

  it.each([
    ['dora', 'dora#583231'],
    ['DORA', 'dora#583231'],
    ['dora#583231', 'dora#583231'],
    ['cleo', 'cleo'],
    ['ben', 'ben'],
    ['stranger', 'stranger'],
  ])('%j, where somebody may be pinned, is %j', (text, expected) => {
    expect(asPinned(text, { people })).toBe(expected);
  });

  it('pinned twice is the first of the pins', () => {
    const twice = { ...people, admins: ['dora#9'] };
    expect(asPinned('dora', { people: twice })).toBe('dora#583231');
  });
});

describe('a login', () => {
  it.each([
    ['ana', true],
    ['Ana-Maria', true],
    ['a'.repeat(39), true],
    ['a'.repeat(40), false],
    ['-ana', false],
    ['ana-', false],
    ['a--b', false],
    ['', false],
    ['ana ', false],
  ])('%j: %s', (text, expected) => {
    expect(isLogin(text)).toBe(expected);
  });

  it('is the same in whatever case', () => {
    expect([sameLogin('Ana', 'aNA'), sameLogin('ana', 'ana-')]).toEqual([true, false]);
  });
});
