import { CountersignError, diagnosticOf, type Diagnostic } from '../../../core/errors.ts';
import { excerpt } from '../../../core/excerpt.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import type { Outcome } from '../../../core/ports.ts';
import { Refused } from '../api/read.ts';
import { failureOf, isCertificateTrouble } from '../catalog/read-failure.ts';
import { CallFailed, type Answer } from '../client.ts';

type Failure = Extract<Outcome, { kind: 'failed' | 'retryable' | 'ambiguous' }>;

/** What stands before the rules, one a line. Source: ConfirmNoEscalation in pkg/registry/rbac/validation/rule.go of Kubernetes. */
const NOT_HELD = 'is attempting to grant RBAC permissions not currently held:\n';
const SHOWN_RULES = 5;
const MAXIMUM_RULE = 200;

/** A write that was answered with neither success nor a conflict. */
export class WriteRefused extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`The write was answered ${answer.status}.`);
    this.name = 'WriteRefused';
    this.answer = answer;
  }
}

/**
 * The outcome of a step that ended in this error. `writing`: a write had been asked for, so that silence leaves open whether it happened.
 * @throws the error itself when it is not the cluster's
 */
export function outcomeOf(error: unknown, writing: boolean): Failure {
  if (error instanceof WriteRefused) return refused(error.answer);
  if (error instanceof CallFailed && writing && error.sent)
    return { kind: 'ambiguous', cause: unanswered(error.state) };
  if (error instanceof CallFailed)
    return isCertificateTrouble(error.state)
      ? failed(failureOf(error))
      : { kind: 'retryable', cause: lost(error.state) };
  if (error instanceof Refused || error instanceof CountersignError) return failed(failureOf(error));
  throw error;
}

function failed(error: CountersignError): Failure {
  return { kind: 'failed', cause: diagnosticOf(error) };
}

function refused({ status, body }: Answer): Failure {
  if (status === 429) return { kind: 'retryable', cause: busy() };
  if (status >= 500) return { kind: 'ambiguous', cause: unanswered(String(status)) };
  const denied = status === 401 || status === 403;
  const cause: Diagnostic = {
    code: denied ? 'cluster-write-denied' : 'cluster-write-refused',
    severity: 'error',
    cause: `The API server refused the step: ${messageIn(body)}`,
    mend: denied
      ? 'Give the writer what it lacks, as the page on Kubernetes says: to grant what it does not hold, it needs bind and escalate.'
      : 'Change the document, or make what it needs, such as the namespace; then plan again.',
    evidence: `HTTP ${status}`,
  };
  return { kind: 'failed', cause };
}

function messageIn(body: Json): string {
  const message = isJsonObject(body) ? body['message'] : undefined;
  if (typeof message !== 'string') return 'without saying why';
  return lackingIn(message) ?? excerpt(message);
}

/** Who the writer is and in which groups may alone be longer than what is shown. Null: it is about something else. */
function lackingIn(message: string): string | null {
  const at = message.indexOf(NOT_HELD);
  if (at < 0) return null;
  const rules = message.slice(at + NOT_HELD.length).split('\n');
  const named = rules.slice(0, SHOWN_RULES).map((rule) => excerpt(rule, MAXIMUM_RULE));
  const more = rules.length > SHOWN_RULES ? ` and ${rules.length - SHOWN_RULES} more` : '';
  return `the writer may not grant what it does not hold itself: ${named.join(', ')}${more}`;
}

/** The outcome of a write that was done, and then could not be looked at. @throws the error itself when it is not the cluster's */
export function unseen(error: unknown): Failure {
  const { message, mend } = failureOf(error);
  const cause: Diagnostic = {
    code: 'cluster-write-unseen',
    severity: 'error',
    cause: 'The API server took a write, and what it left could not be read.',
    mend: `${mend} The next run of the apply workflow reads what is there and continues.`,
    evidence: message,
  };
  return { kind: 'ambiguous', cause };
}

function unanswered(state: string): Diagnostic {
  return {
    code: 'cluster-write-unanswered',
    severity: 'error',
    cause: 'The API server did not say whether a write happened, so it may or may not have.',
    mend: 'Check that the server is reachable; the next run of the apply workflow reads what is there and continues.',
    evidence: state,
  };
}

function lost(state: string): Diagnostic {
  return {
    code: 'cluster-connection-lost',
    severity: 'error',
    cause: 'The connection to the API server could not be made or was lost before anything was written.',
    mend: 'Check that the server is reachable; the next run of the apply workflow continues.',
    evidence: state,
  };
}

function busy(): Diagnostic {
  return {
    code: 'cluster-busy',
    severity: 'error',
    cause: 'The API server had no room for the write (429).',
    mend: 'Run the apply again when it has less to do.',
  };
}

/** What is written kept changing between the look at it and the write. */
export function contended(): Failure {
  const cause: Diagnostic = {
    code: 'cluster-contended',
    severity: 'error',
    cause: 'The object was changed by somebody else between being judged and being written, each time.',
    mend: 'Find out what keeps changing it; the next run of the apply workflow judges it again.',
  };
  return { kind: 'retryable', cause };
}
