import type { Diagnostic } from '../errors.ts';

/** What is wrong at one offset of a text; the caller turns the offset into a line and a column. */
export type Problem = Pick<Diagnostic, 'code' | 'cause' | 'mend'> & {
  readonly offset: number;
  readonly relatedOffset?: number;
};

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-utf8'; readonly offset: number; readonly wide: boolean };

/**
 * Controls (C0 but tab and line breaks, DEL, C1), the line breaks of Unicode that editors count differently, noncharacters,
 * and characters that are not seen but change what is seen: directional controls, zero-width spaces, tag characters.
 */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- the controls are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]|\p{Surrogate}/u;

const DIRECTIONAL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Strict UTF-8; a byte order mark at the start is dropped. `offset` counts bytes. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = decodeStrictly(bytes);
  if (text !== null) return { kind: 'text', text };
  return { kind: 'not-utf8', offset: validPrefix(bytes), wide };
}

/** A character that the prefix cuts in two is left out. */
export function decodePrefix(bytes: Uint8Array, length: number): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, length), { stream: true });
}

/** The first character that no input may hold, also not by an escape. */
export function forbiddenCharacter(
  text: string,
): { readonly index: number; readonly name: string; readonly code: string } | null {
  const found = FORBIDDEN.exec(text);
  if (found === null) return null;
  const point = found[0].codePointAt(0) ?? 0;
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    index: found.index,
    name: point === 0 ? `${name} (NUL)` : name,
    code: DIRECTIONAL.test(found[0]) ? 'bidi-control' : 'forbidden-character',
  };
}

/** Text of an input as a message may carry it: one line, bounded, every unseen character spelt out. */
export function quoted(text: string, maximum = 60): string {
  return `"${visible(text.length > maximum ? `${text.slice(0, maximum)}…` : text)}"`;
}

/** Every control and every character that is not seen, spelt out, so that no terminal and no reader is fooled. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, spelt);
}

function spelt(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Length of the longest prefix that could begin a well-formed text. Being well-formed is monotone, so it can be bisected. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (couldContinue(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function couldContinue(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
