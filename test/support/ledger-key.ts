import { generateKeyPairSync } from 'node:crypto';

/** A key pair that signs a ledger. `pem`: the private half; `spki`: the public one in base64, as rules name it. */
export type LedgerKey = { readonly pem: string; readonly spki: string };

export function newLedgerKey(): LedgerKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    spki: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

/** A ledger of rules that trusts this key alone. */
export function signedBy({ spki }: LedgerKey): string {
  return `{ branch: countersign/ledger, signing: { kind: ed25519, key: { env: LEDGER_KEY }, keys: { key-2027: ${spki} } } }`;
}
