/** Tag by which an apply knows what it created as its own; it stays, and no document can set it. */
export const CREATION_MARK = 'countersign:apply';

/** IAM allows no other characters in a tag's value. */
export function markOf(applyId: string): string {
  return applyId.replace(/[^\p{L}\p{N}_.:/=+@-]/gu, '-').slice(0, 256);
}
