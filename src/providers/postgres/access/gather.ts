import { entriesIn } from '../catalog/acl.ts';
import { PUBLIC, PUBLIC_OID, type Cast } from '../catalog/cast.ts';
import type { ClusterRows } from '../catalog/cluster.ts';
import type { DatabaseRows } from '../catalog/database.ts';
import { DEFAULT_LETTERS } from '../catalog/defaults.ts';
import { knownObject } from '../catalog/objects.ts';
import { contextOf, membershipFacts } from '../catalog/roles.ts';
import type { Row } from '../connect.ts';
import { formatObject, type ObjectClass } from '../names/objects.ts';
import { publicPrivileges } from '../names/privileges.ts';
import { formatScope } from '../normal-form/declared-grants.ts';
import { recordOf } from '../own.ts';
import type { Acl, Estate, EstateDatabase, EstateObject, EstateRole, Privileges } from './estate.ts';
import { FUTURE_CLASSES } from './resources.ts';

/** Pure: the rows of every role's privileges to the estate that they make. */
export function gatherEstate(cluster: ClusterRows, databases: readonly DatabaseRows[], cast: Cast): Estate {
  return {
    version: cluster.version,
    databases: recordOf(databases.map((rows) => [rows.database, databaseOf(rows, cluster, cast)])),
    roles: recordOf(cluster.roles.map((row) => [row[1] ?? '', roleOf(row)])),
    memberships: membershipFacts(cluster, cast),
  };
}

function roleOf(row: Row): EstateRole {
  return { ...contextOf(row), connectionLimit: Number(row[9]) };
}

function databaseOf(rows: DatabaseRows, cluster: ClusterRows, cast: Cast): EstateDatabase {
  const objects = [ownObject(rows.database, cluster, cast), ...objectsOf(rows, cast), ...columnsOf(rows, cast)];
  return { objects: recordOf(objects), defaults: recordOf(defaultsOf(rows, cast)) };
}

function ownObject(database: string, cluster: ClusterRows, cast: Cast): readonly [string, EstateObject] {
  const owner = cast.nameOf(cluster.databases.find(([, name]) => name === database)?.[2] ?? null) ?? '';
  const row = cluster.acls.find(([objectClass, , name]) => objectClass === 'database' && name === database);
  return ['database', { owner, acl: row === undefined ? null : aclIn(row[4] ?? null, cast) }];
}

function objectsOf(rows: DatabaseRows, cast: Cast): readonly (readonly [string, EstateObject])[] {
  return rows.objects.flatMap((row) => {
    const object = knownObject(row);
    if (object === null) return [];
    const acl = row[6] === 't' ? aclIn(row[7] ?? null, cast) : null;
    return [[object.key, { owner: cast.nameOf(object.owner) ?? '', acl }] as const];
  });
}

function columnsOf(rows: DatabaseRows, cast: Cast): readonly (readonly [string, EstateObject])[] {
  return rows.columns.map(([schema, table, column, owner = null, entries = null]) => {
    const key = formatObject({ class: 'column', schema: schema ?? '', table: table ?? '', column: column ?? '' });
    return [key, { owner: cast.nameOf(owner) ?? '', acl: aclIn(entries, cast) }] as const;
  });
}

function defaultsOf(rows: DatabaseRows, cast: Cast): readonly (readonly [string, Acl])[] {
  return rows.defaults.flatMap(([by = null, schema = null, letter, entries = null]) => {
    const creator = cast.nameOf(by);
    const objects = DEFAULT_LETTERS.get(letter ?? '');
    if (creator === null || objects === undefined) return [];
    const others = aclOf(
      entriesIn(entries).filter(({ grantee }) => grantee !== by),
      cast,
    );
    const acl = schema === null ? beyondBuiltIn(others, FUTURE_CLASSES[objects] ?? 'table') : others;
    return [[formatScope(creator, objects, schema), acl] as const];
  });
}

/** An entry for all schemas repeats what everyone is given where there is none. */
function beyondBuiltIn(acl: Acl, objectClass: ObjectClass): Acl {
  const { [PUBLIC]: everyone = {}, ...others } = acl;
  const builtIn = publicPrivileges(objectClass);
  const more = Object.entries(everyone).filter(
    ([privilege, state]) => state === 'grantable' || !builtIn.includes(privilege),
  );
  return more.length === 0 ? others : { ...others, [PUBLIC]: Object.fromEntries(more) };
}

function aclIn(entries: string | null, cast: Cast): Acl {
  return aclOf(entriesIn(entries), cast);
}

function aclOf(entries: ReturnType<typeof entriesIn>, cast: Cast): Acl {
  const grantees = new Map<string, Privileges>();
  for (const { grantee, privileges } of entries) {
    const name = grantee === PUBLIC_OID ? PUBLIC : cast.nameOf(grantee);
    if (name === null) continue;
    const known = grantees.get(name);
    // One grantor is the rule, and then many entries share one value.
    grantees.set(name, known === undefined ? plain(privileges.set) : union(known, plain(privileges.set)));
  }
  return recordOf(grantees);
}

function plain(set: ReturnType<typeof entriesIn>[number]['privileges']['set']): Privileges {
  return set as Privileges;
}

function union(known: Privileges, added: Privileges): Privileges {
  const options = Object.entries(known).filter(([, state]) => state === 'grantable');
  return { ...known, ...added, ...Object.fromEntries(options) };
}
