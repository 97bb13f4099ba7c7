import { escapePointer } from '../../../core/leaves.ts';
import type { Reason } from '../../../core/errors.ts';
import { hasPrivilegesOf, writerAuthority } from './authority.ts';
import type { Planned } from './cluster-steps.ts';
import type { DefaultGrants } from '../normal-form/model.ts';
import { parseScope } from '../normal-form/declared-grants.ts';
import { adds, removes, stateOf, unionKeys, type Place } from './transitions.ts';

/** What makes one database's default privileges out of the others. Their only grantor is the role whose objects they are for. */
export function defaultOperations(place: Place, before: DefaultGrants, after: DefaultGrants): Planned {
  const planned = unionKeys(before, after).map((scope) =>
    oneScope(place, scope, before[scope] ?? {}, after[scope] ?? {}),
  );
  const operations = planned.flatMap((scope) => scope.operations);
  return {
    operations: [
      ...operations.filter(({ kind }) => kind === 'default-revoke'),
      ...operations.filter(({ kind }) => kind !== 'default-revoke'),
    ],
    blocked: planned.flatMap(({ blocked }) => blocked),
  };
}

function oneScope(place: Place, scope: string, before: DefaultGrants[string], after: DefaultGrants[string]): Planned {
  const { database } = place;
  const changed = unionKeys(before, after).map((privilege) => ({
    privilege,
    held: { database, object: scope, privilege, role: '' },
    before: stateOf(before[privilege]),
    after: stateOf(after[privilege]),
  }));
  const pick = (test: (transition: (typeof changed)[number]) => boolean): string[] =>
    changed.filter(test).map(({ privilege }) => privilege);
  const revokes = (['privilege', 'grant-option'] as const).map((only) => ({
    kind: 'default-revoke' as const,
    scope,
    privileges: pick(
      (transition) => removes(transition) && (transition.after === undefined) === (only === 'privilege'),
    ),
    only,
  }));
  const grants = [false, true].map((grantable) => ({
    kind: 'default-grant' as const,
    scope,
    privileges: pick((transition) => adds(transition) && (transition.after === 'grantable') === grantable),
    grantable,
  }));
  const operations = [...revokes, ...grants].filter(({ privileges }) => privileges.length > 0);
  return { operations, blocked: operations.length === 0 ? [] : scopeBlocks(place, scope) };
}

function scopeBlocks({ facts, role, database }: Place, scope: string): readonly Reason[] {
  const { creator, schema } = parseScope(scope);
  const pointer = `/defaultPrivileges/values/${[database, scope].map(escapePointer).join('/')}`;
  // PostgreSQL keeps an entry of its own for a schema; for all schemas it has this one built in, and stores nothing.
  if (creator === role && schema === null) {
    const message = `${role} owns what it creates and holds every privilege on it, so PostgreSQL stores no default privileges in its own favour. Leave them out.`;
    return [{ code: 'default-privileges-own', message, pointer }];
  }
  if (hasPrivilegesOf(facts, writerAuthority(facts), creator)) return [];
  const message = `The writer ${facts.writer} may not set default privileges for what ${creator} creates: it needs to be a member of ${creator}.`;
  return [{ code: 'default-privileges-not-permitted', message, pointer }];
}
