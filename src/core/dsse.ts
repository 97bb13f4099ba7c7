/** The bytes that a DSSE signature covers (secure-systems-lab/dsse, protocol 1.0.2): lengths are of UTF-8 bytes. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** @returns the bytes of base64 in the standard or the URL-safe alphabet; null for anything else. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  // What comes back letter by letter was base64; the alphabets are searched only for the rare spellings.
  if (bytes.toString('base64') === text) return bytes;
  if (!/^[A-Za-z0-9+/]*={0,2}$|^[A-Za-z0-9_-]*={0,2}$/u.test(text)) return null;
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
