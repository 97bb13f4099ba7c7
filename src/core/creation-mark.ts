import { sha256 } from './digest.ts';
import type { Sha256 } from './json.ts';

/** So many random bytes: nobody finds a mark to a commitment. */
const MARK_BYTES = 32;

/** The only shape of a mark: a tag, an annotation and a comment take it, and it has the shape of no secret. */
const MARK = /^[0-9a-f]{64}$/u;

/** As many bytes as asked for, which nobody can foresee. */
export type Random = (bytes: number) => Uint8Array;

/**
 * By what an apply knows the objects that it created. `mark` is what an object bears that is created now. `commitments` are the hashes
 * of it and of those that earlier runs drew: they were recorded before a mark was written anywhere, so whatever bears such a mark was
 * created by this apply, or copied from an object that was.
 */
export type CreationMarks = { readonly mark: string; readonly commitments: ReadonlySet<Sha256> };

/** @param recorded what earlier runs committed to */
export function drawMark(random: Random, recorded: Iterable<Sha256>): CreationMarks {
  const mark = Buffer.from(random(MARK_BYTES)).toString('hex');
  return { mark, commitments: new Set([...recorded, commitmentOf(mark)]) };
}

/** What may be known to everybody before the object exists. */
export function commitmentOf(mark: string): Sha256 {
  return sha256(mark);
}

/** @param found what stands on an object where marks stand, of whatever length; null: nothing */
export function isOwnMark({ commitments }: Pick<CreationMarks, 'commitments'>, found: string | null): boolean {
  return found !== null && MARK.test(found) && commitments.has(commitmentOf(found));
}
