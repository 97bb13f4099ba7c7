import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { apply, document, planFor, type Cluster } from './change.ts';
import { interrupted } from './interruption.ts';
import { startPostgres, type LivePostgres } from './server.ts';

const DELETE = { base: [document('app', {}, { kind: 'delete', options: {} })], head: [] };
const DISABLE = { base: [document('app', {})], head: [] };

describe.each([
  ['before version 16', undefined],
  ['from version 16 on', 18],
])('a role that somebody becomes a member of, %s,', (_which, major) => {
  let server: LivePostgres;
  let cluster: Cluster;

  beforeAll(async () => {
    server = await startPostgres(major);
    cluster = { server, databases: ['postgres'], writer: 'postgres' };
    await server.query('CREATE ROLE keeper');
  });
  beforeEach(async () => {
    await server.query('DROP ROLE IF EXISTS app; CREATE ROLE app LOGIN');
  });
  afterAll(() => server.stop());

  const isMember = async () => (await server.query(`SELECT pg_has_role('keeper', 'app', 'MEMBER') AS it`))[0]?.['it'];
  const login = async () =>
    (await server.query(`SELECT rolcanlogin AS it FROM pg_roles WHERE rolname = 'app'`))[0]?.['it'];
  const join = async () => await server.query('GRANT app TO keeper');

  it('is not deleted where that was after the plan', async () => {
    const planned = await planFor(cluster, DELETE);
    await join();
    const report = await apply(cluster, planned);
    expect(report.result).toBe('refused');
    expect(report.receipts[0]?.conflict).toMatchObject({
      pointer: '/others',
      found: expect.stringMatching(/^Deleting app would take from others: the membership of keeper\./u) as unknown,
    });
    expect([await isMember(), await login()]).toEqual([true, true]);
  });

  it('is not dropped where that was after the look of the step', async () => {
    const planned = await planFor(cluster, DELETE);
    const report = await apply(cluster, planned, interrupted({ before: /^ALTER ROLE "app"$/u }, join));
    expect(report.receipts[0]).toMatchObject({ kind: 'conflict', conflict: { pointer: '/others' } });
    expect([await isMember(), await login()]).toEqual([true, true]);
  });

  it('is not disabled where that was at the moment of the write, which is rolled back', async () => {
    const planned = await planFor(cluster, DISABLE);
    const report = await apply(cluster, planned, interrupted({ before: /NOLOGIN/u }, join));
    expect(report.receipts[0]?.conflict).toMatchObject({
      pointer: '/members',
      found: expect.stringMatching(/^keeper would keep the access of app as its members\./u) as unknown,
    });
    expect(await login()).toBe(true);
  });
});

it('a role is not dropped where somebody became a member of it while the drop waited for that, from version 16 on', async () => {
  const server = await startPostgres(18);
  onTestFinished(() => server.stop());
  const cluster: Cluster = { server, databases: ['postgres'], writer: 'postgres' };
  await server.query('CREATE ROLE keeper; CREATE ROLE app');
  const planned = await planFor(cluster, DELETE);
  const other = await server.connect('postgres', 'postgres');
  await other.query('BEGIN; GRANT app TO keeper');
  const applying = apply(cluster, planned);
  const waiting = async () => (await server.query('SELECT 1 FROM pg_locks WHERE NOT granted')).length;
  await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
  await other.query('COMMIT');
  await other.end();
  expect((await applying).receipts.at(-1)).toMatchObject({ kind: 'conflict', conflict: { pointer: '/others' } });
  expect(await server.query(`SELECT 1 FROM pg_auth_members WHERE member = 'keeper'::regrole`)).toHaveLength(1);
});
