import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRetargeted, publicationRuns, runAtLanding } from '../../../src/core/approval/runs.ts';
import { planned, Publisher } from './publisher.ts';
import { at, digestNamed } from './situation.ts';

describe('a publication run', () => {
  test('a base that was changed and changed back ends it, until the next one is published after that', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D', { baseChanges: [at(9)] });
    expect(pull.plan('h1', 'D', { baseChanges: [at(9)] })).toBe('same');
    expect(pull.plan('h2', 'D', { baseChanges: [at(9)] })).toBe('continue');
    expect(pull.plan('h2', 'D', { baseChanges: [at(9), at(10)] })).toBe('begin retargeted, quote');
    expect(pull.plan('h2', 'D', { baseChanges: [at(29), at(10)] })).toBe('same');
    expect(pull.plan('h3', 'D', { baseChanges: [at(99), at(10)] })).toBe('begin retargeted');
  });

  test('a base that was changed before the comment was entered ends nothing', () => {
    const pull = new Publisher();
    pull.enter('D', planned('run-1', 'h1', 'main', false, 'first'));
    expect(pull.plan('h1', 'D', { comment: null, baseChanges: [at(5)] })).toBe('publish');
  });

  test('a pull request that touches nothing ends it, and the same digest begins another one', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    pull.empty();
    expect(pull.runs()).toEqual(['run-1 h1 ended by unconcerned']);
    expect(pull.plan('h2', 'D', { complete: false })).toBe('keep');
    expect(pull.plan('h2', 'D')).toBe('begin unconcerned');
    pull.empty();
    expect(pull.plan('h2', 'D')).toBe('begin unconcerned, quote');
    expect(pull.runs()).toEqual(['run-1 h1 ended by unconcerned', 'run-2 h2 ended by unconcerned', 'run-3 h2']);
  });

  test('an approval in the ledger names a run, and ends none', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    const [applyId, rules] = [digestNamed('apply'), { before: digestNamed('rules'), tip: digestNamed('rules') }];
    pull.enter('D', { type: 'approved', applyId, landing: 'l1', run: 'run-1', reviews: [], rules });
    expect(pull.runs()).toEqual(['run-1 h1']);
  });

  test('what ended a run first stays what ended it', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    pull.empty();
    pull.enter('E', planned('run-2', 'h2', 'main', false, 'digest-changed'));
    expect(pull.runs()).toEqual(['run-1 h1 ended by unconcerned', 'run-2 h2']);
  });

  test('an end belongs to one run and its digest, and what comes after it is of no account', () => {
    const pull = new Publisher();
    pull.plan('h1', 'D');
    const [first] = publicationRuns(pull.entries);
    pull.empty(first, 'E');
    pull.plan('h2', 'E');
    pull.empty(first);
    expect(pull.runs()).toEqual(['run-1 h1 ended by digest-changed', 'run-2 h2']);
    pull.empty(undefined, 'E');
    pull.publish('run-2', 'h3', 'E');
    expect(pull.runs()).toEqual(['run-1 h1 ended by digest-changed', 'run-2 h2 ended by unconcerned']);
  });

  test('whatever comes between, a digest that comes back after nothing or another base begins anew', () => {
    const between = fc.constantFrom('nothing', 'retarget', 'incomplete', 'same');
    fc.assert(
      fc.property(fc.array(between, { maxLength: 8 }), (steps) => {
        const pull = new Publisher();
        pull.plan('h1', 'D');
        const baseChanges: string[] = [];
        for (const step of steps) {
          const published = publicationRuns(pull.entries).at(-1)?.publishedAt ?? '';
          if (step === 'nothing') pull.empty();
          if (step === 'retarget') baseChanges.push(published);
          if (step === 'incomplete') pull.plan('h1', 'E', { complete: false });
          const ends = step === 'nothing' ? 'unconcerned' : 'retargeted';
          expect(pull.plan('h1', 'D', { baseChanges })).toBe(
            step === 'nothing' || step === 'retarget' ? `begin ${ends}, quote` : 'same',
          );
        }
      }),
    );
  });
});

describe('the run that stood at the landing', () => {
  test('had ended when the pull request was seen to touch nothing, though the next one was published later', () => {
    const emptied = new Publisher();
    emptied.plan('h1', 'D');
    emptied.empty();
    expect(runAtLanding(publicationRuns(emptied.entries), at(15))?.ended).toEqual({ reason: 'unconcerned' });
    emptied.plan('h1', 'D');
    expect(runAtLanding(publicationRuns(emptied.entries), at(15))?.ended).toEqual({ reason: 'unconcerned' });
    expect(runAtLanding(publicationRuns(emptied.entries), at(20))).toMatchObject({ id: 'run-2', ended: null });
  });

  test('had ended when the pull request was seen to touch nothing after another run, whose comment was never entered', () => {
    const emptied = new Publisher();
    emptied.plan('h1', 'D');
    emptied.enter('E', planned('run-2', 'h2', 'main', false, 'digest-changed'));
    expect(runAtLanding(publicationRuns(emptied.entries), at(15))).toMatchObject({
      id: 'run-1',
      ended: { reason: 'digest-changed' },
    });
    emptied.empty(undefined, 'E');
    expect(runAtLanding(publicationRuns(emptied.entries), at(15))).toMatchObject({
      id: 'run-1',
      ended: { reason: 'unconcerned' },
    });
  });
});

describe('a run that was published at second 10', () => {
  test.each([
    ['before it', [at(9)], null, false],
    ['in that second', [at(10)], null, true],
    ['a fraction of it later', [at(10).replace('Z', '.9Z')], null, true],
    ['after it', [at(11)], null, true],
    ['before and after it', [at(9), at(11)], null, true],
    ['never', [], null, false],
    ['at a time that is none', ['yesterday'], null, true],
    ['before the landing', [at(19)], at(20), true],
    ["in the landing's second", [at(20)], at(20), true],
    ['after the landing', [at(21)], at(20), false],
    ['before it and after the landing', [at(9), at(21)], at(20), false],
    ['at some time, where the landing has none', [at(21)], 'tomorrow', true],
  ] as const)('with a base changed %s', (_when, changes, landedAt, expected) => {
    expect(isRetargeted({ publishedAt: at(10) }, changes, landedAt)).toBe(expected);
  });

  test('is retargeted by no change while it is unpublished, and by any where its time is none', () => {
    expect(isRetargeted({ publishedAt: null }, [at(11)], null)).toBe(false);
    expect(isRetargeted({ publishedAt: 'once' }, [at(1)], null)).toBe(true);
  });
});
