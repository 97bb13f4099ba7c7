import { excerpt } from '../../../core/excerpt.ts';
import { CountersignError, diagnosticOf, type Diagnostic } from '../../../core/errors.ts';
import type { Outcome } from '../../../core/ports.ts';
import { CallFailure } from '../call-failure.ts';
import { readFailure } from '../catalog/read-failure.ts';

/** What a write that failed means for its step. `again`: nothing was done, and it may pass by itself. */
export type WriteTrouble =
  | { readonly kind: 'again'; readonly outcome: Outcome }
  | { readonly kind: 'unknown'; readonly outcome: Outcome }
  | { readonly kind: 'over'; readonly outcome: Outcome };

/**
 * IAM finds a principal of a trust policy that was just made only after a while, and says so under the name of a malformed document.
 * Nothing else that is malformed is ever sent twice.
 */
const UNKNOWN_PRINCIPAL = /\binvalid principal in policy\b/iu;

/** @throws the error itself when it is not of AWS */
export function troubleOf(error: unknown): WriteTrouble {
  if (!(error instanceof CallFailure)) throw error;
  switch (error.kind) {
    case 'throttled':
    case 'busy':
      return { kind: 'again', outcome: { kind: 'retryable', cause: causeOf(error) } };
    case 'missing':
      return { kind: 'again', outcome: { kind: 'failed', cause: refusedBy(error) } };
    case 'unsent':
      return { kind: 'over', outcome: { kind: 'retryable', cause: causeOf(error) } };
    case 'unanswered':
      return { kind: 'unknown', outcome: { kind: 'ambiguous', cause: unanswered(error) } };
    case 'denied':
    case 'credentials':
      return { kind: 'over', outcome: { kind: 'failed', cause: causeOf(error) } };
    case 'refused':
      return {
        kind: UNKNOWN_PRINCIPAL.test(saidBy(error)) ? 'again' : 'over',
        outcome: { kind: 'failed', cause: refusedBy(error) },
      };
  }
}

/** The outcome of a step that could not be looked at. @throws the error itself when it is not of AWS */
export function unseen(error: unknown): Outcome {
  if (error instanceof CallFailure) {
    const lasting = error.kind === 'denied' || error.kind === 'credentials';
    return { kind: lasting ? 'failed' : 'retryable', cause: causeOf(error) };
  }
  if (error instanceof CountersignError) return { kind: 'failed', cause: diagnosticOf(error) };
  throw error;
}

/** The same as an error, for calls that have no outcome. @throws the error itself when it is not of AWS */
export function failureOf(error: unknown): CountersignError {
  if (error instanceof CountersignError) return error;
  if (!(error instanceof CallFailure)) throw error;
  const { code, message } = readFailure(error);
  return new CountersignError(code, message, { mend: 'Run the apply again when that is mended.', cause: error });
}

/** After the write, what is there did not become what the plan says, nor anything else. */
export function invisible(action: string): Diagnostic {
  return {
    code: 'aws-write-not-visible',
    severity: 'error',
    cause: `IAM took iam:${action}, and what it shows is still as before.`,
    mend: 'The next run of the apply workflow reads what is there and continues.',
  };
}

function unanswered({ action, state }: CallFailure): Diagnostic {
  return {
    code: 'aws-write-unanswered',
    severity: 'error',
    cause: `There was no answer to iam:${action}, so it may or may not have happened.`,
    mend: 'Check that IAM is reachable; the next run of the apply workflow reads what is there and continues.',
    evidence: state,
  };
}

function causeOf(error: CallFailure): Diagnostic {
  const { code, message } = readFailure(error);
  return {
    code,
    severity: 'error',
    cause: message,
    mend: 'Mend what it names; the next run of the apply workflow continues.',
  };
}

function refusedBy(error: CallFailure): Diagnostic {
  return {
    code: 'aws-write-refused',
    severity: 'error',
    cause: `IAM refused iam:${error.action}: ${excerpt(saidBy(error))}`,
    mend: 'Change the document or what stands in the way in AWS; then plan again.',
    evidence: error.state,
  };
}

function saidBy({ cause }: CallFailure): string {
  return cause instanceof Error ? cause.message : '';
}
