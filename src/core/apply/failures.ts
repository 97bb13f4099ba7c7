import { CountersignError, type Diagnostic } from '../errors.ts';
import type { Step } from '../plan.ts';

export function retriesExhausted(step: Step, attempts: number, cause: Diagnostic | null): Diagnostic {
  return {
    code: 'step-retries-exhausted',
    severity: 'error',
    cause: `The live system asked ${attempts} times to repeat ${step.id}.`,
    mend: 'Nothing is lost: the next run of the apply workflow continues here.',
    ...(cause === null ? {} : { evidence: cause.cause }),
  };
}

export function targetMismatch(source: string, evidence: string): Diagnostic {
  return {
    code: 'target-mismatch',
    severity: 'error',
    cause: `The write connection of ${source} leads to another system than the one that was planned.`,
    mend: 'Correct the write credential, or plan again against the system that is meant.',
    evidence,
  };
}

export function failureOf(error: unknown): Diagnostic {
  if (error instanceof CountersignError) {
    return {
      code: error.code,
      severity: 'error',
      cause: error.message,
      mend: error.mend,
      ...(error.evidence === undefined ? {} : { evidence: error.evidence }),
    };
  }
  throw error;
}
