import { describe, expect, it } from 'vitest';
import { receiptOf, type Receipt } from '../../../src/core/apply/receipt.ts';
import type { Change } from '../../../src/core/plan.ts';
import type { Observation, Outcome } from '../../../src/core/ports.ts';
import { changeWith, stepWith } from '../../support/plans.ts';
import {
  apply,
  applied,
  BEFORE,
  cause,
  chain,
  done,
  first,
  history,
  id,
  scripted,
  second,
  type Script,
} from '../../support/scripted.ts';

describe('an outcome', () => {
  it('that several keep from being reached is put down to the first of them', async () => {
    const { writer } = scripted(({ step }) => (step.id === id('c') ? applied(step) : { kind: 'failed', cause }));
    const dependent = chain('c', { dependsOn: [id('b'), id('a')] });
    const report = await apply([chain('a', {}), chain('b', {}), dependent], writer);
    expect(report.receipts.at(-1)).toMatchObject({ kind: 'not-attempted', note: `${id('b')} was not applied` });
  });

  const cases: readonly (readonly [string, Outcome, Receipt['kind'], string])[] = [
    ['failed', { kind: 'failed', cause }, 'failed', 'refused'],
    ['waiting', { kind: 'waiting', until: { description: 'a day', notBefore: null } }, 'waiting', 'unfinished'],
    ['conflict', { kind: 'conflict', pointer: '/note', planned: 'a', found: 'b' }, 'conflict', 'refused'],
    ['ambiguous', { kind: 'ambiguous', cause }, 'ambiguous', 'unfinished'],
    ['retryable', { kind: 'retryable', cause }, 'failed', 'unfinished'],
  ];
  it.each(cases)('%s stops its chain and what waits for it, and nothing else', async (_name, outcome, kind, result) => {
    const { writer } = scripted(({ step }) => (step.id === id('a') ? outcome : applied(step)));
    const waiting = chain('b', { dependsOn: [id('a', 2)] });
    const alone = await apply([chain('a', first, second), waiting], writer);
    expect([alone.kinds, alone.result]).toEqual([[kind, 'not-attempted', 'not-attempted'], result]);
    expect(alone.receipts.map(({ note }) => note).slice(1)).toEqual([
      `${id('a')} ended in ${kind}`,
      `${id('a', 2)} was not applied`,
    ]);
    const beside = await apply([chain('a', first, second), waiting, chain('c', {})], writer);
    expect(beside.kinds).toEqual([kind, 'not-attempted', 'not-attempted', 'applied']);
    expect(beside.result).toBe(result === 'refused' ? 'partial' : 'unfinished');
  });

  it('retryable is tried three times at most, under the same judgement', async () => {
    let asked = 0;
    const { writer, runs } = scripted(({ step }) => ((asked += 1) < 3 ? { kind: 'retryable', cause } : applied(step)));
    expect((await apply([chain('a', {})], writer)).kinds).toEqual(['applied']);
    const never = scripted(() => ({ kind: 'retryable', cause }));
    const { receipts } = await apply([chain('a', {})], never.writer);
    expect(receipts[0]?.failure).toMatchObject({ code: 'step-retries-exhausted', evidence: 'it said so' });
    expect([runs.length, never.runs.length]).toEqual([3, 3]);
  });

  it('keeps what a step issued, what it could not end, and what it found', async () => {
    const outcome: Outcome = {
      kind: 'applied',
      found: { incarnation: '7', attributes: { note: 'new' } },
      issued: ['key-1'],
      remains: ['a session'],
    };
    const { receipts } = await apply([chain('a', {})], scripted(() => outcome).writer);
    expect(receipts).toEqual([
      receiptOf(id('a'), 'applied', {
        incarnation: '7',
        found: { note: 'new' },
        issued: ['key-1'],
        remains: ['a session'],
      }),
    ]);
  });
});

describe('while it runs', () => {
  it('an apply tells which step of which identity it is at, and nothing of what is done', async () => {
    const told: string[] = [];
    const { writer } = scripted(
      ({ step }) => applied(step),
      () => ({ incarnation: '1', attributes: { note: 'mid' } }),
    );
    await apply([chain('a', first, second)], writer, {
      history: history([done(id('a'))]),
      progress: (line) => void told.push(line),
    });
    expect(told).toEqual(['memory/MemoryAccount/a: step 2 of 2']);
  });

  it('every step after the one that carries the reason is told to have been stopped', async () => {
    const { writer } = scripted(() => ({ kind: 'failed', cause }));
    const third = { expect: { note: 'new' }, result: { note: 'newer' } };
    const { receipts } = await apply([chain('a', first, second, third)], writer);
    expect(receipts).toEqual([
      receiptOf(id('a'), 'failed', { failure: cause }),
      receiptOf(id('a', 2), 'not-attempted', { note: `${id('a')} ended in failed` }),
      receiptOf(id('a', 3), 'not-attempted', { note: 'memory/MemoryAccount/a was stopped before this step' }),
    ]);
  });

  it('a step that was waited for and is not there stops what waits for it, and is named', async () => {
    const { writer, runs } = scripted(({ step }) => applied(step));
    const { receipts } = await apply([chain('b', { dependsOn: [id('a'), id('nobody')] }), chain('a', {})], writer);
    expect(receipts.map(({ kind, note }) => [kind, note])).toEqual([
      ['applied', null],
      ['not-attempted', `${id('nobody')} was not applied`],
    ]);
    expect(runs).toEqual(['a#1']);
  });
});

describe('an ambiguous outcome', () => {
  /** What a writer does with each verdict when it is called again; `written`: how often it executed. */
  function judged(found: Observation) {
    const seen = { calls: 0, written: 0 };
    const script: Script = ({ step }, guard) => {
      seen.calls += 1;
      if (seen.calls === 1) return { kind: 'ambiguous', cause };
      const verdict = guard.judge(found);
      switch (verdict.kind) {
        case 'conflict':
          return verdict;
        case 'already-applied':
          return { kind: 'already-applied', found, issued: [], remains: [] };
        case 'execute':
          seen.written += 1;
          return applied(step);
        default:
          throw new Error('no verdict');
      }
    };
    return { seen, script };
  }
  const creation = changeWith('a', {
    action: 'create',
    incarnation: null,
    before: null,
    steps: [stepWith('a', { expect: null, repeat: 'intent' })],
  });
  const none: Observation = { incarnation: null, attributes: null };
  const made: Observation = { incarnation: '5', attributes: { note: 'new' } };
  const issue = chain('a', { repeat: 'intent' });

  it.each<[string, Change, Observation, readonly string[], string]>([
    [
      'of a step that may run twice: not done, so it runs',
      chain('a', {}),
      BEFORE,
      ['ambiguous a#1', 'applied a#1'],
      'applied',
    ],
    [
      'of a step that may run twice: done',
      chain('a', {}),
      { ...made, incarnation: '1' },
      ['ambiguous a#1', 'already-applied a#1'],
      'applied',
    ],
    [
      'and something else found',
      chain('a', {}),
      { incarnation: '1', attributes: { note: 'x' } },
      ['ambiguous a#1', 'conflict a#1'],
      'refused',
    ],
    ['of a creation: not done, so nobody knows', creation, none, ['intent a#1', 'ambiguous a#1'], 'unfinished'],
    ['of a creation: done', creation, made, ['intent a#1', 'ambiguous a#1', 'already-applied a#1'], 'applied'],
    [
      'of a creation: something else is there',
      creation,
      { incarnation: '5', attributes: { note: 'x' } },
      ['intent a#1', 'ambiguous a#1', 'conflict a#1'],
      'refused',
    ],
    ['of an intent: not done, so nobody knows', issue, BEFORE, ['intent a#1', 'ambiguous a#1'], 'unfinished'],
  ])('%s', async (_what, change, found, log, result) => {
    const before = change.before === null ? none : BEFORE;
    const { seen, script } = judged(found);
    const report = await apply([change], scripted(script, () => before).writer);
    expect([report.log, report.result]).toEqual([log, result]);
    expect(seen.written).toBe(log.includes('applied a#1') ? 1 : 0);
  });

  it('stays so when reading it again fails in whatever way', async () => {
    for (const again of ['ambiguous', 'failed', 'retryable'] as const) {
      let calls = 0;
      const { writer, runs } = scripted(() =>
        (calls += 1) === 1 ? { kind: 'ambiguous', cause } : { kind: again, cause },
      );
      expect((await apply([chain('a', {})], writer)).kinds).toEqual(['ambiguous']);
      expect(runs).toHaveLength(2);
    }
  });

  it('is not mistaken for a conflict whose found value reads the same', async () => {
    let calls = 0;
    const { writer } = scripted(() =>
      (calls += 1) === 1
        ? { kind: 'ambiguous', cause }
        : { kind: 'conflict', pointer: '/note', planned: 'done or not done', found: 'unknown' },
    );
    expect((await apply([chain('a', {})], writer)).kinds).toEqual(['conflict']);
  });
});
