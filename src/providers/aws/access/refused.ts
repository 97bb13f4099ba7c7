import { cellsOf } from '../policy/cells.ts';
import type { Statement } from '../policy/model.ts';
import { shareOfAtom } from './atoms.ts';
import { shareOf } from './resources.ts';
import { refusalText } from './words.ts';

/** Parts of one statement; one of more is told as a whole. */
const PARTS = 200;

type Part = Pick<Statement, 'resources' | 'conditions'>;

const known = new WeakMap<Statement, readonly Part[]>();

/**
 * What some statements refuse of an action on a resource, each thing and each way in which a condition holds by itself, so that a
 * refusal which only grew still has all that it had. Sorted.
 * @param denies those that refuse some of it
 */
export function refusedParts(denies: readonly Statement[], atom: string, resource: string): readonly string[] {
  const parts = denies.flatMap((deny) => {
    const actions = shareOfAtom(deny.actions, atom) === 'all';
    return partsOf(deny).flatMap(({ resources, conditions }) => {
      const share = shareOf(resources, resource);
      return share === 'none'
        ? []
        : [refusalText({ ...deny, resources, conditions }, { actions, resources: share === 'all' })];
    });
  });
  return [...new Set(parts)].sort();
}

function partsOf(statement: Statement): readonly Part[] {
  const parts = known.get(statement) ?? dividedParts(statement);
  known.set(statement, parts);
  return parts;
}

function dividedParts(statement: Statement): readonly Part[] {
  const cells = cellsOf([statement]);
  return cells.length > PARTS ? [statement] : cells;
}
