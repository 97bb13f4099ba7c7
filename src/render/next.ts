import { CORE_CODES } from '../core/codes/index.ts';
import type { Phrase } from './phrase.ts';

const NEXT = new Map(CORE_CODES.flatMap(({ codes }) => Object.entries(codes).map(([code, { next }]) => [code, next])));

/** What to do about it, as the table of reason codes says; nothing for a code that a provider or a policy brings. */
export function nextPhrase(code: string): Phrase {
  const next = NEXT.get(code);
  return next === undefined ? [] : [` ${next}`];
}
