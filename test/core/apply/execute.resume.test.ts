import { describe, expect, it } from 'vitest';
import { receiptOf } from '../../../src/core/apply/receipt.ts';
import { CountersignError } from '../../../src/core/errors.ts';
import { apply, applied, chain, done, first, history, id, scripted, second } from '../../support/scripted.ts';

describe('a resumed apply', () => {
  it('runs what is not done, and records nothing twice', async () => {
    const { writer, runs } = scripted(
      ({ step }) => applied(step),
      () => ({ incarnation: '1', attributes: { note: 'mid' } }),
    );
    const report = await apply([chain('a', first, second)], writer, { history: history([done(id('a'))]) });
    expect([report.kinds, report.log, runs]).toEqual([['applied', 'applied'], ['applied a#2'], ['a#2']]);
  });

  it('keeps what is done when it is refused now, and lets the first other step say why', async () => {
    const { writer, runs } = scripted(({ step }) => applied(step));
    const elsewhere = { ...writer, identify: async () => ({ id: 'two' }) };
    const report = await apply([chain('a', first, second)], elsewhere, { history: history([done(id('a'))]) });
    expect([report.kinds, report.log, report.result, runs]).toEqual([
      ['applied', 'failed'],
      ['failed a#2'],
      'partial',
      [],
    ]);
  });

  it('finishes what was begun and leaves the rest, where only that is still allowed', async () => {
    const { writer, runs } = scripted(
      ({ step }) => applied(step),
      () => ({ incarnation: '1', attributes: { note: 'mid' } }),
    );
    const report = await apply([chain('a', first, second), chain('b', {})], writer, {
      history: history([done(id('a'))]),
      finishing: new Set(['memory/MemoryAccount/a']),
    });
    expect([report.result, report.kinds, runs]).toEqual(['partial', ['applied', 'applied', 'not-attempted'], ['a#2']]);
  });

  it('that has nothing left to do asks for nothing but what it reads back', async () => {
    const { writer, runs } = scripted(
      ({ step }) => applied(step),
      () => ({ incarnation: '1', attributes: { note: 'new' } }),
    );
    const report = await apply([chain('a', first, second)], writer, {
      history: history([done(id('a')), done(id('a', 2))]),
    });
    expect([report.result, report.log, report.unverified, runs]).toEqual(['applied', [], [], []]);
  });

  it('that has nothing left to do and cannot be read is unverified, and done', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const observe = () => Promise.reject(new CountersignError('unreachable', 'No answer.', { mend: 'Wait.' }));
    const report = await apply([chain('a', {})], { ...writer, observe }, { history: history([done(id('a'))]) });
    expect([report.result, report.unverified]).toEqual(['applied', ['memory/MemoryAccount/a']]);
  });

  it.each(['conflict', 'failed', 'ambiguous', 'waiting', 'not-attempted'] as const)(
    'tries again what ended in %s',
    async (kind) => {
      const { writer, runs } = scripted(({ step }) => applied(step));
      const report = await apply([chain('a', {})], writer, { history: history([receiptOf(id('a'), kind)]) });
      expect([report.kinds, runs]).toEqual([['applied'], ['a#1']]);
    },
  );

  it('compares the whole identity again when only an intent was kept and nothing was written', async () => {
    const { writer, runs } = scripted(
      ({ step }) => applied(step),
      () => ({ incarnation: '1', attributes: { note: 'old', tier: 'drifted' } }),
    );
    const change = { ...chain('a', { repeat: 'intent' }, second), before: { note: 'old', tier: 'planned' } };
    const report = await apply([change], writer, { history: history([], [id('a')]) });
    expect([report.kinds, runs]).toEqual([['conflict', 'not-attempted'], []]);
  });

  it('does not record an intent again', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const report = await apply([chain('a', { repeat: 'intent' })], writer, { history: history([], [id('a')]) });
    expect(report.log).toEqual(['applied a#1']);
  });

  it('knows the incarnation from its receipts, also where they keep no attributes', async () => {
    const judgements: unknown[] = [];
    const found = { incarnation: '2', attributes: { note: 'mid' } };
    const { writer } = scripted(
      ({ step }, guard) => {
        judgements.push(guard.judge(found));
        return applied(step);
      },
      () => found,
    );
    const receipt = receiptOf(id('a'), 'applied', { incarnation: '1' });
    await apply([chain('a', first, second)], writer, { history: history([receipt]) });
    expect(judgements).toEqual([{ kind: 'conflict', pointer: '/incarnation', planned: '1', found: '2' }]);
  });
});
