import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { openSession } from '../../../src/providers/postgres/connect.ts';
import { formatName } from '../../../src/providers/postgres/names/identifiers.ts';
import { quoteIdentifier, quoteLiteral } from '../../../src/providers/postgres/names/quoting.ts';
import { renderOperation } from '../../../src/providers/postgres/write/sql.ts';
import type { OpenSession } from '../../../src/providers/postgres/write/write.ts';
import { apply, changeOf, document, planFor, sqlOf, type Cluster } from '../../live/postgres/change.ts';
import { startPglite, type EmbeddedPostgres } from '../../support/pglite.ts';

let database: EmbeddedPostgres;
let cluster: Cluster;

beforeAll(async () => {
  database = await startPglite();
  cluster = { server: { url: () => database.url }, databases: ['postgres'], writer: 'applier' };
  await database.query(
    `CREATE ROLE applier LOGIN CREATEROLE; CREATE ROLE maker; GRANT maker TO applier; GRANT EXECUTE ON FUNCTION pg_control_system() TO applier;
     CREATE ROLE granted; GRANT granted TO applier WITH ADMIN TRUE, INHERIT FALSE, SET FALSE; CREATE ROLE stranger;
     CREATE SCHEMA s AUTHORIZATION maker; CREATE TABLE s.t (a int); ALTER TABLE s.t OWNER TO maker`,
  );
});

afterAll(async () => {
  await database.stop();
});

/** Every login of the embedded server is postgres: this one becomes the applier, session and all. */
const asApplier: OpenSession = async (...connection) => {
  const session = await openSession(...connection);
  await session.rows('SET SESSION AUTHORIZATION postgres');
  await session.rows('SET SESSION AUTHORIZATION applier');
  return {
    rows: (text, values) => session.rows(text, values),
    close: async () => {
      await session.rows('ROLLBACK').catch(() => undefined);
      await session.rows('SET SESSION AUTHORIZATION postgres');
      await session.close();
    },
  };
};

async function convergeAsApplier(wish: Parameters<typeof planFor>[1]) {
  const planned = await planFor(cluster, wish);
  expect(planned.plan.changes.flatMap(({ blocked }) => blocked)).toEqual([]);
  const report = await apply(cluster, planned, asApplier);
  const told = { ...report, sql: sqlOf(planned, 18) };
  expect(told).toMatchObject({ result: 'applied', unverified: [] });
}

async function blocksOf(name: string, before: JsonObject, after: JsonObject): Promise<readonly string[]> {
  const planned = await planFor(cluster, {
    base: [document(name, before)],
    head: [document(name, after)],
  });
  return changeOf(planned).blocked.map(({ code }) => code);
}

describe('an applier with CREATEROLE from version 16 on', () => {
  const granted = { role: 'granted', admin: true, inherit: true, set: false };
  const spec = {
    login: true,
    comment: 'x',
    memberOf: [granted],
    grants: [{ database: 'postgres', on: { tables: 's.*' }, privileges: ['SELECT', 'MAINTAIN'] }],
  };

  it('creates a role, which it administers from then on, and changes what it may', async () => {
    await convergeAsApplier({ base: [], head: [document('app', spec)] });
    const next = {
      ...spec,
      comment: null,
      memberOf: [{ ...granted, admin: false, inherit: false, set: true }],
      connectionLimit: 1,
    };
    await convergeAsApplier({ base: [document('app', spec)], head: [document('app', next)] });
    await convergeAsApplier({ base: [document('app', next)], head: [] });
    expect(await database.query(`SELECT rolcanlogin, rolconnlimit FROM pg_roles WHERE rolname = 'app'`)).toEqual([
      { rolcanlogin: false, rolconnlimit: 1 },
    ]);
  });

  it('is told in the plan what it may not', async () => {
    await database.query('CREATE ROLE other; GRANT stranger TO other');
    expect(await blocksOf('other', {}, { login: true })).toEqual(['alter-not-permitted']);
    expect(await blocksOf('other', {}, { memberOf: [] })).toEqual(['membership-not-permitted', 'revoke-not-permitted']);
    expect(await blocksOf('app', {}, { createDatabase: true })).toEqual(['attribute-not-permitted']);
    expect(await blocksOf('app', {}, { memberOf: ['stranger', 'granted'] })).toEqual(['membership-not-permitted']);
  });

  it('deletes what it created once it may act as it', async () => {
    const deletion = { base: [document('app', {}, { kind: 'delete' as const, options: {} })], head: [] };
    expect(changeOf(await planFor(cluster, deletion)).blocked.map(({ code }) => code)).toEqual(['drop-not-permitted']);
    await database.query('GRANT app TO applier WITH INHERIT TRUE');
    await convergeAsApplier(deletion);
    expect(await database.query(`SELECT 1 FROM pg_roles WHERE rolname = 'app'`)).toEqual([]);
  });
});

describe('quoting', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 15 })
    .filter((text) => !text.includes('\0') && text.isWellFormed() && Buffer.byteLength(text) <= 63);

  it('writes any name and any text so that the server reads the same', async () => {
    const session = await openSession(database.url, null, 20_000);
    await fc.assert(
      fc.asyncProperty(
        name,
        fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
        async (identifier, text) => {
          const [row] = await session.rows(
            `SELECT parts[1], ${quoteLiteral(text)} FROM pg_catalog.parse_ident(${quoteLiteral(quoteIdentifier(identifier))}) AS parts`,
          );
          expect(row).toEqual([identifier, text]);
          const [column] = await session.rows(
            `SELECT ${quoteIdentifier(identifier)} FROM (SELECT 1 AS ${quoteIdentifier(identifier)}) x`,
          );
          expect(column).toEqual(['1']);
        },
      ),
      { numRuns: 300 },
    );
    await session.rows('SET standard_conforming_strings TO off');
    expect(await session.rows(`SELECT ${quoteLiteral("a\\'b")}`)).toEqual([["a\\'b"]]);
    await session.rows('RESET standard_conforming_strings');
    await session.close();
  });

  it('lets no name of a role, object or setting say anything but a name', async () => {
    const session = await openSession(database.url, null, 20_000);
    await session.rows(`SELECT pg_catalog.set_config('search_path', '', false)`);
    await fc.assert(
      fc.asyncProperty(
        name.filter((text) => !/^pg_|^(?:public|none)$/iu.test(text)),
        async (text) => {
          await session.rows('ROLLBACK');
          await session.rows('BEGIN');
          const context = { role: text, database: 'postgres', version: 18 };
          const [schema, table] = [formatName(text), `${formatName(text)}.${formatName(text)}`];
          await session.rows(`CREATE SCHEMA ${quoteIdentifier(text)}`);
          await session.rows(
            `CREATE TABLE ${quoteIdentifier(text)}.${quoteIdentifier(text)} (${quoteIdentifier(text)} int)`,
          );
          for (const statement of [
            ...renderOperation({ kind: 'create-role', options: { connectionLimit: 2 } }, context),
            ...renderOperation({ kind: 'comment', text }, context),
            ...renderOperation({ kind: 'set', database: null, name: 'search_path', value: formatName(text) }, context),
            ...renderOperation(
              { kind: 'grant', object: `schema ${schema}`, privileges: ['USAGE'], grantable: true, as: null },
              context,
            ),
            ...renderOperation(
              {
                kind: 'grant',
                object: `column ${table}.${schema}`,
                privileges: ['SELECT'],
                grantable: false,
                as: null,
              },
              context,
            ),
            ...renderOperation(
              { kind: 'default-grant', scope: `${schema} tables ${schema}`, privileges: ['SELECT'], grantable: false },
              context,
            ),
          ]) {
            await session.rows(statement);
          }
          const [row] = await session.rows(
            `SELECT r.rolname, pg_catalog.shobj_description(r.oid, 'pg_authid'), (SELECT s.setconfig[1] FROM pg_catalog.pg_db_role_setting s WHERE s.setrole = r.oid),
             pg_catalog.has_schema_privilege(r.oid, n.oid, 'USAGE WITH GRANT OPTION')
           FROM pg_catalog.pg_roles r, pg_catalog.pg_namespace n WHERE r.rolconnlimit = 2 AND n.nspname = $1`,
            [text],
          );
          expect(row?.slice(0, 2)).toEqual([text, text]);
          expect(row?.[2]).toMatch(/^search_path=/u);
          expect(row?.[3]).toBe('t');
        },
      ),
      { numRuns: 60 },
    );
    await session.close();
  });

  it.each([[''], ['a\0b'], ['x'.repeat(64)], ['ü'.repeat(32)], ['\ud800']])('refuses %j as a name', (text) => {
    expect(() => quoteIdentifier(text)).toThrow(expect.objectContaining({ code: 'identifier-unusable' }));
  });

  it.each([['a\0b'], ['\ud800']])('refuses %j as a text', (text) => {
    expect(() => quoteLiteral(text)).toThrow(expect.objectContaining({ code: 'literal-unusable' }));
  });
});
