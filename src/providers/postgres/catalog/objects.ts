import type { Row } from '../connect.ts';
import type { DatabaseFacts } from '../facts.ts';
import { quoteName } from '../names/identifiers.ts';
import { formatObject, isSystemSchema, type ObjectClass, type ObjectReference } from '../names/objects.ts';
import { ownerPrivileges, publicPrivileges } from '../names/privileges.ts';
import { ownTypeName } from '../names/signature.ts';
import { entriesIn } from './acl.ts';
import type { Cast } from './cast.ts';
import type { DatabaseRows } from './database.ts';
import { gatherAcl } from './object-acl.ts';
import type { Sink } from './sink.ts';
import { parseJson } from '../../../core/parse-json.ts';

/** Objects that initdb made have oids below. */
const FIRST_NORMAL_OID = 16_384;

type Known = { readonly key: string; readonly class: ObjectClass; readonly schema: string; readonly owner: string };

/** Reads one database's objects and their ACLs into the sink, and returns who owns what. */
export function gatherObjects(rows: DatabaseRows, version: number, cast: Cast, sink: Sink): DatabaseFacts['objects'] {
  const known: Known[] = [];
  const granted = new Set<string>();
  for (const row of rows.objects) {
    const object = knownObject(row);
    if (object === null) continue;
    known.push(object);
    if (row[6] !== 't') continue;
    const acl = {
      database: rows.database,
      key: object.key,
      owner: object.owner,
      entries: entriesIn(row[7] ?? null),
      ownerDefault: ownerPrivileges(object.class, version),
      publicDefault: publicDefault(object, row),
    };
    if (gatherAcl(acl, cast, sink)) granted.add(object.key);
  }
  for (const table of gatherColumns(rows, cast, sink)) granted.add(table);
  const listed = known.filter(({ key, schema }) => !isSystemSchema(schema) || granted.has(key));
  return Object.fromEntries(
    listed.map(({ key, owner }): [string, string] => [key, cast.nameOf(owner) ?? '']).sort(byName),
  );
}

function byName([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : 1;
}

/** Key, class, schema and the owner's oid of a row of `DatabaseRows.objects`; null: of a class that is not known. */
export function knownObject([objectClass, , schema, name, owner, types]: Row): Known | null {
  const reference = referenceIn(objectClass ?? '', schema ?? name ?? '', name ?? '', types ?? null);
  if (reference === null || reference.class === 'database') return null;
  return { key: formatObject(reference), class: reference.class, schema: reference.schema, owner: owner ?? '' };
}

function referenceIn(objectClass: string, schema: string, name: string, types: string | null): ObjectReference | null {
  switch (objectClass) {
    case 'schema':
      return { class: objectClass, schema: name };
    case 'table':
    case 'sequence':
    case 'type':
      return { class: objectClass, schema, name };
    case 'function':
    case 'procedure':
      return { class: objectClass, schema, name, arguments: argumentList(types) };
    default:
      return null;
  }
}

type ArgumentType = readonly [schema: string | null, name: string, isArray: boolean];

function argumentList(types: string | null): string {
  if (types === null) return '';
  const list = parseJson(types) as readonly ArgumentType[];
  return list
    .map(
      ([schema, name, isArray]) =>
        `${schema === null ? ownType(name) : quoteName([schema, name])}${isArray ? '[]' : ''}`,
    )
    .join(', ');
}

/** format_type quotes by the server's keyword list; keys quote by their own rule. */
function ownType(name: string): string {
  return name.startsWith('"') ? ownTypeName(name.slice(1, -1).replaceAll('""', '"')) : name;
}

/** The privileges that PUBLIC had when the object came to be: initdb and extensions may grant some. */
function publicDefault(object: Known, row: Row): readonly string[] {
  const initially = row[8] ?? null;
  if (initially !== null) return initially === '' ? [] : initially.split(',');
  const fromInitdb = Number(row[1]) < FIRST_NORMAL_OID && object.schema === 'information_schema';
  if (fromInitdb && object.class === 'table') return ['SELECT'];
  if (fromInitdb && object.class === 'schema') return ['USAGE'];
  return publicPrivileges(object.class);
}

/** Returns the keys of the tables of which an identity holds something on a column. */
function gatherColumns(rows: DatabaseRows, cast: Cast, sink: Sink): readonly string[] {
  const tables = new Set<string>();
  for (const [schema, table, column, owner, entries = null] of rows.columns) {
    const acl = {
      database: rows.database,
      key: formatObject({ class: 'column', schema: schema ?? '', table: table ?? '', column: column ?? '' }),
      owner: owner ?? '',
      entries: entriesIn(entries),
      ownerDefault: [],
      publicDefault: [],
    };
    const granted = gatherAcl(acl, cast, sink);
    if (granted) tables.add(formatObject({ class: 'table', schema: schema ?? '', name: table ?? '' }));
  }
  return [...tables];
}
