import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { audienceOf, oidcVerifier, pinnedKeys, type OidcTrust } from '../../src/core/ledger/github-oidc.ts';
import type { Signer, Verifier } from '../../src/core/ledger/ports.ts';

export const ISSUED_AT = 1_772_445_600;

export const TRUST: OidcTrust = {
  issuer: 'https://token.actions.githubusercontent.com',
  repositoryId: 7,
  workflows: ['acme/identities/.github/workflows/countersign-apply.yml@refs/heads/main'],
  refs: ['refs/heads/main'],
  events: ['push', 'workflow_run'],
};

const CLAIMS = {
  iss: TRUST.issuer,
  repository: 'acme/identities',
  repository_id: '7',
  job_workflow_ref: TRUST.workflows[0] ?? '',
  ref: 'refs/heads/main',
  event_name: 'push',
  iat: ISSUED_AT,
  exp: ISSUED_AT + 300,
};

type Claims = Readonly<Record<string, unknown>>;

/** An issuer's key, and the tokens that it makes. */
export class TokenKey {
  readonly id: string;
  readonly #privateKey: KeyObject;
  readonly spki: string;

  constructor(id: string) {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.id = id;
    this.#privateKey = pair.privateKey;
    this.spki = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  }

  /** A token as the issuer would make it, but for what is given. */
  token(claims: Claims, header: Claims = {}): string {
    return tokenOf({ typ: 'JWT', alg: 'RS256', kid: this.id, ...header }, { ...CLAIMS, ...claims }, (signed) =>
      sign('sha256', signed, this.#privateKey),
    );
  }

  /** A token of claims that are these bytes. */
  signed(claims: Uint8Array): string {
    const header = Buffer.from(JSON.stringify({ typ: 'JWT', alg: 'RS256', kid: this.id })).toString('base64url');
    const message = `${header}.${Buffer.from(claims).toString('base64url')}`;
    return `${message}.${sign('sha256', Buffer.from(message), this.#privateKey).toString('base64url')}`;
  }

  /** Signs as a workflow run does, with other claims where they are given. */
  signer(claims: Claims = {}, header: Claims = {}): Signer {
    return signing((message) => this.token({ aud: audienceOf(message), ...claims }, header));
  }

  verifier(trust: Partial<OidcTrust> = {}, retired: Readonly<Record<string, string>> = {}): Verifier {
    return verifierOf([this], trust, retired);
  }
}

export function verifierOf(
  keys: readonly TokenKey[],
  trust: Partial<OidcTrust> = {},
  retired: Readonly<Record<string, string>> = {},
): Verifier {
  const pinned = pinnedKeys(Object.fromEntries(keys.map(({ id, spki }) => [id, spki])), retired);
  return oidcVerifier({ ...TRUST, ...trust }, (keyId) => Promise.resolve(pinned.get(keyId) ?? null));
}

export function signing(token: (message: Uint8Array) => string): Signer {
  return { keyId: 'github-oidc', sign: (message) => Promise.resolve(Buffer.from(token(message))) };
}

export function tokenOf(header: Claims, claims: Claims, signature: (signed: Uint8Array) => Uint8Array): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${Buffer.from(signature(Buffer.from(signed))).toString('base64url')}`;
}
