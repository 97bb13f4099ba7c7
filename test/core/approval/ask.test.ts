import { describe, expect, test } from 'vitest';
import { ASKED_AT_MOST, namedToAsk, reviewersToAsk } from '../../../src/core/approval/ask.ts';
import { decide } from '../../../src/core/approval/decide.ts';
import { factsOf, PEOPLE, type Situation } from './situation.ts';

function named(situation: Situation): readonly string[] {
  const facts = factsOf(situation);
  return namedToAsk(facts, decide(facts)).map(({ login, id }) => (id === null ? login : `${login}#${id}`));
}

/** Who is asked of everybody there is. */
function asked(situation: Situation, requested: readonly string[] = []): readonly string[] {
  const facts = factsOf(situation);
  const ids = new Set(requested.flatMap((login) => PEOPLE[login]?.id ?? []));
  return reviewersToAsk(facts, Object.values(PEOPLE), facts.permissions, ids).map(({ login }) => login);
}

describe('the people who are asked for a review', () => {
  test('are those whom requirements name, each once, as they are pinned', () => {
    const requirements = [
      { of: 'billing', people: ['ben', 'cleo#103'] },
      { of: 'security', people: ['Ben', 'edo'] },
      { of: 'anyone' },
    ];
    expect(named({ requirements })).toEqual(['ben', 'cleo#103', 'edo']);
  });

  test('are nobody where anyone will do', () => {
    expect(named({ requirements: [{ of: 'anyone' }] })).toEqual([]);
  });

  test('are nobody where there are more than can be asked without noise', () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}`);
    expect(named({ requirements: [{ of: 'all', people: people(ASKED_AT_MOST) }] })).toHaveLength(ASKED_AT_MOST);
    expect(named({ requirements: [{ of: 'all', people: people(ASKED_AT_MOST + 1) }] })).toEqual([]);
  });

  test.each([
    ['is approved', { reviews: [{ by: 'ben' }] }],
    ['is denied', { deny: ['long-lived'] }],
    ['cannot be applied', { applyable: false }],
    ['waits for somebody who requested changes', { reviews: [{ by: 'dora', state: 'CHANGES_REQUESTED' }] }],
  ] as const)('are nobody while the plan %s', (_, situation) => {
    expect(named(situation)).toEqual([]);
  });

  test('are not the author, nor who contributed, is excluded, may not write, or is no person', () => {
    const situation = {
      contributors: [{ who: 'dora', through: 'pushed 3f2a91c' }],
      excluded: ['edo'],
      machineUsers: ['sync'],
    };
    expect(asked(situation)).toEqual(['ben', 'cleo', 'carl']);
  });

  test('are not those who were asked already, or have reviewed', () => {
    expect(asked({ reviews: [{ by: 'ben', state: 'COMMENTED' }] }, ['cleo'])).toEqual(['dora', 'edo', 'carl', 'sync']);
  });
});
