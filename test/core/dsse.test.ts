import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromBase64, preAuthEncoding, toBase64 } from '../../src/core/dsse.ts';
import { ed25519Signer, ed25519Verifier, keyIdOf, unsigned } from '../../src/core/ledger/signing.ts';
import type { Envelope } from '../../src/core/ledger/entry.ts';
import { makeKeys } from '../support/ledger-writer.ts';

type Vector = { id: string; payloadType: string; payload: string; sig: string; pae: string; accept: boolean };
const { keys, vectors } = JSON.parse(
  readFileSync(new URL('../fixtures/dsse/vectors.json', import.meta.url), 'utf8'),
) as { keys: Record<string, string>; vectors: Vector[] };

const trusted = ed25519Verifier(Object.fromEntries(Object.entries(keys).map(([keyId, hex]) => [keyId, spkiOf(hex)])));

function spkiOf(rawHex: string): string {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(rawHex, 'hex').toString('base64url') },
    format: 'jwk',
  });
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

describe.each(vectors)("DSSE's published vector $id", ({ payloadType, payload, sig, pae, accept }) => {
  const envelope = { payloadType, payload, signatures: [{ keyid: 'any', sig }] };

  test('encodes as published', () => {
    const encoded = Buffer.from(preAuthEncoding(payloadType, fromBase64(payload) ?? new Uint8Array())).toString('hex');
    expect(encoded === pae).toBe(accept);
  });

  test('is verified as published', async () => {
    expect(await trusted.verify(envelope)).toMatchObject(
      accept ? { kind: 'trusted', signer: 'A' } : { kind: 'refused' },
    );
  });
});

describe('base64', () => {
  test.each(['a b', 'a=b', '+_', 'ä', '===='])('%s is none', (text) => {
    expect(fromBase64(text)).toBeNull();
  });

  test('comes back as it was', () => {
    expect(fromBase64(toBase64(Uint8Array.from([0, 255, 254])))).toEqual(Buffer.from([0, 255, 254]));
  });
});

describe('signing', () => {
  const [ours, theirs] = [makeKeys('ours'), makeKeys('theirs')];
  const payload = Buffer.from('{}');
  const byOurs = { kind: 'trusted', signer: 'ours' };
  const refused = (why: string) => ({ kind: 'refused', why: expect.stringMatching(`^${why}: `) });

  async function signedBy(signer: typeof ours.signer, keyid: string): Promise<Envelope> {
    const payloadType = 'application/vnd.in-toto+json';
    const signature = await signer.sign(preAuthEncoding(payloadType, payload));
    return {
      payloadType,
      payload: toBase64(payload),
      signatures: [{ keyid, sig: toBase64(signature ?? new Uint8Array()) }],
    };
  }

  test('is trusted by the key, and told by the name that the verifier has for it', async () => {
    expect(await ours.verifier.verify(await signedBy(ours.signer, 'ours'))).toEqual(byOurs);
  });

  test("with another key under our key's id is not trusted", async () => {
    expect(await ours.verifier.verify(await signedBy(theirs.signer, 'ours'))).toMatchObject(
      refused('signature-foreign'),
    );
  });

  test('nothing is decided from the key id in the envelope', async () => {
    expect(await ours.verifier.verify(await signedBy(ours.signer, 'wrong'))).toEqual(byOurs);
  });

  test('an envelope without signatures is not trusted where there are keys, and is where there is none', async () => {
    const envelope = { ...(await signedBy(ours.signer, 'ours')), signatures: [] };
    expect(await ours.verifier.verify(envelope)).toMatchObject(refused('signature-absent'));
    expect(await unsigned.verify(envelope)).toEqual({ kind: 'trusted', signer: 'unsigned' });
    expect(await unsigned.sign(payload)).toBeNull();
  });

  test('takes the name of its key from the trusted keys, whichever comes first there', () => {
    const keys = { theirs: theirs.spki, 'ours-2027': ours.spki };
    expect([keyIdOf(keys, ours.pem), keyIdOf(keys, theirs.pem)]).toEqual(['ours-2027', 'theirs']);
  });

  test('with a key that is not among the trusted ones has no name', () => {
    expect(keyIdOf({ theirs: theirs.spki }, ours.pem)).toBeNull();
    expect(() => keyIdOf({ theirs: theirs.spki }, 'nonsense')).toThrow(
      expect.objectContaining({ code: 'signing-key-unusable' }),
    );
  });

  test.each([
    ['no key at all', 'secret-looking nonsense'],
    [
      'a key of another kind',
      generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    ],
  ])('%s is refused without repeating it', (_, pem) => {
    expect(() => ed25519Signer('k', pem)).toThrow(
      expect.objectContaining({
        code: 'signing-key-unusable',
        message: expect.not.stringContaining(pem),
      }),
    );
    expect(() => ed25519Verifier({ k: pem })).toThrow(expect.objectContaining({ code: 'signing-key-unusable' }));
  });
});
