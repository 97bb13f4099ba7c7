import { createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { GitHubRefusal } from './http/errors.ts';
import type { AnyReply } from './http/router.ts';
import type { ServerClock } from './clock.ts';

/** Claims of a job that do not depend on the moment or the audience. */
export type JobClaims = Readonly<Record<string, string>>;

const lifetime = 300;

/** The issuer of workflow identity tokens: discovery, keys, and tokens for jobs that may ask. */
export class OidcIssuer {
  readonly #clock: ServerClock;
  readonly #jobs = new Map<string, JobClaims>();
  #key: SigningKey | undefined;

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  /** Registers a job with `id-token: write`; returns its request token. */
  admit(claims: JobClaims): string {
    const requestToken = `oidc_${randomUUID()}`;
    this.#jobs.set(requestToken, claims);
    return requestToken;
  }

  /** Replaces the signing key, as GitHub does from time to time. */
  rotate(): void {
    this.#key = newKey();
  }

  /** Answers paths under `/_oidc`: undefined for others. */
  answer(path: string, query: URLSearchParams, token: string | undefined, base: string): AnyReply | undefined {
    const issuer = `${base}/_oidc`;
    switch (path) {
      case '/_oidc/.well-known/openid-configuration':
        return { status: 200, body: configuration(issuer) };
      case '/_oidc/.well-known/jwks':
        return { status: 200, body: { keys: [this.#jwk()] } };
      case '/_oidc/token':
        return { status: 200, body: { count: 1, value: this.#token(issuer, query.get('audience'), token) } };
      default:
        return undefined;
    }
  }

  /** Most worlds never ask for an identity: the key is made when one does. */
  #signingKey(): SigningKey {
    this.#key ??= newKey();
    return this.#key;
  }

  #token(issuer: string, audience: string | null, requestToken: string | undefined): string {
    const claims = this.#jobs.get(requestToken ?? '');
    if (claims === undefined) throw new GitHubRefusal(401, 'The request token is not valid');
    const now = this.#clock.seconds();
    const payload = {
      jti: randomUUID(),
      ...claims,
      aud: audience ?? `https://github.com/${claims['repository_owner'] ?? ''}`,
      iss: issuer,
      iat: now,
      nbf: now - 600,
      exp: now + lifetime,
    };
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { id, privateKey } = this.#signingKey();
    const head = `${encode({ typ: 'JWT', alg: 'RS256', kid: id })}.${encode(payload)}`;
    return `${head}.${sign('sha256', Buffer.from(head), privateKey).toString('base64url')}`;
  }

  #jwk(): Record<string, unknown> {
    const { id, privateKey } = this.#signingKey();
    const { n, e } = createPublicKey(privateKey).export({ format: 'jwk' });
    return { kty: 'RSA', alg: 'RS256', use: 'sig', kid: id, n, e };
  }
}

interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

function newKey(): SigningKey {
  return { id: randomUUID(), privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey };
}

function configuration(issuer: string): Record<string, unknown> {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
    claims_supported: [
      'sub',
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'nbf',
      'ref',
      'sha',
      'repository',
      'job_workflow_ref',
      'event_name',
    ],
  };
}
