import { describe, expect, it } from 'vitest';
import { namePeople } from '../../src/core/people.ts';

const people = { billing: ['ana', 'Ben'], security: ['cleo'] };

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
