import { canonicalize } from '../../src/core/digest.ts';
import type { Json } from '../../src/core/json.ts';
import { refusable, same } from '../oracle.ts';
import type { Target } from '../target.ts';
import { parseJson } from '../../src/core/parse-json.ts';

const DEEPEST = 24;

/** Any value that the bytes spell, against RFC 8785 written down a second time, and against what must be refused. */
export function canonicalTarget(canonical: (value: Json) => string = canonicalize): Target {
  return {
    name: 'canonical',
    seeds: [
      '\x06\x02\x05b\x03\x05a\x04',
      '\x07\x03\x01\x02\x00',
      '\x03\x40\x59\x0f\xf9\x72\x47\x45\x38',
      '\x06\x03\x05__proto__\x00',
    ],
    words: [
      '\x00',
      '\x01',
      '\x02',
      '\x03',
      '\x04',
      '\x05',
      '\x06',
      '\x07',
      '\x08',
      '\x09',
      '__proto__',
      '\u{fb33}',
      '\u{1f600}',
      '\xed\xa0\x80',
    ],
    share: 300_000,
    check: (bytes) => {
      const value = new Speller(bytes).value(0);
      const text = refusable(() => canonical(value as Json));
      const expected = isPlain(value) ? spelt(value) : null;
      same('the canonical form', text, expected);
      if (text === null) return;
      same('the canonical form of what is read back', canonical(parseJson(text)), text);
    },
  };
}

/** RFC 8785: members by UTF-16 code units, numbers and texts as ECMAScript spells them. */
function spelt(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelt).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([left], [right]) => unitOrder(left, right));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${spelt(member)}`).join(',')}}`;
}

function unitOrder(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** What RFC 8785 gives a form: I-JSON and nothing else. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return Array.from(value).every(isPlain);
      if (Object.getPrototypeOf(value) !== Object.prototype) return false;
      return Object.entries(value).every(([key, member]) => key.isWellFormed() && isPlain(member));
    default:
      return false;
  }
}

/** Bytes to a value: one byte says what comes, the next ones what of it. */
class Speller {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  value(depth: number): unknown {
    const kind = this.#next() % 12;
    if (depth > DEEPEST) return null;
    switch (kind) {
      case 0:
        return null;
      case 1:
        return true;
      case 2:
        return this.#next() - 128;
      case 3:
        return this.#number();
      case 4:
        return '';
      case 5:
        return this.#text();
      case 6:
        return this.#object(depth);
      case 7:
        return Array.from({ length: this.#next() % 8 }, () => this.value(depth + 1));
      case 8:
        return this.#odd();
      default:
        return this.#next() / 10;
    }
  }

  #object(depth: number): unknown {
    const entries = Array.from({ length: this.#next() % 8 }, () => [this.#text(), this.value(depth + 1)] as const);
    return Object.fromEntries(entries);
  }

  #number(): number {
    const eight = Uint8Array.from({ length: 8 }, () => this.#next());
    return new DataView(eight.buffer).getFloat64(0);
  }

  /** Short, and now and then with a lone surrogate or beyond the basic plane. */
  #text(): string {
    const units = Array.from({ length: this.#next() % 6 }, () => {
      const unit = this.#next();
      if (unit < 0xe0) return unit;
      return (unit << 8) | this.#next();
    });
    return String.fromCharCode(...units);
  }

  #odd(): unknown {
    // oxlint-disable-next-line no-sparse-arrays
    const odd = [undefined, NaN, -0, Infinity, 10n, new Date(0), Symbol('x'), () => 1, [1, , 2], '\u{d800}'];
    return odd[this.#next() % odd.length];
  }

  #next(): number {
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }
}
