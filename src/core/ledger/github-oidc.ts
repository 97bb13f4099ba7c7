import { createHash, createPublicKey, verify, type JsonWebKeyInput, type KeyObject } from 'node:crypto';
import { fromBase64, preAuthEncoding } from '../dsse.ts';
import { CountersignError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Envelope } from './entry.ts';
import type { Verdict, Verifier } from './ports.ts';
import { parseJson } from '../parse-json.ts';

/** Which workflow runs may write a ledger: every claim of a token must be one of these, letter by letter. */
export type OidcTrust = {
  /** Address of the issuer, without a slash at its end. */
  readonly issuer: string;
  /** GitHub's number of the repository: it stays when the name changes, and a repository made anew under the name has another. */
  readonly repositoryId: number;
  /** Values of `job_workflow_ref`. */
  readonly workflows: readonly string[];
  readonly refs: readonly string[];
  readonly events: readonly string[];
};

/** `until`: seconds since 1970 from which on the issuer no longer signs with it; null: it still does. */
export type IssuerKey = { readonly key: KeyObject; readonly until: number | null };

/** The issuer's key of that id, from outside the ledger; null when it has none. */
export type IssuerKeys = (keyId: string) => Promise<IssuerKey | null>;

/** Why a token does not make an entry trusted. */
const TOKEN_REFUSALS = {
  'signature-absent': 'the entry does not have exactly one signature',
  'token-malformed': 'its signature is no token of a workflow run',
  'token-algorithm': 'its token is not signed with RS256',
  'token-key-unknown': "the token's key is neither pinned nor one of the issuer's",
  'token-key-retired': "the token was issued after its key's end",
  'token-forged': 'the issuer did not sign the token',
  'token-issuer': 'the token is from another issuer',
  'token-audience': 'the token was issued for another entry',
  'token-repository': 'the token is of another repository',
  'token-workflow': 'the token is of a workflow that is not trusted',
  'token-ref': 'the token is of a run on a ref that is not trusted',
  'token-event': 'the token is of a run by an event that is not trusted',
} as const;

type TokenRefusal = keyof typeof TOKEN_REFUSALS;

const AUDIENCE = 'countersign-ledger:sha256:';
const MAXIMUM_TOKEN_BYTES = 32_000;
const MINIMUM_MODULUS_BITS = 2048;

/** The audience under which a token signs a message: the SHA-256 of the DSSE pre-authentication encoding. */
export function audienceOf(message: Uint8Array): string {
  return `${AUDIENCE}${createHash('sha256').update(message).digest('hex')}`;
}

/**
 * Trusts entries whose signature is a token that the issuer made for exactly that entry, in a run that the trust names.
 * Neither the verifier's clock nor the token's end is asked: a token signs once, and its audience keeps it from signing again.
 */
export function oidcVerifier(trust: OidcTrust, keys: IssuerKeys): Verifier {
  return { verify: (envelope) => judge(envelope, trust, keys) };
}

async function judge({ payloadType, payload, signatures }: Envelope, trust: OidcTrust, keys: IssuerKeys) {
  const [only] = signatures;
  const message = fromBase64(payload);
  if (only === undefined || signatures.length !== 1) return refused('signature-absent');
  const token = readToken(fromBase64(only.sig));
  if (token === null || message === null) return refused('token-malformed');
  if (token.header['alg'] !== 'RS256' || token.header['crit'] !== undefined) return refused('token-algorithm');
  const keyId = token.header['kid'];
  const issuedAt = token.claims['iat'];
  if (typeof keyId !== 'string' || typeof issuedAt !== 'number' || !Number.isSafeInteger(issuedAt))
    return refused('token-malformed');
  const known = await keys(keyId);
  if (known === null) return refused('token-key-unknown');
  if (!(await isSignedBy(known.key, token))) return refused('token-forged');
  if (known.until !== null && issuedAt >= known.until) return refused('token-key-retired');
  const { job_workflow_ref: signer } = token.claims;
  const refusal = refusalOf(token.claims, audienceOf(preAuthEncoding(payloadType, message)), trust);
  if (refusal !== null || typeof signer !== 'string') return refused(refusal ?? 'token-workflow');
  return { kind: 'trusted', signer, signedAt: issuedAt } as const;
}

function refused(why: TokenRefusal): Verdict {
  return { kind: 'refused', why: `${why}: ${TOKEN_REFUSALS[why]}` };
}

type Token = {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
};

/** The token's parts, nothing of them believed yet; null when the bytes are none. */
function readToken(bytes: Uint8Array | null): Token | null {
  if (bytes === null || bytes.length > MAXIMUM_TOKEN_BYTES) return null;
  const text = Buffer.from(bytes).toString('latin1');
  const [header, claims, signature, ...more] = text.split('.');
  if (header === undefined || claims === undefined || signature === undefined || more.length > 0) return null;
  const [readHeader, readClaims, raw] = [objectOf(header), objectOf(claims), fromBase64Url(signature)];
  if (readHeader === null || readClaims === null || raw === null) return null;
  return {
    header: readHeader,
    claims: readClaims,
    signed: Buffer.from(`${header}.${claims}`, 'latin1'),
    signature: raw,
  };
}

function objectOf(part: string): JsonObject | null {
  const bytes = fromBase64Url(part);
  if (bytes === null) return null;
  try {
    const value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function fromBase64Url(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** The algorithm is ours to choose and never the token's; with a callback the work leaves this thread. */
function isSignedBy(key: KeyObject, { signed, signature }: Token): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify('RSA-SHA256', signed, key, signature, (error, isValid) => {
      if (error === null) resolve(isValid);
      else reject(error);
    });
  });
}

function refusalOf(claims: JsonObject, audience: string, trust: OidcTrust): TokenRefusal | null {
  if (claims['iss'] !== trust.issuer) return 'token-issuer';
  if (claims['aud'] !== audience) return 'token-audience';
  if (claims['repository_id'] !== String(trust.repositoryId)) return 'token-repository';
  if (!isOneOf(claims['job_workflow_ref'], trust.workflows)) return 'token-workflow';
  if (!isOneOf(claims['ref'], trust.refs)) return 'token-ref';
  return isOneOf(claims['event_name'], trust.events) ? null : 'token-event';
}

function isOneOf(claim: Json | undefined, trusted: readonly string[]): boolean {
  return typeof claim === 'string' && trusted.includes(claim);
}

/**
 * Keys that somebody pinned, by id.
 * @param keys base64 of SPKI DER. @param retired RFC 3339: when the issuer stopped to sign with a key.
 * @throws CountersignError `issuer-key-unusable`
 */
export function pinnedKeys(
  keys: { readonly [keyId: string]: string },
  retired: { readonly [keyId: string]: string },
): ReadonlyMap<string, IssuerKey> {
  return new Map(
    Object.entries(keys).map(([keyId, spki]) => {
      const key = issuerKey(keyId, { key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
      return [keyId, { key, until: endOf(keyId, retired) }];
    }),
  );
}

export function endOf(keyId: string, retired: { readonly [keyId: string]: string }): number | null {
  const end = Object.hasOwn(retired, keyId) ? retired[keyId] : undefined;
  return end === undefined ? null : Math.floor(Date.parse(end) / 1000);
}

/** @throws CountersignError `issuer-key-unusable` unless it is an RSA key of at least 2048 bits. */
export function issuerKey(
  keyId: string,
  input: JsonWebKeyInput | { readonly key: Buffer; readonly format: 'der'; readonly type: 'spki' },
): KeyObject {
  try {
    const key = createPublicKey(input);
    if (key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MINIMUM_MODULUS_BITS)
      return key;
  } catch {
    // What is no key at all is told like one of another sort.
  }
  throw new CountersignError(
    'issuer-key-unusable',
    'A key of the issuer of tokens is not an RSA key of 2048 bits or more.',
    {
      evidence: keyId.slice(0, 100),
      mend: 'Take it again from the issuer, at /.well-known/jwks; it is written as base64 of SPKI DER.',
    },
  );
}
