const PREFIX = 'Countersign: creation unfinished, apply ';

/** Stands in live attributes for the comment of a role whose creation has not ended: it is the mark of an apply, and nobody's text. */
export const UNFINISHED = '(creation unfinished)';

/**
 * The comment that a role has from its CREATE, in the same transaction, until the next step of its chain. It tells this apply's own
 * creation from someone else's equal role. Every login that may create a role may write it; custom settings need more.
 */
export function creationMark(applyId: string): string {
  return `${PREFIX}${applyId}`;
}

/** Whether a comment is such a mark, whichever apply's. */
export function isCreationMark(comment: string): boolean {
  return comment.startsWith(PREFIX);
}
