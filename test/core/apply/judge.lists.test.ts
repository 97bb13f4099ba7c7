import { describe, expect, it } from 'vitest';
import { judgeStep } from '../../../src/core/apply/judge.ts';
import type { Attributes } from '../../../src/core/attributes.ts';
import { stepWith } from '../../support/plans.ts';

const found = (attributes: Attributes) => ({ incarnation: '1', attributes });
const execute = { kind: 'execute' };
const done = { kind: 'already-applied' };
const conflict = (pointer: string, planned: unknown, what: unknown) => ({
  kind: 'conflict',
  pointer,
  planned,
  found: what,
});

describe('the verdict on one of several steps that each write one member of a list which all of them read', () => {
  const list = (...members: readonly string[]) => ({
    list: { others: 'remove', values: Object.fromEntries(members.map((member) => [member, true])) },
  });
  const adding = stepWith('a', { expect: list('old', 'kept'), result: list('old', 'kept', 'new') }, 1);
  const removing = stepWith('a', { expect: list('old', 'kept', 'new'), result: list('kept', 'new') }, 2);
  const edits = [adding, removing, stepWith('a', { expect: list('kept', 'new'), result: list('new') }, 3)];

  it.each([
    ['what it expects', list('old', 'kept'), execute],
    ['its own result', list('old', 'kept', 'new'), done],
    ['the result of the next step', list('kept', 'new'), done],
    ['the result of the last step', list('new'), done],
    ['a state that no order of them has', list('old', 'new'), conflict('/list/values/kept', true, null)],
    ['a stranger in the last result', list('new', 'other'), conflict('/list/values/kept', true, null)],
    ['nothing', list(), conflict('/list/values/kept', true, null)],
  ])('the first finds %s', (_what, attributes, verdict) => {
    expect(judgeStep(edits, adding, found(attributes), '1', false)).toEqual(verdict);
  });

  it('a list that keeps others is not read as a whole', () => {
    const keep = (...members: readonly string[]) => ({ list: { ...list(...members).list, others: 'keep' } });
    const one = stepWith('a', { expect: keep('old'), result: keep('old', 'new') }, 1);
    const kept = [one, stepWith('a', { expect: keep('old', 'new'), result: keep('old', 'new', 'more') }, 2)];
    expect(judgeStep(kept, one, found(keep('old', 'new', 'more')), '1', false)).toEqual(
      conflict('/list/values/more', null, true),
    );
  });

  it('a later one does not take the state before it for its own', () => {
    expect(judgeStep(edits, removing, found(list('old', 'kept')), '1', false)).toEqual(
      conflict('/list/values/new', true, null),
    );
  });

  it('is known by what a later one wrote to another member', () => {
    const granted = (...members: readonly string[]) => ({ granted: list(...members).list });
    const one = stepWith('a', { expect: granted('old'), result: granted('old', 'new') }, 1);
    const both = [one, stepWith('a', { expect: granted('old', 'new'), result: granted('old', 'new', 'more') }, 2)];
    expect(judgeStep(both, one, found(granted('old', 'new', 'more')), '1', false)).toEqual(done);
    expect(judgeStep(both, one, found(granted('old', 'more')), '1', false)).toEqual(
      conflict('/granted/values/more', null, true),
    );
  });

  it('is not read as a whole before others are removed from it', () => {
    const kept = { list: { ...list('old').list, others: 'keep' } };
    const one = stepWith('a', { expect: kept, result: list('old', 'new') }, 1);
    const both = [one, stepWith('a', { expect: list('old', 'new'), result: list('old', 'new', 'more') }, 2)];
    expect(judgeStep(both, one, found(list('old', 'new', 'more')), '1', false)).toMatchObject({ kind: 'conflict' });
  });

  it('does not take what an earlier one left for its own', () => {
    const last = stepWith('a', { expect: list('old'), result: list('old', 'new') }, 3);
    const chain = [
      stepWith('a', { expect: list('old'), result: list('old', 'gone') }, 1),
      stepWith('a', { expect: list('old', 'gone'), result: list('old') }, 2),
      last,
    ];
    expect(judgeStep(chain, last, found(list('old', 'gone')), '1', false)).toEqual(
      conflict('/list/values/gone', null, true),
    );
  });
});

describe('the verdict on a step before others of fewer attributes', () => {
  it('does not take an object that another made for a creation of its own, whatever later steps would make of it', () => {
    const creation = stepWith('a', { expect: null, result: { note: 'made', tier: 'x' }, repeat: 'intent' }, 1);
    const chain = [creation, stepWith('a', { expect: { note: 'made' }, result: { note: 'new' } }, 2)];
    expect(judgeStep(chain, creation, found({ note: 'new', tier: 'x' }), null, false)).toEqual(
      conflict('', 'does not exist', 'exists'),
    );
  });

  it('knows a creation that it intended by the next step of the same attributes', () => {
    const creation = stepWith('a', { expect: null, result: { note: 'made' }, repeat: 'intent' }, 1);
    const chain = [creation, stepWith('a', { expect: { note: 'made' }, result: { note: 'new' } }, 2)];
    expect(judgeStep(chain, creation, found({ note: 'new' }), null, true)).toEqual(done);
    expect(judgeStep(chain, creation, found({ note: 'new' }), null, false)).toMatchObject({ kind: 'conflict' });
  });

  it('does not take no object for one that lost all of its attributes', () => {
    const edit = stepWith('a', { expect: { note: 'one' }, result: { note: 'two' } }, 1);
    const chain = [edit, stepWith('a', { expect: { note: 'two' }, result: {} }, 2)];
    expect(judgeStep(chain, edit, found({}), '1', false)).toEqual(done);
    expect(judgeStep(chain, edit, { incarnation: null, attributes: null }, '1', false)).toEqual(
      conflict('', 'exists', 'does not exist'),
    );
  });
});
