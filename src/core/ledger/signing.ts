import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { fromBase64, preAuthEncoding } from '../dsse.ts';
import { CountersignError } from '../errors.ts';
import type { Envelope } from './entry.ts';
import type { Signer, Verdict, Verifier } from './ports.ts';

/** Trial level: entries carry no signature, and whoever may push may write them. */
export const unsigned: Signer & Verifier = {
  keyId: null,
  sign: () => Promise.resolve(null),
  verify: () => Promise.resolve({ kind: 'trusted', signer: 'unsigned' }),
};

/** With a callback the work leaves this thread, so that a whole ledger is verified on all of a machine's cores. */
function verifyOffThread(message: Uint8Array, key: KeyObject, signature: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, message, key, signature, (error, isValid) => {
      if (error === null) resolve(isValid);
      else reject(error);
    });
  });
}

/**
 * Which of the trusted keys a private key is the other half of; null: none of them.
 * @param keys key id to base64 of SPKI DER. @param pem PKCS#8. @throws CountersignError `signing-key-unusable`
 */
export function keyIdOf(keys: { readonly [keyId: string]: string }, pem: string): string | null {
  const own = createPublicKey(usable('private', () => createPrivateKey({ key: pem, format: 'pem', type: 'pkcs8' })));
  const spki = own.export({ format: 'der', type: 'spki' }).toString('base64');
  return Object.entries(keys).find(([, key]) => key === spki)?.[0] ?? null;
}

/** @param pem PKCS#8. @throws CountersignError `signing-key-unusable`, without any of the key. */
export function ed25519Signer(keyId: string, pem: string): Signer {
  const key = usable('private', () => createPrivateKey({ key: pem, format: 'pem', type: 'pkcs8' }));
  return { keyId, sign: (message) => Promise.resolve(sign(null, message, key)) };
}

/**
 * Trusts the given public keys and nothing else. The envelope's key ids are hints that nothing is decided from: every key is tried.
 * @param keys key id to base64 of SPKI DER. @throws CountersignError `signing-key-unusable`
 */
export function ed25519Verifier(keys: { readonly [keyId: string]: string }): Verifier {
  const trusted = Object.entries(keys).map(([keyId, spki]) => ({
    keyId,
    key: usable('public', () => publicKey(spki)),
  }));
  return { verify: (envelope) => signerOf(envelope, trusted) };
}

const NO_SIGNATURE = 'signature-absent: it has no signature';
const FOREIGN_KEY = 'signature-foreign: none of the trusted keys made its signature';

async function signerOf(
  envelope: Envelope,
  trusted: readonly { readonly keyId: string; readonly key: KeyObject }[],
): Promise<Verdict> {
  const payload = fromBase64(envelope.payload);
  if (payload === null || envelope.signatures.length === 0) return { kind: 'refused', why: NO_SIGNATURE };
  const message = preAuthEncoding(envelope.payloadType, payload);
  for (const { sig } of envelope.signatures) {
    const signature = fromBase64(sig);
    for (const { keyId, key } of trusted)
      if (signature !== null && (await verifyOffThread(message, key, signature)))
        return { kind: 'trusted', signer: keyId };
  }
  return { kind: 'refused', why: FOREIGN_KEY };
}

function publicKey(spki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
}

function usable(half: 'private' | 'public', read: () => KeyObject): KeyObject {
  try {
    const key = read();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The cause is left out: parsers quote what they were given.
  }
  const wanted =
    half === 'private' ? 'an Ed25519 private key in PKCS#8 PEM' : 'an Ed25519 public key, SPKI DER in base64';
  throw new CountersignError('signing-key-unusable', `The ledger's ${half} key is not ${wanted}.`, {
    mend: 'Make a pair with `openssl genpkey -algorithm ed25519`; the public half with `openssl pkey -pubout -outform DER | base64`.',
  });
}
