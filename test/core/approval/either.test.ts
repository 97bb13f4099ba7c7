import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/approval/decide.ts';
import { awaitedReads } from '../../../src/core/approval/awaited.ts';
import { factsOf, type RequirementLine, type Situation } from './situation.ts';

const SECURITY: RequirementLine = { of: 'security', people: ['ben'], choice: { id: 'c', option: 0 } };
const OWNER: RequirementLine = { of: 'owner', people: ['cleo'], choice: { id: 'c', option: 1 } };
const DBA: RequirementLine = { of: 'dba', people: ['dora', 'edo'], count: 2, choice: { id: 'c', option: 1 } };
const EITHER = { requirements: [SECURITY, OWNER, DBA] };

const by = (...logins: readonly string[]) => ({ reviews: logins.map((login) => ({ by: login })) });

describe('one of security, or owner and two of dba', () => {
  test.each([
    [['ben'], 'approved'],
    [['cleo', 'dora', 'edo'], 'approved'],
    [['ben', 'cleo'], 'approved'],
    [['cleo', 'dora'], 'waiting'],
    [['dora', 'edo'], 'waiting'],
    [[], 'waiting'],
  ] as const)('%j: %s', (logins, kind) => {
    expect(decide(factsOf({ ...EITHER, ...by(...logins) })).kind).toBe(kind);
  });

  test('what is missing is said at once, of all ways', () => {
    const { reasons } = decide(factsOf({ ...EITHER, ...by('cleo', 'dora') }));
    expect(reasons.map(({ message }) => message)).toEqual([
      expect.stringContaining('(0 of 1 by security, or 1 of 1 by owner and 1 of 2 by dba: owner of'),
    ]);
  });

  test('what is not needed is spared', () => {
    const { requirements } = decide(factsOf({ ...EITHER, ...by('ben', 'dora') }));
    expect(requirements.map(({ requirement: { of }, spared = false, missing }) => [of, spared, missing])).toEqual([
      ['security', false, 0],
      ['owner', true, 0],
      ['dba', true, 0],
    ]);
  });

  test('who wrote it cannot be the only one left of each way', () => {
    const alone: Situation = { ...EITHER, author: 'ben', contributors: [{ who: 'edo', through: 'author of 1' }] };
    const { kind, reasons } = decide(factsOf(alone));
    expect([kind, reasons.map(({ code }) => code)]).toEqual(['refused', ['approval-missing', 'nobody-eligible']]);
    expect(decide(factsOf({ ...EITHER, author: 'ben' })).kind).toBe('waiting');
  });

  test('a bot that contributed asks for one more, whichever way is taken', () => {
    const bots = { bots: ['dependabot[bot]'], contributors: [{ who: 'dependabot[bot]', through: 'pushed' }] };
    expect(decide(factsOf({ ...EITHER, ...bots, ...by('ben') })).kind).toBe('waiting');
    expect(decide(factsOf({ ...EITHER, ...bots, ...by('ben', 'dora') })).kind).toBe('approved');
    expect(decide(factsOf({ ...EITHER, ...bots, ...by('cleo', 'dora', 'edo') })).kind).toBe('waiting');
  });
});

describe('a team that cannot be read', () => {
  const TEAM: RequirementLine = { of: '@acme/security', people: ['@acme/security'], choice: { id: 'c', option: 0 } };
  const situation = { requirements: [TEAM, OWNER] };

  test('is nobody’s concern where another way is met', () => {
    expect(decide(factsOf({ ...situation, ...by('cleo') })).kind).toBe('approved');
  });

  test('is waited for where a member may have approved', () => {
    const decision = decide(factsOf({ ...situation, ...by('ben') }));
    expect(decision.kind).toBe('refused');
    expect(awaitedReads(decision).map(({ code }) => code)).toEqual(['team-unreadable']);
    expect(awaitedReads(decide(factsOf(situation)))).toEqual([]);
  });
});

const PARTS = fc.array(
  fc.record({
    of: fc.constant('group'),
    people: fc.subarray(['ben', 'cleo', 'dora', 'edo']),
    count: fc.integer({ min: 1, max: 2 }),
    distinct: fc.boolean(),
    choice: fc.option(fc.record({ id: fc.constantFrom('a', 'b'), option: fc.integer({ min: 0, max: 2 }) }), {
      nil: undefined,
    }),
  }),
  { minLength: 1, maxLength: 6 },
);
const LOGINS = fc.subarray(['ben', 'cleo', 'dora', 'edo']);

describe('whatever is asked', () => {
  test('one more approval never takes an approval away', () => {
    fc.assert(
      fc.property(PARTS, LOGINS, fc.constantFrom('ben', 'cleo', 'dora', 'edo'), (requirements, logins, more) => {
        if (decide(factsOf({ requirements, ...by(...logins) })).kind !== 'approved') return;
        const all = [...new Set([...logins, more])];
        expect(decide(factsOf({ requirements, ...by(...all) })).kind).toBe('approved');
      }),
    );
  });

  test('where it is approved nothing is missing, and where not a reason says what', () => {
    fc.assert(
      fc.property(PARTS, LOGINS, (requirements, logins) => {
        const { kind, reasons, requirements: states } = decide(factsOf({ requirements, ...by(...logins) }));
        const isMissing = reasons.some(({ code }) => code === 'approval-missing');
        expect(kind === 'approved').toBe(!isMissing);
        if (kind === 'approved') expect(states.filter(({ missing }) => missing > 0)).toEqual([]);
      }),
    );
  });

  test('a choice of one is no choice', () => {
    fc.assert(
      fc.property(PARTS, LOGINS, (requirements, logins) => {
        const plain = requirements.map(({ choice: _choice, ...rest }) => rest);
        const alone = plain.map((one, index) => ({ ...one, choice: { id: `${index}`, option: 0 } }));
        const kindOf = (asked: readonly RequirementLine[]) =>
          decide(factsOf({ requirements: asked, ...by(...logins) })).kind;
        expect(kindOf(alone)).toBe(kindOf(plain));
      }),
    );
  });
});
