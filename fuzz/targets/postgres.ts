import { entriesIn } from '../../src/providers/postgres/catalog/acl.ts';
import { formatPart, nameParts, parseParts, quoteName } from '../../src/providers/postgres/names/identifiers.ts';
import {
  formatObject,
  parseObject,
  referenceOf,
  type ObjectClass,
} from '../../src/providers/postgres/names/objects.ts';
import { formatPattern, parsePattern } from '../../src/providers/postgres/normal-form/patterns.ts';
import { quoteIdentifier, quoteLiteral } from '../../src/providers/postgres/names/quoting.ts';
import { canonicalSetting, settingItems } from '../../src/providers/postgres/normal-form/settings.ts';
import { formatArguments, sqlArguments } from '../../src/providers/postgres/names/signature.ts';
import { formatInstant, parseInstant } from '../../src/providers/postgres/normal-form/timestamps.ts';
import { holds, refusable, same, textOf } from '../oracle.ts';
import type { Target } from '../target.ts';

const CLASSES: readonly Exclude<ObjectClass, 'database'>[] = [
  'schema',
  'table',
  'column',
  'sequence',
  'function',
  'procedure',
  'type',
];
const SETTINGS = [
  'statement_timeout',
  'work_mem',
  'shared_buffers',
  'search_path',
  'log_connections',
  'random_page_cost',
  'session_preload_libraries',
  'bytea_output',
  'x.y',
];

/** How PostgreSQL's own scanner reads quoted names and texts, and nothing else than these, separators and words of type names. */
const SAFE_ARGUMENTS = /^(?:(?:"(?:[^"]|"")+"(?:\."(?:[^"]|"")+")?|[a-z]+(?: [a-z]+)*)(?:\[\])*(?:, |$))*$/u;
const LITERAL = /^(?:'(?:[^'\\]|'')*'|E'(?:[^'\\]|''|\\\\)*')$/u;

type Quoting = { readonly identifier: typeof quoteIdentifier; readonly literal: typeof quoteLiteral };

/** Names, signatures, patterns, privileges, settings and times: read, written and read again; in SQL never more than one token. */
export function postgresTarget(
  { identifier, literal }: Quoting = { identifier: quoteIdentifier, literal: quoteLiteral },
): Target {
  return {
    name: 'postgres',
    seeds: [
      'billing."Invoices 2"',
      'function a.f(int, "b c".t[], character varying)',
      'tables billing.* with grant option',
      'SELECT,UPDATE*',
      '300 s',
      '"$user", public',
      '2027-03-31T00:00:00.5+02:00',
      'schema x',
      'column a.b.c',
    ],
    words: [
      '"',
      '""',
      '.',
      '*',
      '(',
      ')',
      '[]',
      ',',
      'function ',
      'tables ',
      'schemas ',
      ' with grant option',
      'int',
      'double precision',
      'pg_catalog.',
      'char',
      'kB',
      'min',
      '-04714-11-24T',
      "'",
      '\\',
      ';',
      '--',
      '/*',
      '$$',
    ],
    share: 150_000,
    check: (input) => {
      const text = textOf(input);
      expectNames(text);
      expectSignature(text);
      for (const name of SETTINGS) {
        const once = canonicalSetting(name, text);
        same(`the normal form of ${name}`, canonicalSetting(name, once), once);
        settingItems(name, text);
      }
      const instant = parseInstant(text);
      if (instant !== null) same('a time', parseInstant(formatInstant(instant)), instant);
      for (const { grantee, privileges } of entriesIn(text)) {
        holds(
          !grantee.includes(' ') && privileges.list.every(({ name }) => !/[,;]/u.test(name)),
          'an entry or a privilege of two',
        );
      }
      const quoted = refusable(() => identifier(text));
      if (quoted !== null) {
        holds(/^"(?:[^"]|"")+"$/u.test(quoted), 'a name that ends early', quoted);
        same('a quoted name', quoted.slice(1, -1).replaceAll('""', '"'), text);
      }
      const value = refusable(() => literal(text));
      if (value !== null) holds(LITERAL.test(value), 'a text that ends early', value);
    },
  };
}

function expectNames(text: string): void {
  const parts = refusable(() => nameParts(text));
  if (parts !== null) same('a name', nameParts(quoteName(parts)), parts);
  const pieces = refusable(() => parseParts(text));
  if (pieces !== null) same('a spelling with stars', parseParts(pieces.map(formatPart).join('.')), pieces);
  const pattern = refusable(() => parsePattern(text));
  if (pattern !== null) same('a pattern', parsePattern(formatPattern(pattern)), pattern);
  const object = refusable(() => parseObject(text));
  if (object !== null) same('an object', parseObject(formatObject(object)), object);
  for (const objectClass of CLASSES) {
    const reference = refusable(() => referenceOf(objectClass, text));
    if (reference !== null) same('an object of a class', parseObject(formatObject(reference)), reference);
  }
}

function expectSignature(text: string): void {
  const types = refusable(() => formatArguments(text));
  if (types === null) return;
  same('the types of a routine', formatArguments(types), types);
  const sql = refusable(() => sqlArguments(types));
  if (sql !== null) holds(SAFE_ARGUMENTS.test(sql), 'types that are more than types', sql);
}
