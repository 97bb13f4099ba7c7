import { describe, expect, it } from 'vitest';
import { asPinned, memberOf, namePeople } from '../../src/core/people.ts';

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
    ['@acme/billing', 'team-unreadable'],
    ['@acme/bil ling', 'unknown-people'],
  ])('%j: %s', (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it('that misspells a group is told which was meant', () => {
    const found = namePeople('biling', { people });
    expect(found.kind === 'refused' && found.problem.mend).toContain('Did you mean "billing"?');
  });
});

describe('a member', () => {
  it.each([
    ['ana', 'ana', null],
    ['ana#583231', 'ana', 583231],
    ['renovate[bot]#29139614', 'renovate[bot]', 29139614],
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
    ['stranger', 'stranger'],
  ])('%j, where somebody may be pinned, is %j', (text, expected) => {
    expect(asPinned(text, { people })).toBe(expected);
  });
});
