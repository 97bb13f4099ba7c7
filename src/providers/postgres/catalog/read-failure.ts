import { CountersignError, type Reason } from '../../../core/errors.ts';
import { quoted } from '../../../core/yaml/text.ts';
import type { ConnectionPlace } from '../connection-place.ts';

/** What went wrong, as it goes on after the name of the source or the database, and what to do about it. */
type Trouble = { readonly code: string; readonly says: string; readonly mend: string };

const AGAIN = 'Run the plan again once it answers.';
const REACH = 'Check the host and the port in the connection string, and that the runner may reach it.';

/**
 * Why a source could not be read. Repeats nothing that the server or the driver said: both may quote connection strings and values.
 *
 * @param database null: as the connection says
 * @param place null where it cannot be told without a part of the secret
 */
export function readFailure(error: unknown, database: string | null, place: ConnectionPlace | null): Reason {
  const subject = database === null ? 'The source' : `The database ${quoted(database)}`;
  if (error instanceof CountersignError) {
    const about = database === null ? '' : `${subject}: `;
    return { code: error.code, message: `${about}${error.message} ${error.mend}` };
  }
  const state = stateOf(error);
  const { code, says, mend } = troubleOf(state, namesOf(place, database));
  return { code, message: `${subject} ${says} (${state}). ${mend}` };
}

type Names = { readonly login: string; readonly server: string };

function namesOf(place: ConnectionPlace | null, database: string | null): Names {
  if (place === null) return { login: 'the login', server: 'its server' };
  const into = database === null ? ` to the database ${place.database}` : '';
  return { login: `the login of ${place.user}${into} at ${place.server}`, server: place.server };
}

/** What the driver says without a code, each under a name of its own. */
const DRIVER: { readonly [message: string]: string } = {
  'timeout expired': 'ETIMEDOUT',
  'Query read timeout': 'ETIMEDOUT',
  'The server does not support SSL connections': 'TLS_NOT_OFFERED',
  'Connection terminated unexpectedly': 'ECONNRESET',
};

/** SQLSTATE or the system's error name; nothing else of an error is repeated. */
function stateOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  const code: unknown = 'code' in error ? error.code : null;
  if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/u.test(code)) return code;
  return DRIVER[error.message] ?? 'UNKNOWN';
}

/** What keeps a connection from being encrypted as it was asked to be, for a sentence about it; null for any other error. */
export function encryptionTrouble(error: unknown): (Trouble & { readonly state: string }) | null {
  const state = stateOf(error);
  return TLS.test(state) ? { ...tls(state, namesOf(null, null)), state } : null;
}

function troubleOf(state: string, names: Names): Trouble {
  return isSqlState(state) ? refusal(state, names) : TLS.test(state) ? tls(state, names) : network(state, names);
}

/** Five characters, of which the driver's and the system's names have more or less. */
function isSqlState(state: string): boolean {
  return /^[0-9A-Z]{5}$/u.test(state) && /\d/u.test(state);
}

const TLS =
  /^(?:TLS_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_|ERR_SSL_|EPROTO$)/u;

function tls(state: string, { server }: Names): Trouble {
  if (state === 'TLS_NOT_OFFERED')
    return {
      code: 'tls-not-offered',
      says: `offers no TLS at ${server}, which the connection string asks for`,
      mend: 'Switch TLS on at the server. Only for a server on the same machine, write sslmode=disable.',
    };
  const cause =
    state === 'ERR_TLS_CERT_ALTNAME_INVALID'
      ? `has a certificate for another name than ${server}`
      : state === 'CERT_HAS_EXPIRED'
        ? `has an expired certificate at ${server}`
        : /^(?:ERR_SSL_|EPROTO)/u.test(state)
          ? `agreed on no TLS connection at ${server}`
          : `has a certificate at ${server} that no trusted authority signed`;
  return {
    code: 'certificate-untrusted',
    says: cause,
    mend: "Give the file of the authority's certificate in the connection string, sslmode=verify-full&sslrootcert=FILE, or let the server have one for the name that is written there.",
  };
}

function network(state: string, { server }: Names): Trouble {
  switch (state) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: 'source-unreachable', says: `has no address: nobody knows the host of ${server}`, mend: REACH };
    case 'ECONNREFUSED':
      return { code: 'source-unreachable', says: `does not listen at ${server}`, mend: REACH };
    case 'ETIMEDOUT':
      return { code: 'source-timeout', says: `did not answer in time at ${server}`, mend: `${REACH} ${AGAIN}` };
    case 'ENOENT':
    case 'EACCES':
      return {
        code: 'connection-malformed',
        says: 'has a connection string that names a file of certificates which cannot be read',
        mend: 'Correct sslrootcert, sslcert and sslkey, which are paths on the runner.',
      };
    default:
      return {
        code: 'source-unreachable',
        says: `could not be reached at ${server}, or the connection broke`,
        mend: `${REACH} ${AGAIN}`,
      };
  }
}

function refusal(state: string, { login, server }: Names): Trouble {
  switch (state) {
    case '42501':
      return {
        code: 'catalogue-denied',
        says: 'has a catalogue that the login may not read',
        mend: 'Give the reading login what the setup guide gives it.',
      };
    case '57014':
    case '55P03':
      return { code: 'source-timeout', says: 'did not answer in time', mend: `Look for locks that last. ${AGAIN}` };
    case '28P01':
      return {
        code: 'login-refused',
        says: `refused ${login}`,
        mend: 'Correct the user or the password in the connection string.',
      };
    case '3D000':
      return {
        code: 'database-missing',
        says: 'does not exist',
        mend: "Create it, or correct the connection string or the source's options.databases.",
      };
    case '55000':
      return { code: 'database-closed', says: 'accepts no connections', mend: 'Take it out of options.databases.' };
    case '53300':
      return { code: 'source-unreachable', says: `has no connection left at ${server}`, mend: AGAIN };
    default:
  }
  if (state.startsWith('28'))
    return {
      code: 'login-refused',
      says: `refused ${login}`,
      mend: "The server's pg_hba.conf lets this user in from the runner's address, and the role has LOGIN and CONNECT. Many servers ask for TLS: sslmode=verify-full.",
    };
  return /^(?:08|57P)/u.test(state)
    ? { code: 'source-unreachable', says: `ended the connection at ${server}`, mend: AGAIN }
    : {
        code: 'catalogue-unreadable',
        says: 'answered a catalogue query with an error',
        mend: 'Read what the SQLSTATE means; report it as a defect if it names no setting of yours.',
      };
}
