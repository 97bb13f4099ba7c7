import { describe, expect, it } from 'vitest';
import { afterwards, confirmStep, judgeStep, judgeWhole } from '../../../src/core/apply/judge.ts';
import { patternMark, type Attributes, type PatternMark } from '../../../src/core/attributes.ts';
import type { Observation } from '../../../src/core/ports.ts';
import { changeWith, stepWith } from '../../support/plans.ts';

const found = (
  attributes: Attributes | null,
  incarnation: string | null = attributes === null ? null : '1',
): Observation => ({
  incarnation,
  attributes,
});
const execute = { kind: 'execute' };
const done = { kind: 'already-applied' };
const conflict = (pointer: string, planned: unknown, what: unknown) => ({
  kind: 'conflict',
  pointer,
  planned,
  found: what,
});
const taken = conflict('', null, 'exists, and was not created by this apply');

describe('the verdict on one step', () => {
  const first = stepWith('a', { expect: { note: 'one', on: true }, result: { note: 'two', on: true } }, 1);
  const second = stepWith('a', { expect: { note: 'two', on: true }, result: { note: 'three', on: true } }, 2);
  const elsewhere = stepWith('a', { expect: { tier: 'x' }, result: { note: 'four' } }, 3);
  const chain = [first, second, elsewhere];

  it.each([
    ['what it expects', found({ note: 'one', on: true }), execute],
    ['its own result', found({ note: 'two', on: true }), done],
    ['the result of a later step of the same attributes', found({ note: 'three', on: true }), done],
    ['the result of a later step of other attributes', found({ note: 'four' }), conflict('/note', 'one', 'four')],
    ['another value', found({ note: 'other', on: true }), conflict('/note', 'one', 'other')],
    [
      'one value of the result, one that was never planned',
      found({ note: 'two', on: false }),
      conflict('/note', 'one', 'two'),
    ],
    ['one attribute more', found({ note: 'one', on: true, more: 1 }), conflict('/more', null, 1)],
    ['one attribute less', found({ note: 'one' }), conflict('/on', true, null)],
    ['no object', found(null), conflict('', 'exists', 'does not exist')],
    [
      'what it expects, of another incarnation',
      found({ note: 'one', on: true }, '2'),
      conflict('/incarnation', '1', '2'),
    ],
    ['its result, of another incarnation', found({ note: 'two', on: true }, '2'), conflict('/incarnation', '1', '2')],
    ['an object without incarnation', found({ note: 'one', on: true }, null), conflict('/incarnation', '1', null)],
  ])('finds %s', (_what, observation, verdict) => {
    expect(judgeStep(chain, first, observation, '1', false)).toEqual(verdict);
  });

  it('does not take the result of an earlier step for its own', () => {
    expect(judgeStep(chain, second, found({ note: 'one', on: true }), '1', false)).toEqual(
      conflict('/note', 'two', 'one'),
    );
  });

  it.each([
    ['writes more', { note: 'two' }, { note: 'three', more: 1 }],
    ['reads more', { note: 'two', more: 1 }, { note: 'three' }],
  ])('is not known by the result of a later step that %s', (_what, read, result) => {
    const one = stepWith('a', { expect: { note: 'one' }, result: { note: 'two' } }, 1);
    const later = stepWith('a', { expect: read, result }, 2);
    expect(judgeStep([one, later], one, found(result), '1', false)).toMatchObject({ kind: 'conflict' });
  });

  it('takes any incarnation where none is known', () => {
    expect(judgeStep(chain, first, found({ note: 'one', on: true }, '9'), null, false)).toEqual(execute);
  });

  describe('that creates', () => {
    const creation = stepWith('a', { expect: null, result: { note: 'made' }, repeat: 'intent' });
    it.each([
      ['nothing', found(null), false, execute],
      ['nothing, intended before', found(null), true, execute],
      ['its result, never intended', found({ note: 'made' }), false, taken],
      ['its result, intended before', found({ note: 'made' }), true, done],
      ['something else, never intended', found({ note: 'mine' }), false, conflict('', 'does not exist', 'exists')],
      ['something else, intended before', found({ note: 'mine' }), true, conflict('', 'does not exist', 'exists')],
    ])('finds %s', (_what, observation, intended, verdict) => {
      expect(judgeStep([creation], creation, observation, null, intended)).toEqual(verdict);
    });
  });

  it('that creates has no incarnation to compare: its object gets one', () => {
    const creation = stepWith('a', { expect: null, result: { note: 'made' }, repeat: 'intent' });
    expect(judgeStep([creation], creation, found({ note: 'made' }, '2'), '1', true)).toEqual(done);
  });

  describe('that deletes', () => {
    const deletion = stepWith('a', { expect: { note: 'old' }, result: null });
    it.each([
      ['what it expects', found({ note: 'old' }), execute],
      ['nothing', found(null), done],
      ['another value', found({ note: 'other' }), conflict('/note', 'old', 'other')],
      ['another incarnation', found({ note: 'old' }, '2'), conflict('/incarnation', '1', '2')],
    ])('finds %s', (_what, observation, verdict) => {
      expect(judgeStep([deletion], deletion, observation, '1', false)).toEqual(verdict);
    });
  });
});

describe('the confirmation of one step', () => {
  const step = stepWith('a', { expect: { note: 'one' }, result: { note: 'two', id: { $: 'known-after-apply' } } });
  it.each([
    ['the result, with a value where the system chooses', found({ note: 'two', id: 7 }), done],
    [
      'the result without the value that the system chooses',
      found({ note: 'two' }),
      conflict('/id', { $: 'known-after-apply' }, null),
    ],
    ['what was there before', found({ note: 'one', id: 7 }), conflict('/note', 'two', 'one')],
    ['nothing', found(null), conflict('', 'exists', 'does not exist')],
  ])('finds %s', (_what, observation, verdict) => {
    expect(confirmStep(step, observation)).toEqual(verdict);
  });
});

describe('patterns', () => {
  const at = (state: PatternMark['state']): Attributes => ({ grants: { 'a-*': patternMark(state) } });
  const states = ['held', 'none', 'mixed', 'empty'] as const;
  const settles = (from: Attributes, to: Attributes) =>
    states.filter((state) => afterwards(from, to, found(at(state))) === null);

  it('refuse nothing before a write', () => {
    for (const [from, to] of [
      ['held', 'none'],
      ['none', 'held'],
    ] as const) {
      const step = stepWith('a', { expect: { note: 'one', ...at(from) }, result: { note: 'two', ...at(to) } });
      for (const state of states) {
        expect(judgeStep([step], step, found({ note: 'one', ...at(state) }), '1', false), state).toEqual(execute);
      }
    }
  });

  it('that change are settled after a write', () => {
    expect(settles(at('none'), at('held'))).toEqual(['held', 'empty']);
    expect(settles({}, at('held'))).toEqual(['held', 'empty']);
    expect(settles(at('held'), at('none'))).toEqual(['none', 'empty']);
    expect(afterwards(at('none'), at('held'), found({ grants: { 'a-*': 'granted' } }))).not.toBeNull();
    expect(afterwards(at('none'), at('held'), found({}))).not.toBeNull();
  });

  it('that stand refuse nothing after a write either: what appears inside them is no conflict', () => {
    expect(settles(at('held'), at('held'))).toEqual(states);
    const step = stepWith('a', { expect: { note: 'one', ...at('held') }, result: { note: 'two', ...at('held') } });
    for (const state of states) {
      expect(confirmStep(step, found({ note: 'two', ...at(state) })), state).toEqual(done);
      expect(judgeStep([step], step, found({ note: 'two', ...at(state) }), '1', false), state).toEqual(done);
    }
  });

  it('may be found where none was planned', () => {
    expect(settles({}, {})).toEqual(states);
  });
});

describe('the first mismatch', () => {
  it('is the first by pointer, whatever the order of keys', () => {
    const planned = { z: 1, a: { b: 1, c: [1] } };
    const of = (attributes: Attributes) => afterwards(null, planned, found(attributes));
    expect(of({ a: { c: [2], b: 2 }, z: 2 })).toEqual({ pointer: '/a/b', planned: 1, found: 2 });
    expect(of({ a: { c: [2], b: 1 }, z: 2 })).toEqual({ pointer: '/a/c', planned: [1], found: [2] });
    expect(of({ a: { c: [1], b: 1 }, z: 1 })).toBeNull();
  });

  it('tells an object without attributes from none', () => {
    expect(afterwards(null, {}, found(null))).toEqual({ pointer: '', planned: 'exists', found: 'does not exist' });
    expect(afterwards({}, null, found({}))).toEqual({ pointer: '', planned: 'does not exist', found: 'exists' });
    expect(afterwards({}, null, found(null))).toBeNull();
  });
});

describe('the verdict on a whole identity', () => {
  const change = changeWith('a', {
    before: { note: 'one', on: true, tier: 'low' },
    after: { note: 'two', on: false, tier: 'low' },
    steps: [
      stepWith('a', { expect: { note: 'one' }, result: { note: 'two' } }, 1),
      stepWith('a', { expect: { on: true }, result: { on: false } }, 2),
    ],
  });
  it.each([
    ['before', found({ note: 'one', on: true, tier: 'low' }), execute],
    ['after', found({ note: 'two', on: false, tier: 'low' }), execute],
    ['after the first step', found({ note: 'two', on: true, tier: 'low' }), execute],
    ['after the second step alone', found({ note: 'one', on: false, tier: 'low' }), conflict('/on', true, false)],
    [
      'with drift that no step touches',
      found({ note: 'one', on: true, tier: 'high' }),
      conflict('/tier', 'low', 'high'),
    ],
    ['gone', found(null), conflict('', 'exists', 'does not exist')],
    ['another incarnation', found({ note: 'one', on: true, tier: 'low' }, '2'), conflict('/incarnation', '1', '2')],
  ])('%s', (_what, observation, verdict) => {
    expect(judgeWhole(change, observation, false)).toEqual(verdict);
  });

  it('is known between any two of its steps', () => {
    const long = changeWith('a', {
      before: { a: 1, b: 1, c: 1 },
      after: { a: 2, b: 2, c: 2 },
      steps: ['a', 'b', 'c'].map((name, index) =>
        stepWith('a', { expect: { [name]: 1 }, result: { [name]: 2 } }, index + 1),
      ),
    });
    expect(judgeWhole(long, found({ a: 2, b: 1, c: 1 }), false)).toEqual(execute);
    expect(judgeWhole(long, found({ a: 2, b: 2, c: 1 }), false)).toEqual(execute);
    expect(judgeWhole(long, found({ a: 1, b: 2, c: 2 }), false)).toEqual(conflict('/b', 1, 2));
  });

  it('is not at its end while a pattern that changed holds in part only', () => {
    const at = (note: string, state: PatternMark['state']) => ({ note, grants: { 'a-*': patternMark(state) } });
    const step = stepWith('a', { expect: at('one', 'none'), result: at('two', 'held') });
    const granting = changeWith('a', { before: at('one', 'none'), after: at('two', 'held'), steps: [step] });
    expect(judgeWhole(granting, found(at('two', 'held')), false)).toEqual(execute);
    expect(judgeWhole(granting, found(at('two', 'mixed')), false)).toEqual(conflict('/note', 'one', 'two'));
  });

  it('that has been begun is left to the verdicts of its steps', () => {
    expect(judgeWhole(change, found({ note: 'else' }), true)).toEqual(execute);
  });

  it('is not taken for one between steps of which a later one removes attributes', () => {
    const shrinking = changeWith('a', {
      before: { a: 1, b: 1 },
      after: { a: 2 },
      steps: [
        stepWith('a', { expect: { b: 1 }, result: {} }, 1),
        stepWith('a', { expect: { a: 1 }, result: { a: 2 } }, 2),
      ],
    });
    expect(judgeWhole(shrinking, found({ a: 1 }), false)).toEqual(execute);
    expect(judgeWhole(shrinking, found({ a: 2, b: 1 }), false)).toEqual(conflict('/a', 1, 2));
  });

  it('that is to be created must not exist', () => {
    const creation = changeWith('a', { action: 'create', incarnation: null, before: null, after: { note: 'made' } });
    expect(judgeWhole(creation, found(null), false)).toEqual(execute);
    expect(judgeWhole(creation, found({ note: 'made' }), false)).toEqual(taken);
  });

  it('that is to be deleted may be gone', () => {
    const deletion = changeWith('a', { action: 'delete', after: null, steps: [stepWith('a', { result: null })] });
    expect(judgeWhole(deletion, found(null), false)).toEqual(execute);
    expect(judgeWhole(deletion, found({ note: 'other' }), false)).toEqual(conflict('/note', 'old', 'other'));
  });

  it('that is to be replaced may be gone, its deletion done and not recorded', () => {
    const replacement = changeWith('a', {
      action: 'replace',
      before: { tier: 'low' },
      after: { tier: 'high' },
      steps: [
        stepWith('a', { expect: { tier: 'low' }, result: null }, 1),
        stepWith('a', { expect: null, result: { tier: 'high', note: null }, repeat: 'intent' }, 2),
      ],
    });
    expect(judgeWhole(replacement, found(null), false)).toEqual(execute);
    expect(judgeWhole(replacement, found({ tier: 'high' }, '2'), false)).toEqual(conflict('/incarnation', '1', '2'));
  });
});
