/** Annotation with the mark by which an apply knows what it created as its own; it stays, and is no part of the normal form. */
export const CREATION_MARK = 'countersign.dev/creation';
