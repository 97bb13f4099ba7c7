import { secretShape } from './secret-shape.ts';

const MAXIMUM_TEXT = 500;

/** What another system said, on one line, as far as a ledger can keep it: bounded, without half characters, and withheld where it has the shape of a secret. */
export function excerpt(said: string, limit = MAXIMUM_TEXT): string {
  if (secretShape(said) !== null) return '(withheld: it has the shape of a secret)';
  const line = said.slice(0, limit).toWellFormed().replaceAll(/\s+/gu, ' ');
  return said.length > limit ? `${line}…` : line;
}
