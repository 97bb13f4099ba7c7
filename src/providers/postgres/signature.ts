import { CountersignError } from '../../core/errors.ts';
import { formatName, nameParts, quoteName } from './identifiers.ts';

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

const SEVERAL_WORDS = new Set([
  'bit varying',
  'character varying',
  'double precision',
  'time with time zone',
  'time without time zone',
  'timestamp with time zone',
  'timestamp without time zone',
]);

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
  const known = ALIASES[spelling];
  if (Object.hasOwn(ALIASES, spelling) && known !== undefined) return known;
  if (SEVERAL_WORDS.has(spelling)) return spelling;
  const parts = nameParts(text);
  if (parts.length === 2) return parts[0] === 'pg_catalog' ? formatType(formatName(parts[1] ?? '')) : quoteName(parts);
  if (parts.length === 1) return quoteName(parts);
  throw malformed(text);
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
