import { describe, expect, it } from 'vitest';
import { retriesExhausted, targetMismatch, unread } from '../../../src/core/apply/failures.ts';
import { CountersignError } from '../../../src/core/errors.ts';
import { stepWith } from '../../support/plans.ts';
import { cause } from '../../support/scripted.ts';

describe('what stands in the way of an apply is told with cause, evidence and mend:', () => {
  const step = stepWith('a', {}, 2);

  it('a live system that asks for repetition without end, and what it said last', () => {
    const told = {
      code: 'step-retries-exhausted',
      severity: 'error',
      cause: `The live system asked 3 times to repeat ${step.id}.`,
      mend: expect.stringContaining('next run'),
    };
    expect(retriesExhausted(step, 3, cause)).toEqual({ ...told, evidence: cause.cause });
    expect(Object.keys(retriesExhausted(step, 3, null))).toEqual(Object.keys(told));
  });

  it('a connection that leads elsewhere', () => {
    expect(targetMismatch('orders-db', 'planned x, found y')).toEqual({
      code: 'target-mismatch',
      severity: 'error',
      cause: 'The write connection of orders-db leads to another system than the one that was planned.',
      mend: expect.stringContaining('Reconciliation'),
      evidence: 'planned x, found y',
    });
  });

  it.each([
    ['its evidence', 'no route', 'postgres-unreachable: no route'],
    ['its code alone where it has none', undefined, 'postgres-unreachable'],
  ])('an identity that cannot be read, with the code of the failure and %s', (_, evidence, told) => {
    const details = evidence === undefined ? { mend: 'Try.' } : { mend: 'Try.', evidence };
    expect(unread('a', new CountersignError('postgres-unreachable', 'it is away', details))).toEqual({
      code: 'live-state-unread',
      severity: 'error',
      cause: 'a could not be read through the write connection: it is away',
      mend: 'Try. Nothing is lost: the next run of the apply workflow continues here.',
      evidence: told,
    });
  });

  it('and a defect is none of these', () => {
    const defect = new TypeError('x is not a function');
    expect(() => unread('a', defect)).toThrow(defect);
  });
});
