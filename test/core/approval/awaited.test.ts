import { describe, expect, test } from 'vitest';
import { awaitedReads } from '../../../src/core/approval/awaited.ts';
import { decide } from '../../../src/core/approval/decide.ts';
import { factsOf, type Situation } from './situation.ts';

const BILLING = { of: '@acme/billing', people: ['@acme/billing'] };

describe('a refusal', () => {
  const SECURITY = { of: '@acme/security', people: ['@acme/security'] };

  const UNREAD = 'pushers-unreadable';
  const WITH_BOT = {
    moment: 'apply',
    incomplete: UNREAD,
    contributors: [{ who: 'dependabot[bot]', through: 'pushed' }],
    bots: ['dependabot[bot]'],
  } as const;

  function awaited(situation: Situation): readonly string[] {
    const reasons = awaitedReads(decide(factsOf(situation)));
    return reasons.map(({ code, message }) => (code === 'team-unreadable' ? (message.split(' ').at(-1) ?? '') : code));
  }

  test.each([
    ['nobody tells who is in the team', { requirements: [BILLING] }, ['(@acme/billing)']],
    ['nor in another', { requirements: [BILLING, SECURITY] }, ['(@acme/billing)', '(@acme/security)']],
    ['one approved for both, who may', { requirements: [BILLING, { of: 'anyone' }] }, ['(@acme/billing)']],
    ['nobody tells who pushed', { incomplete: UNREAD }, ['pushers-unreadable']],
    [
      'nor who is in the team',
      { incomplete: UNREAD, requirements: [BILLING] },
      ['pushers-unreadable', '(@acme/billing)'],
    ],
  ] as const)('rests on what can pass: %s', (_, situation, teams) => {
    expect(awaited({ ...situation, reviews: [{ by: 'ben' }] })).toEqual(teams);
  });

  test.each([
    ['nobody approved', { requirements: [BILLING] }],
    ['nobody approved what nobody tells who pushed', { moment: 'apply', incomplete: UNREAD }],
    ['one bot more asks for one approval more', { ...WITH_BOT, reviews: [{ by: 'ben' }] }],
    ['another list of contributors ends too early', { incomplete: 'pushers-incomplete', reviews: [{ by: 'ben' }] }],
    [
      'somebody who pushed is no person',
      { incomplete: UNREAD, contributors: [{ who: 'dependabot[bot]', through: 'pushed' }], reviews: [{ by: 'ben' }] },
    ],
    ['too few approved', { requirements: [{ ...BILLING, count: 2 }], reviews: [{ by: 'ben' }] }],
    [
      'another approval is missing',
      { requirements: [BILLING, { of: 'x', people: ['cleo'] }], reviews: [{ by: 'ben' }] },
    ],
    [
      'somebody is against it',
      { requirements: [BILLING], reviews: [{ by: 'ben' }, { by: 'cleo', state: 'CHANGES_REQUESTED' }] },
    ],
    ['every team was read', { requirements: [{ of: 'x', people: ['cleo'] }], reviews: [{ by: 'ben' }] }],
    ['there is none', { reviews: [{ by: 'ben' }] }],
  ] as const)('stands: %s', (_, situation) => {
    expect(awaited(situation)).toEqual([]);
  });
});
