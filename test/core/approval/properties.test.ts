import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/approval/decide.ts';
import type { ApprovalFacts, Decision } from '../../../src/core/approval/facts.ts';
import { ineligible } from '../../../src/core/approval/people.ts';
import { CODE, factsOf, PEOPLE, type ReviewLine, type Situation } from './situation.ts';

const logins = Object.keys(PEOPLE);
const someone = fc.constantFrom(...logins);
/** Pinned as they are, after a rename, and where somebody else has the login now. */
const PINS = ['ben#102', 'cleopatra#103', 'dora#583231', 'ana#105'];
const review: fc.Arbitrary<ReviewLine> = fc.record(
  {
    by: someone,
    at: fc.integer({ min: -3, max: 12 }),
    state: fc.constantFrom('APPROVED', 'APPROVED', 'APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'PENDING'),
    on: fc.constantFrom('head', 'head', 'older', null),
    says: fc.constantFrom('', CODE),
    edited: fc.boolean(),
  },
  { requiredKeys: ['by', 'at'] },
);
const dismissed: fc.Arbitrary<ReviewLine> = fc.record({
  by: someone,
  at: fc.integer({ min: -3, max: 12 }),
  dismissed: fc.record({ by: fc.option(someone), was: fc.constantFrom('APPROVED', 'CHANGES_REQUESTED', null) }),
});
const reviews = fc
  .array(fc.oneof({ weight: 4, arbitrary: review }, dismissed), { maxLength: 8 })
  .map((lines) => lines.map((line, index) => ({ ...line, id: index + 1 })));
const situation: fc.Arbitrary<Situation> = fc.record(
  {
    moment: fc.constantFrom('gate', 'apply'),
    landed: fc.integer({ min: 0, max: 14 }),
    run: fc.record({ mustQuote: fc.boolean() }, { requiredKeys: [] }),
    reviews,
    contributors: fc.array(
      fc.record({
        who: fc.constantFrom('ana', 'dora', 'edo', 'dependabot[bot]'),
        through: fc.constant('author of 3f2a91c'),
      }),
      { maxLength: 2 },
    ),
    excluded: fc.subarray(['cleo']),
    bots: fc.constantFrom([], ['dependabot[bot]']),
    machineUsers: fc.subarray(['sync']),
    permissions: fc.dictionary(someone, fc.constantFrom('read', 'write', 'none'), { maxKeys: 2 }),
    candidates: fc.subarray(logins),
    requirements: fc.array(
      fc.record(
        {
          of: fc.constant('group'),
          people: fc.subarray([...logins, ...PINS]),
          count: fc.integer({ min: 0, max: 2 }),
          distinct: fc.boolean(),
          confirm: fc.boolean(),
        },
        { requiredKeys: ['of'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['reviews'] },
);

const order = { refused: 0, waiting: 1, approved: 2 } satisfies Record<Decision['kind'], number>;

function rank(facts: ApprovalFacts): number {
  return order[decide(facts).kind];
}

describe('whatever the facts', () => {
  test('their order is irrelevant', () => {
    const shuffled = situation.chain((row) => {
      const facts = factsOf(row);
      return fc.record({
        facts: fc.constant(facts),
        other: fc.record({
          reviews: fc.shuffledSubarray([...facts.reviews], { minLength: facts.reviews.length }),
          permissions: fc.shuffledSubarray([...facts.permissions], { minLength: facts.permissions.length }),
        }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ facts, other }) => {
        expect(decide({ ...facts, ...other })).toEqual(decide(facts));
      }),
      { numRuns: 500 },
    );
  });

  test('adding an approval by somebody who is not eligible never helps', () => {
    fc.assert(
      fc.property(situation, review, (row, extra) => {
        const facts = factsOf(row);
        const added = factsOf({ ...row, reviews: [...(row.reviews ?? []), { ...extra, id: 99, state: 'APPROVED' }] });
        const newcomer = added.reviews.at(-1)?.reviewer;
        fc.pre(newcomer !== undefined && ineligible(facts, newcomer) !== null);
        // Approving lifts one's own veto, which is every reviewer's right.
        fc.pre(
          !facts.reviews.some(
            ({ reviewer, state }) =>
              reviewer.id === newcomer.id && (state === 'CHANGES_REQUESTED' || state === 'DISMISSED'),
          ),
        );
        expect(rank(added)).toBeLessThanOrEqual(rank(facts));
      }),
      { numRuns: 800 },
    );
  });

  test('removing an approval that counts never helps', () => {
    fc.assert(
      fc.property(situation, fc.nat(), (row, seed) => {
        const facts = factsOf(row);
        const { counted } = decide(facts);
        const gone = counted[seed % counted.length]?.reviewId;
        fc.pre(gone !== undefined);
        const fewer = { ...facts, reviews: facts.reviews.filter(({ id }) => id !== gone) };
        // Without the candidates `waiting` is a forecast, which ends where a reviewer turns out to be two of the names.
        if (facts.candidates !== null) expect(rank(fewer)).toBeLessThanOrEqual(rank(facts));
        else expect(decide(fewer).kind === 'approved' && decide(facts).kind !== 'approved').toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('who is called what makes no difference where everybody is pinned', () => {
    const pinned = situation.map((row) => ({
      ...row,
      bots: [],
      machineUsers: [],
      requirements: (row.requirements ?? []).map((line) => ({
        ...line,
        people: (line.people ?? []).flatMap((login) => {
          const id = PEOPLE[login]?.id;
          return id === undefined ? [] : [`${login}#${id}`];
        }),
      })),
    }));
    fc.assert(
      fc.property(pinned, (row) => {
        const facts = factsOf(row);
        const renamed: ApprovalFacts = {
          ...facts,
          reviews: facts.reviews.map((one) => ({
            ...one,
            reviewer: { ...one.reviewer, login: `was-${one.reviewer.id % 3}` },
          })),
        };
        const told = ({ kind, counted, discounted }: Decision) => ({
          kind,
          counted: counted.map(({ reviewId }) => reviewId),
          discounted: discounted.map(({ reviewId, reason }) => [reviewId, reason.code]),
        });
        expect(told(decide(renamed))).toEqual(told(decide(facts)));
      }),
      { numRuns: 500 },
    );
  });

  test('removing what somebody said who is not eligible never hurts, a veto least of all', () => {
    fc.assert(
      fc.property(situation, fc.nat(), (row, seed) => {
        const facts = factsOf(row);
        const outsiders = facts.reviews.filter(({ reviewer }) => ineligible(facts, reviewer) !== null);
        fc.pre(outsiders.length > 0);
        const gone = outsiders[seed % outsiders.length]?.reviewer.id;
        expect(
          rank({ ...facts, reviews: facts.reviews.filter(({ reviewer }) => reviewer.id !== gone) }),
        ).toBeGreaterThanOrEqual(rank(facts));
      }),
      { numRuns: 800 },
    );
  });

  test('a publication after a review never revives it', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 0, max: 20 }), (row, later) => {
        const facts = factsOf(row);
        const latest = Math.max(0, ...facts.reviews.map(({ submittedAt }) => Date.parse(submittedAt)));
        fc.pre(facts.run !== null && Number.isFinite(latest) && latest > 0);
        const run = { ...facts.run, publishedAt: new Date(latest + later * 1000).toISOString() };
        expect(decide({ ...facts, run }).counted).toEqual([]);
        expect(decide({ ...facts, run }).kind).not.toBe('approved');
      }),
      { numRuns: 500 },
    );
  });

  test('a base that was changed at or after the publication is never approved at the gate, and one before it changes nothing', () => {
    fc.assert(
      fc.property(situation, fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 4 }), (row, retargeted) => {
        const [facts, turned] = [factsOf(row), factsOf({ ...row, retargeted })];
        expect(rank(turned)).toBeLessThanOrEqual(rank(facts));
        if (retargeted.every((second) => second < 0)) expect(decide(turned)).toEqual(decide(facts));
        else if (row.moment !== 'apply') expect(decide(turned).kind).toBe('refused');
      }),
      { numRuns: 500 },
    );
  });

  test("nothing is approved without an eligible person whose review counts, or while anybody's veto stands", () => {
    fc.assert(
      fc.property(situation, (row) => {
        const facts = factsOf(row);
        const decision = decide(facts);
        expect(decision.reasons.length).toBeGreaterThan(0);
        for (const { reviewer } of decision.counted) expect(ineligible(facts, reviewer)).toBeNull();
        const isWhole = decision.counted.length > 0 && decision.requirements.every(({ missing }) => missing === 0);
        expect(decision.kind !== 'approved' || isWhole).toBe(true);
        expect(decision.kind === 'approved').toBe(decision.reasons.some(({ code }) => code === 'approved'));
      }),
      { numRuns: 1000 },
    );
  });
});
