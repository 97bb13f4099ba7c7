import { expect, it, vi } from 'vitest';
import { startPglite, type EmbeddedPostgres } from '../support/pglite.ts';

// Two new systems on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

async function systemOf(postgres: EmbeddedPostgres): Promise<unknown> {
  const [row] = await postgres.query('SELECT system_identifier::text AS id FROM pg_control_system()');
  return row?.['id'];
}

it('embedded databases that run at the same time are different systems, and each begins with nothing in it', async () => {
  const [one, other] = [await startPglite(), await startPglite()];
  expect(await systemOf(one)).not.toBe(await systemOf(other));
  await one.query('CREATE ROLE somebody');
  await one.stop();
  const next = await startPglite();
  expect(await systemOf(next)).not.toBe(await systemOf(other));
  expect(await next.query(`SELECT rolname FROM pg_roles WHERE rolname = 'somebody'`)).toEqual([]);
  await next.stop();
  await other.stop();
});

it('an embedded database answers as PostgreSQL does: rows with their types, and errors with their codes', async () => {
  const postgres = await startPglite();
  const rows = await postgres.query(
    `SELECT 'x'::bytea AS bytes, '2026-01-05T09:00:00Z'::timestamptz AS at, 7 AS number`,
  );
  expect(rows).toEqual([{ bytes: new Uint8Array([120]), at: new Date('2026-01-05T09:00:00Z'), number: 7 }]);
  await expect(postgres.query('SELECT nothing')).rejects.toMatchObject({
    code: '42703',
    message: expect.stringContaining('does not exist'),
  });
  await postgres.stop();
});
