import { parseAddress } from '../../../core/address.ts';
import type { Permission } from '../../../core/ports.ts';
import { itself } from '../../../core/risk/facts.ts';
import type { Reached } from '../../../core/risk/model.ts';
import { privilegesEverywhere } from '../access/predefined.ts';
import { formatName, type Part } from '../names/identifiers.ts';
import { parsePattern } from '../normal-form/patterns.ts';

/** Attributes by which everything in the cluster is read, whatever was granted. */
const WIDE_ATTRIBUTES = new Set(['SUPERUSER', 'REPLICATION']);

/** "They bypass all database-level permission checks when accessing files": Predefined Roles in the manual of PostgreSQL. */
const WIDE_ROLES = new Set(['pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files']);

const PLACED = /^(.*?): (role|future|schemas?|tables?|columns?|sequences?|functions?|procedures?|types?) (.*)$/su;

/** What a permission is about, as globs over the resources that permissions name: a table's columns with it, and all that a pattern can match. */
export function reaches(permission: Permission): readonly Reached[] {
  const { source } = parseAddress(permission.principal);
  const own = itself(permission);
  if (permission.resource === source) return WIDE_ATTRIBUTES.has(permission.action) ? everything(source) : [own];
  const [, place = '', noun = '', rest = ''] = PLACED.exec(permission.resource) ?? [];
  if (noun === '') return [own];
  if (noun === 'role') return [own, ...roleReach(source, rest)];
  const globs =
    noun === 'future' ? futureGlobs(rest) : noun.endsWith('s') ? patternGlobs(noun, rest) : partsOf(noun, rest);
  return [own, ...globs.map((glob) => ({ resource: `${place}: ${glob}`, actions: own.actions }))];
}

function everything(source: string): readonly Reached[] {
  return [source, `${source}: **`, `${source}/**`].map((resource) => ({ resource, actions: ['*'] }));
}

/** A name, plain or in double quotes. */
const ANY_NAME = ['*', '"*"'];

function roleReach(source: string, role: string): readonly Reached[] {
  if (WIDE_ROLES.has(role)) return everything(source);
  return privilegesEverywhere(role).flatMap(([objectClass, actions]) =>
    globsOf(objectClass, ANY_NAME, ANY_NAME).map((glob) => ({ resource: `${source}/**: ${glob}`, actions })),
  );
}

/** A table's columns, and the table that a column is of. */
function partsOf(noun: string, name: string): readonly string[] {
  if (noun === 'table') return columnsOf(name);
  if (noun !== 'column') return [];
  const [, table] = /^(.*)\.(?:"(?:[^"]|"")*"|[^."]+)$/su.exec(name) ?? [];
  return table === undefined ? [] : [`table ${table}`];
}

function columnsOf(table: string): readonly string[] {
  return ANY_NAME.map((column) => `column ${table}.${column}`);
}

function globsOf(noun: string, schemas: readonly string[], names: readonly string[]): readonly string[] {
  if (noun === 'schema') return schemas.map((schema) => `schema ${schema}`);
  const all = schemas.flatMap((schema) => names.map((name) => `${schema}.${name}`));
  if (noun === 'function' || noun === 'procedure') return all.map((name) => `${noun} ${name}(**)`);
  return all.flatMap((name) => [`${noun} ${name}`, ...(noun === 'table' ? columnsOf(name) : [])]);
}

function patternGlobs(plural: string, text: string): readonly string[] {
  const { schema, name } = parsePattern(`${plural} ${text}`);
  return globsOf(plural.slice(0, -1), spellings(schema), name === null ? [] : spellings(name));
}

/** A name that a part matches is spelt plain, or in double quotes when it has other characters. */
function spellings(part: Part): readonly string[] {
  const [only] = part;
  if (part.length === 1 && only?.kind === 'text') return [formatName(only.text)];
  const text = part.map((piece) => (piece.kind === 'any' ? '*' : piece.text.replaceAll('"', '""'))).join('');
  return [text, `"${text}"`];
}

/** Of what is made later only the schema is known. Names stand there without quotes, so that one may look like the words around it. */
function futureGlobs(text: string): readonly string[] {
  const [, plural = '', schema] = /^(\w+)(?: in schema (.*?))? created by /su.exec(text) ?? [];
  const isPlain = schema !== undefined && text.split(' created by ').length === 2;
  const nouns = plural === 'functions' ? ['function', 'procedure'] : [plural.slice(0, -1)];
  return nouns.flatMap((noun) => globsOf(noun, isPlain ? [formatName(schema)] : ANY_NAME, ANY_NAME));
}
