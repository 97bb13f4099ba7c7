import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apply, document, planFor, type Cluster } from '../../live/postgres/change.ts';
import { startPglite, type EmbeddedPostgres } from '../../support/pglite.ts';

let database: EmbeddedPostgres;
let cluster: Cluster;

beforeAll(async () => {
  database = await startPglite();
  cluster = { server: { url: () => database.url }, databases: ['postgres'], writer: 'postgres' };
  await database.query('CREATE ROLE keeper; CREATE ROLE team; CREATE SCHEMA s; CREATE TABLE s.t (a int)');
});

beforeEach(async () => {
  const known = await database.query(`SELECT 1 FROM pg_roles WHERE rolname = 'app'`);
  if (known.length > 0) await database.query('DROP OWNED BY app; DROP ROLE app');
  await database.query(`CREATE ROLE app LOGIN; GRANT team TO app WITH ADMIN OPTION;
    GRANT USAGE ON SCHEMA s TO app; GRANT SELECT ON s.t TO app WITH GRANT OPTION`);
});

afterAll(async () => {
  await database.stop();
});

const app = document('app', {}, { kind: 'delete', options: {} });
const DELETE = { base: [app], head: [] };
const DISABLE = { base: [document('app', {})], head: [] };
const LOCK_OUT = { base: [document('app', { login: true })], head: [document('app', { login: false })] };

/** What an apply makes of it where somebody runs this between the plan and the apply. */
async function applied(wish: Parameters<typeof planFor>[1], meanwhile: string) {
  const planned = await planFor(cluster, wish);
  expect(planned.plan.changes.flatMap(({ blocked }) => blocked)).toEqual([]);
  await database.query(meanwhile);
  return await apply(cluster, planned);
}

const login = async () =>
  (await database.query(`SELECT rolcanlogin AS it FROM pg_roles WHERE rolname = 'app'`))[0]?.['it'];
const holds = async (role: string) =>
  (await database.query(`SELECT pg_has_role('${role}', 'app', 'MEMBER') AS it`))[0]?.['it'];

describe('a role that is to be deleted', () => {
  it('goes where nobody came to depend on it', async () => {
    expect(await applied(DELETE, 'SELECT 1')).toMatchObject({ result: 'applied', unverified: [] });
  });

  it.each<readonly [string, string, string]>([
    ['became a member of it', 'GRANT app TO keeper', 'the membership of keeper'],
    ['got a membership from it', 'GRANT team TO keeper GRANTED BY app', 'the membership of keeper in team'],
  ])('stays as it is where somebody %s after the plan', async (_what, meanwhile, lost) => {
    const report = await applied(DELETE, meanwhile);
    expect(report.result).toBe('refused');
    expect(report.receipts[0]).toMatchObject({
      kind: 'conflict',
      conflict: {
        pointer: '/others',
        planned: null,
        found: `Deleting app would take from others: ${lost}. Remove or grant these anew first.`,
      },
    });
    expect(await login()).toBe(true);
  });

  it.each<readonly [string, string, string]>([
    [
      'a privilege',
      'SET ROLE app; GRANT SELECT ON s.t TO keeper; RESET ROLE',
      'SELECT on table s.t in postgres of keeper',
    ],
    [
      'a default privilege',
      'ALTER DEFAULT PRIVILEGES FOR ROLE app GRANT SELECT ON TABLES TO keeper',
      'default privileges app tables * in postgres of keeper',
    ],
  ])('keeps what it gave where it gave somebody %s after the plan', async (_what, meanwhile, lost) => {
    const report = await applied(DELETE, meanwhile);
    expect(report.result).toBe('partial');
    expect(report.receipts.find(({ kind }) => kind === 'conflict')).toMatchObject({
      conflict: { pointer: '/others', found: expect.stringContaining(lost) },
    });
    expect(await login()).toBe(false);
  });

  it('keeps whoever became a member of it between two of its steps', async () => {
    const planned = await planFor(cluster, DELETE);
    const [change] = planned.plan.changes;
    const first = { ...planned.plan, changes: [{ ...change, steps: change?.steps.slice(0, 1) ?? [] }] };
    expect(await apply(cluster, { ...planned, plan: first as typeof planned.plan })).toMatchObject({
      result: 'applied',
    });
    await database.query('GRANT app TO keeper');
    expect((await apply(cluster, planned)).receipts.at(-1)?.kind).not.toBe('applied');
    expect(await holds('keeper')).toBe(true);
  });
});

describe('a role that is to be disabled', () => {
  it('is not where somebody became a member of it after the plan, and would keep its access', async () => {
    const report = await applied(DISABLE, 'GRANT app TO keeper');
    expect(report).toMatchObject({
      result: 'refused',
      receipts: [
        {
          kind: 'conflict',
          conflict: {
            pointer: '/members',
            planned: null,
            found: expect.stringMatching(/^keeper would keep the access of app as its members\./u),
          },
        },
        { kind: 'not-attempted' },
      ],
    });
    expect(await login()).toBe(true);
  });

  it('is told from one whose document locks it out, whoever is a member of it', async () => {
    expect(await applied(LOCK_OUT, 'GRANT app TO keeper')).toMatchObject({ result: 'applied', unverified: [] });
  });
});
