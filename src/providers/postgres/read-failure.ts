import { CountersignError, type Reason } from '../../core/errors.ts';

/** Why a source could not be read. Says nothing that the server or the driver said: both may quote connection strings, hosts and values. */
export function readFailure(error: unknown, database: string | null): Reason {
  const where = database === null ? 'The source' : `The database ${database}`;
  if (error instanceof CountersignError)
    return { code: error.code, message: `${where}: ${error.message} ${error.mend}` };
  const state = codeOf(error);
  const message = `${where} ${explanation(state)}${state === null ? '' : ` (${state})`}.`;
  return { code: codeFor(state), message };
}

/** SQLSTATE or the system's error name; nothing else of an error is repeated. */
function codeOf(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/u.test(code) ? code : null;
}

function codeFor(state: string | null): string {
  if (state === '42501') return 'catalogue-denied';
  if (state === '57014' || state === '55P03') return 'source-timeout';
  if (state?.startsWith('28') === true) return 'login-refused';
  if (state === '3D000') return 'database-missing';
  if (state === '55000') return 'database-closed';
  return state !== null && /^[0-9A-Z]{5}$/u.test(state) && !isConnection(state)
    ? 'catalogue-unreadable'
    : 'source-unreachable';
}

function explanation(state: string | null): string {
  switch (codeFor(state)) {
    case 'catalogue-denied':
      return 'has a catalogue that the login may not read';
    case 'source-timeout':
      return 'did not answer in time';
    case 'login-refused':
      return 'refused the login';
    case 'database-missing':
      return 'does not exist';
    case 'database-closed':
      return 'accepts no connections';
    case 'catalogue-unreadable':
      return 'answered a catalogue query with an error';
    default:
      return 'could not be reached, or the connection broke';
  }
}

/** Class 08 is connection exceptions, class 57 (but for a cancelled query) the server going away, 53300 too many connections. */
function isConnection(state: string): boolean {
  return /^(?:08|57P|53300)/u.test(state) || !/^\d/u.test(state);
}
