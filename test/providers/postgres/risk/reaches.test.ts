import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachesTag, reachGlob, tagGlob } from '../../../../src/core/risk/resource-glob.ts';
import { postgres } from '../../../../src/providers/postgres/index.ts';
import { formatObject, type ObjectReference } from '../../../../src/providers/postgres/names/objects.ts';
import type { Part } from '../../../../src/providers/postgres/names/identifiers.ts';
import { covers, formatPattern, type Pattern } from '../../../../src/providers/postgres/normal-form/patterns.ts';

const principal = 'orders-db/PostgresRole/app';

function reached(resource: string, action = 'SELECT') {
  return postgres.risk.reaches({ principal, action, resource, path: 'direct', power: 'use' });
}

function touches(resource: string, tag: string, action = 'SELECT'): boolean {
  return reached(resource, action).some((one) => reachesTag(tagGlob(tag), reachGlob(one.resource)));
}

const PLACE = 'orders-db/orders';

describe('a grant reaches', () => {
  test.each([
    ['table hr.salaries', 'table hr.salaries', true],
    ['table hr.salaries', '* hr.*', true],
    ['table hr.salaries', 'column hr.salaries.amount', true],
    ['table hr."Pay 2"', 'column hr."Pay 2".amount', true],
    ['column hr.salaries.amount', 'table hr.salaries', true],
    ['column hr."a.b"."c.d"', 'table hr."a.b"', true],
    ['column hr.salaries.amount', 'column hr.salaries.name', false],
    ['tables *.*', 'table hr.salaries', true],
    ['tables h*.*', 'column hr.salaries.amount', true],
    ['tables s*.*', 'table hr.*', false],
    ['tables hr.s*', 'table hr."s 2"', true],
    ['tables hr.s*', 'table hr."t 2"', false],
    ['tables hr.s*', 'table hr."s*"', true],
    ['tables billing.*', '* hr.*', false],
    ['tables b*.*', '* hr.*', false],
    ['tables *.*', '* hr.*', true],
    ['table billing."x hr.y"', '* hr.*', false],
    ['table hr."x y"', '* hr.*', true],
    ['functions hr.*', 'function hr.f(integer, text)', true],
    ['tables *.*', 'sequence hr.ids', false],
    ['schemas h*', 'schema hr', true],
    ['schemas h*', 'schema "hR"', true],
    ['functions hr.*', 'function hr.raise(integer)', true],
    ['functions hr.*', 'procedure hr.close()', false],
    ['future tables in schema hr created by maker', 'table hr.*', true],
    ['future tables in schema hr created by maker', 'table billing.*', false],
    ['future tables in schema My Data created by maker', 'table "My Data".x', true],
    ['future tables created by maker', 'column hr.salaries.amount', true],
    ['future functions in schema hr created by maker', 'procedure hr.close()', true],
    ['future tables in schema a created by b created by c', 'table "a created by b".x', true],
    ['future schemas created by maker', 'schema hr', true],
    ['database', 'table hr.*', false],
    ['schema hr', 'table hr.*', false],
  ])('%s → %s: %s', (resource, tag, expected) => {
    expect(touches(`${PLACE}: ${resource}`, `${PLACE}: ${tag}`)).toBe(expected);
  });

  test('never what lies in another database', () => {
    expect(touches(`${PLACE}: tables *.*`, 'orders-db/billing: table hr.*')).toBe(false);
  });

  test('everything by what passes by all checks, and by the files of the server', () => {
    for (const [resource, action] of [
      ['orders-db', 'SUPERUSER'],
      ['orders-db', 'REPLICATION'],
      ['orders-db: role pg_read_server_files', 'SET ROLE to'],
    ] as const) {
      expect(touches(resource, `${PLACE}: table hr.salaries`, action)).toBe(true);
      expect(touches(resource, 'orders-db: role team', action)).toBe(true);
      expect(touches(resource, 'orders-db2/orders: table hr.salaries', action)).toBe(false);
    }
    expect(touches('orders-db', `${PLACE}: table hr.salaries`, 'LOGIN')).toBe(false);
  });

  test('what a role that the server delivers may do everywhere, with these actions', () => {
    const found = reached('orders-db: role pg_write_all_data', 'member of');
    const actions = found
      .filter((one) => reachesTag(tagGlob(`${PLACE}: table hr.salaries`), reachGlob(one.resource)))
      .flatMap((one) => one.actions);
    expect(actions).toEqual(['INSERT', 'UPDATE', 'DELETE']);
    expect(touches('orders-db: role pg_read_all_data', `${PLACE}: column hr.salaries.amount`, 'member of')).toBe(true);
    expect(touches('orders-db: role team', `${PLACE}: table hr.salaries`, 'member of')).toBe(false);
  });

  test('whatever its pattern covers, however it is spelt', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '"', ' ', '*', '.'), minLength: 1, maxLength: 4 });
    const part = fc
      .array(fc.oneof(fc.constant(null), letters), { minLength: 1, maxLength: 3 })
      .map((pieces): Part => merged(pieces));
    const named = fc.record({
      class: fc.constantFrom('table' as const, 'sequence' as const, 'type' as const),
      schema: letters,
      name: letters,
    });
    fc.assert(
      fc.property(part, part, named, fc.nat(40), (schema, name, object, cut) => {
        const pattern: Pattern = { class: `${object.class}s`, schema, name, grantable: false };
        const known: ObjectReference = object;
        const resource = `${PLACE}: ${formatObject(known)}`;
        const tags = [resource, `${resource.slice(0, cut)}*`, `*${formatObject(known).slice(6)}`, '* *.*'];
        const meant = tags.filter((tag) => reachesTag(tagGlob(tag), reachGlob(resource)));
        const missed = meant.filter((tag) => !touches(`${PLACE}: ${formatPattern(pattern)}`, tag));
        expect(covers(pattern, known) ? missed : []).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Null: any text. Neighbours of one sort are one piece. */
function merged(pieces: readonly (string | null)[]): Part {
  const part: { kind: 'any' | 'text'; text: string }[] = [];
  for (const piece of pieces) {
    const last = part.at(-1);
    const kind = piece === null ? 'any' : 'text';
    if (last?.kind === kind) last.text += piece ?? '';
    else part.push({ kind, text: piece ?? '' });
  }
  return part.map(({ kind, text }) => (kind === 'any' ? { kind } : { kind, text }));
}
