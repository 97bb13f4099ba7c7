import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { addressOf, apply, changeOf, converge, document, planFor, sqlOf, type Cluster } from './change.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres;
let cluster: Cluster;

/** As managed services have it: CREATEROLE and CREATEDB, ownership by membership, and no superuser. */
beforeAll(async () => {
  server = await startPostgres();
  await server.query(
    'CREATE ROLE applier LOGIN CREATEROLE; CREATE ROLE maker; CREATE ROLE stranger; GRANT maker TO applier; CREATE ROLE "group"',
  );
  await server.query('CREATE ROLE root_like SUPERUSER; CREATE ROLE stray LOGIN');
  await server.query('CREATE DATABASE orders OWNER maker');
  await server.query(
    `GRANT EXECUTE ON FUNCTION pg_control_system() TO applier;
     CREATE SCHEMA s AUTHORIZATION maker; CREATE SCHEMA x AUTHORIZATION stranger;
     CREATE TABLE s.t (a int); ALTER TABLE s.t OWNER TO maker; CREATE TABLE x.t (a int); ALTER TABLE x.t OWNER TO stranger`,
    'orders',
  );
  cluster = { server, databases: ['orders'], writer: 'applier' };
});

afterAll(async () => {
  await server.stop();
});

const on = (object: JsonObject, ...privileges: string[]) => ({ database: 'orders', on: object, privileges });

describe('an applier without SUPERUSER', () => {
  const spec = {
    login: true,
    createDatabase: true,
    comment: 'made by the applier',
    settings: { everywhere: { work_mem: '8MB' } },
    memberOf: ['group'],
    grants: [
      on({ tables: 's.t' }, 'SELECT'),
      on({ schemas: ['s', 'public'] }, 'USAGE'),
      { on: { databases: 'orders' }, privileges: ['CONNECT'] },
    ],
    defaultPrivileges: [{ createdBy: 'maker', in: 's', on: 'tables', privileges: ['SELECT'], database: 'orders' }],
  };

  it('creates, changes, disables and deletes what it may', async () => {
    await converge(cluster, { base: [], head: [document('app', spec)] });
    const next = {
      ...spec,
      login: true,
      connectionLimit: 2,
      memberOf: [],
      grants: [on({ tables: 's.*' }, 'SELECT', 'INSERT')],
    };
    await converge(cluster, { base: [document('app', spec)], head: [document('app', next)] });
    await converge(cluster, { base: [document('app', next)], head: [] });
    await server.query('ALTER ROLE app LOGIN; GRANT app TO applier');
    await converge(cluster, { base: [document('app', next, { kind: 'delete', options: {} })], head: [] });
    expect(await server.query(`SELECT 1 FROM pg_roles WHERE rolname = 'app'`)).toEqual([]);
  });

  it('is told in the plan, not at the apply, what it may not', async () => {
    await server.query('CREATE ROLE taken SUPERUSER; CREATE ROLE held; CREATE ROLE copies REPLICATION');
    await server.query('GRANT SELECT ON x.t TO held', 'orders');
    const blocked = async (name: string, before: JsonObject, after: JsonObject) => {
      const planned = await planFor(cluster, {
        base: [document(name, before)],
        head: [document(name, after)],
      });
      return changeOf(planned).blocked.map(({ code }) => code);
    };
    expect(await blocked('held', {}, { grants: [] })).toEqual(['revoke-not-permitted']);
    expect(
      await blocked(
        'held',
        { grants: [on({ tables: 'x.t' }, 'SELECT')] },
        { grants: [on({ tables: 'x.t' }, 'SELECT', 'INSERT')] },
      ),
    ).toEqual(['grant-not-permitted']);
    expect(await blocked('held', {}, { superuser: true })).toEqual(['attribute-not-permitted']);
    expect(await blocked('held', {}, { replication: true })).toEqual(['attribute-not-permitted']);
    expect(await blocked('held', {}, { memberOf: ['root_like'] })).toEqual(['membership-not-permitted']);
    expect(await blocked('taken', {}, { connectionLimit: 1 })).toEqual(['alter-not-permitted']);
    expect(await blocked('copies', {}, { connectionLimit: 1 })).toEqual(['alter-not-permitted']);
    const deletion = await planFor(cluster, {
      base: [document('held', {}, { kind: 'delete', options: {} })],
      head: [],
    });
    expect(changeOf(deletion).blocked.map(({ code }) => code)).toEqual(['drop-not-permitted']);
  });

  it('agrees with the server about each of these', async () => {
    const refused = async (text: string) => {
      const client = await server.connect('applier', 'orders');
      const code = await client.query(text).then(
        () => null,
        (error: { code: string }) => error.code,
      );
      await client.end();
      return code;
    };
    expect(await refused('ALTER ROLE held SUPERUSER')).toBe('42501');
    expect(await refused('ALTER ROLE held REPLICATION')).toBe('42501');
    expect(await refused('GRANT root_like TO held')).toBe('42501');
    expect(await refused('ALTER ROLE taken CONNECTION LIMIT 1')).toBe('42501');
    expect(await refused('ALTER ROLE copies CONNECTION LIMIT 1')).toBe('42501');
    expect(await refused('DROP OWNED BY held')).toBe('42501');
  });

  it('leaves sessions that it may not end to the receipt', async () => {
    const session = await server.connect('stray', 'orders');
    const planned = await planFor(cluster, { base: [document('stray', { login: true })], head: [] });
    expect(sqlOf(planned)).toEqual(['ALTER ROLE "stray" NOLOGIN;']);
    const report = await apply(cluster, planned);
    expect(report.receipts).toMatchObject([
      { kind: 'applied', stepId: `${addressOf('stray')}#1`, remains: ['1 open session of stray, until it ends'] },
    ]);
    await session.end();
  });

  it('undoes as each grantor that it is a member of', async () => {
    await server.query('CREATE ROLE grantor; GRANT grantor TO applier; CREATE ROLE gifted');
    await server.query(
      'GRANT USAGE ON SCHEMA s TO grantor; GRANT SELECT ON s.t TO grantor WITH GRANT OPTION; SET ROLE grantor; GRANT SELECT ON s.t TO gifted; SET ROLE maker; GRANT SELECT ON s.t TO gifted',
      'orders',
    );
    const wish = {
      base: [document('gifted', { grants: [on({ tables: 's.t' }, 'SELECT')] })],
      head: [document('gifted', { grants: [] })],
    };
    expect(sqlOf(await planFor(cluster, wish)).filter((line) => line.startsWith('SET LOCAL ROLE "'))).toEqual([
      'SET LOCAL ROLE "grantor";',
      'SET LOCAL ROLE "maker";',
    ]);
    await converge(cluster, wish);
  });
});
