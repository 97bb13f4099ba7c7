import type { Diagnostic } from '../errors.ts';
import type { Step } from '../plan.ts';
import type { Guard, Outcome } from '../ports.ts';
import { retriesExhausted } from './failures.ts';
import { confirmStep } from './judge.ts';
import { isDone, receiptOf, type Receipt } from './receipt.ts';

/** How often a step that the system itself asked to repeat is tried within one run. */
const MAXIMUM_ATTEMPTS = 3;

export type Attempt = {
  readonly step: Step;
  readonly guard: Guard;
  run(guard: Guard): Promise<Outcome>;
  /** Keeps a receipt that is not the step's last word. */
  note(receipt: Receipt): Promise<unknown>;
};

/** One step until it has a receipt: repeated where the system asks for it, read again where nobody knows. */
export async function attemptStep(attempt: Attempt): Promise<Receipt> {
  const { step, guard } = attempt;
  let cause: Diagnostic | null = null;
  for (let count = 1; count <= MAXIMUM_ATTEMPTS; count += 1) {
    const outcome = await attempt.run(guard);
    if (outcome.kind === 'ambiguous') return await settled(attempt, outcome.cause);
    if (outcome.kind !== 'retryable') return receiptFrom(step, outcome);
    cause = outcome.cause;
  }
  return receiptOf(step.id, 'failed', { failure: retriesExhausted(step, MAXIMUM_ATTEMPTS, cause) });
}

/** A call that may or may not have happened is recorded, then read; only a step that can do no harm twice runs again. */
async function settled(attempt: Attempt, cause: Diagnostic): Promise<Receipt> {
  const { step, guard } = attempt;
  const ambiguous = receiptOf(step.id, 'ambiguous', { failure: cause });
  await attempt.note(ambiguous);
  let undecided = false;
  const outcome = await attempt.run({
    ...guard,
    judge: (found) => {
      // The call found no object and was sent, so this apply's intent stands behind what is there; the writer looks for its mark.
      if (step.expect === null && confirmStep(step, found).kind === 'already-applied')
        return { kind: 'already-applied' };
      const verdict = guard.judge(found);
      undecided = verdict.kind === 'execute' && step.repeat === 'intent';
      return undecided ? { kind: 'conflict', pointer: '', planned: 'done or not done', found: 'unknown' } : verdict;
    },
  });
  if (undecided) return ambiguous;
  const receipt = receiptFrom(step, outcome);
  return isDone(receipt) || receipt.kind === 'conflict' ? receipt : ambiguous;
}

function receiptFrom(step: Step, outcome: Outcome): Receipt {
  switch (outcome.kind) {
    case 'applied':
    case 'already-applied': {
      const { found, issued, remains } = outcome;
      return receiptOf(step.id, outcome.kind, {
        incarnation: found.incarnation,
        found: found.attributes,
        issued,
        remains,
      });
    }
    case 'conflict': {
      const { pointer, planned, found } = outcome;
      return receiptOf(step.id, 'conflict', { conflict: { pointer, planned, found } });
    }
    case 'ambiguous':
      return receiptOf(step.id, 'ambiguous', { failure: outcome.cause });
    case 'failed':
    case 'retryable':
      return receiptOf(step.id, 'failed', { failure: outcome.cause });
    case 'waiting':
      return receiptOf(step.id, 'waiting', { note: outcome.until.description });
  }
}
