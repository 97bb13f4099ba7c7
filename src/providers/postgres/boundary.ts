import { parseAddress } from '../../core/address.ts';
import type { Reason } from '../../core/errors.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Change } from '../../core/plan.ts';
import type { Reach } from '../../core/ports.ts';
import { matchesPart, type Part, type Piece } from './names/identifiers.ts';
import { ROLE_KIND, type Boundary, type Options } from './kinds.ts';

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

/** Provider.outside. Where no databases are named, nobody can tell from here what the connection's own is called. */
export function outside(
  { boundary, options }: Reach,
  { address, steps }: Pick<Change, 'address' | 'steps'>,
): Reason | null {
  const { kind, name } = parseAddress(address);
  const [role = ''] = name;
  if (kind !== ROLE_KIND || name.length !== 1 || !boundaryOf(boundary)(role))
    return { code: 'outside-boundary', message: `${address} is no role within the boundary of its source.` };
  const { databases = null } = options as Options;
  const left = steps.map(({ effect }) => databaseIn(effect)).find((one) => one !== null && !databases?.includes(one));
  if (databases === null || left === undefined) return null;
  const message = `${address} is to be changed in ${left}, which is not one of the databases of its source.`;
  return { code: 'database-not-configured', message };
}

function databaseIn(effect: Json): string | null {
  if (typeof effect !== 'object' || effect === null || !('database' in effect)) return null;
  return typeof effect.database === 'string' ? effect.database : null;
}

/** Every star stands for any text; everything else for itself. */
function globOf(pattern: string): Part {
  const pieces = pattern.split('*').flatMap((text, index): Piece[] => {
    const literal: Piece[] = text === '' ? [] : [{ kind: 'text', text }];
    return index === 0 ? literal : [{ kind: 'any' }, ...literal];
  });
  return pieces.filter((piece, index) => piece.kind !== 'any' || pieces[index - 1]?.kind !== 'any');
}
