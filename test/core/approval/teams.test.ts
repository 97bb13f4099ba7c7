import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/approval/decide.ts';
import { teamsOf, withMembers } from '../../../src/core/approval/teams.ts';
import { factsOf, PEOPLE, type RequirementLine, type Situation } from './situation.ts';

const BILLING = { of: '@acme/billing', people: ['@acme/billing'] };

function requirements(...lines: readonly RequirementLine[]) {
  return factsOf({ requirements: lines }).requirements;
}

function people(...logins: readonly string[]) {
  return logins.flatMap((login) => PEOPLE[login] ?? []);
}

describe('teams in requirements', () => {
  test('are found once each, beside groups and where anyone will do', () => {
    const twice = requirements(BILLING, { of: 'anyone' }, BILLING, {
      of: 'x',
      people: ['ben', '@acme/security', '@ana'],
    });
    expect(teamsOf(twice)).toEqual(['@acme/billing', '@acme/security']);
  });

  test('become the accounts that are in them now, by id', () => {
    const asked = requirements(BILLING, { of: 'anyone' }, { of: 'group', people: ['ben', 'cleo'] });
    const read = withMembers(asked, new Map([['@acme/billing', people('ben', 'edo')]]));
    expect(read.map((one) => one.people)).toEqual([['ben#102', 'edo#105'], null, ['ben', 'cleo']]);
    expect(read.map(({ of }) => of)).toEqual(['@acme/billing', 'anyone', 'group']);
  });

  test('without members have nobody, and with an overlap each person once', () => {
    const both = requirements({ of: 'x', people: ['@acme/a', '@acme/b', '@acme/c'] });
    const read = new Map([
      ['@acme/a', people('ben')],
      ['@acme/b', people('ben', 'edo')],
      ['@acme/c', []],
    ]);
    expect(withMembers(both, read)[0]?.people).toEqual(['ben#102', 'edo#105']);
  });
});

describe('a decision about a team', () => {
  function judged(members: readonly string[] | null, situation: Situation) {
    const facts = factsOf({ ...situation, requirements: [BILLING] });
    const read = new Map(members === null ? [] : [['@acme/billing', people(...members)] as const]);
    const { kind, reasons } = decide({ ...facts, requirements: withMembers(facts.requirements, read) });
    return [kind, ...reasons.map(({ code }) => code)];
  }

  test.each([
    ['a member approved', ['ben'], [{ by: 'ben' }], ['approved', 'approved']],
    ['somebody else approved', ['ben'], [{ by: 'cleo' }], ['waiting', 'approval-missing']],
    ['nobody is in it', [], [{ by: 'cleo' }], ['refused', 'approval-missing', 'nobody-eligible']],
    ['it could not be read', null, [{ by: 'ben' }], ['refused', 'approval-missing', 'team-unreadable']],
  ] as const)('%s', (_, members, reviews, expected) => {
    expect(judged(members, { reviews })).toEqual(expected);
  });

  test('that could not be read and is pinned takes nobody for it whose account has that id', () => {
    const pinned = { of: '@acme/billing#102', people: ['@acme/billing#102'] };
    const decision = decide(factsOf({ requirements: [pinned], reviews: [{ by: 'ben' }] }));
    expect(decision.reasons.map(({ code }) => code)).toEqual(['approval-missing', 'team-unreadable']);
  });

  test('that could not be read names it', () => {
    expect(decide(factsOf({ requirements: [BILLING] })).reasons.map(({ message }) => message)).toContain(
      'Who is in a team that has to approve cannot be read. (@acme/billing)',
    );
  });
});
