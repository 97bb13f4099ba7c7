import type { JsonObject } from '../../core/json.ts';
import { matchesPart, type Part, type Piece } from './names/identifiers.ts';
import type { Boundary } from './kinds.ts';

/** Whether a role can be an identity of a source. */
export type Within = (role: string) => boolean;

/** Roles of the server itself, pg_…, never are. */
export function boundaryOf(boundary: JsonObject): Within {
  const { include, exclude = [] } = boundary as Boundary;
  const included = include?.map(globOf) ?? null;
  const excluded = exclude.map(globOf);
  return (role) =>
    !role.startsWith('pg_') &&
    (included === null || included.some((glob) => matchesPart(glob, role))) &&
    !excluded.some((glob) => matchesPart(glob, role));
}

/** Every star stands for any text; everything else for itself. */
function globOf(pattern: string): Part {
  const pieces = pattern.split('*').flatMap((text, index): Piece[] => {
    const literal: Piece[] = text === '' ? [] : [{ kind: 'text', text }];
    return index === 0 ? literal : [{ kind: 'any' }, ...literal];
  });
  return pieces.filter((piece, index) => piece.kind !== 'any' || pieces[index - 1]?.kind !== 'any');
}
