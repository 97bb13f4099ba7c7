import type { Basis } from '../../../core/access/effective.ts';
import type { Estate } from './estate.ts';
import type { RoleGraph } from './graph.ts';
import type { Resources } from './resources.ts';
import type { Standing } from './standing.ts';

export type Model = { readonly estate: Estate; readonly graph: RoleGraph; readonly resources: Resources };

/** One of the ways in which something is held. */
export type Way = { readonly basis: Basis } & Standing;

/** One action that a principal may do on one resource, by the shortest way. */
export type Held = { readonly action: string; readonly administers: boolean } & Way;

/** At one distance what is given comes before what is not. */
const ORDER: readonly Basis[] = ['grant', 'attribute', 'ownership', 'everyone', 'built-in', 'superuser'];

/** The way without a condition, else the shortest, else the first by name; nothing where there is none. */
export function best(action: string, administers: boolean, ways: readonly Way[]): readonly Held[] {
  const [first, ...others] = ways;
  if (first === undefined) return [];
  const { basis, as, through } = others.reduce((known, way) => (compareWays(way, known) < 0 ? way : known), first);
  return [{ action, administers, basis, as, through }];
}

function compareWays(left: Way, right: Way): number {
  return (
    Number(left.as !== null) - Number(right.as !== null) ||
    left.through.length - right.through.length ||
    ORDER.indexOf(left.basis) - ORDER.indexOf(right.basis) ||
    (left.through.join('\0') < right.through.join('\0') ? -1 : 1)
  );
}
