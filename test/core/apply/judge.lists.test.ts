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
});
