import { describe, expect, it } from 'vitest';
import { receiptOf, type Receipt } from '../../../src/core/apply/receipt.ts';
import { commitmentOf } from '../../../src/core/creation-mark.ts';
import type { Sha256 } from '../../../src/core/json.ts';
import type { Change } from '../../../src/core/plan.ts';
import type { StepRequest } from '../../../src/core/ports.ts';
import { CountersignError } from '../../../src/core/errors.ts';
import { COMMITMENT } from '../../support/marks.ts';
import { apply, applied, BEFORE, chain, done, first, history, id, scripted, second } from '../../support/scripted.ts';

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

  it('is refused now for what keeps it now, whatever kept it earlier', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const elsewhere = { ...writer, identify: async () => ({ id: 'two' }) };
    const report = await apply([chain('a', first, second)], elsewhere, {
      history: history([receiptOf(id('a'), 'waiting', { note: 'a day' })]),
    });
    expect(report.log).toEqual(['failed a#1', 'not-attempted a#2']);
    expect(report.receipts[0]?.failure?.code).toBe('target-mismatch');
  });

  it('finishes what was begun and leaves the rest, where only that is still allowed', async () => {
    const { writer, runs } = scripted(
      ({ step }) => applied(step),
      () => ({ incarnation: '1', attributes: { note: 'mid' } }),
    );
    const report = await apply([chain('a', first, second), chain('b', {})], writer, {
      history: history([done(id('a'))]),
      finishing: {
        begun: new Set(['memory/MemoryAccount/a']),
        reasons: [{ code: 'apply-expired', message: 'It landed too long ago.' }],
      },
    });
    expect(report.receipts.at(-1)?.note).toMatch(/no longer allowed: It landed too long ago\. \(apply-expired\)$/u);
    expect([report.result, report.kinds, runs]).toEqual(['partial', ['applied', 'applied', 'not-attempted'], ['a#2']]);
  });

  it('says five reasons of those for which the rest is no longer allowed', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const reasons = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ code, message: 'No.' }));
    const report = await apply([chain('a', {})], writer, { finishing: { begun: new Set(), reasons } });
    expect(report.receipts[0]?.note).toMatch(/allowed: No\. \(a\): No\. \(b\): No\. \(c\): No\. \(d\): No\. \(e\)$/u);
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

  it('that cannot read what it began goes no further', async () => {
    const { writer, runs } = scripted(({ step }) => applied(step));
    const observe = () => Promise.reject(new CountersignError('unreachable', 'No answer.', { mend: 'Wait.' }));
    const report = await apply(
      [chain('a', first, second)],
      { ...writer, observe },
      { history: history([done(id('a'))]) },
    );
    expect([report.kinds, report.result, runs]).toEqual([['applied', 'failed'], 'unfinished', []]);
    expect(report.receipts[1]?.failure?.code).toBe('live-state-unread');
  });

  it('that has nothing left to do and cannot be read is unverified, and done', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const observe = () => Promise.reject(new CountersignError('unreachable', 'No answer.', { mend: 'Wait.' }));
    const report = await apply([chain('a', {})], { ...writer, observe }, { history: history([done(id('a'))]) });
    expect([report.result, report.unverified]).toEqual(['applied', ['memory/MemoryAccount/a']]);
  });

  it('that comes upon a defect while it reads back does not hide it', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const observe = () => Promise.reject(new TypeError('x is not a function'));
    const resumed = apply([chain('a', {})], { ...writer, observe }, { history: history([done(id('a'))]) });
    await expect(resumed).rejects.toThrow(TypeError);
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

  it('records an intent of its own before it tries again', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const report = await apply([chain('a', { repeat: 'intent' })], writer, { history: history([], [id('a')]) });
    expect(report.log).toEqual(['intent a#1', 'applied a#1']);
  });

  it('writes a mark of its own and knows those that earlier runs committed to, also in the steps that follow', async () => {
    const asked: StepRequest[] = [];
    const { writer } = scripted(
      (request) => {
        asked.push(request);
        return applied(request.step);
      },
      (address) => (address.endsWith('/a') ? { incarnation: null, attributes: null } : BEFORE),
    );
    const committed: Sha256[] = [];
    const change = {
      ...chain('a', { expect: null, result: { note: 'mid' }, repeat: 'intent' }, second),
      action: 'create' as const,
      before: null,
      incarnation: null,
    };
    await apply([change, chain('b', {})], writer, {
      history: history([], [id('a')]),
      recorder: { intent: async (_step, commitment) => void committed.push(commitment), receipt: async () => {} },
    });
    const [creating, following, other] = asked.map(({ marks }) => marks);
    expect(committed).toEqual([commitmentOf(creating?.mark ?? '')]);
    expect([...(creating?.commitments ?? [])]).toEqual([COMMITMENT, ...committed]);
    expect(following).toBe(creating);
    expect(other?.commitments).not.toContain(COMMITMENT);
    expect(other?.mark).not.toBe(creating?.mark);
  });

  /** What is judged of an object of incarnation 2 by the steps that have no receipt yet. */
  async function judgementsOf(change: Change, receipts: readonly Receipt[]): Promise<readonly unknown[]> {
    const judgements: unknown[] = [];
    const found = { incarnation: '2', attributes: { note: 'mid' } };
    const { writer } = scripted(
      ({ step }, guard) => {
        judgements.push(guard.judge(found));
        return applied(step);
      },
      () => found,
    );
    await apply([change], writer, { history: history(receipts) });
    return judgements;
  }

  const another = { kind: 'conflict', pointer: '/incarnation', planned: '1', found: '2' };

  it('knows the incarnation from its receipts, also where they keep no attributes', async () => {
    const receipt = receiptOf(id('a'), 'applied', { incarnation: '1' });
    expect(await judgementsOf({ ...chain('a', first, second), incarnation: null }, [receipt])).toEqual([another]);
  });

  it('knows the incarnation from the plan where its receipts do not tell', async () => {
    expect(await judgementsOf(chain('a', first, second), [receiptOf(id('a'), 'applied')])).toEqual([another]);
  });

  it('does not hold what a replacement made for another object than the one that it replaced', async () => {
    const replacing = chain('a', { ...first, result: null }, { expect: null, result: { note: 'mid' } }, second);
    const receipts = [receiptOf(id('a'), 'applied', { incarnation: '1' }), receiptOf(id('a', 2), 'applied')];
    expect(await judgementsOf(replacing, receipts)).toEqual([{ kind: 'execute' }]);
  });
});
