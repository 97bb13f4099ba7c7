import { isDeepStrictEqual } from 'node:util';
import { CountersignError } from '../src/core/errors.ts';

/** What an input showed that must not be. */
class Violation extends Error {
  constructor(what: string, detail = '') {
    super(detail === '' ? what : `${what}: ${detail.slice(0, 2_000)}`);
    this.name = 'Violation';
  }
}

/** The value, or null when the input was refused in the one way in which anything may be refused: with code, cause and mend. */
export function refusable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    return refusal(error);
  }
}

/** As `refusable`, for what takes its time. */
export async function eventuallyRefusable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    return refusal(error);
  }
}

/** @throws the error, unless it is a refusal that is whole and short enough to be shown. */
function refusal(error: unknown): null {
  if (!(error instanceof CountersignError)) throw error;
  bounded('a refusal', `${error.code}${error.message}${error.evidence ?? ''}${error.mend}`, 5_000);
  holds(
    /^[a-z0-9-]+$/u.test(error.code) && error.message !== '' && error.mend !== '',
    'a refusal that says too little',
  );
  return null;
}

export function holds(condition: boolean, what: string, detail = ''): asserts condition {
  if (!condition) throw new Violation(what, detail);
}

export function same(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) throw new Violation(what, `${shown(found)} is not ${shown(expected)}`);
}

/** @param maximum UTF-16 units */
export function bounded(what: string, text: string, maximum: number): void {
  holds(text.length <= maximum, `${what} takes ${text.length} characters`);
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value))).slice(0, 900);
}

const UTF8 = new TextDecoder('utf-8');

/** Any bytes as text; what is not UTF-8 is replaced. */
export function textOf(input: Uint8Array): string {
  return UTF8.decode(input);
}
