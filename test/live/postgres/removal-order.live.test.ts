import { afterAll, beforeAll, expect, it } from 'vitest';
import { apply, document, planFor, type Cluster } from './change.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres;
let cluster: Cluster;

beforeAll(async () => {
  server = await startPostgres();
  cluster = { server, databases: ['postgres'], writer: 'postgres' };
});

afterAll(async () => {
  await server.stop();
});

const DELETE = { kind: 'delete', options: {} } as const;
const defaults = (createdBy: string) => [{ database: 'postgres', createdBy, on: 'tables', privileges: ['SELECT'] }];
const blockedIn = (planned: Awaited<ReturnType<typeof planFor>>) =>
  planned.plan.changes.flatMap(({ blocked }) => blocked);

it('a role is deleted after the same plan took the memberships and defaults in it from others', async () => {
  await server.query(`CREATE ROLE team; CREATE ROLE app; CREATE ROLE gone; GRANT team TO app; GRANT team TO gone;
    ALTER DEFAULT PRIVILEGES FOR ROLE team GRANT SELECT ON TABLES TO app`);
  const planned = await planFor(cluster, {
    base: [
      document('app', { memberOf: ['team'], defaultPrivileges: defaults('team') }),
      document('gone', { memberOf: ['team'] }, DELETE),
      document('team', {}, DELETE),
    ],
    head: [document('app', { memberOf: [], defaultPrivileges: [] })],
  });
  expect(blockedIn(planned)).toEqual([]);
  expect(await apply(cluster, planned)).toMatchObject({ result: 'applied', unverified: [] });
  expect(await server.query(`SELECT 1 FROM pg_roles WHERE rolname IN ('team', 'gone')`)).toEqual([]);
});

it('a role is not deleted while another keeps what it has from it', async () => {
  await server.query(
    'CREATE ROLE crew; CREATE ROLE keeper; CREATE ROLE leaver; GRANT crew TO keeper; GRANT crew TO leaver',
  );
  const planned = await planFor(cluster, {
    base: [document('crew', {}, DELETE), document('leaver', { memberOf: ['crew'] })],
    head: [document('leaver', { memberOf: [] })],
  });
  expect(blockedIn(planned)).toMatchObject([
    { code: 'delete-changes-others', message: expect.stringMatching(/the membership of keeper\./u) as unknown },
  ]);
});

it('a role is not deleted while another holds on to it by something that its document leaves out', async () => {
  await server.query(`CREATE ROLE band; CREATE ROLE fan; GRANT band TO fan;
    ALTER DEFAULT PRIVILEGES FOR ROLE band GRANT SELECT ON TABLES TO fan`);
  const planned = await planFor(cluster, {
    base: [document('band', {}, DELETE), document('fan', { defaultPrivileges: defaults('band') })],
    head: [document('fan', { defaultPrivileges: [] })],
  });
  expect(blockedIn(planned)).toContainEqual(
    expect.objectContaining({
      code: 'delete-changes-others',
      message: expect.stringMatching(/the membership of fan/u) as unknown,
    }),
  );
});

it('two roles that refer to each other are not deleted together, and the plan says what to do', async () => {
  await server.query(`CREATE ROLE one; CREATE ROLE two; GRANT one TO two;
    ALTER DEFAULT PRIVILEGES FOR ROLE two GRANT SELECT ON TABLES TO one`);
  const base = [document('one', {}, DELETE), document('two', {}, DELETE)];
  const planned = await planFor(cluster, { base, head: [] });
  expect(blockedIn(planned).map(({ code }) => code)).toEqual(['dependency-cycle', 'dependency-cycle']);
  const first = await planFor(cluster, {
    base: [document('one', { defaultPrivileges: defaults('two') }, DELETE)],
    head: [document('one', { defaultPrivileges: [] }, DELETE)],
  });
  expect(await apply(cluster, first)).toMatchObject({ result: 'applied' });
  expect(await apply(cluster, await planFor(cluster, { base, head: [] }))).toMatchObject({ result: 'applied' });
});

it('default privileges in favour of the role that creates are refused while planning', async () => {
  await server.query('CREATE ROLE maker');
  const planned = await planFor(cluster, {
    base: [document('maker', { defaultPrivileges: [] })],
    head: [document('maker', { defaultPrivileges: defaults('maker') })],
  });
  expect(blockedIn(planned)).toMatchObject([{ code: 'default-privileges-own' }]);
});
