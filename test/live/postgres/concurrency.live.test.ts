import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmStep, judgeStep } from '../../../src/core/apply/judge.ts';
import { openSession } from '../../../src/providers/postgres/connect.ts';
import type { Guard } from '../../../src/core/ports.ts';
import type { OpenSession } from '../../../src/providers/postgres/write/write.ts';
import { postgresApplier } from '../../../src/providers/postgres/write/applier.ts';
import {
  addressOf,
  apply,
  changeOf,
  connectionOf,
  document,
  planFor,
  stepOf,
  writerOf,
  type Cluster,
} from './change.ts';
import { interrupted } from './interruption.ts';
import { startPostgres, type LivePostgres } from './server.ts';
import { marksOf } from '../../support/marks.ts';

let server: LivePostgres;
let cluster: Cluster;

beforeAll(async () => {
  server = await startPostgres();
  cluster = { server, databases: ['postgres'], writer: 'postgres' };
  await server.query('CREATE SCHEMA s; CREATE TABLE s.t (a int)');
});

beforeEach(async () => {
  await server.query('DROP ROLE IF EXISTS app').catch(() => server.query('DROP OWNED BY app; DROP ROLE app'));
  await server.query('CREATE ROLE app LOGIN');
});

afterAll(async () => {
  await server.stop();
});

const grant = (privilege: string) => ({
  grants: [{ database: 'postgres', on: { tables: 's.t' }, privileges: [privilege] }],
});
const wish = { base: [document('app', { grants: [] })], head: [document('app', grant('SELECT'))] };
const noSink = { store: () => Promise.reject(new Error('nothing was to be stored')) };

function guardOf(
  planned: Awaited<ReturnType<typeof planFor>>,
  fence: () => Promise<void> = () => Promise.resolve(),
): Guard {
  const change = changeOf(planned);
  const step = stepOf(planned);
  return {
    judge: (found) => judgeStep(change.steps, step, found, change.incarnation, false),
    confirm: (found) => confirmStep(step, found),
    fence,
  };
}

async function acl(): Promise<string> {
  const [row] = await server.query(`SELECT relacl::text AS acl FROM pg_class WHERE oid = 's.t'::regclass`);
  return String(row?.['acl']);
}

describe('a concurrent GRANT', () => {
  it('before the step is drift, and refused', async () => {
    const planned = await planFor(cluster, wish);
    await server.query('GRANT INSERT ON s.t TO app');
    const report = await apply(cluster, planned);
    expect(report.receipts[0]).toMatchObject({
      kind: 'conflict',
      conflict: { pointer: '/grants/values/postgres/table s.t/INSERT', planned: null, found: 'granted' },
    });
  });

  it('between the check and the write, which PostgreSQL would merge silently, rolls the step back', async () => {
    const planned = await planFor(cluster, wish);
    const open = interrupted({ before: /^GRANT /u }, () => server.query('GRANT INSERT ON s.t TO app'));
    const report = await apply(cluster, planned, open);
    expect(report.receipts[0]).toMatchObject({
      kind: 'conflict',
      conflict: { pointer: '/grants/values/postgres/table s.t/INSERT', found: 'granted' },
    });
    expect(await acl()).toMatch(/app=a\//u);
  });

  it('that is still open when the step writes does not slip in behind it', async () => {
    const planned = await planFor(cluster, wish);
    const other = await server.connect('postgres', 'postgres');
    const open = interrupted({ before: /^GRANT /u }, async () => {
      await other.query('BEGIN');
      await other.query('GRANT INSERT ON s.t TO app');
      setTimeout(() => void other.query('COMMIT'), 300);
    });
    const report = await apply(cluster, planned, open);
    await other.end();
    expect(report.receipts[0]?.kind).toBe('conflict');
    expect(await acl()).not.toMatch(/app=ar?r/u);
  });

  it('to someone else is nobody’s drift', async () => {
    await server.query('CREATE ROLE IF_ANY').catch(() => []);
    const planned = await planFor(cluster, wish);
    const open = interrupted({ before: /^GRANT /u }, () => server.query('GRANT INSERT ON s.t TO if_any'));
    expect((await apply(cluster, planned, open)).result).toBe('applied');
    await server.query('REVOKE INSERT ON s.t FROM if_any');
  });
});

describe('the transaction', () => {
  it('waits for another apply to the same role, within bounds', async () => {
    const planned = await planFor(cluster, wish);
    const other = await server.connect('postgres', 'postgres');
    await other.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('countersign'), hashtext('app'))`);
    let released = false;
    setTimeout(() => void other.query('COMMIT').then(() => (released = true)), 500);
    expect((await apply(cluster, planned)).result).toBe('applied');
    expect(released).toBe(true);
    await other.end();
  });

  it('does not commit what lost its lease, and says so to its caller', async () => {
    const planned = await planFor(cluster, wish);
    for (const survives of [0, 1]) {
      let calls = 0;
      const fence = () => (calls++ < survives ? Promise.resolve() : Promise.reject(new Error('lease lost')));
      const run = writerOf(cluster).run(
        { address: addressOf('app'), step: stepOf(planned), marks: marksOf('a run') },
        guardOf(planned, fence),
        noSink,
      );
      await expect(run).rejects.toThrow('lease lost');
      expect(await acl()).not.toContain('app=');
    }
  });

  it('is retried when it was lost before the commit, and ambiguous after', async () => {
    const planned = await planFor(cluster, wish);
    const request = { address: addressOf('app'), step: stepOf(planned), marks: marksOf('a run') };
    const kill = () =>
      server.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'countersign'`,
      );
    const before = await writerOf(cluster, interrupted({ before: /^GRANT /u }, kill)).run(
      request,
      guardOf(planned),
      noSink,
    );
    expect(before).toMatchObject({ kind: 'retryable' });
    const after = await writerOf(cluster, interrupted({ before: /^COMMIT/u }, kill)).run(
      request,
      guardOf(planned),
      noSink,
    );
    expect(after).toMatchObject({ kind: 'ambiguous', cause: { code: 'commit-unanswered' } });
    expect(await acl()).not.toContain('app=');
  });

  it('lost before the commit is finished by the next attempt', async () => {
    const planned = await planFor(cluster, wish);
    const kill = () =>
      server.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'countersign'`,
      );
    expect((await apply(cluster, planned, interrupted({ before: /^GRANT /u }, kill))).result).toBe('applied');
  });

  it('refuses another server behind the same address', async () => {
    const planned = await planFor(cluster, wish);
    const foreign = await startPostgres();
    try {
      const connections: OpenSession[] = [
        openSession,
        (_, database, timeout) => openSession(foreign.url('postgres', 'postgres'), database, timeout),
      ];
      let opened = 0;
      const writer = writerOf(cluster, (...connection) =>
        (connections[Math.min(opened++, 1)] ?? openSession)(...connection),
      );
      await writer.identify();
      const outcome = await writer.run(
        { address: addressOf('app'), step: stepOf(planned), marks: marksOf('a run') },
        guardOf(planned),
        noSink,
      );
      expect(outcome).toMatchObject({ kind: 'failed', cause: { code: 'target-mismatch' } });
    } finally {
      await foreign.stop();
    }
  });
});

describe('what goes wrong', () => {
  it('names no connection string, password or host', async () => {
    await server.query(`CREATE ROLE guarded LOGIN PASSWORD 'hunter2'`);
    const secret = 'postgres://guarded:canary-password-1@127.0.0.1:1/postgres';
    const planned = await planFor(cluster, wish);
    const unreachable = writerOf(cluster, (_, database, timeout) => openSession(secret, database, timeout));
    const outcome = await unreachable.run(
      { address: addressOf('app'), step: stepOf(planned), marks: marksOf('a run') },
      guardOf(planned),
      noSink,
    );
    expect(outcome).toMatchObject({ kind: 'retryable' });
    expect(JSON.stringify(outcome)).not.toMatch(/canary|127\.0\.0\.1/u);
    await expect(unreachable.identify()).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('is said with its SQLSTATE when the server refuses', async () => {
    const planned = await planFor(cluster, wish);
    const open = interrupted({ before: /^GRANT /u }, () => server.query('ALTER TABLE s.t RENAME TO gone'));
    const report = await apply(cluster, planned, open);
    await server.query('ALTER TABLE s.gone RENAME TO t');
    expect(report.receipts[0]).toMatchObject({
      kind: 'failed',
      failure: { code: 'sql-refused', evidence: 'SQLSTATE 42P01' },
    });
  });

  it('is refused when the write connection logs in as another than the plan foresaw', async () => {
    const planned = await planFor(cluster, wish);
    const other = writerOf({ ...cluster, writer: 'app' }, (_, database, timeout) =>
      openSession(server.url('postgres', 'postgres'), database, timeout),
    );
    const outcome = await other.run(
      { address: addressOf('app'), step: stepOf(planned), marks: marksOf('a run') },
      guardOf(planned),
      noSink,
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      cause: { code: 'writer-differs', evidence: 'planned app, found postgres' },
    });
  });

  it('is refused outside of the boundary', async () => {
    const planned = await planFor(cluster, wish);
    const bounded = postgresApplier().writer({
      ...connectionOf(cluster, 'postgres'),
      boundary: { include: ['svc-*'] },
    });
    const outcome = await bounded.run(
      { address: addressOf('app'), step: stepOf(planned), marks: marksOf('a run') },
      guardOf(planned),
      noSink,
    );
    expect(outcome).toMatchObject({ kind: 'failed', cause: { code: 'outside-boundary' } });
  });
});
