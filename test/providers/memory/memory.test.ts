import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternMark } from '../../../src/core/attributes.ts';
import type { Guard, StepRequest } from '../../../src/core/ports.ts';
import { matches, projectGrants } from '../../../src/providers/memory/grants.ts';
import { account, addressOf, declared, memoryLab } from '../../support/memory.ts';
import { marksOf } from '../../support/marks.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });

describe('a pattern of the in-memory system', () => {
  it('matches as a regular expression would, with * for any characters', () => {
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (pattern, resource) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'u').test(resource);
        expect(matches(pattern, resource)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for many stars', () => {
    expect(matches(`${'*a'.repeat(90)}*`, 'a'.repeat(199))).toBe(true);
    expect(matches(`${'*a'.repeat(90)}*b`, 'a'.repeat(199))).toBe(false);
  });
});

describe('the grants that a guide manages', () => {
  const held = patternMark('held');
  const list = (others: 'keep' | 'remove', values: object) => ({ others, values: values as never });
  const resources = ['p-a', 'p-b', 'q'];
  const live = { 'p-a': { read: 'granted' }, q: { read: 'granted' }, constructor: { read: 'granted' } } as const;

  it.each([
    [
      'nothing declared',
      list('remove', {}),
      {},
      { 'p-a': { read: 'granted' }, q: { read: 'granted' }, constructor: { read: 'granted' } },
    ],
    ['others kept', list('keep', { q: { read: 'granted' } }), {}, { q: { read: 'granted' } }],
    [
      'a pattern with a gap',
      list('remove', { 'p-*': { read: held } }),
      {},
      { q: { read: 'granted' }, constructor: { read: 'granted' }, 'p-*': { read: patternMark('mixed') } },
    ],
    ['a pattern that ends', list('keep', {}), { 'p-*': { read: held } }, {}],
    [
      'a pattern that matches nothing',
      list('keep', { 'z*': { read: held } }),
      {},
      { 'z*': { read: patternMark('empty') } },
    ],
  ])('%s', (_what, head, base, values) => {
    expect(projectGrants(live, head, base, resources)).toEqual({ others: head.others, values });
  });

  it('says of a pattern that ends only what nothing else still covers', () => {
    const state = (head: object, on = live) =>
      projectGrants(on, list('remove', head), { 'p-*': { read: held } }, resources).values['p-*'];
    expect(state({})).toEqual({ read: patternMark('mixed') });
    expect(state({ 'p-a': { read: 'granted' } })).toEqual({ read: patternMark('none') });
    expect(state({ '*a': { read: held } })).toEqual({ read: patternMark('none') });
    expect(state({ 'p*': { read: held } })).toEqual({ read: patternMark('empty') });
    expect(state({ 'p*': { write: held } })).toEqual({ read: patternMark('mixed') });
  });
});

describe('a write to the in-memory system', () => {
  it('is judged again when something moved while the lease was checked', async () => {
    const lab = memoryLab({ accounts: { a: account({ note: 'old' }) } });
    const { steps } = await lab.change({ base: [declared('a')], head: [declared('a', { note: 'new' })] });
    const [step] = steps;
    if (step === undefined) throw new Error('there is a step');
    const request: StepRequest = { address: addressOf('a'), step, marks: marksOf('a run') };
    let fences = 0;
    const seen: unknown[] = [];
    const guard: Guard = {
      judge(found) {
        seen.push(found.attributes);
        return seen.length === 1
          ? { kind: 'execute' }
          : { kind: 'conflict', pointer: '/note', planned: 'old', found: 'moved' };
      },
      confirm: () => ({ kind: 'already-applied' }),
      fence: async () => {
        if ((fences += 1) === 1) lab.edit('a', { note: 'moved' });
      },
    };
    const outcome = await lab.writer.run(request, guard, {
      store: () => Promise.reject(new Error('nothing to store')),
    });
    expect([outcome.kind, seen, lab.system.load().accounts['a']?.note]).toEqual([
      'conflict',
      [{ note: 'old' }, { note: 'moved' }],
      'moved',
    ]);
  });
});
