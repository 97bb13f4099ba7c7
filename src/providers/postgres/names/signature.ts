import { CountersignError } from '../../../core/errors.ts';
import { formatName, nameParts, quoteName } from './identifiers.ts';
import { quoteIdentifier } from './quoting.ts';

/** Spellings that PostgreSQL's grammar knows for its own types, to the one that format_type writes. */
const ALIASES: { readonly [spelling: string]: string } = {
  bool: 'boolean',
  bpchar: 'character',
  char: 'character',
  'char varying': 'character varying',
  dec: 'numeric',
  decimal: 'numeric',
  float: 'double precision',
  float4: 'real',
  float8: 'double precision',
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  nchar: 'character',
  'national character': 'character',
  'national char': 'character',
  'national character varying': 'character varying',
  time: 'time without time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  timetz: 'time with time zone',
  varbit: 'bit varying',
  varchar: 'character varying',
};

/** Types that SQL's grammar spells in a way of its own; never quoted. */
const GRAMMAR = new Set([...Object.values(ALIASES), 'bit', 'interval']);

/**
 * Argument types between the parentheses of a routine, in the one spelling that keys use: `integer, billing.money[]`.
 * Types of pg_catalog stand alone, all others with their schema.
 * @throws CountersignError `signature-malformed`, and what `nameParts` throws.
 */
export function formatArguments(text: string): string {
  return text.trim() === '' ? '' : splitOutsideQuotes(text).map(formatArgument).join(', ');
}

function formatArgument(argument: string): string {
  const [, base = '', dimensions = ''] = /^\s*(.*?)\s*((?:\[\s*\]\s*)*)$/su.exec(argument) ?? [];
  return `${formatType(base)}${dimensions.replace(/\s/gu, '')}`;
}

function formatType(text: string): string {
  const spelling = text.replace(/\s+/gu, ' ');
  const known = Object.hasOwn(ALIASES, spelling) ? ALIASES[spelling] : undefined;
  if (known !== undefined) return known;
  if (GRAMMAR.has(spelling)) return spelling;
  const parts = nameParts(text);
  const [schema = '', name] = parts;
  if (parts.length === 1) return ownTypeName(schema);
  if (parts.length === 2 && name !== undefined) {
    return schema === 'pg_catalog' ? catalogueType(name) : quoteName([schema, name]);
  }
  throw malformed(text);
}

/** `pg_catalog.int4` is integer, but `pg_catalog.char` is the type that is always quoted. */
function catalogueType(name: string): string {
  const known = name !== 'char' && Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined;
  return known ?? ownTypeName(name);
}

/** A type of pg_catalog by its own name, in quotes where the grammar would understand another type. */
export function ownTypeName(name: string): string {
  return Object.hasOwn(ALIASES, name) || GRAMMAR.has(name) ? `"${name}"` : formatName(name);
}

/** The key's spelling to SQL that means the same whatever the search_path and the server's keywords are. */
export function sqlArguments(text: string): string {
  if (text === '') return '';
  return splitOutsideQuotes(text)
    .map((argument) => {
      const [, base = '', dimensions = ''] = /^\s*(.*?)((?:\[\])*)$/su.exec(argument) ?? [];
      if (GRAMMAR.has(base)) return base + dimensions;
      const parts = nameParts(base);
      return (parts.length === 1 ? ['pg_catalog', ...parts] : parts).map(quoteIdentifier).join('.') + dimensions;
    })
    .join(', ');
}

function splitOutsideQuotes(text: string): readonly string[] {
  const found: readonly string[] = text.match(/"(?:[^"]|"")*"|[^",]+|,|"/gu) ?? [];
  const groups = [''];
  for (const token of found) {
    if (token === ',') groups.push('');
    else groups.push((groups.pop() ?? '') + token);
  }
  if (found.includes('"') || groups.some((group) => group.trim() === '')) throw malformed(text);
  return groups;
}

function malformed(text: string): CountersignError {
  return new CountersignError('signature-malformed', 'These are not the argument types of a routine.', {
    evidence: text.slice(0, 200),
    mend: 'Write the types of the input arguments only, as in billing.total(integer, billing.money[]): no names, no modes, no defaults.',
  });
}
