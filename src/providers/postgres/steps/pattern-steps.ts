import { compareText } from '../../../core/address.ts';
import { isPatternMark } from '../../../core/attributes.ts';
import type { Planned } from './cluster-steps.ts';
import type { ObjectGrants, Operation, PrivilegeState } from '../normal-form/model.ts';
import { parseObject } from '../names/objects.ts';
import { covers, expandPattern, isPatternKey, parsePattern } from '../normal-form/patterns.ts';
import {
  adds,
  columnsLost,
  grantOf,
  merged,
  removes,
  revokesOf,
  stateOf,
  type Place,
  type Transition,
} from './transitions.ts';
import { own } from '../own.ts';

type PatternOperation = Extract<Operation, { kind: 'grant-pattern' | 'revoke-pattern' }>;

/** Patterns whose declaration changed. Those with grant option are patterns of their own. */
export function patternOperations(before: ObjectGrants, after: ObjectGrants): readonly PatternOperation[] {
  const patterns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isPatternKey).sort(compareText);
  return patterns.flatMap((pattern) => [...revokes(pattern, before, after), ...grants(pattern, before, after)]);
}

function grants(pattern: string, before: ObjectGrants, after: ObjectGrants): readonly PatternOperation[] {
  const privileges = privilegesOf(after, pattern).filter(
    (privilege) => holds(after, pattern, privilege) && !holds(before, pattern, privilege),
  );
  if (privileges.length === 0) return [];
  return [{ kind: 'grant-pattern', pattern, privileges, grantable: parsePattern(pattern).grantable }];
}

/** One operation for all privileges that leave the same things out. */
function revokes(pattern: string, before: ObjectGrants, after: ObjectGrants): readonly PatternOperation[] {
  const groups = new Map<string, PatternOperation & { kind: 'revoke-pattern' }>();
  for (const privilege of privilegesOf(before, pattern)) {
    if (!holds(before, pattern, privilege) || holds(after, pattern, privilege)) continue;
    const except = stillHeld(pattern, privilege, after);
    const key = JSON.stringify(except);
    const privileges = [...(groups.get(key)?.privileges ?? []), privilege];
    groups.set(key, { kind: 'revoke-pattern', pattern, privileges, except });
  }
  return [...groups.values()];
}

/** Keys of the head, objects and patterns, that go on holding this privilege on something that the pattern may match. */
function stillHeld(pattern: string, privilege: string, after: ObjectGrants): readonly string[] {
  const parsed = parsePattern(pattern);
  return Object.keys(after)
    .filter((key) => {
      if (key === pattern || after[key]?.[privilege] === undefined) return false;
      if (isPatternKey(key)) return parsePattern(key).class === parsed.class && holds(after, key, privilege);
      return covers(parsed, parseObject(key));
    })
    .sort(compareText);
}

function holds(grants: ObjectGrants, pattern: string, privilege: string): boolean {
  const leaf = grants[pattern]?.[privilege];
  return isPatternMark(leaf) && leaf.state === 'held';
}

function privilegesOf(grants: ObjectGrants, pattern: string): readonly string[] {
  return Object.keys(grants[pattern] ?? {}).sort(compareText);
}

/**
 * What an operation on a pattern means for the objects that it matches now: nothing for those that are as they should be.
 * @param wanted all that the identity is to hold in this database, by object and by pattern
 * @param actual all that it holds there
 */
export function expandPatternOperation(
  place: Place,
  operation: PatternOperation,
  wanted: ObjectGrants,
  actual: ObjectGrants,
): Planned {
  const pattern = parsePattern(operation.pattern);
  const database = own(place.facts.database, place.database);
  const objects = expandPattern(pattern, database).filter((object) => own(database?.objects, object) !== place.role);
  const transitions = objects.flatMap((object) =>
    operation.privileges.flatMap((privilege): Transition[] => {
      const before = stateOf(actual[object]?.[privilege]);
      const after = wantedState(wanted, object, privilege);
      return before === after
        ? []
        : [{ held: { database: place.database, object, privilege, role: place.role }, before, after }];
    }),
  );
  return operation.kind === 'grant-pattern'
    ? granting(place, transitions)
    : revoking(place, transitions, wanted, actual);
}

function granting(place: Place, transitions: readonly Transition[]): Planned {
  const planned = transitions.filter(adds).map((transition) => grantOf(place, transition));
  return { operations: merged(planned, 'grant'), blocked: planned.flatMap(({ blocked }) => blocked) };
}

function revoking(
  place: Place,
  transitions: readonly Transition[],
  wanted: ObjectGrants,
  actual: ObjectGrants,
): Planned {
  const revokes = transitions.filter(removes).map((transition) => revokesOf(place, transition, actual));
  const lost = columnsLost(place, transitions, wanted, actual).map((transition) => grantOf(place, transition));
  const planned = [...revokes, ...lost];
  return {
    operations: [...merged(planned, 'revoke'), ...merged(planned, 'grant')],
    blocked: planned.flatMap(({ blocked }) => blocked),
  };
}

/** What an entry that names the object says, else the most that any pattern over it says; undefined: nothing. */
export function wantedState(wanted: ObjectGrants, object: string, privilege: string): PrivilegeState | undefined {
  const named = stateOf(wanted[object]?.[privilege]);
  if (named !== undefined) return named;
  const reference = parseObject(object);
  const states = Object.keys(wanted).flatMap((key): PrivilegeState[] => {
    if (!isPatternKey(key) || !holds(wanted, key, privilege)) return [];
    const pattern = parsePattern(key);
    return covers(pattern, reference) ? [pattern.grantable ? 'grantable' : 'granted'] : [];
  });
  return states.includes('grantable') ? 'grantable' : states[0];
}
