import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../src/core/ledger/github-oidc.ts';
import { issuerKeys, oidcSigner } from '../../src/github/oidc.ts';
import type { Fetch } from '../../src/github/transport.ts';
import { TokenKey } from '../support/workflow-tokens.ts';

const REQUEST = { url: 'https://runner.example.test/token?api-version=2.0', token: 'request-secret' };
const ISSUER = 'https://issuer.example.test';
const pause = () => Promise.resolve();

type Answer = { readonly status?: number; readonly body?: unknown } | 'lost';

/** Gives the answers one after the other, the last for ever, and keeps what was asked for. */
function answering(...answers: readonly Answer[]) {
  const asked: { url: string; authorization: string | null; redirect: string | undefined }[] = [];
  const fetch: Fetch = (url, init) => {
    const { headers, redirect } = init ?? {};
    asked.push({ url, authorization: new Headers(headers).get('authorization'), redirect });
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? 'lost';
    if (answer === 'lost') return Promise.reject(new TypeError('fetch failed'));
    return Promise.resolve(Response.json(answer.body ?? {}, { status: answer.status ?? 200 }));
  };
  return { asked, fetch };
}

function jwkOf(id: string): object {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', alg: 'RS256' };
}

describe('signing with the identity of a job', () => {
  const message = Buffer.from('an entry');

  it('asks for a token for exactly this entry', async () => {
    const { asked, fetch } = answering({ body: { value: 'a.b.c' } });
    const signature = await oidcSigner(REQUEST, { fetch, pause }).sign(message);
    expect(Buffer.from(signature ?? []).toString()).toBe('a.b.c');
    const url = new URL(asked[0]?.url ?? '');
    expect([url.searchParams.get('audience'), url.searchParams.get('api-version')]).toEqual([
      audienceOf(message),
      '2.0',
    ]);
    expect(asked).toMatchObject([{ authorization: 'Bearer request-secret', redirect: 'error' }]);
  });

  it.each<[string, readonly Answer[]]>([
    ['an answer that was lost', ['lost', { body: { value: 'a.b.c' } }]],
    ['an issuer that is busy', [{ status: 503 }, { status: 429 }, { body: { value: 'a.b.c' } }]],
  ])('asks again after %s', async (_, answers) => {
    const { asked, fetch } = answering(...answers);
    await oidcSigner(REQUEST, { fetch, pause }).sign(message);
    expect(asked).toHaveLength(answers.length);
  });

  it.each<[string, Answer, number]>([
    ['a refusal', { status: 401 }, 1],
    ['no token in the answer', { body: { value: '' } }, 1],
    ['no answer at all', 'lost', 4],
  ])('fails on %s, without the request’s token in the message', async (_, answer, requests) => {
    const { asked, fetch } = answering(answer);
    const failure: unknown = await oidcSigner(REQUEST, { fetch, pause })
      .sign(message)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'oidc-unreachable' });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('request-secret');
    expect(asked).toHaveLength(requests);
  });

  it('says what is missing in a job that may not ask', async () => {
    await expect(oidcSigner(null, { pause }).sign(message)).rejects.toMatchObject({ code: 'oidc-not-permitted' });
  });
});

describe("an issuer's keys", () => {
  const pinned = new TokenKey('pinned');
  const keysFrom = (fetch: Fetch, told: string[] = []) =>
    issuerKeys({
      issuer: ISSUER,
      keys: { pinned: pinned.spki },
      retired: { old: '2026-01-01T00:00:00Z' },
      unpinned: (keyId) => told.push(keyId),
      fetch,
      pause,
    });

  it('are not asked for while the pinned ones do', async () => {
    const { asked, fetch } = answering('lost');
    expect(await keysFrom(fetch)('pinned')).toMatchObject({ until: null });
    expect(asked).toEqual([]);
  });

  it('are read once, and each that is not pinned is told once', async () => {
    const told: string[] = [];
    const { asked, fetch } = answering({ body: { keys: [jwkOf('new'), jwkOf('old'), { kty: 'EC', kid: 'ec' }] } });
    const keys = keysFrom(fetch, told);
    expect(await keys('new')).toMatchObject({ until: null });
    expect(await keys('new')).toMatchObject({ until: null });
    expect(await keys('old')).toMatchObject({ until: Date.UTC(2026, 0, 1) / 1000 });
    expect(asked.map(({ url }) => url)).toEqual([`${ISSUER}/.well-known/jwks`]);
    expect(told).toEqual(['new', 'old']);
  });

  it('are read once more for one that came since, and not for every one that nobody knows', async () => {
    const { asked, fetch } = answering({ body: { keys: [] } }, { body: { keys: [jwkOf('new')] } });
    const keys = keysFrom(fetch);
    expect(await keys('new')).not.toBeNull();
    for (const keyId of ['a', 'b', 'ec']) expect(await keys(keyId)).toBeNull();
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ['no list', { body: { keys: 'x' } }],
    ['too many', { body: { keys: Array.from({ length: 101 }, () => ({})) } }],
    ['nothing', 'lost'],
  ])('that are %s are an error, and no absence', async (_, answer) => {
    await expect(keysFrom(answering(answer).fetch)('new')).rejects.toMatchObject({ code: 'oidc-unreachable' });
  });
});
