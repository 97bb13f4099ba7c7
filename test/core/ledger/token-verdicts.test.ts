import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { preAuthEncoding } from '../../../src/core/dsse.ts';
import type { Envelope } from '../../../src/core/ledger/entry.ts';
import { audienceOf, endOf, issuerKey, oidcVerifier, pinnedKeys } from '../../../src/core/ledger/github-oidc.ts';
import type { Verdict } from '../../../src/core/ledger/ports.ts';
import { ISSUED_AT, TokenKey, TRUST } from '../../support/workflow-tokens.ts';

const issuer = new TokenKey('issuer-1');
const payloadType = 'application/vnd.in-toto+json';
const payload = Buffer.from('{}').toString('base64');
const aud = audienceOf(preAuthEncoding(payloadType, Buffer.from('{}')));

function envelopeOf(...tokens: readonly string[]): Envelope {
  return { payloadType, payload, signatures: tokens.map((token) => ({ keyid: '', sig: base64(token) })) };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

const judged = async (envelope: Envelope): Promise<Verdict> => await issuer.verifier().verify(envelope);

/** The code of why a verdict is no trust; null: it is. */
async function whyNot(envelope: Envelope): Promise<string | null> {
  const verdict = await judged(envelope);
  return verdict.kind === 'refused' ? (verdict.why.split(':')[0] ?? '') : null;
}

describe('the token of a workflow run', () => {
  test('is for exactly one message, which its audience names by its SHA-256', () => {
    const hex = createHash('sha256').update('message').digest('hex');
    expect(audienceOf(Buffer.from('message'))).toBe(`countersign-ledger:sha256:${hex}`);
  });

  test('makes an entry trusted, by its workflow, as of when it was issued', async () => {
    expect(await judged(envelopeOf(issuer.token({ aud })))).toEqual({
      kind: 'trusted',
      signer: TRUST.workflows[0],
      signedAt: ISSUED_AT,
    });
  });

  test('is refused with the reason in words', async () => {
    expect(await judged(envelopeOf(issuer.token({ aud, ref: 'refs/heads/mallory' })))).toEqual({
      kind: 'refused',
      why: 'token-ref: the token is of a run on a ref that is not trusted',
    });
  });

  test('stands alone: beside another signature it is none', async () => {
    const token = issuer.token({ aud });
    expect(await whyNot(envelopeOf(token, token))).toBe('signature-absent');
    expect(await whyNot(envelopeOf(token, ''))).toBe('signature-absent');
    expect(await whyNot(envelopeOf())).toBe('signature-absent');
  });
});

describe('no token is', () => {
  test.each([
    ['a signature that is no base64', { ...envelopeOf(''), signatures: [{ keyid: '', sig: '%' }] }],
    ['one for a payload that is no base64', { ...envelopeOf(issuer.token({ aud })), payload: '%' }],
  ])('%s', async (_, envelope) => {
    expect(await whyNot(envelope)).toBe('token-malformed');
  });

  test.each<[string, number, string]>([
    ['a header that is no base64', 0, '%'],
    ['claims that are no base64', 1, '%'],
    ['a signature that is no base64', 2, '%'],
    ['a header that is no JSON', 0, encoded('{')],
    ['claims that are no JSON', 1, encoded('{')],
    ['a header that is a list', 0, encoded('[]')],
    ['claims that are nothing', 1, encoded('null')],
    ['a header in other letters', 0, `${encoded('{}')}=`],
  ])('what has %s', async (_, index, part) => {
    const token = issuer.token({ aud }).split('.').with(index, part).join('.');
    expect(await whyNot(envelopeOf(token))).toBe('token-malformed');
  });

  test('what is not UTF-8, though the issuer signed it', async () => {
    const token = issuer.signed(Buffer.from(`{"aud":"${aud}","iat":${ISSUED_AT},"note":"\xff"}`, 'latin1'));
    expect(await whyNot(envelopeOf(token))).toBe('token-malformed');
  });

  test.each([
    [32_000, null],
    [32_001, 'token-malformed'],
  ])('what is longer than 32000 bytes: %i', async (length, why) => {
    expect(await whyNot(envelopeOf(tokenOfLength(length)))).toBe(why);
  });

  test.each([
    ['no key', {}, { kid: undefined }],
    ['a key that is a number', {}, { kid: 1 }],
    ['no time', { iat: undefined }, {}],
    ['a time in words', { iat: String(ISSUED_AT) }, {}],
    ['a fraction of a second', { iat: ISSUED_AT + 0.5 }, {}],
    ['a time beyond counting', { iat: 2 ** 53 }, {}],
  ])('what names %s', async (_, claims, header) => {
    expect(await whyNot(envelopeOf(issuer.token({ aud, ...claims }, header)))).toBe('token-malformed');
  });
});

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** An honest token of so many bytes, by what it says beside. */
function tokenOfLength(length: number): string {
  for (let header = 0; header < 4; header += 1)
    for (let claims = 0; claims < 4; claims += 1) {
      const without = issuer.token({ aud, more: '' }, { more: 'x'.repeat(header) }).length;
      const more = Math.floor(((length - without) * 3) / 4) + claims - 2;
      const token = issuer.token({ aud, more: 'x'.repeat(more) }, { more: 'x'.repeat(header) });
      if (token.length === length) return token;
    }
  throw new Error(`No token has ${length} bytes.`);
}

describe('a key of the issuer', () => {
  const spki = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
  const rsa = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).publicKey;

  test('that fails to verify is a failure, and not a forgery', async () => {
    const { publicKey: unusable } = generateKeyPairSync('x25519');
    const verifier = oidcVerifier(TRUST, () => Promise.resolve({ key: unusable, until: null }));
    await expect(verifier.verify(envelopeOf(issuer.token({ aud })))).rejects.toThrow('not supported');
  });

  test('has 2048 bits, or more', () => {
    expect(issuerKey('k', { key: spki(rsa(2048)), format: 'der', type: 'spki' }).asymmetricKeyType).toBe('rsa');
    expect(() => issuerKey('k', { key: spki(rsa(2040)), format: 'der', type: 'spki' })).toThrow(
      expect.objectContaining({ code: 'issuer-key-unusable' }),
    );
  });

  test('that cannot be used is named, by a hundred characters of its id', () => {
    expect(() => pinnedKeys({ ['k'.repeat(200)]: 'AAAA' }, {})).toThrow(
      expect.objectContaining({ code: 'issuer-key-unusable', evidence: 'k'.repeat(100) }),
    );
  });

  test('ends at the second that is said of it, and of no other', () => {
    const retired = { k: '2026-03-02T10:00:00.900Z' };
    expect(endOf('k', retired)).toBe(Date.parse('2026-03-02T10:00:00Z') / 1000);
    expect(endOf('other', retired)).toBeNull();
    expect(endOf('toString', retired)).toBeNull();
  });

  test('that is pinned keeps its id and its end', () => {
    const pinned = pinnedKeys({ a: issuer.spki, b: issuer.spki }, { b: '2026-03-02T10:00:00Z' });
    const until = Date.parse('2026-03-02T10:00:00Z') / 1000;
    expect([...pinned].map(([id, { until: end }]) => [id, end])).toEqual([
      ['a', null],
      ['b', until],
    ]);
  });
});
