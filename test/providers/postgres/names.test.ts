import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatName, nameParts, quoteName } from '../../../src/providers/postgres/names/identifiers.ts';
import { formatObject, parseObject, referenceOf } from '../../../src/providers/postgres/names/objects.ts';
import {
  covers,
  formatPattern,
  parsePattern,
  patternOf,
} from '../../../src/providers/postgres/normal-form/patterns.ts';
import { formatArguments, sqlArguments } from '../../../src/providers/postgres/names/signature.ts';

const name = fc
  .string({ minLength: 1, maxLength: 15, unit: 'grapheme' })
  .filter((text) => !text.includes('\0') && text.isWellFormed() && Buffer.byteLength(text) <= 63);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  return 'nothing thrown';
}

describe('names in keys', () => {
  test('a name in lower case stays plain, whatever a server reserves', () => {
    expect(formatName('invoices_2')).toBe('invoices_2');
    expect(formatName('select')).toBe('select');
  });

  test.each([
    ['Invoices', '"Invoices"'],
    ['2020', '"2020"'],
    ['a"b', '"a""b"'],
    ['a.b', '"a.b"'],
    ['*', '"*"'],
    ['', '""'],
  ])('%s is quoted', (text, spelling) => {
    expect(formatName(text)).toBe(spelling);
  });

  test('every list of names is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        expect(nameParts(quoteName(names))).toEqual(names);
      }),
    );
  });

  test('quotes that are not needed make no difference', () => {
    expect(quoteName(nameParts('"billing"."invoices"'))).toBe('billing.invoices');
  });

  test('upper case without quotes is refused with both spellings that may be meant', () => {
    expect(codeOf(() => nameParts('billing.Invoices'))).toBe('name-needs-quotes');
  });

  test.each([
    ['', 'name-malformed'],
    ['a..b', 'name-malformed'],
    ['"open', 'name-malformed'],
    ['a\0b', 'name-malformed'],
    ['a.', 'name-malformed'],
    ['""', 'name-malformed'],
    ['billing.*', 'pattern-unexpected'],
    ['é', 'name-needs-quotes'],
    ['a'.repeat(64), 'name-too-long'],
    [`"${'é'.repeat(32)}"`, 'name-too-long'],
  ])('%s is refused', (text, code) => {
    expect(codeOf(() => nameParts(text))).toBe(code);
  });
});

describe('object keys', () => {
  const key = fc.oneof(
    fc.constant('database'),
    name.map((schema) => formatObject({ class: 'schema', schema })),
    fc
      .tuple(fc.constantFrom('table', 'sequence', 'type'), name, name)
      .map(([objectClass, schema, object]) => formatObject({ class: objectClass, schema, name: object })),
    fc
      .tuple(name, name, name)
      .map(([schema, table, column]) => formatObject({ class: 'column', schema, table, column })),
    fc
      .tuple(fc.constantFrom('function', 'procedure'), name, name, fc.array(fc.tuple(name, name)))
      .map(([objectClass, schema, routine, types]) =>
        formatObject({
          class: objectClass,
          schema,
          name: routine,
          arguments: formatArguments(types.map((type) => quoteName(type)).join(',')),
        }),
      ),
  );

  test('every key is read back as it was', () => {
    fc.assert(
      fc.property(key, (text) => {
        expect(formatObject(parseObject(text))).toBe(text);
      }),
    );
  });

  test('an object without its schema is refused', () => {
    expect(codeOf(() => referenceOf('table', 'invoices'))).toBe('schema-missing');
  });

  test('a routine without its argument types is refused', () => {
    expect(codeOf(() => referenceOf('function', 'billing.total'))).toBe('signature-missing');
  });
});

describe('signatures', () => {
  test.each([
    ['int,varchar , timestamptz', 'integer, character varying, timestamp with time zone'],
    ['pg_catalog.int4[]', 'integer[]'],
    ['pg_catalog.varchar', 'character varying'],
    ['char', 'character'],
    ['"char"', '"char"'],
    ['pg_catalog.char', '"char"'],
    ['double   precision', 'double precision'],
    ['billing.money [ ] []', 'billing.money[][]'],
    ['"Odd, (one)"."type[]"', '"Odd, (one)"."type[]"'],
    ['', ''],
  ])('%s is %s', (written, canonical) => {
    expect(formatArguments(written)).toBe(canonical);
    expect(formatArguments(canonical)).toBe(canonical);
  });

  test('SQL leaves nothing to search_path or to keywords', () => {
    expect(sqlArguments('integer, "char", text[], billing.select[]')).toBe(
      'integer, "pg_catalog"."char", "pg_catalog"."text"[], "billing"."select"[]',
    );
  });

  test.each(['integer,', ',', 'a.b.c', 'integer; DROP', 'x integer', 'integer DEFAULT 1', '"open'])(
    '%s is refused',
    (text) => {
      expect(codeOf(() => formatArguments(text))).not.toBe('nothing thrown');
    },
  );
});

describe('patterns', () => {
  const matches = (pattern: string, key: string) => covers(parsePattern(pattern), parseObject(key));

  test.each([
    ['tables billing.*', 'table billing.invoices', true],
    ['tables billing.*', 'table billing."Odd.one"', true],
    ['tables billing.*', 'table billings.invoices', false],
    ['tables billing.*', 'sequence billing.invoices_id_seq', false],
    ['tables billing.*', 'column billing.invoices.amount', false],
    ['tables billing.inv*_2', 'table billing.invoices_2', true],
    ['tables billing.inv*_2', 'table billing.inv_2', true],
    ['tables billing.inv*_2', 'table billing.inv2', false],
    ['tables billing.a*a', 'table billing.a', false],
    ['tables *.audit', 'table billing.audit', true],
    ['tables *.*', 'table pg_catalog.pg_authid', false],
    ['tables *.*', 'table information_schema.tables', false],
    ['tables billing."*"', 'table billing."*"', true],
    ['tables billing."*"', 'table billing.invoices', false],
    ['functions billing.*', 'function billing.total(integer)', true],
    ['functions billing.*', 'procedure billing.close()', false],
    ['schemas b*', 'schema billing', true],
    ['schemas *', 'schema pg_catalog', false],
    ['types billing.*', 'type billing.money', true],
  ])('%s and %s: %s', (pattern, key, expected) => {
    expect(matches(pattern, key)).toBe(expected);
  });

  test('a pattern of only stars between texts agrees with the regular expression', () => {
    const piece = fc.constantFrom('a', 'b', 'ab', '*');
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 12 }),
        (pieces, text) => {
          const pattern = patternOf('tables', `s.${pieces.join('')}`, false);
          const expression = new RegExp(`^${pieces.join('').replaceAll('*', '.*')}$`, 'u');
          expect(covers(pattern, { class: 'table', schema: 's', name: text })).toBe(expression.test(text));
        },
      ),
    );
  });

  test('every pattern is read back as it was', () => {
    const short = fc.string({ minLength: 1, maxLength: 6 });
    const part = fc.array(fc.oneof(short.map(formatName), fc.constant('*')), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(part, part, fc.boolean(), (schema, object, grantable) => {
        const pattern = patternOf('tables', `${schema.join('')}.${object.join('')}`, grantable);
        expect(parsePattern(formatPattern(pattern))).toEqual(pattern);
      }),
    );
  });

  test('many stars are refused', () => {
    expect(codeOf(() => patternOf('tables', `s.${'a*'.repeat(9)}`, false))).toBe('pattern-malformed');
  });
});
