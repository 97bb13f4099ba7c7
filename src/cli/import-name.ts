import { createHash } from 'node:crypto';

/** Characters; the longest name that every file system takes is 255 bytes, and an ending follows. */
const LONGEST = 200;
const KEPT = 150;

/** Windows takes these for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/u;

/**
 * A file name, without its ending, for the name of an identity: small letters, digits, `.`, `_` and `-` stand for themselves,
 * everything else as the percent-encoded bytes of its UTF-8. Capital letters are encoded, so that two names never meet,
 * not even where file systems do not tell case apart; what is too long ends in `~` and the hash of the whole.
 */
export function fileNameOf(name: string): string {
  const encoded = [...Buffer.from(name, 'utf8')].map((byte, index) => encode(byte, index === 0)).join('');
  const safe = DEVICE.test(encoded) ? `${percent(encoded.charCodeAt(0))}${encoded.slice(1)}` : encoded;
  if (safe.length <= LONGEST) return safe;
  const hash = createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 32);
  return `${safe.slice(0, KEPT).replace(/%.?$/u, '')}~${hash}`;
}

/** Hidden files and what looks like an option begin with a mark. */
function encode(byte: number, first: boolean): string {
  const character = String.fromCharCode(byte);
  return (first ? /[a-z0-9_]/u : /[a-z0-9._-]/u).test(character) ? character : percent(byte);
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
