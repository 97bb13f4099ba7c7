/**
 * What a call that failed means.
 * `missing`: there is no such entity. `denied`: the login may not. `credentials`: there are none, or they are not accepted.
 * `throttled`: too many calls. `busy`: another change to the same entity goes on. `unsent`: it never reached AWS.
 * `unanswered`: it may have reached AWS, and nobody knows what came of it. `refused`: AWS says no to what was asked.
 */
export type FailureKind =
  | 'missing'
  | 'denied'
  | 'credentials'
  | 'throttled'
  | 'busy'
  | 'unsent'
  | 'unanswered'
  | 'refused';

/** One call of AWS that failed. Its message repeats nothing that AWS or the SDK said, only the name of the error. */
export class CallFailure extends Error {
  readonly action: string;
  readonly kind: FailureKind;
  /** Name of the error as AWS or the system gives it: `NoSuchEntity`, `ECONNREFUSED`. */
  readonly state: string;

  constructor(action: string, cause: unknown) {
    const state = stateOf(cause);
    super(`${action}: ${state}`, { cause });
    this.name = 'CallFailure';
    this.action = action;
    this.state = state;
    this.kind = kindOf(state, cause);
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof CallFailure && error.kind === 'missing';
}

const KINDS: { readonly [state: string]: FailureKind } = {
  NoSuchEntity: 'missing',
  AccessDenied: 'denied',
  UnauthorizedOperation: 'denied',
  AuthorizationError: 'denied',
  CredentialsProviderError: 'credentials',
  TokenProviderError: 'credentials',
  ExpiredToken: 'credentials',
  InvalidClientTokenId: 'credentials',
  InvalidAccessKeyId: 'credentials',
  InvalidIdentityToken: 'credentials',
  IDPRejectedClaim: 'credentials',
  UnrecognizedClient: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  MissingAuthenticationToken: 'credentials',
  IncompleteSignature: 'credentials',
  OptInRequired: 'credentials',
  RequestExpired: 'credentials',
  // Files are read for a login alone: the token of a web identity, or the runner's configuration.
  ENOENT: 'credentials',
  EACCES: 'credentials',
  Throttling: 'throttled',
  ThrottledException: 'throttled',
  RequestLimitExceeded: 'throttled',
  TooManyRequests: 'throttled',
  SlowDown: 'throttled',
  ConcurrentModification: 'busy',
  EntityTemporarilyUnmodifiable: 'busy',
  ENOTFOUND: 'unsent',
  EAI_AGAIN: 'unsent',
  ECONNREFUSED: 'unsent',
  EHOSTUNREACH: 'unsent',
  ENETUNREACH: 'unsent',
  ConnectTimeout: 'unsent',
};

/** Node's names of what is wrong with a certificate; the request was not sent. */
const CERTIFICATE = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO$)/u;

function kindOf(state: string, cause: unknown): FailureKind {
  const known = Object.hasOwn(KINDS, state) ? KINDS[state] : undefined;
  if (known !== undefined) return known;
  if (CERTIFICATE.test(state)) return 'unsent';
  const status = statusOf(cause);
  if (status === 429) return 'throttled';
  return status !== null && status >= 400 && status < 500 ? 'refused' : 'unanswered';
}

function stateOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'Unknown';
  // The SDK gives a wait for a connection the same name as one for an answer.
  if (cause.name === 'TimeoutError')
    return cause.message.includes('did not establish a connection') ? 'ConnectTimeout' : 'Timeout';
  const code: unknown = 'code' in cause ? cause.code : null;
  if (typeof code === 'string' && /^[A-Z0-9_]{3,60}$/u.test(code)) return code;
  const name = cause.name.replace(/Exception$/u, '');
  return /^[A-Za-z0-9_.]{1,80}$/u.test(name) ? name : 'Unknown';
}

function statusOf(cause: unknown): number | null {
  if (!(cause instanceof Error) || !('$metadata' in cause)) return null;
  const metadata = cause.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return null;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null;
}
