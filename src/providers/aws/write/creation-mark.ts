/** Tag with the mark by which an apply knows what it created as its own; it stays, and no document can set it. */
export const CREATION_MARK = 'countersign:creation';
