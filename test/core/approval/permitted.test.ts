import { describe, expect, test } from 'vitest';
import type { ApproverPermission } from '../../../src/core/assessment.ts';
import { decide } from '../../../src/core/approval/decide.ts';
import { namedToAsk } from '../../../src/core/approval/ask.ts';
import { withPermitted } from '../../../src/core/approval/permitted.ts';
import type { ApprovalFacts } from '../../../src/core/approval/facts.ts';
import { factsOf, PEOPLE, type Situation } from './situation.ts';

const WITH = {
  permissions: { ben: 'admin', cleo: 'maintain', dora: 'write', edo: 'triage' },
} as const;

function facts(permission: ApproverPermission, situation: Situation): ApprovalFacts {
  const found = factsOf({ ...WITH, requirements: [{ of: 'anyone', people: [] }], ...situation });
  const asked = found.requirements.map((requirement) => ({ ...requirement, permission }));
  const reviewers = found.reviews.map(({ reviewer }) => reviewer);
  return { ...found, requirements: withPermitted(asked, reviewers, found.permissions) };
}

describe('a permission that is asked for', () => {
  test.each<[ApproverPermission, string, boolean]>([
    ['admin', 'ben', true],
    ['admin', 'cleo', false],
    ['maintain', 'ben', true],
    ['maintain', 'cleo', true],
    ['maintain', 'dora', false],
    ['write', 'ben', true],
    ['write', 'cleo', true],
    ['write', 'dora', true],
    ['write', 'edo', false],
  ])('%s: of %s', (permission, by, expected) => {
    expect(decide(facts(permission, { reviews: [{ by }] })).kind === 'approved').toBe(expected);
  });

  test('is nobody’s until it is read, and the others keep their people', () => {
    const [asked, other] = [
      { ...factsOf({}).requirements[0], people: [], permission: 'admin' as const },
      factsOf({}).requirements[0],
    ];
    expect(withPermitted([asked, other] as ApprovalFacts['requirements'], [], [])).toEqual([asked, other]);
    const people = [PEOPLE['ben'], PEOPLE['cleo']].filter((person) => person !== undefined);
    expect(
      withPermitted([asked] as ApprovalFacts['requirements'], people, [{ id: 102, permission: 'admin' }]),
    ).toMatchObject([{ people: ['ben#102'] }]);
  });

  test('may still be that of somebody of whom it was not asked, but not of those of whom it was', () => {
    const open = { candidates: ['ana', 'ben', 'dora'], unlisted: ['ben'] };
    expect(decide(facts('admin', open)).kind).toBe('waiting');
    const known = decide(facts('admin', { candidates: ['ana', 'dora'] }));
    expect(known.reasons.map(({ code }) => code)).toContain('nobody-eligible');
  });

  test('asks nobody in particular for a review', () => {
    const some = facts('admin', {
      reviews: [{ by: 'ben', state: 'COMMENTED' }],
      candidates: ['cleo', 'ben'],
      unlisted: ['cleo'],
    });
    expect(namedToAsk(some, decide(some), 'acme')).toEqual({ people: [], teams: [] });
  });

  test('is named by what is missing', () => {
    expect(decide(facts('admin', { reviews: [{ by: 'dora' }] })).reasons[0]?.message).toContain(
      '(0 of 1 by anyone with admin permission:',
    );
  });

  test('makes nobody the one whose login they have', () => {
    const { requirements, ...found } = factsOf({
      ...WITH,
      requirements: [{ of: 'anyone' }, { of: 'dba', people: ['dora', 'ben#999'] }],
      reviews: [{ by: 'ben' }, { by: 'dora' }],
    });
    const asked = [
      ...requirements,
      ...factsOf({}).requirements.map((one) => ({ ...one, permission: 'admin' as const })),
    ];
    const reviewers = found.reviews.map(({ reviewer }) => reviewer);
    const { kind, discounted } = decide({
      ...found,
      requirements: withPermitted(asked, reviewers, found.permissions),
    });
    expect(kind).not.toBe('approved');
    expect(discounted.map(({ reviewer, reason }) => `${reviewer.login} ${reason.code}`)).toEqual([
      'ben reviewer-login-taken',
    ]);
  });
});
