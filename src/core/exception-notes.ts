import type { Address } from './address.ts';
import type { ExceptionNote } from './assessment.ts';

/**
 * Whether an exception is used now for what none was used for when notes were shown: another rule, or another identity. One that
 * is prolonged or renamed lifts what was lifted.
 */
export function usesMore(now: readonly ExceptionNote[], shown: readonly ExceptionNote[]): boolean {
  const were = new Set(shown.flatMap(usesOf));
  return now.flatMap(usesOf).some((use) => !were.has(use));
}

function usesOf(note: ExceptionNote): readonly string[] {
  if (note.code !== 'exception-used') return [];
  const uses = note.addresses.map((address: Address) => `${note.rule}\n${address}`);
  return note.more === 0 ? uses : [...uses, `${note.rule}\n${note.more} more`];
}
