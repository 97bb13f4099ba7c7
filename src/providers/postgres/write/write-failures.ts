import { excerpt } from '../../../core/excerpt.ts';
import { CountersignError, diagnosticOf, type Diagnostic } from '../../../core/errors.ts';
import type { Outcome } from '../../../core/ports.ts';
import { encryptionTrouble } from '../catalog/read-failure.ts';

/** How far a transaction had come: after COMMIT was sent, silence says nothing. */
export type Phase = 'open' | 'commit-sent';

/**
 * What the server asks to do again: serialization, deadlock, lock and statement timeouts, no free connection, shutdown; and a
 * transaction that it ended because nothing came for too long, which has committed nothing, not even when COMMIT was sent since.
 */
const RETRYABLE = new Set(['40001', '40P01', '55P03', '57014', '53300', '57P01', '57P02', '57P03', '25P03', '25P04']);
/** The server ended the connection: whether it had committed before is not said. */
const ENDED = /^(?:57P0[123]|08...)$/u;
/** Messages about logins and databases could repeat what a connection string holds. */
const WITHHELD = /^(?:08|28|3D)/u;
/** What two sessions that GRANT on one object at once meet, under no code of its own. */
const CATALOGUE_RACE = /^tuple concurrently (?:updated|deleted)$/u;

type ServerError = { readonly code: string; readonly message: string; readonly detail: string };

/** The outcome of a step whose transaction ended in this error. @throws the error itself when it is not the live system's. */
export function outcomeOf(
  error: unknown,
  phase: Phase,
): Extract<Outcome, { kind: 'failed' | 'retryable' | 'ambiguous' }> {
  if (error instanceof CountersignError) return { kind: 'failed', cause: diagnosticOf(error) };
  const server = serverError(error);
  if (server === null) {
    const unencrypted = encryptionTrouble(error);
    if (unencrypted !== null) return { kind: 'retryable', cause: notEncrypted(unencrypted) };
    if (!isConnectionError(error)) throw error;
    return { kind: phase === 'open' ? 'retryable' : 'ambiguous', cause: connectionLost(phase) };
  }
  if (phase === 'commit-sent' && ENDED.test(server.code)) return { kind: 'ambiguous', cause: connectionLost(phase) };
  const again = RETRYABLE.has(server.code) || server.code.startsWith('08') || CATALOGUE_RACE.test(server.message);
  return { kind: again ? 'retryable' : 'failed', cause: refusedBy(server) };
}

/** The same as an error, for calls that have no outcome. @throws the error itself when it is not the live system's. */
export function failureOf(error: unknown): CountersignError {
  if (error instanceof CountersignError) return error;
  const { cause } = outcomeOf(error, 'open');
  return new CountersignError(cause.code, cause.cause, {
    mend: cause.mend,
    ...(cause.evidence === undefined ? {} : { evidence: cause.evidence }),
  });
}

function serverError(error: unknown): ServerError | null {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return null;
  if (typeof error.code !== 'string' || !/^[0-9A-Z]{5}$/u.test(error.code)) return null;
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : '';
  return { code: error.code, message: error.message, detail };
}

/** The driver's and the system's errors about a connection; anything else is a defect and not an outcome. */
function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/u.test(error.code)) return true;
  return /connection|timeout|socket|ECONN|SSL|not queryable|getaddrinfo/iu.test(error.message);
}

/** Nothing was sent yet, so nothing can have happened. */
function notEncrypted({ code, says, mend, state }: NonNullable<ReturnType<typeof encryptionTrouble>>): Diagnostic {
  return { code, severity: 'error', cause: `The system that is written to ${says}.`, mend, evidence: state };
}

function connectionLost(phase: Phase): Diagnostic {
  return {
    code: phase === 'open' ? 'connection-lost' : 'commit-unanswered',
    severity: 'error',
    cause:
      phase === 'open'
        ? 'The connection to PostgreSQL could not be made or was lost before the transaction was committed.'
        : 'The connection to PostgreSQL was lost after the commit was asked for, so it may or may not have happened.',
    mend: 'Check that the server is reachable; the next run of the apply workflow reads what is there and continues.',
  };
}

function refusedBy(server: ServerError): Diagnostic {
  const withheld = WITHHELD.test(server.code);
  return {
    code: withheld ? 'login-refused' : 'sql-refused',
    severity: 'error',
    cause: withheld
      ? 'PostgreSQL refused the login of the write connection.'
      : `PostgreSQL refused the step: ${excerpt(server.message)}`,
    mend: withheld
      ? 'Correct the write credential of the source.'
      : 'Give the writer what it lacks, or change the document; then plan again.',
    evidence: `SQLSTATE ${server.code}${withheld || server.detail === '' ? '' : `: ${excerpt(server.detail)}`}`,
  };
}
