import { compareText } from '../../../core/address.ts';
import { isPatternMark } from '../../../core/attributes.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { LiveObject, LiveState } from '../../../core/live.ts';
import type { Imported } from '../../../core/ports.ts';
import { UNFINISHED } from './creation-mark.ts';
import { parseScope } from './declared-grants.ts';
import { postgresFacts, type PostgresFacts } from '../facts.ts';
import { formatName } from '../names/identifiers.ts';
import {
  HIDDEN,
  roleAttributes,
  SCALARS,
  type Membership,
  type ObjectGrants,
  type PrivilegeSet,
  type RoleAttributes,
} from './model.ts';
import { isEmpty, mapEntries, own } from '../own.ts';
import { roleOf } from './project.ts';

/** A document that says exactly what is live: explicit grants, no patterns. Planning right after is empty. */
export function toDocument(object: LiveObject, live: LiveState): Imported {
  const attributes = roleAttributes(object.attributes);
  const facts = postgresFacts(live);
  const only = facts.databases.length === 1;
  const caution = cautionOf(object, attributes, facts);
  return {
    kind: object.kind,
    name: roleOf(object),
    ...(caution === '' ? {} : { caution }),
    spec: {
      ...Object.fromEntries(
        SCALARS.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])),
      ),
      ...(attributes.validUntil === undefined ? {} : { validUntil: attributes.validUntil }),
      ...(isWritable(attributes.comment) ? { comment: attributes.comment } : {}),
      settings: settings(attributes),
      memberOf: Object.entries(attributes.memberOf?.values ?? {})
        .sort(byKey)
        .map(membership),
      grants: entries(attributes.grants?.values ?? {}).flatMap(([database, grants]) =>
        grantEntries(database, grants, only),
      ),
      defaultPrivileges: entries(attributes.defaultPrivileges?.values ?? {}).flatMap(([database, scopes]) =>
        entries(scopes).flatMap(([scope, privileges]) => defaultEntries(database, scope, privileges, only)),
      ),
    },
    notModelled: live.notModelled.filter(({ address }) => address === object.address),
  };
}

/** Roles that run the server, or Countersign itself, are rarely meant when everything is imported. */
function cautionOf(object: LiveObject, { superuser }: RoleAttributes, facts: PostgresFacts): string {
  const role = roleOf(object);
  return [
    ...(role === facts.reader ? ['is the login that Countersign reads with'] : []),
    ...(role === facts.writer ? ['is the login that Countersign writes with'] : []),
    ...(superuser === true ? ['is a superuser'] : []),
    ...(own(facts.sharedOwned, role) ?? []).slice(0, 1).map((owned) => `owns the ${owned}`),
  ].join(', ');
}

/** What stands for a text that is not shown is no text to declare. */
function isWritable(comment: string | null | undefined): comment is string | null {
  return comment !== undefined && comment !== HIDDEN && comment !== UNFINISHED;
}

function entries<T>(record: { readonly [name: string]: T }): readonly [string, T][] {
  return Object.entries(record).sort(byKey);
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return compareText(left, right);
}

/** Where a value is hidden the list cannot be exhaustive. */
function settings({ settings: found }: RoleAttributes): JsonObject {
  const { everywhere, databases } = found?.values ?? { everywhere: {}, databases: {} };
  const shown = shownValues(everywhere);
  const inDatabases = mapEntries(databases, (_, values) => {
    const some = shownValues(values);
    return isEmpty(some) ? undefined : some;
  });
  const hides = [everywhere, ...Object.values(databases)].some((values) => Object.values(values).includes(HIDDEN));
  return {
    ...(isEmpty(shown) ? {} : { everywhere: shown }),
    ...(isEmpty(inDatabases) ? {} : { databases: inDatabases }),
    ...(hides ? { others: 'keep' } : {}),
  };
}

function shownValues(values: { readonly [name: string]: string }) {
  return Object.fromEntries(entries(mapEntries(values, (_, value) => (value === HIDDEN ? undefined : value))));
}

function membership([role, { admin, inherit, set }]: readonly [string, Membership]): string | JsonObject {
  if (!admin && inherit && set) return role;
  return { role, ...(admin ? { admin } : {}), ...(inherit ? {} : { inherit }), ...(set ? {} : { set }) };
}

/** Objects of one class with the same privileges share an entry. */
function grantEntries(database: string, grants: ObjectGrants, only: boolean): readonly JsonObject[] {
  const groups = new Map<
    string,
    { plural: string; privileges: readonly string[]; grantable: boolean; names: string[] }
  >();
  for (const [key, set] of entries(grants)) {
    const [plural, name] = named(key, database);
    for (const { privileges, grantable } of split(set)) {
      const id = JSON.stringify([plural, grantable, privileges]);
      const group = groups.get(id) ?? { plural, privileges, grantable, names: [] };
      group.names.push(name);
      groups.set(id, group);
    }
  }
  return entries(Object.fromEntries(groups)).map(([, { plural, privileges, grantable, names }]) => ({
    on: { [plural]: names.length === 1 ? (names[0] ?? '') : names },
    ...(only || plural === 'databases' ? {} : { database }),
    privileges,
    ...(grantable ? { grantable } : {}),
  }));
}

function named(key: string, database: string): readonly [plural: string, name: string] {
  if (key === 'database') return ['databases', formatName(database)];
  const space = key.indexOf(' ');
  return [`${key.slice(0, space)}s`, key.slice(space + 1)];
}

function defaultEntries(database: string, scope: string, set: PrivilegeSet, only: boolean): readonly JsonObject[] {
  const { creator, objects, schema } = parseScope(scope);
  return split(set).map(({ privileges, grantable }) => ({
    createdBy: creator,
    ...(schema === null ? {} : { in: schema }),
    on: objects,
    ...(only ? {} : { database }),
    privileges,
    ...(grantable ? { grantable } : {}),
  }));
}

function split(set: PrivilegeSet): readonly { privileges: readonly string[]; grantable: boolean }[] {
  const held = Object.entries(set).filter(([, state]) => !isPatternMark(state));
  const groups = [false, true].map((grantable) => ({
    grantable,
    privileges: held.flatMap(([privilege, state]) => ((state === 'grantable') === grantable ? [privilege] : [])).sort(),
  }));
  return groups.filter(({ privileges }) => privileges.length > 0);
}
