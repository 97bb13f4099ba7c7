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
    mend: 'Correct the write credential, then ask for the same again with a Reconciliation, which is planned and approved anew.',
    evidence,
  };
}

/** What keeps a source or an identity from being read before or after a write; rethrows what is no CountersignError. */
export function unread(what: string, error: unknown): Diagnostic {
  if (!(error instanceof CountersignError)) throw error;
  const { code, message, mend, evidence } = error;
  return {
    code: 'live-state-unread',
    severity: 'error',
    cause: `${what} could not be read through the write connection: ${message}`,
    mend: `${mend} Nothing is lost: the next run of the apply workflow continues here.`,
    evidence: evidence === undefined ? code : `${code}: ${evidence}`,
  };
}
