import { describe, expect, it } from 'vitest';
import { guideOf } from '../../../src/core/apply/execute.ts';
import { CountersignError } from '../../../src/core/errors.ts';
import type { Writer } from '../../../src/core/ports.ts';
import { changeWith, stepWith } from '../../support/plans.ts';
import { apply, applied, chain, first, scripted, second } from '../../support/scripted.ts';

describe('before anything is written', () => {
  const never = () => scripted(() => Promise.reject(new Error('was run')));

  it('an intent is kept, behind the fence', async () => {
    const events: string[] = [];
    const { writer } = scripted(({ step }) => {
      events.push('run');
      return applied(step);
    });
    await apply([chain('a', { repeat: 'intent' })], writer, {
      fence: async () => void events.push('fence'),
      recorder: { intent: async () => void events.push('intent'), receipt: async () => void events.push('receipt') },
    });
    expect(events).toEqual(['fence', 'intent', 'run', 'receipt']);
  });

  it('the lease is lost: everything stops and nothing is recorded or run', async () => {
    const lost = () =>
      Promise.reject(new CountersignError('lease-lost', 'Another run holds the lease.', { mend: 'Wait.' }));
    const { writer, runs } = never();
    const log: string[] = [];
    const recorder = { intent: async () => void log.push('intent'), receipt: async () => void log.push('receipt') };
    const attempt = apply([chain('a', { repeat: 'intent' }), chain('b', {})], writer, { fence: lost, recorder });
    await expect(attempt).rejects.toThrow('Another run holds the lease.');
    expect([runs, log]).toEqual([[], []]);
  });

  it('an intent that could not be kept stops everything', async () => {
    const { writer, runs } = never();
    const recorder = { intent: () => Promise.reject(new Error('no ledger')), receipt: async () => {} };
    await expect(apply([chain('a', { repeat: 'intent' })], writer, { recorder })).rejects.toThrow('no ledger');
    expect(runs).toEqual([]);
  });

  it('a blocked change anywhere refuses the whole plan', async () => {
    const { writer, runs } = never();
    const blocked = { ...chain('b', {}), blocked: [{ code: 'removal-guard', message: 'too much' }] };
    const report = await apply([chain('a', {}), blocked], writer);
    expect([report.kinds, report.result, runs]).toEqual([['not-attempted', 'not-attempted'], 'refused', []]);
    expect(report.receipts[0]?.note).toBe('the plan is blocked: memory/MemoryAccount/b: removal-guard');
  });

  it("an object that appears between the two looks is not taken for this apply's own, for all that it intends", async () => {
    const made = { incarnation: '9', attributes: { note: 'new' } };
    const verdicts: unknown[] = [];
    const { writer } = scripted(
      ({ step }, guard) => {
        verdicts.push(guard.judge(made));
        return applied(step);
      },
      () => ({ incarnation: null, attributes: null }),
    );
    const steps = [stepWith('a', { expect: null, repeat: 'intent' })];
    await apply([changeWith('a', { action: 'create', incarnation: null, before: null, steps })], writer);
    expect(verdicts).toMatchObject([{ kind: 'conflict', pointer: '' }]);
  });

  it('another target refuses what is in that source', async () => {
    const { writer, runs } = never();
    const report = await apply([chain('a', first, second)], { ...writer, identify: async () => ({ id: 'two' }) });
    expect([report.kinds, report.result, runs]).toEqual([['failed', 'not-attempted'], 'refused', []]);
    expect(report.receipts[0]?.failure).toMatchObject({
      code: 'target-mismatch',
      evidence: 'planned {"id":"one"}, found {"id":"two"}',
    });
    const elsewhere = { ...chain('a', {}), address: 'other/MemoryAccount/a' };
    const unplanned = await apply([elsewhere], null, { writers: new Map([['other', writer]]) });
    expect(unplanned.receipts[0]?.failure).toMatchObject({ code: 'target-mismatch' });
  });

  it('drift in any attribute of the identity is a conflict, also where only a later step would meet it', async () => {
    const { writer, runs } = scripted(
      ({ step }) => applied(step),
      () => ({ incarnation: '1', attributes: { note: 'old', tier: 'drifted' } }),
    );
    const change = {
      ...chain('a', {}),
      before: { note: 'old', tier: 'planned' },
      after: { note: 'new', tier: 'planned' },
    };
    const report = await apply([change], writer);
    expect([report.kinds, runs]).toEqual([['conflict'], []]);
    expect(report.receipts[0]?.conflict).toEqual({ pointer: '/tier', planned: 'planned', found: 'drifted' });
  });

  it('a system that cannot be reached leaves the apply unfinished, to be taken up again', async () => {
    const down = () =>
      Promise.reject(new CountersignError('unreachable', 'No answer.', { mend: 'Wait.', evidence: 'timeout' }));
    for (const parts of [{ identify: down }, { observe: down }]) {
      const { writer, runs } = never();
      const report = await apply([chain('a', first, second)], { ...writer, ...parts });
      expect([report.kinds, report.result, runs]).toEqual([['failed', 'not-attempted'], 'unfinished', []]);
      expect(report.receipts[0]?.failure).toMatchObject({
        code: 'live-state-unread',
        evidence: 'unreachable: timeout',
      });
    }
    const missing = await apply([chain('a', {})], null);
    expect([missing.kinds, missing.result]).toEqual([['failed'], 'unfinished']);
    expect(missing.receipts[0]?.failure?.evidence).toBe('writer-missing');
  });

  it('each system is asked once who it is', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    let asked = 0;
    const counting = { ...writer, identify: async () => ({ id: (asked += 1) === 1 ? 'one' : 'two' }) };
    expect((await apply([chain('a', {}), chain('b', {})], counting)).result).toBe('applied');
    expect(asked).toBe(1);
  });

  it('a defect is not taken for a failure', async () => {
    const { writer } = never();
    const broken = () => Promise.reject(new TypeError('a defect'));
    await expect(apply([chain('a', {})], { ...writer, identify: broken })).rejects.toThrow('a defect');
    await expect(apply([chain('a', {})], { ...writer, observe: broken })).rejects.toThrow('a defect');
  });
});

describe('a plan without steps', () => {
  it('asks nothing of any system', async () => {
    const report = await apply([changeWith('a', { action: 'describe', steps: [] })], null);
    expect(report).toMatchObject({ result: 'nothing', receipts: [], unverified: [], log: [] });
    const unasked = () => Promise.reject(new Error('was asked'));
    const { writer } = scripted(unasked);
    const described = await apply([changeWith('a', { action: 'describe', steps: [] })], {
      ...writer,
      identify: unasked,
      observe: unasked,
    });
    expect(described.unverified).toEqual([]);
  });
});

describe('what was read back', () => {
  it('differs from the plan: the identity is unverified, everything applied', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    const odd: Writer = {
      ...writer,
      observe: async () => ({ incarnation: '1', attributes: { note: 'old', more: 1 } }),
    };
    const report = await apply([{ ...chain('a', {}), before: { note: 'old', more: 1 } }], odd);
    expect([report.result, report.unverified]).toEqual(['applied', ['memory/MemoryAccount/a']]);
  });

  it('cannot be read: unverified, and what comes next is not held up', async () => {
    const { writer } = scripted(({ step }) => applied(step));
    let reads = 0;
    const flaky: Writer = {
      ...writer,
      observe: (address, guide) =>
        (reads += 1) === 2
          ? Promise.reject(new CountersignError('unreachable', 'No answer.', { mend: 'Wait.' }))
          : writer.observe(address, guide),
    };
    const report = await apply([chain('a', {}), chain('b', {})], flaky);
    expect([report.result, report.unverified]).toEqual(['applied', ['memory/MemoryAccount/a']]);
  });

  it('is looked at as the plan was made, or whole where nothing is left to manage', () => {
    expect(guideOf(changeWith('a'))).toEqual({ base: { note: 'old' }, head: { note: 'new' } });
    expect(guideOf(changeWith('a', { after: null }))).toBeNull();
  });
});
