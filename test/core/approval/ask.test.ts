import { describe, expect, test } from 'vitest';
import {
  ASKED_AT_MOST,
  namedToAsk,
  reviewersToAsk,
  teamsToAsk,
  type RequestedBefore,
} from '../../../src/core/approval/ask.ts';
import { decide } from '../../../src/core/approval/decide.ts';
import { at, factsOf, PEOPLE, type Situation } from './situation.ts';

function namedIn(situation: Situation) {
  const facts = factsOf(situation);
  return namedToAsk(facts, decide(facts), 'acme');
}

function named(situation: Situation): readonly string[] {
  return namedIn(situation).people.map(({ login, id }) => (id === null ? login : `${login}#${id}`));
}

const NEVER: RequestedBefore = { pending: new Set(), people: new Map(), teams: new Set() };

/** Who is asked of everybody there is. */
function asked(situation: Situation, before: Partial<RequestedBefore> = {}): readonly string[] {
  const facts = factsOf(situation);
  const people = Object.values(PEOPLE);
  return reviewersToAsk(facts, people, facts.permissions, { ...NEVER, ...before }).map(({ login }) => login);
}

function idOf(login: string): number {
  return PEOPLE[login]?.id ?? 0;
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

  test('are only those whose approval is missing', () => {
    const requirements = [
      { of: 'billing', people: ['ben', 'cleo'] },
      { of: 'security', people: ['edo'] },
    ];
    expect(named({ requirements, reviews: [{ by: 'ben' }] })).toEqual(['edo']);
  });

  test('are not those who are asked already, were asked before, or have reviewed', () => {
    const pending = new Set([idOf('cleo')]);
    const people = new Map([[idOf('dora'), at(-3600)]]);
    const situation = { reviews: [{ by: 'ben', state: 'COMMENTED' }] } as const;
    expect(asked(situation, { pending, people })).toEqual(['edo', 'carl', 'sync']);
  });

  test('are again those whose approval a new plan made void, once', () => {
    const situation = { reviews: [{ by: 'ben', at: -60 }] };
    const others = new Map(['cleo', 'dora', 'edo', 'carl', 'sync'].map((login) => [idOf(login), at(-3600)]));
    const before = (seconds: number) => ({ people: new Map([...others, [idOf('ben'), at(seconds)]]) });
    expect(asked(situation, before(-3600))).toEqual(['ben']);
    expect(asked(situation, before(5))).toEqual([]);
    expect(asked({ reviews: [{ by: 'ben', at: -60, state: 'COMMENTED' }] }, before(-3600))).toEqual([]);
  });
});

describe('the teams that are asked for a review', () => {
  const ofTeam = { of: '@acme/Security', people: ['dora#104', 'edo#105'] };

  test('are asked as teams, and their members are not', () => {
    const { people, teams } = namedIn({ requirements: [{ of: 'billing', people: ['ben'] }, ofTeam] });
    expect(teams).toEqual([{ org: 'acme', slug: 'Security', id: null }]);
    expect(people.map(({ login }) => login)).toEqual(['ben']);
  });

  test('are not those whose approval is there, nor those of another organization, whose members are asked', () => {
    expect(namedIn({ requirements: [ofTeam], reviews: [{ by: 'dora' }] }).teams).toEqual([]);
    const { people, teams } = namedIn({ requirements: [{ ...ofTeam, of: '@other/security' }] });
    expect(teams).toEqual([]);
    expect(people.map(({ login }) => login)).toEqual(['dora', 'edo']);
  });

  test('are asked once; of them who approved an earlier plan is asked in person', () => {
    const { people, teams } = namedIn({ requirements: [ofTeam], reviews: [{ by: 'dora', at: -60 }] });
    expect(teamsToAsk(teams, NEVER)).toHaveLength(1);
    expect(teamsToAsk(teams, { ...NEVER, teams: new Set(['security']) })).toEqual([]);
    expect(people).toEqual([{ login: 'dora', id: 104 }]);
  });
});
