import {
  audienceOf,
  endOf,
  issuerKey,
  pinnedKeys,
  type IssuerKey,
  type IssuerKeys,
} from '../core/ledger/github-oidc.ts';
import type { Signer } from '../core/ledger/ports.ts';
import { CountersignError } from '../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../core/json.ts';
import { wholeAnswers, type Fetch } from './transport.ts';

/** Where a job asks for its identity, from its environment; null without `id-token: write`. */
export type TokenRequest = { readonly url: string; readonly token: string };

export type OidcOptions = {
  readonly fetch?: Fetch;
  /** Waits before the request is sent once more; attempts count from 1. */
  readonly pause: (attempt: number) => Promise<void>;
};

const ATTEMPTS = 4;
const LIMITS = { timeout: 20_000, bytes: 1_000_000 };
const MAXIMUM_KEYS = 100;

/** How often the issuer's keys are read: once, and once more for a key that came since. */
const READINGS = 2;

/** Signs with a token of this job whose audience is the message's hash. */
export function oidcSigner(request: TokenRequest | null, options: OidcOptions): Signer {
  return {
    keyId: 'github-oidc',
    sign: async (message) => {
      if (request === null) throw tokenMissing();
      const url = new URL(request.url);
      url.searchParams.set('audience', audienceOf(message));
      const headers = { authorization: `Bearer ${request.token}`, accept: 'application/json' };
      const answer = await readJson(url, headers, options, 'the token of this job');
      const { value } = answer;
      if (typeof value === 'string' && value !== '') return Buffer.from(value, 'latin1');
      throw unreachable('the token of this job', 'the answer holds none');
    },
  };
}

export type IssuerOptions = OidcOptions & {
  readonly issuer: string;
  readonly keys: { readonly [keyId: string]: string };
  readonly retired: { readonly [keyId: string]: string };
  /** Told once of each key that signed and is not pinned: its id and its base64 SPKI DER. */
  readonly unpinned: (keyId: string, spki: string) => void;
};

/** Pinned keys, and besides them those that the issuer offers now, which are asked for only when an entry needs them. */
export function issuerKeys(options: IssuerOptions): IssuerKeys {
  const pinned = pinnedKeys(options.keys, options.retired);
  const readings: Promise<ReadonlyMap<string, IssuerKey>>[] = [];
  const told = new Set<string>();
  const reading = async (index: number) => await (readings[index] ??= offeredKeys(options));
  return async (keyId) => {
    const known = pinned.get(keyId);
    if (known !== undefined) return known;
    for (let index = 0; index < READINGS; index += 1) {
      const key = (await reading(index)).get(keyId);
      if (key === undefined) continue;
      if (!told.has(keyId)) options.unpinned(keyId, spkiOf(key));
      told.add(keyId);
      return key;
    }
    return null;
  };
}

function spkiOf({ key }: IssuerKey): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

async function offeredKeys(options: IssuerOptions): Promise<ReadonlyMap<string, IssuerKey>> {
  const what = "the issuer's keys";
  const answer = await readJson(new URL(`${options.issuer}/.well-known/jwks`), {}, options, what);
  const { keys } = answer;
  if (!Array.isArray(keys) || keys.length > MAXIMUM_KEYS) throw unreachable(what, 'the answer is no list of keys');
  return new Map(
    keys.filter(isForSigning).map((jwk) => {
      const { kid, kty, n, e } = jwk;
      const key = issuerKey(kid, { key: { kty, n, e }, format: 'jwk' });
      return [kid, { key, until: endOf(kid, options.retired) }];
    }),
  );
}

type SigningKey = { readonly kid: string; readonly kty: 'RSA'; readonly n: string; readonly e: string };

function isForSigning(jwk: unknown): jwk is SigningKey {
  return (
    typeof jwk === 'object' &&
    jwk !== null &&
    'kty' in jwk &&
    jwk.kty === 'RSA' &&
    'kid' in jwk &&
    typeof jwk.kid === 'string' &&
    'n' in jwk &&
    typeof jwk.n === 'string' &&
    'e' in jwk &&
    typeof jwk.e === 'string' &&
    (!('use' in jwk) || jwk.use === 'sig')
  );
}

/** Neither the request's token nor the answer is ever in a message. Asking twice is harmless: a token signs nothing before it is entered. */
async function readJson(
  url: URL,
  headers: Readonly<Record<string, string>>,
  options: OidcOptions,
  what: string,
): Promise<JsonObject> {
  const read = wholeAnswers(options.fetch ?? fetch, LIMITS);
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(read, url, headers);
    if (outcome.kind === 'answer') return outcome.value;
    if (!outcome.passes || attempt >= ATTEMPTS) throw unreachable(what, outcome.why);
    await options.pause(attempt);
  }
}

type Outcome =
  | { readonly kind: 'answer'; readonly value: JsonObject }
  | { readonly kind: 'failure'; readonly passes: boolean; readonly why: string };

async function once(read: Fetch, url: URL, headers: Readonly<Record<string, string>>): Promise<Outcome> {
  try {
    const response = await read(url.href, { headers, redirect: 'error' });
    if (!response.ok) {
      const passes = response.status === 429 || response.status >= 500;
      return { kind: 'failure', passes, why: `the answer's status is ${response.status}` };
    }
    const value = (await response.json()) as Json;
    if (isJsonObject(value)) return { kind: 'answer', value };
    return { kind: 'failure', passes: false, why: 'the answer is no JSON object' };
  } catch {
    return { kind: 'failure', passes: true, why: 'there was no whole answer' };
  }
}

function unreachable(what: string, why: string): CountersignError {
  return new CountersignError('oidc-unreachable', `The issuer of identity tokens did not give ${what}.`, {
    evidence: why,
    mend: 'Run this again. If it stays so, compare `ledger.signing.issuer` with the issuer of your GitHub.',
  });
}

function tokenMissing(): CountersignError {
  return new CountersignError('oidc-not-permitted', 'This job may not ask for an identity token to sign with.', {
    mend: 'Give the job `permissions: id-token: write`; a pull request from a fork never has it.',
  });
}
