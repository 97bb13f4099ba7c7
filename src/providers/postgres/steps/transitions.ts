import { compareText } from '../../../core/address.ts';
import { isPatternMark } from '../../../core/attributes.ts';
import type { Reason } from '../../../core/errors.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { Planned } from './cluster-steps.ts';
import type { PostgresFacts } from '../facts.ts';
import {
  actorForGrant,
  actorForRevoke,
  containerOf,
  dependentsOf,
  grantorsOf,
  ownerOf,
  type Actor,
  type Held,
} from './grantor.ts';
import type { ObjectGrants, Operation, PrivilegeState } from '../normal-form/model.ts';
import { isSystemSchema, parseObject } from '../names/objects.ts';
import { own } from '../own.ts';

export type Place = { readonly facts: PostgresFacts; readonly role: string; readonly database: string };

/** One privilege that changes. `option` and an absent state are what the model says of PrivilegeState. */
export type Transition = {
  readonly held: Held;
  readonly before: PrivilegeState | undefined;
  readonly after: PrivilegeState | undefined;
};

type GrantOperation = Extract<Operation, { kind: 'grant' }>;
type RevokeOperation = Extract<Operation, { kind: 'revoke' }>;

export function stateOf(leaf: ObjectGrants[string][string] | undefined): PrivilegeState | undefined {
  return isPatternMark(leaf) ? undefined : leaf;
}

export function removes({ before, after }: Transition): boolean {
  return before !== undefined && (after === undefined || (before !== 'granted' && after === 'granted'));
}

export function adds({ before, after }: Transition): boolean {
  return after !== undefined && (before === undefined || (before === 'granted' && after === 'grantable'));
}

export function revokesOf({ facts }: Place, { held, before, after }: Transition, actual: ObjectGrants): Planned {
  const only = after === undefined && before !== 'option' ? 'privilege' : 'grant-option';
  const grantors = grantorsOf(facts, held, before !== 'granted').filter(
    ({ grantable }) => only === 'privilege' || grantable,
  );
  const planned = grantors.map(({ grantor }) => {
    const actor = actorForRevoke(facts, held, grantor);
    return actor.kind === 'nobody' ? notRevocable(facts, held, grantor) : revoke(held, only, actor);
  });
  const dependents = before === 'granted' ? [] : dependentReasons(facts, held, actual);
  return {
    operations: planned.flatMap(({ operations }) => operations),
    blocked: [...planned.flatMap(({ blocked }) => blocked), ...dependents],
  };
}

function revoke(held: Held, only: RevokeOperation['only'], actor: Extract<Actor, { kind: 'as' }>): Planned {
  const operation: Operation = {
    kind: 'revoke',
    object: held.object,
    privileges: [held.privilege],
    only,
    as: actor.role,
  };
  return { operations: [operation], blocked: [] };
}

function notRevocable(facts: PostgresFacts, held: Held, grantor: string): Planned {
  const who =
    own(facts.roles, grantor)?.superuser === true
      ? `${grantor} is a superuser now, and revokes only what the owner granted`
      : `the writer ${facts.writer} may not act as ${grantor}`;
  const message = `${grantor} granted ${held.privilege} on ${held.object} in ${held.database} to ${held.role}, and only that grantor can revoke it: ${who}.`;
  return { operations: [], blocked: [{ code: 'revoke-not-permitted', message, pointer: pointerOf(held) }] };
}

/** A table's REVOKE reaches its columns, so what was given on of these stands in its way, too. */
function dependentReasons(facts: PostgresFacts, held: Held, actual: ObjectGrants): readonly Reason[] {
  const columns = Object.keys(actual).filter((object) => object !== held.object && containerOf(object) === held.object);
  return [held.object, ...columns].flatMap((object) =>
    dependentsOf(facts, { ...held, object }).map(({ grantee }) => ({
      code: 'revoke-cascades',
      message: `${held.role} has given ${held.privilege} on ${object} in ${held.database} on to ${grantee}, which a revoke would have to take, too.`,
      pointer: pointerOf(held),
    })),
  );
}

/** REVOKE on a table takes the same privilege from each of its columns: what is to stay there is granted again. */
export function columnsLost(
  place: Place,
  transitions: readonly Transition[],
  after: ObjectGrants,
  actual: ObjectGrants,
): readonly Transition[] {
  const revoked = transitions.filter(
    (transition) => removes(transition) && transition.held.object.startsWith('table '),
  );
  const settled = new Set(transitions.map(({ held }) => `${held.object} ${held.privilege}`));
  return revoked.flatMap(({ held: { object: table, privilege } }) =>
    unionKeys(actual, after)
      .filter((object) => object !== table && containerOf(object) === table && !settled.has(`${object} ${privilege}`))
      .flatMap((object) => {
        const state = stateOf(actual[object]?.[privilege]);
        const held = { database: place.database, object, privilege, role: place.role };
        return state === undefined ? [] : [{ held, before: undefined, after: state }];
      }),
  );
}

export function grantOf({ facts }: Place, { held, after }: Transition): Planned {
  if (isMissing(facts, held)) {
    const message = `There is no ${held.object} in ${held.database}.`;
    return { operations: [], blocked: [{ code: 'object-missing', message, pointer: pointerOf(held) }] };
  }
  const actor = actorForGrant(facts, held);
  if (actor.kind === 'nobody') {
    const owner = ownerOf(facts, held.database, held.object) ?? 'its owner';
    const message = `The writer ${facts.writer} may not grant ${held.privilege} on ${held.object} in ${held.database}: it needs to be a member of ${owner}, or that privilege with grant option.`;
    return { operations: [], blocked: [{ code: 'grant-not-permitted', message, pointer: pointerOf(held) }] };
  }
  const grantable = after === 'grantable';
  return {
    operations: [{ kind: 'grant', object: held.object, privileges: [held.privilege], grantable, as: actor.role }],
    blocked: [],
  };
}

/** The catalogue lists all objects but those of the server's own schemas. */
function isMissing(facts: PostgresFacts, held: Held): boolean {
  if (own(facts.database, held.database) === undefined || ownerOf(facts, held.database, held.object) !== null)
    return false;
  const object = parseObject(held.object);
  return object.class !== 'database' && !isSystemSchema(object.schema);
}

function pointerOf(held: Held): string {
  return `/grants/values/${[held.database, held.object, held.privilege].map(escapePointer).join('/')}`;
}

/** Statements that differ only in their privileges become one. */
export function merged(planned: readonly Planned[], kind: 'grant' | 'revoke'): readonly Operation[] {
  const groups = new Map<string, GrantOperation | RevokeOperation>();
  for (const operation of planned.flatMap(({ operations }) => operations)) {
    if (operation.kind !== kind) continue;
    const key = JSON.stringify({ ...operation, privileges: [] });
    const known = groups.get(key);
    const privileges = [...(known?.privileges ?? []), ...operation.privileges].sort(compareText);
    groups.set(key, { ...operation, privileges });
  }
  return [...groups.entries()].sort(([left], [right]) => compareText(left, right)).map(([, operation]) => operation);
}

export function unionKeys(...sides: readonly (object | undefined)[]): readonly string[] {
  return [...new Set(sides.flatMap((side) => Object.keys(side ?? {})))].sort(compareText);
}
