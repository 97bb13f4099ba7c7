import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration, GitHubOidcSigning } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { oidcVerifier } from '../core/ledger/github-oidc.ts';
import { ed25519Signer, ed25519Verifier, keyIdOf, unsigned } from '../core/ledger/signing.ts';
import type { Signer, Verifier } from '../core/ledger/ports.ts';
import { issuerKeys, oidcSigner, type TokenRequest } from '../github/oidc.ts';
import type { Surroundings } from './wiring.ts';

export type Signing = { readonly signer: Signer; readonly verifier: Verifier };

/** How this run signs and whom it trusts. A run that cannot sign can still read and verify. */
export function signingOf({ ledger: { signing } }: Configuration, surroundings: Surroundings): Signing {
  switch (signing.kind) {
    case 'none':
      return { signer: unsigned, verifier: unsigned };
    case 'ed25519':
      return { signer: ownSigner(signing.key, signing.keys, surroundings), verifier: ed25519Verifier(signing.keys) };
    case 'github-oidc':
      return identity(signing, surroundings);
  }
}

/** @param name of the environment variable with the private key. @param keys the trusted public ones. */
function ownSigner(name: string, keys: { readonly [keyId: string]: string }, { secret }: Surroundings): Signer {
  const pem = secret(name);
  return pem === undefined || pem === ''
    ? { keyId: null, sign: () => Promise.reject(credentialMissing(name, "the ledger's signing key")) }
    : ed25519Signer(keyIdOf(keys, pem) ?? 'untrusted', pem);
}

function identity(signing: GitHubOidcSigning, { secret, log }: Surroundings): Signing {
  const pause = async (attempt: number) => await sleep(attempt * 500);
  const unpinned = (keyId: string, spki: string): void =>
    log.warn(
      `The issuer's key ${keyId} signs, and is not pinned. Before the issuer drops it, write under ledger.signing.keys: ${keyId}: ${spki}`,
    );
  return {
    signer: oidcSigner(requestOf(secret), { pause }),
    verifier: oidcVerifier(signing, issuerKeys({ ...signing, pause, unpinned })),
  };
}

function requestOf(secret: Surroundings['secret']): TokenRequest | null {
  const url = secret('ACTIONS_ID_TOKEN_REQUEST_URL') ?? '';
  const token = secret('ACTIONS_ID_TOKEN_REQUEST_TOKEN') ?? '';
  return url === '' || token === '' ? null : { url, token };
}

export function credentialMissing(name: string, what: string): CountersignError {
  return new CountersignError('credential-missing', `The environment variable ${name} is not set.`, {
    evidence: `it holds ${what}`,
    mend: 'Hand the secret to the step under `env`; for writing, from an environment that is limited to the default branch.',
  });
}
