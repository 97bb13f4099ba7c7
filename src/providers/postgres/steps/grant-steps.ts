import type { Planned } from './cluster-steps.ts';
import type { ObjectGrants } from '../normal-form/model.ts';
import { isPatternKey } from '../normal-form/patterns.ts';
import { expandPatternOperation, patternOperations } from './pattern-steps.ts';
import {
  adds,
  columnsLost,
  grantOf,
  merged,
  removes,
  revokesOf,
  stateOf,
  unionKeys,
  type Place,
  type Transition,
} from './transitions.ts';

/**
 * What makes one database's grants out of the others; `actual` is all that the role holds there, managed or not.
 * Revokes come first, so that nothing granted here is taken away again.
 */
export function grantOperations(
  place: Place,
  before: ObjectGrants,
  after: ObjectGrants,
  actual: ObjectGrants,
): Planned {
  const transitions = transitionsOf(place, before, after);
  const revokes = transitions.filter(removes).map((transition) => revokesOf(place, transition, actual));
  const lost = columnsLost(place, transitions, after, actual);
  const grants = [...transitions.filter(adds), ...lost].map((transition) => grantOf(place, transition));
  const planned = [...revokes, ...grants];
  const patterns = patternOperations(before, after);
  // What a pattern matches today is expanded to foresee refusals only; the operations stay patterns.
  const expanded = patterns.map((operation) => expandPatternOperation(place, operation, after, actual));
  return {
    operations: [
      ...merged(planned, 'revoke'),
      ...patterns.filter(({ kind }) => kind === 'revoke-pattern'),
      ...patterns.filter(({ kind }) => kind === 'grant-pattern'),
      ...merged(planned, 'grant'),
    ],
    blocked: [...planned, ...expanded].flatMap(({ blocked }) => blocked),
  };
}

function transitionsOf({ role, database }: Place, before: ObjectGrants, after: ObjectGrants): readonly Transition[] {
  const objects = unionKeys(before, after).filter((object) => !isPatternKey(object));
  return objects.flatMap((object) =>
    unionKeys(before[object], after[object]).flatMap((privilege) => {
      const [left, right] = [stateOf(before[object]?.[privilege]), stateOf(after[object]?.[privilege])];
      return left === right ? [] : [{ held: { database, object, privilege, role }, before: left, after: right }];
    }),
  );
}
