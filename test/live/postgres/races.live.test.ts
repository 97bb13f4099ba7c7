import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compareText } from '../../../src/core/address.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import { postgresApplier } from '../../../src/providers/postgres/write/applier.ts';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import { apply, connectionOf, document, planFor, type Cluster } from './change.ts';
import { interrupted } from './interruption.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres;
let cluster: Cluster;

beforeAll(async () => {
  server = await startPostgres();
  cluster = { server, databases: ['postgres', 'orders'], writer: 'postgres' };
  await server.query('CREATE DATABASE orders');
  for (const database of cluster.databases) await server.query('CREATE SCHEMA s; CREATE TABLE s.t (a int)', database);
});

beforeEach(async () => {
  for (const role of ['app', 'other', 'fresh']) await drop(role);
  await server.query('CREATE ROLE app LOGIN CONNECTION LIMIT 5; CREATE ROLE other LOGIN');
});

afterAll(() => server.stop());

async function drop(role: string): Promise<void> {
  const known = await server.query(`SELECT 1 FROM pg_roles WHERE rolname = '${role}'`);
  if (known.length === 0) return;
  for (const database of cluster.databases) await server.query(`DROP OWNED BY ${role}`, database);
  await server.query(`DROP ROLE ${role}`);
}

const select = (...privileges: string[]) => ({
  grants: cluster.databases.map((database) => ({ database, on: { tables: 's.t' }, privileges })),
});
const edited = (from: JsonObject, to: JsonObject, role = 'app') =>
  planFor(cluster, { base: [document(role, from)], head: [document(role, to)] });
const limited = (to: number) => edited({ connectionLimit: 5 }, { connectionLimit: to });
const created = (spec: JsonObject) => planFor(cluster, { base: [], head: [document('fresh', spec)] });
const kinds = (report: Awaited<ReturnType<typeof apply>>) => report.receipts.map(({ kind }) => kind);
const fact = async (column: string, role = 'app') =>
  (await server.query(`SELECT ${column} AS fact FROM pg_roles WHERE rolname = '${role}'`))[0]?.['fact'];

const terminate = () =>
  server.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'countersign'`);

/** An apply that waits no longer than this for anything. */
const hasty = (planned: Awaited<ReturnType<typeof planFor>>, recorded = new RecordedApply()) =>
  applyRecorded(
    planned.plan,
    postgresApplier().writer({ ...connectionOf(cluster, 'postgres'), timeout: 300 }),
    recorded,
  );

/** While another session has this done and not committed yet. */
async function meanwhile<T>(sql: string, perform: () => Promise<T>): Promise<T> {
  const other = await server.connect('postgres', 'postgres');
  try {
    await other.query(`BEGIN; ${sql}`);
    return await perform();
  } finally {
    await other.query('COMMIT').catch(() => undefined);
    await other.end();
  }
}

describe('two applies at once', () => {
  it('of one plan do each step once, and both know it as done', async () => {
    const planned = await edited({ connectionLimit: 5, grants: [] }, { connectionLimit: 7, ...select('SELECT') });
    const reports = await Promise.all([apply(cluster, planned), apply(cluster, planned)]);
    expect(reports.map(({ result }) => result)).toEqual(['applied', 'applied']);
    for (const [index] of planned.plan.changes[0]?.steps.entries() ?? []) {
      expect(reports.map((report) => kinds(report)[index])).toEqual(
        expect.arrayContaining(['already-applied', 'applied']),
      );
    }
  });

  it('of different plans for one role leave what one of them planned, and refuse the other', async () => {
    const plans = [await limited(7), await limited(8)];
    const reports = await Promise.all(plans.map((planned) => apply(cluster, planned)));
    expect(reports.map(({ result }) => result).toSorted(compareText)).toEqual(['applied', 'refused']);
    expect(await fact('rolconnlimit')).toBe(reports[0]?.result === 'applied' ? 7 : 8);
    const refused = reports.find(({ result }) => result === 'refused');
    expect(refused?.receipts[0]).toMatchObject({
      kind: 'conflict',
      conflict: { pointer: '/connectionLimit', planned: 5 },
    });
  });

  it('of one creation make one role, and refuse the other', async () => {
    const planned = await created({ login: true, ...select('SELECT') });
    const reports = await Promise.all([apply(cluster, planned), apply(cluster, planned)]);
    expect(reports.map(({ result }) => result).toSorted(compareText)).toEqual(['applied', 'refused']);
  });

  it.each([1, 2, 3, 4, 5])('for different roles on one table both come about (%i)', async () => {
    const plans = [
      await edited({ grants: [] }, select('SELECT')),
      await edited({ grants: [] }, select('INSERT'), 'other'),
    ];
    const reports = await Promise.all(plans.map((planned) => apply(cluster, planned)));
    expect(reports.map(({ result, unverified }) => [result, unverified])).toEqual([
      ['applied', []],
      ['applied', []],
    ]);
  });
});

describe('between the check and the write', () => {
  it('a change of another managed attribute rolls the step back', async () => {
    const planned = await edited({ login: true, connectionLimit: 5 }, { login: true, connectionLimit: 7 });
    const open = interrupted({ before: /^ALTER ROLE /u }, () => server.query('ALTER ROLE app NOLOGIN'));
    const report = await apply(cluster, planned, open);
    expect(report.receipts[0]).toMatchObject({
      kind: 'conflict',
      conflict: { pointer: '/login', planned: true, found: false },
    });
    expect(await fact('rolconnlimit')).toBe(5);
  });

  it('a change of the very attribute is not written over', async () => {
    const planned = await edited({ validUntil: null }, { validUntil: '2030-01-01T00:00:00Z' });
    const open = interrupted({ before: /^ALTER ROLE /u }, () =>
      server.query(`ALTER ROLE app VALID UNTIL '2020-01-01'`),
    );
    const report = await apply(cluster, planned, open);
    expect(report.receipts[0]).toMatchObject({
      kind: 'conflict',
      conflict: { pointer: '/validUntil', planned: 'infinity' },
    });
    expect(await fact(`rolvaliduntil < now()`)).toBe(true);
  });

  it('a change that comes after the last look waits, and is not lost', async () => {
    const planned = await limited(7);
    const change: { outcome?: Promise<string> } = {};
    const open = interrupted({ before: /CONNECTION LIMIT/u }, () => {
      change.outcome = server.query('ALTER ROLE app CONNECTION LIMIT 9').then(
        () => 'came after',
        () => 'was refused',
      );
      return new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect((await apply(cluster, planned, open)).receipts[0]?.kind).toBe('applied');
    expect(await fact('rolconnlimit')).toBe((await change.outcome) === 'came after' ? 9 : 7);
  });

  it('a deletion never drops another role of the same name', async () => {
    await server.query('ALTER ROLE app NOLOGIN');
    const onRemove = { kind: 'delete' as const, options: {} };
    const planned = await planFor(cluster, { base: [document('app', {}, onRemove)], head: [] });
    const again = () => server.query('DROP ROLE app; CREATE ROLE app CONNECTION LIMIT 5');
    const report = await apply(cluster, planned, interrupted({ before: /^(?:ALTER|DROP) ROLE "app";?$/u }, again));
    expect(report.receipts.at(-1)).toMatchObject({ kind: 'conflict', conflict: { pointer: '/incarnation' } });
    expect(await fact('rolname')).toBe('app');
  });

  it('another role of the same name is refused, not changed, though it looks the same', async () => {
    const planned = await edited({ connectionLimit: 5, grants: [] }, { connectionLimit: 5, ...select('SELECT') });
    const open = interrupted({ before: /^GRANT /u }, () =>
      server.query('DROP ROLE app; CREATE ROLE app LOGIN CONNECTION LIMIT 5'),
    );
    const report = await apply(cluster, planned, open);
    expect(report.receipts[0]).toMatchObject({ kind: 'conflict', conflict: { pointer: '/incarnation' } });
    expect(report.result).toBe('refused');
    expect(await server.query(`SELECT 1 FROM pg_class WHERE relname = 't' AND relacl::text LIKE '%app=%'`)).toEqual([]);
  });

  it('a role that is gone is said to be', async () => {
    const planned = await limited(7);
    const open = interrupted({ before: /^ALTER ROLE /u }, () => server.query('DROP ROLE app'));
    const report = await apply(cluster, planned, open);
    expect(report.result).toBe('refused');
    expect(report.receipts[0]?.kind).toMatch(/^(?:conflict|failed)$/u);
  });

  it('of two steps, another role refuses the second by the incarnation that the first one saw', async () => {
    const planned = await edited({ connectionLimit: 5, grants: [] }, { connectionLimit: 7, ...select('SELECT') });
    const open = interrupted({ after: /^COMMIT/u }, () =>
      server.query('DROP ROLE app; CREATE ROLE app LOGIN CONNECTION LIMIT 7'),
    );
    const report = await apply(cluster, planned, open);
    expect(report.result).toBe('partial');
    expect(kinds(report)).toEqual(['applied', 'conflict', 'not-attempted']);
    expect(report.receipts[1]).toMatchObject({ conflict: { pointer: '/incarnation' } });
  });
});

describe('waiting', () => {
  it('for a lock ends in a receipt, and the next run finishes', async () => {
    const planned = await edited({ grants: [] }, select('SELECT'));
    const recorded = new RecordedApply();
    const report = await meanwhile('GRANT INSERT ON s.t TO other', () => hasty(planned, recorded));
    expect(report.receipts[0]).toMatchObject({
      kind: 'failed',
      failure: { code: 'step-retries-exhausted', evidence: expect.stringContaining('lock timeout') as unknown },
    });
    expect((await apply(cluster, planned, undefined, recorded)).result).toBe('applied');
    expect(recorded.doneTwice()).toEqual([]);
  });

  it('for a statement ends in a receipt, and the next run finishes', async () => {
    await server.query(`CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); END';
      CREATE EVENT TRIGGER slow ON ddl_command_start WHEN TAG IN ('GRANT') EXECUTE FUNCTION slow()`);
    const planned = await edited({ grants: [] }, select('SELECT'));
    const recorded = new RecordedApply();
    const report = await hasty(planned, recorded);
    await server.query('DROP EVENT TRIGGER slow; DROP FUNCTION slow');
    expect(report.receipts[0]).toMatchObject({
      kind: 'failed',
      failure: { code: 'step-retries-exhausted', evidence: expect.stringContaining('statement timeout') as unknown },
    });
    expect((await apply(cluster, planned, undefined, recorded)).result).toBe('applied');
  });

  it('that an operator cancels is done again', async () => {
    const planned = await edited({ grants: [] }, select('SELECT'));
    const waiting = `SELECT pid FROM pg_stat_activity WHERE application_name = 'countersign' AND wait_event_type = 'Lock'`;
    const applying = await meanwhile('GRANT INSERT ON s.t TO other', async () => {
      const report = apply(cluster, planned);
      while ((await server.query(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await server.query(`SELECT pg_cancel_backend(pid) FROM (${waiting}) AS waiting`);
      return { report };
    });
    expect((await applying.report).result).toBe('applied');
  });
});

describe('a connection that ends', () => {
  const lostAnswer = async () => {
    await terminate();
    throw new Error('Connection terminated unexpectedly');
  };

  it.each([
    ['before the commit', { before: /^COMMIT/u }, terminate, 'applied'],
    ['after the commit, which is not heard of', { after: /^COMMIT/u }, lostAnswer, 'already-applied'],
  ] as const)('%s: an edit is noted as ambiguous, read again and settled', async (_when, where, interfere, last) => {
    const planned = await limited(7);
    const recorded = new RecordedApply();
    const report = await apply(cluster, planned, interrupted(where, interfere), recorded);
    expect(report).toMatchObject({ result: 'applied', unverified: [] });
    expect(recorded.log.map((line) => line.split(' ')[0])).toEqual(['ambiguous', last]);
    expect(await fact('rolconnlimit')).toBe(7);
  });

  it('before the commit of a creation leaves it ambiguous, and the next run creates the role once', async () => {
    const planned = await created({ login: true });
    const recorded = new RecordedApply();
    const report = await apply(cluster, planned, interrupted({ before: /^COMMIT/u }, terminate), recorded);
    expect(kinds(report)[0]).toBe('ambiguous');
    expect(report.result).toBe('unfinished');
    expect(await fact('rolcanlogin', 'fresh')).toBe(undefined);
    expect((await apply(cluster, planned, undefined, recorded)).result).toBe('applied');
    expect(await fact('rolcanlogin', 'fresh')).toBe(true);
    expect(recorded.doneTwice()).toEqual([]);
  });

  it('after the commit of a creation knows the role by its mark', async () => {
    const planned = await created({ login: true, ...select('SELECT') });
    const recorded = new RecordedApply();
    const report = await apply(cluster, planned, interrupted({ after: /^COMMIT/u }, lostAnswer), recorded);
    expect(report).toMatchObject({ result: 'applied', unverified: [] });
    expect(kinds(report)[0]).toBe('already-applied');
  });

  it('before the commit of a creation, while someone else makes the role, takes over no stranger', async () => {
    const planned = await created({ login: true });
    const open = interrupted({ before: /^COMMIT/u }, async () => {
      await terminate();
      await server.query(`CREATE ROLE fresh LOGIN PASSWORD 'known to someone'`);
    });
    const recorded = new RecordedApply();
    const first = await apply(cluster, planned, open, recorded);
    const second = await apply(cluster, planned, undefined, recorded);
    expect([first.result, second.result]).not.toContain('applied');
    expect(second.receipts[0]).toMatchObject({ kind: 'conflict' });
  });

  it('of a whole restart is made anew', async () => {
    const planned = await edited({ connectionLimit: 5, grants: [] }, { connectionLimit: 7, ...select('SELECT') });
    const open = interrupted({ before: /^GRANT /u }, terminate);
    expect(await apply(cluster, planned, open)).toMatchObject({ result: 'applied', unverified: [] });
  });
});
