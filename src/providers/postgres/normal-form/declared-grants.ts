import { patternMark } from '../../../core/attributes.ts';
import { CountersignError } from '../../../core/errors.ts';
import { isPattern, nameParts, parseParts, formatName } from '../names/identifiers.ts';
import type { DefaultEntry, GrantEntry } from '../kinds.ts';
import type { PrivilegeSet, PrivilegeState } from './model.ts';
import { mapEntries } from '../own.ts';
import { formatObject, referenceOf, type ObjectClass } from '../names/objects.ts';
import { formatPattern, patternOf, type PatternClass } from './patterns.ts';
import { expandPrivileges, isSupportedBy, privilegesOf } from '../names/privileges.ts';

/** What a declaration is held against; null while nothing of the source is known (a document checked by itself). */
export type Extent = { readonly databases: readonly string[]; readonly version: number } | null;

/** One key of the normal form with what an entry says of it. */
export type Declared = { readonly database: string; readonly key: string; readonly privileges: PrivilegeSet };

type Named = { readonly class: ObjectClass; readonly patterns: PatternClass | null };

const CLASSES: { readonly [plural: string]: Named } = {
  schemas: { class: 'schema', patterns: 'schemas' },
  tables: { class: 'table', patterns: 'tables' },
  columns: { class: 'column', patterns: null },
  sequences: { class: 'sequence', patterns: 'sequences' },
  functions: { class: 'function', patterns: 'functions' },
  procedures: { class: 'procedure', patterns: 'procedures' },
  types: { class: 'type', patterns: 'types' },
  domains: { class: 'type', patterns: 'types' },
};

const DEFAULT_CLASSES = {
  tables: 'table',
  sequences: 'sequence',
  functions: 'function',
  types: 'type',
  schemas: 'schema',
} as const;

/** @throws CountersignError for names, patterns, privileges and databases that cannot be meant. */
export function declaredGrants(entry: GrantEntry, extent: Extent): readonly Declared[] {
  const [[plural, names] = ['', []]] = Object.entries(entry.on);
  const list = typeof names === 'string' ? [names] : names;
  const state = entry.grantable === true ? 'grantable' : 'granted';
  if (plural === 'databases') return list.map((name) => declaredDatabase(name, entry, state, extent));
  const named = CLASSES[plural];
  if (named === undefined) throw unknownClass(plural);
  const database = databaseOf(entry.database, extent);
  const privileges = privilegeSet(named.class, entry.privileges, state, extent);
  return objectsOf(entry, () => list.map((name) => declaredObject(named, name, privileges, state))).map((object) => ({
    database,
    ...object,
  }));
}

type Objects = readonly Omit<Declared, 'database'>[];

/** A document is checked by itself and then held against its source: what its names mean is the same, so each is parsed once. */
const objects = new WeakMap<GrantEntry, Objects>();

function objectsOf(entry: GrantEntry, declare: () => Objects): Objects {
  const known = objects.get(entry);
  if (known !== undefined) return known;
  const declared = declare();
  objects.set(entry, declared);
  return declared;
}

function declaredDatabase(name: string, entry: GrantEntry, state: PrivilegeState, extent: Extent): Declared {
  const [database, ...more] = nameParts(name);
  if (entry.database !== undefined || database === undefined || more.length > 0) {
    throw new CountersignError('database-named-twice', 'A grant on a database names that database alone.', {
      evidence: name.slice(0, 200),
      mend: 'Write on: { databases: name } without database: beside it, and no schema in the name.',
    });
  }
  const privileges = privilegeSet('database', entry.privileges, state, extent);
  return { database: databaseOf(database, extent), key: 'database', privileges };
}

function declaredObject(named: Named, name: string, privileges: PrivilegeSet, state: PrivilegeState) {
  if (named.patterns !== null && mayBePattern(named, name) && isPattern(parseParts(name))) {
    const key = formatPattern(patternOf(named.patterns, name, state === 'grantable'));
    return { key, privileges: mapEntries(privileges, () => patternMark('held')) };
  }
  return { key: formatObject(referenceOf(objectClassOf(named.class), name)), privileges };
}

/** A routine that says its argument types is one routine, whatever its types are called. */
function mayBePattern(named: Named, name: string): boolean {
  const routine = named.class === 'function' || named.class === 'procedure';
  return name.includes('*') && !(routine && name.includes('('));
}

function objectClassOf(objectClass: ObjectClass): Exclude<ObjectClass, 'database'> {
  if (objectClass === 'database') throw unknownClass(objectClass);
  return objectClass;
}

/** @throws CountersignError as `declaredGrants`. */
export function declaredDefaults(entry: DefaultEntry, extent: Extent): Declared {
  if (entry.on === 'schemas' && entry.in !== undefined) {
    throw new CountersignError('default-in-schema', 'Default privileges on schemas cannot be limited to a schema.', {
      mend: 'Leave in: out.',
    });
  }
  const state = entry.grantable === true ? 'grantable' : 'granted';
  const privileges = privilegeSet(DEFAULT_CLASSES[entry.on], entry.privileges, state, extent);
  const key = formatScope(entry.createdBy, entry.on, entry.in ?? null);
  return { database: databaseOf(entry.database, extent), key, privileges };
}

/** The key that `DefaultGrants` uses; `schema` null: every schema. */
export function formatScope(creator: string, objects: string, schema: string | null): string {
  return `${formatName(creator)} ${objects} ${schema === null ? '*' : formatName(schema)}`;
}

/** Reads a key of `DefaultGrants` back. @throws CountersignError `scope-malformed`. */
export function parseScope(scope: string): {
  readonly creator: string;
  readonly objects: keyof typeof DEFAULT_CLASSES;
  readonly schema: string | null;
} {
  const [, creator = '', objects = '', schema = ''] = /^("(?:[^"]|"")*"|\S+) (\w+) (.+)$/su.exec(scope) ?? [];
  if (!isDefaultClass(objects)) {
    throw new CountersignError('scope-malformed', 'This is not the key of a default privilege.', {
      evidence: scope.slice(0, 200),
      mend: 'Read the source again with this version of Countersign.',
    });
  }
  return { creator: oneName(creator), objects, schema: schema === '*' ? null : oneName(schema) };
}

function oneName(text: string): string {
  return nameParts(text)[0] ?? '';
}

function isDefaultClass(text: string): text is keyof typeof DEFAULT_CLASSES {
  return Object.hasOwn(DEFAULT_CLASSES, text);
}

function privilegeSet(
  objectClass: ObjectClass,
  declared: readonly string[],
  state: PrivilegeState,
  extent: Extent,
): PrivilegeSet {
  const privileges = expandPrivileges(objectClass, declared);
  for (const privilege of privileges) {
    if (!privilegesOf(objectClass).includes(privilege)) {
      throw new CountersignError('privilege-unknown', `A ${objectClass} has no privilege ${privilege}.`, {
        evidence: privilege,
        mend: `Use ${privilegesOf(objectClass).join(', ')} or ALL.`,
      });
    }
    if (extent !== null && !isSupportedBy(extent.version, privilege)) {
      throw new CountersignError('unsupported', `This server has no privilege ${privilege}.`, {
        evidence: `server_version_num ${extent.version}`,
        mend: 'Leave it out until the server is upgraded to PostgreSQL 17 or later.',
      });
    }
  }
  return Object.fromEntries(privileges.map((privilege) => [privilege, state]));
}

/** Without `extent` any name will do, and the only database of a source has none. */
function databaseOf(name: string | undefined, extent: Extent): string {
  if (extent === null) return name ?? '';
  const [only, ...more] = extent.databases;
  if (name === undefined && only !== undefined && more.length === 0) return only;
  if (name !== undefined && extent.databases.includes(name)) return name;
  const known = extent.databases.join(', ').slice(0, 500);
  if (name === undefined) {
    throw new CountersignError(
      'database-ambiguous',
      'This entry does not say which database it is about, and the source has several.',
      {
        evidence: known,
        mend: 'Add database: with one of them.',
      },
    );
  }
  throw new CountersignError('database-unknown', "This database is not one of the source's.", {
    evidence: `${name.slice(0, 100)}; the source has ${known}`,
    mend: "Correct the name, or add the database to the source's options.databases.",
  });
}

function unknownClass(plural: string): CountersignError {
  return new CountersignError('class-unknown', 'This is not a class of objects that takes grants.', {
    evidence: plural.slice(0, 100),
    mend: `Use databases, ${Object.keys(CLASSES).join(', ')}.`,
  });
}
