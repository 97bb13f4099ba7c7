const PREFIX = 'Countersign: creation unfinished, mark ';

/** Stands in live attributes for the comment of a role whose creation has not ended: it is the mark of an apply, and nobody's text. */
export const UNFINISHED = '(creation unfinished)';

/**
 * The comment that a role has from its CREATE, in the same transaction, until the next step of its chain. It tells this apply's own
 * creation from someone else's equal role. Every login that may create a role may write it; custom settings need more.
 */
export function creationComment(mark: string): string {
  return `${PREFIX}${mark}`;
}

/** Whether a comment holds a mark, whichever apply's. */
export function isCreationComment(comment: string): boolean {
  return comment.startsWith(PREFIX);
}

/** Null: it holds none. */
export function markIn(comment: string | null): string | null {
  return comment !== null && isCreationComment(comment) ? comment.slice(PREFIX.length) : null;
}
