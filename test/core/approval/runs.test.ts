import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicationCode, publicationRuns, runAtLanding } from '../../../src/core/approval/runs.ts';
import { planned, Publisher } from './publisher.ts';
import { at, digestNamed } from './situation.ts';

describe('publication runs', () => {
  test('the same digest continues, also on a new head', () => {
    const pull = new Publisher();
    expect([pull.plan('h1', 'D'), pull.plan('h1', 'D'), pull.plan('h2', 'D')]).toEqual([
      'begin first',
      'same',
      'continue',
    ]);
    expect(pull.runs()).toEqual(['run-1 h1+h2']);
  });

  test("T and the comment are those of the first publication, for the run's whole life", () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    pull.plan('h2', 'D');
    expect(publicationRuns(pull.entries)[0]).toMatchObject({ publishedAt: at(10), commentId: 1 });
  });

  test('another digest ends it, and one that comes back starts anew', () => {
    const pull = new Publisher();
    expect([pull.plan('h1', 'D'), pull.plan('h2', 'E'), pull.plan('h3', 'D')]).toEqual([
      'begin first',
      'begin digest-changed',
      'begin digest-changed',
    ]);
    expect(pull.runs()).toEqual(['run-1 h1 ended by digest-changed', 'run-2 h2 ended by digest-changed', 'run-3 h3']);
  });

  test('on a head that already had a run, reviews must quote the new code', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    expect(pull.plan('h1', 'E')).toBe('begin digest-changed, quote');
    expect(pull.plan('h2', 'D')).toBe('begin digest-changed');
    expect(pull.plan('h1', 'E')).toBe('begin digest-changed, quote');
  });

  test('on a head of an earlier run it does not continue, since pages opened then show another plan', () => {
    const pull = new Publisher();
    const said = [pull.plan('h1', 'D'), pull.plan('h2', 'E'), pull.plan('h1', 'E'), pull.plan('h1', 'E')];
    expect(said).toEqual(['begin first', 'begin digest-changed', 'begin head-returned, quote', 'same']);
    expect([pull.plan('h3', 'E'), pull.plan('h1', 'E')]).toEqual(['continue', 'same']);
    expect(pull.plan('h2', 'E')).toBe('begin head-returned, quote');
  });

  test('on a head of an earlier run it is not published as it was begun for another head', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    pull.enter('E', planned('run-2', 'h2', 'main', false, 'digest-changed'));
    expect(pull.plan('h1', 'E', { comment: null })).toBe('begin head-returned, quote');
  });

  test('reviews must quote the code as soon as the ledger has it on a head of an earlier run', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    pull.plan('h2', 'E');
    expect(publicationRuns(pull.entries).at(-1)?.mustQuote).toBe(false);
    pull.publish('run-2', 'h1', 'E');
    expect(publicationRuns(pull.entries)).toMatchObject([{ mustQuote: false }, { mustQuote: true }]);
    const again = new Publisher();
    again.plan('h1', 'D');
    again.enter('E', planned('run-2', 'h1', 'main', false, 'digest-changed'));
    expect(publicationRuns(again.entries).at(-1)?.mustQuote).toBe(true);
  });

  test('a retarget, a changed comment, wider access and an exception end it under the same digest', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    expect(pull.plan('h1', 'D', { baseBranch: 'release' })).toBe('begin retargeted, quote');
    expect(pull.plan('h1', 'D', { baseBranch: 'release', comment: null })).toBe('begin comment-changed, quote');
    expect(pull.plan('h1', 'D', { baseBranch: 'release', comment: { hash: digestNamed('body'), edited: true } })).toBe(
      'begin comment-changed, quote',
    );
    expect(pull.plan('h1', 'D', { baseBranch: 'release', widened: true })).toBe('begin access-widened, quote');
    expect(pull.plan('h1', 'D', { baseBranch: 'release', excepted: true })).toBe('begin excepted, quote');
  });

  test('the ledger orders its entries, not whoever hands them in', () => {
    const pull = new Publisher();
    for (const digest of ['D', 'E', 'D']) pull.plan('h1', digest);
    expect(publicationRuns(pull.entries.toReversed())).toEqual(publicationRuns(pull.entries));
    expect(publicationRuns([...pull.entries.slice(3), ...pull.entries.slice(0, 3)])).toEqual(
      publicationRuns(pull.entries),
    );
  });

  test('an incomplete plan begins and ends nothing', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    expect(pull.plan('h2', 'E', { complete: false })).toBe('keep');
    expect(pull.runs()).toEqual(['run-1 h1']);
  });

  test('after a crash before the comment was entered, the same plan is published, not begun again', () => {
    const pull = new Publisher();
    pull.enter('D', planned('run-1', 'h1', 'main', false, 'first'));
    expect(pull.plan('h1', 'D', { comment: null })).toBe('publish');
    expect(publicationRuns(pull.entries)).toMatchObject([{ publishedAt: null, heads: ['h1'] }]);
  });

  test("an entry that comes late revives no ended run, and cannot move a comment's time", () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    pull.plan('h2', 'E');
    const before = publicationRuns(pull.entries);
    pull.publish('run-1', 'h3', 'D');
    pull.enter('E', { type: 'published', run: 'run-2', commentId: 99, createdAt: at(500), head: 'h4', senders: [] });
    pull.publish('run-2', 'h5', 'D');
    expect(publicationRuns(pull.entries)).toEqual(before);
  });

  test('whatever is planned, at most the last run has not ended and ids are never reused', () => {
    const step = fc.tuple(
      fc.constantFrom('h1', 'h2', 'h3'),
      fc.constantFrom('D', 'E'),
      fc.constantFrom('main', 'release'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const pull = new Publisher();
        for (const [head, digest, baseBranch, complete] of steps) pull.plan(head, digest, { baseBranch, complete });
        const runs = publicationRuns(pull.entries);
        expect(runs.slice(0, -1).every(({ ended }) => ended !== null)).toBe(true);
        expect(runs.at(-1)?.ended ?? null).toBeNull();
        expect(new Set(runs.map(({ id }) => id)).size).toBe(runs.length);
      }),
    );
  });

  test('whatever is planned, an unchanged digest and base continue on a head that is new to the runs before, all else starts anew, later than all before', () => {
    const step = fc.tuple(fc.constantFrom('h1', 'h2'), fc.constantFrom('D', 'E', 'F'), fc.constantFrom('main', 'next'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const pull = new Publisher();
        const heads = new Set<string>();
        for (const [index, [head, digest, baseBranch]] of steps.entries()) {
          const [, lastDigest, lastBase] = steps[index - 1] ?? [];
          const before = publicationRuns(pull.entries);
          const outcome = pull.plan(head, digest, { baseBranch });
          const after = publicationRuns(pull.entries);
          const times = after.map(({ publishedAt }) => Date.parse(publishedAt ?? ''));
          const isKnown = before.at(-1)?.heads.includes(head) ?? false;
          const returns = !isKnown && heads.has(head);
          const begins = digest !== lastDigest || baseBranch !== lastBase || returns;
          expect(after.length - before.length).toBe(begins ? 1 : 0);
          expect(times).toEqual(times.toSorted((left, right) => left - right));
          expect(new Set(times).size).toBe(times.length);
          expect(begins ? outcome.endsWith(', quote') : outcome === 'same').toBe(begins ? heads.has(head) : isKnown);
          expect(after.at(-1)?.mustQuote).toBe(begins ? heads.has(head) : before.at(-1)?.mustQuote);
          heads.add(head);
        }
      }),
    );
  });
});

describe('the run that stood at the landing', () => {
  const pull = new Publisher();
  pull.plan('h1', 'D');
  pull.plan('h1', 'E');
  const runs = publicationRuns(pull.entries);

  test.each([
    [9, null],
    [10, 'run-1'],
    [19, 'run-1'],
    [20, 'run-2'],
    [90, 'run-2'],
  ])('at second %i it is %s', (second, id) => {
    expect(runAtLanding(runs, at(second))?.id ?? null).toBe(id);
  });

  test('is told as it stood then, though another ended it later', () => {
    expect(runAtLanding(runs, at(15))?.ended).toBeNull();
  });

  test('had ended where another plan was entered and never published', () => {
    const left = new Publisher();
    left.plan('h1', 'D');
    left.enter('E', planned('run-2', 'h2', 'main', false, 'digest-changed'));
    expect(runAtLanding(publicationRuns(left.entries), at(15))?.ended).toEqual({ reason: 'digest-changed' });
  });

  test('stands where the same plan was entered again and never published', () => {
    const left = new Publisher();
    left.plan('h1', 'D');
    left.enter('D', planned('run-2', 'h1', 'main', true, 'comment-changed'));
    expect(runAtLanding(publicationRuns(left.entries), at(15))?.ended).toBeNull();
  });

  test('stands where the same plan was entered for a head that came back and never published', () => {
    const left = new Publisher();
    left.plan('h1', 'D');
    left.plan('h2', 'E');
    left.enter('E', planned('run-3', 'h1', 'main', true, 'head-returned'));
    expect(runAtLanding(publicationRuns(left.entries), at(25))).toMatchObject({ id: 'run-2', ended: null });
  });

  test.each(['access-widened', 'excepted'] as const)('had ended where %s was entered and never published', (reason) => {
    const left = new Publisher();
    left.plan('h1', 'D');
    left.enter('D', planned('run-2', 'h1', 'main', true, reason));
    expect(runAtLanding(publicationRuns(left.entries), at(15))?.ended).toEqual({ reason });
  });

  test('had ended where more access was entered after the same plan, and neither was published', () => {
    const left = new Publisher();
    left.plan('h1', 'D');
    left.enter('D', planned('run-2', 'h1', 'main', true, 'comment-changed'));
    left.enter('D', planned('run-3', 'h1', 'main', true, 'access-widened'));
    expect(runAtLanding(publicationRuns(left.entries), at(15))).toMatchObject({
      id: 'run-1',
      ended: { reason: 'access-widened' },
    });
  });

  test('is the one published after a plan that never was, though it is the first plan again', () => {
    const back = new Publisher();
    back.plan('h1', 'D');
    back.enter('E', planned('run-2', 'h2', 'main', false, 'digest-changed'));
    back.plan('h1', 'D');
    const [, , again] = publicationRuns(back.entries);
    const landed = runAtLanding(publicationRuns(back.entries), at(25));
    expect(landed).toMatchObject({ id: 'run-3', publishedAt: again?.publishedAt, mustQuote: true, ended: null });
    expect(runAtLanding(publicationRuns(back.entries), at(15))).toMatchObject({
      id: 'run-1',
      ended: { reason: 'digest-changed' },
    });
  });

  test('does not exist at a time that is none', () => {
    expect(runAtLanding(runs, 'yesterday')).toBeNull();
  });
});

describe("a publication's code", () => {
  test('is two groups of four characters that nobody confuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (random) => {
        expect(publicationCode(Uint8Array.from(random, (byte) => byte % 248))).toMatch(
          /^[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{4}$/u,
        );
      }),
    );
  });

  test('skips bytes that would favour some characters', () => {
    expect(publicationCode(Uint8Array.from([255, 248, 0, 1, 2, 3, 4, 5, 6, 7]))).toBe('2345-6789');
  });

  test('is not made from too little randomness', () => {
    expect(() => publicationCode(new Uint8Array(7))).toThrow(RangeError);
  });
});
