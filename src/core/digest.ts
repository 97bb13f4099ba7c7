import canonicalizeJson from 'canonicalize';
import { createHash } from 'node:crypto';
import { CountersignError } from './errors.ts';
import type { Json, Sha256 } from './json.ts';
import type { Plan } from './plan.ts';

/** Nesting beyond this is refused: nothing that is digested comes near it, and a stack is finite. */
const MAXIMUM_DEPTH = 200;

/**
 * Canonical JSON (RFC 8785): one text for one value.
 * @throws CountersignError `not-canonical` for anything that is not plain JSON: `undefined`, non-finite numbers,
 * lone surrogates, functions, class instances, cycles, nesting beyond 200.
 */
export function canonicalize(value: Json): string {
  assertPlainJson(value, []);
  try {
    return canonicalizeJson(value) ?? 'null';
  } catch (cause) {
    throw notCanonical([], cause instanceof Error ? cause.message : 'the canonicaliser refused it', cause);
  }
}

/** Whether the text is the canonical form of the value that was parsed from it, without writing that form where it need not be. */
export function isCanonical(value: Json, text: string): boolean {
  // JSON.stringify spells numbers and strings as RFC 8785 does, and nothing else but the order of keys can differ.
  if (isOrdered(value, 0)) return JSON.stringify(value) === text && text.isWellFormed();
  return canonicalize(value) === text;
}

function isOrdered(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'string' || value.isWellFormed();
  if (depth >= MAXIMUM_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item: Json) => isOrdered(item, depth + 1));
  let before: string | null = null;
  for (const [key, item] of Object.entries(value)) {
    if (before !== null && before >= key) return false;
    if (!key.isWellFormed() || !isOrdered(item, depth + 1)) return false;
    before = key;
  }
  return true;
}

export function sha256(content: string | Uint8Array): Sha256 {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** The hash of a value's canonical form: equal for equal values, whatever the spelling they were read from. */
export function hashJson(value: Json): Sha256 {
  return sha256(canonicalize(value));
}

/** The plan's name. */
export function planDigest(plan: Plan): Sha256 {
  return hashJson(plan);
}

/** `path` is where the walk is, so that only what is refused is spelt out. */
function assertPlainJson(value: unknown, path: string[]): void {
  if (path.length > MAXIMUM_DEPTH) throw notCanonical(path, `nesting is deeper than ${MAXIMUM_DEPTH}`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notCanonical(path, 'a number is not finite');
    return;
  }
  if (Array.isArray(value)) assertPlainArray(value, path);
  else assertPlainObject(value, path);
}

function assertPlainArray(value: readonly unknown[], path: string[]): void {
  if (Object.keys(value).length > value.length) throw notCanonical(path, 'an array has named properties');
  // Counting visits holes, which iterating over keys would skip.
  for (let index = 0; index < value.length; index += 1) {
    path.push(String(index));
    assertPlainJson(value[index], path);
    path.pop();
  }
}

function assertPlainObject(value: unknown, path: string[]): void {
  if (typeof value !== 'object' || value === null) throw notCanonical(path, `a ${typeof value} is not JSON`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notCanonical(path, 'an object is not a plain one');
  if (Object.getOwnPropertySymbols(value).length > 0) throw notCanonical(path, 'a key is a symbol');
  for (const [key, item] of Object.entries(value)) {
    if (!key.isWellFormed()) throw notCanonical(path, 'a key holds a lone surrogate');
    path.push(key);
    assertPlainJson(item, path);
    path.pop();
  }
}

function notCanonical(path: readonly string[], why: string, cause?: unknown): CountersignError {
  const pointer = path.map((key) => `/${key}`).join('');
  return new CountersignError('not-canonical', `The value has no canonical form: ${why}.`, {
    evidence: pointer === '' ? 'at the root' : `at ${pointer.slice(0, 200)}`,
    mend: 'Only null, booleans, finite numbers, well-formed strings, arrays and plain objects can be digested.',
    cause,
  });
}
