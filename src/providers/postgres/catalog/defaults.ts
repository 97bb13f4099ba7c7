import { formatScope } from '../normal-form/declared-grants.ts';
import { ownerPrivileges, publicPrivileges } from '../names/privileges.ts';
import { entriesIn, type AclEntry } from './acl.ts';
import { PUBLIC_OID, type Cast } from './cast.ts';
import type { DatabaseRows } from './database.ts';
import { record, type Sink } from './sink.ts';

/** pg_default_acl.defaclobjtype; what is missing has no grants in documents. */
const CLASSES = {
  r: { plural: 'tables', class: 'table' },
  S: { plural: 'sequences', class: 'sequence' },
  f: { plural: 'functions', class: 'function' },
  T: { plural: 'types', class: 'type' },
  n: { plural: 'schemas', class: 'schema' },
} as const;

/** The plural in which documents name a class, by its letter. */
export const DEFAULT_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(CLASSES).map(([letter, { plural }]) => [letter, plural]),
);

type Group = {
  readonly creator: string;
  readonly schema: string | null;
  readonly letter: string;
  readonly entries: readonly AclEntry[];
};

/** Reads one database's default privileges into the sink. */
export function gatherDefaults(rows: DatabaseRows, version: number, cast: Cast, sink: Sink): void {
  for (const [by, schema = null, letter, entries = null] of rows.defaults) {
    const group = { creator: by ?? '', schema, letter: letter ?? '', entries: entriesIn(entries) };
    const creator = cast.nameOf(group.creator);
    if (creator === null) continue;
    const classes = isKnown(group.letter) ? CLASSES[group.letter] : null;
    if (classes === null) gatherUnknown(rows.database, creator, group, cast, sink);
    else gatherScope(rows.database, creator, group, classes, version, cast, sink);
  }
}

function gatherScope(
  database: string,
  creator: string,
  group: Group,
  classes: (typeof CLASSES)[keyof typeof CLASSES],
  version: number,
  cast: Cast,
  sink: Sink,
): void {
  const scope = formatScope(creator, classes.plural, group.schema);
  for (const { grantee, privileges } of group.entries) {
    const role = cast.nameOf(grantee);
    if (role === null || isImplied(group, grantee)) continue;
    sink.defaultFacts.push({ database, creator, scope, grantee: role });
    if (cast.isIdentity(grantee)) record(sink.defaults, role, database, scope, privileges.set);
  }
  const perSchema = group.schema !== null;
  differences(
    database,
    scope,
    group,
    perSchema ? [] : publicPrivileges(classes.class),
    PUBLIC_OID,
    'PUBLIC',
    null,
    sink,
  );
  if (!perSchema && cast.isIdentity(group.creator)) {
    const expected = ownerPrivileges(classes.class, version);
    differences(database, scope, group, expected, group.creator, creator, cast.addressOf(creator), sink);
  }
}

/** A global entry repeats what the creator owns anyway; a schema's entry only adds, so there the creator is a grantee like any other. */
function isImplied(group: Group, grantee: string): boolean {
  return group.schema === null && grantee === group.creator;
}

function differences(
  database: string,
  scope: string,
  group: Group,
  expected: readonly string[],
  grantee: string,
  name: string,
  address: string | null,
  sink: Sink,
): void {
  const holds = group.entries
    .filter((entry) => entry.grantee === grantee)
    .flatMap(({ privileges }) => privileges.list.map((privilege) => privilege.name));
  const more = [...new Set(holds)].filter((privilege) => !expected.includes(privilege)).sort();
  const less = expected.filter((privilege) => !holds.includes(privilege)).sort();
  const parts = [more.length > 0 ? `${more.join(', ')} for` : '', less.length > 0 ? `no ${less.join(', ')} for` : ''];
  const text = parts.filter((part) => part !== '').join(' and ');
  if (text === '') return;
  sink.notModelled.push({
    address,
    what: address === null ? 'default privileges of PUBLIC' : 'creator without own default privileges',
    detail: `${scope} in ${database}: ${text} ${name}`,
  });
}

function gatherUnknown(database: string, creator: string, group: Group, cast: Cast, sink: Sink): void {
  for (const { grantee, privileges } of group.entries) {
    const role = cast.nameOf(grantee);
    if (role === null || isImplied(group, grantee)) continue;
    if (!cast.isIdentity(grantee) && grantee !== PUBLIC_OID) continue;
    const names = privileges.list.map(({ name, grantable }) => `${name}${grantable ? ' with grant option' : ''}`);
    sink.notModelled.push({
      address: grantee === PUBLIC_OID ? null : cast.addressOf(role),
      what: group.letter === 'L' ? 'default privileges on large objects' : 'default privileges of an unknown class',
      detail: `created by ${creator} in ${database}: ${names.sort().join(', ')} for ${grantee === PUBLIC_OID ? 'PUBLIC' : role}`,
    });
  }
}

function isKnown(letter: string): letter is keyof typeof CLASSES {
  return Object.hasOwn(CLASSES, letter);
}
