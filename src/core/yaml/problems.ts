import type { Diagnostic } from '../errors.ts';
import { LIMITS } from './limits.ts';
import type { Problem } from './text.ts';

export function tooLarge(path: string, bytes: number): Diagnostic {
  return {
    code: 'input-too-large',
    severity: 'error',
    cause: `The file is larger than ${LIMITS.bytes} bytes, so it was not read.`,
    evidence: `${bytes} bytes`,
    mend: 'Split it into several files, or take it out of the desired-state globs.',
    location: { path, line: 1, column: 1 },
  };
}

export function notUtf8(offset: number, wide: boolean): Problem {
  const cause = wide ? 'The file is UTF-16.' : 'A byte here is not UTF-8.';
  return { code: 'not-utf8', cause, mend: 'Save the file as UTF-8.', offset };
}

export function forbiddenProblem(found: { readonly name: string; readonly code: string }): Omit<Problem, 'offset'> {
  const unseen = found.code === 'bidi-control' ? 'changes the direction of what is shown' : 'cannot be seen';
  return {
    code: found.code,
    cause: `The character ${found.name} ${unseen}, so that reviewers may not see what they approve.`,
    mend: 'Remove the character.',
  };
}

export function emptyFile(): Problem {
  return {
    code: 'empty-file',
    cause: 'The file holds no document.',
    mend: 'Write a document into it, or delete the file; deleting removes what its last document declared.',
    offset: 0,
  };
}
