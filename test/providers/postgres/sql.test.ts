import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../../src/core/errors.ts';
import type { Operation } from '../../../src/providers/postgres/normal-form/model.ts';
import { previewEffect, renderOperation, type PlainOperation } from '../../../src/providers/postgres/write/sql.ts';

const context = { role: 'Odd "one"', database: 'orders', version: 18 };

function sql(operation: PlainOperation, version = 18): string {
  return renderOperation(operation, { ...context, version }).join('; ');
}

describe('role statements', () => {
  it('create a role with only the options that are managed', () => {
    expect(sql({ kind: 'create-role', options: {} })).toBe('CREATE ROLE "Odd ""one"""');
    expect(sql({ kind: 'create-role', options: { login: true, superuser: false, connectionLimit: 3 } })).toBe(
      'CREATE ROLE "Odd ""one""" LOGIN NOSUPERUSER CONNECTION LIMIT 3',
    );
  });

  it.each([
    ['2027-03-31T00:00:00Z', '2027-03-31T00:00:00Z'],
    ['infinity', 'infinity'],
    ['+294276-12-31T23:59:59.999999Z', '294276-12-31T23:59:59.999999Z'],
    ['-0043-03-15T00:00:00Z', '0044-03-15T00:00:00Z BC'],
    ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z BC'],
  ])('write the validity %s as PostgreSQL reads it', (validUntil, written) => {
    expect(sql({ kind: 'alter-role', options: { validUntil } })).toContain(`VALID UNTIL '${written}'`);
  });

  it('set and reset settings, for one database or for all', () => {
    expect(sql({ kind: 'set', database: null, name: 'app.tenant', value: "o'\\" })).toBe(
      `ALTER ROLE "Odd ""one""" SET "app"."tenant" TO E'o''\\\\'`,
    );
    expect(sql({ kind: 'set', database: 'b c', name: 'work_mem', value: null })).toBe(
      'ALTER ROLE "Odd ""one""" IN DATABASE "b c" RESET "work_mem"',
    );
  });

  it('write a list of names element by element, because one literal would become one name', () => {
    expect(sql({ kind: 'set', database: null, name: 'search_path', value: '"$user", "a, ""b", public' })).toContain(
      `SET "search_path" TO '$user', 'a, "b', 'public'`,
    );
  });

  it('name membership options and grantors only where the server knows them', () => {
    const membership = { admin: true, inherit: false, set: true };
    const grant: PlainOperation = { kind: 'grant-role', role: 'g', membership, as: 'h' };
    expect(sql(grant)).toBe('GRANT "g" TO "Odd ""one""" WITH ADMIN TRUE, INHERIT FALSE, SET TRUE GRANTED BY "h"');
    expect(sql(grant, 15)).toBe('GRANT "g" TO "Odd ""one""" WITH ADMIN OPTION');
    expect(sql({ kind: 'revoke-role', role: 'g', as: 'h' })).toBe('REVOKE "g" FROM "Odd ""one""" GRANTED BY "h"');
    expect(sql({ kind: 'revoke-role', role: 'g', as: 'h' }, 15)).toBe('REVOKE "g" FROM "Odd ""one"""');
  });
});

describe('grant statements', () => {
  it.each([
    ['database', 'CONNECT', 'GRANT CONNECT ON DATABASE "orders"'],
    ['schema billing', 'USAGE', 'GRANT USAGE ON SCHEMA "billing"'],
    ['table billing."A.b"', 'SELECT', 'GRANT SELECT ON TABLE "billing"."A.b"'],
    ['column billing.t."c d"', 'SELECT', 'GRANT SELECT ("c d") ON TABLE "billing"."t"'],
    ['sequence billing.s', 'USAGE', 'GRANT USAGE ON SEQUENCE "billing"."s"'],
    ['function billing.f(integer, "B".m[])', 'EXECUTE', 'GRANT EXECUTE ON FUNCTION "billing"."f"(integer, "B"."m"[])'],
    ['procedure billing.p()', 'EXECUTE', 'GRANT EXECUTE ON PROCEDURE "billing"."p"()'],
    ['type billing.money', 'USAGE', 'GRANT USAGE ON TYPE "billing"."money"'],
  ])('name %s', (object, privilege, start) => {
    expect(sql({ kind: 'grant', object, privileges: [privilege], grantable: false, as: null })).toBe(
      `${start} TO "Odd ""one"""`,
    );
  });

  it('act as the grantor for one statement only', () => {
    const revoke: Operation = {
      kind: 'revoke',
      object: 'table s.t',
      privileges: ['SELECT'],
      only: 'grant-option',
      as: 'g',
    };
    expect(renderOperation(revoke, context)).toEqual([
      'SET LOCAL ROLE "g"',
      'REVOKE GRANT OPTION FOR SELECT ON TABLE "s"."t" FROM "Odd ""one"""',
      'SET LOCAL ROLE NONE',
    ]);
  });

  it('write default privileges for their creator', () => {
    const scope = '"Maker of" tables billing';
    expect(sql({ kind: 'default-grant', scope, privileges: ['SELECT'], grantable: true })).toBe(
      'ALTER DEFAULT PRIVILEGES FOR ROLE "Maker of" IN SCHEMA "billing" GRANT SELECT ON TABLES TO "Odd ""one""" WITH GRANT OPTION',
    );
    expect(sql({ kind: 'default-revoke', scope: 'm schemas *', privileges: ['USAGE'], only: 'privilege' })).toBe(
      'ALTER DEFAULT PRIVILEGES FOR ROLE "m" REVOKE USAGE ON SCHEMAS FROM "Odd ""one"""',
    );
  });

  it.each(['SELECT; DROP TABLE x', 'select', '', 'ALL PRIVILEGES'])('refuse %j as a privilege', (privilege) => {
    expect(() =>
      sql({ kind: 'grant', object: 'database', privileges: [privilege], grantable: false, as: null }),
    ).toThrow(expect.objectContaining({ code: 'privilege-unknown' }));
  });

  it.each([
    'function s.f(integer); DROP ROLE x; --)',
    'function s.f(int) TO x; --',
    'table s.t; DROP TABLE u',
    'large object 7',
  ])('refuse %j as an object', (object) => {
    expect(() => sql({ kind: 'grant', object, privileges: ['EXECUTE'], grantable: false, as: null })).toThrow(
      CountersignError,
    );
  });
});

it('a preview shows a pattern in its place and cannot be broken out of', () => {
  const operations: Operation[] = [
    { kind: 'comment', text: 'x' },
    { kind: 'grant-pattern', pattern: 'tables "a\nDROP ROLE x".*', privileges: ['SELECT'], grantable: false },
  ];
  expect(previewEffect({ database: 'orders', operations }, { role: 'r', version: 18 })).toEqual([
    `COMMENT ON ROLE "r" IS 'x';`,
    '-- GRANT SELECT ON each of tables "a DROP ROLE x".* TO "r";',
  ]);
});
