import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect } from 'vitest';
import { cases, estate } from '../../attacks/drift-at-the-write/cases.ts';
import { row } from '../../attacks/drift-at-the-write/row.ts';
import { applyWhile } from '../../attacks/support/meanwhile.ts';
import { outcomeOf } from '../../attacks/support/outcome.ts';
import { replay, type Cases, type Refusal } from '../../attacks/support/replay.ts';
import { existing, limited, standing } from '../../attacks/support/standing.ts';
import type { Estate } from '../../e2e/estate.ts';
import { onPostgres } from './on-postgres.ts';

const racing = existing('svc-racing', 'svc-queued');
const here = standing(
  onPostgres({ files: { ...estate.files, ...racing.files }, sql: `${estate.sql ?? ''}; ${racing.sql ?? ''}` }),
);

const WAITING = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;

/**
 * A session that has changed a role and commits only when the apply has looked at the role and waits.
 * @returns what ends when it has committed, and fails where nothing waited
 */
async function changedMeanwhile({ postgres }: Estate, sql: string): Promise<{ readonly committed: Promise<void> }> {
  const session = new pg.Client({ connectionString: postgres.url });
  await session.connect();
  await session.query(`BEGIN; ${sql}`);
  return { committed: commitOnceAwaited(session, postgres) };
}

async function commitOnceAwaited(session: pg.Client, { query }: Estate['postgres']): Promise<void> {
  let isAwaited = false;
  for (let attempt = 0; attempt < 400 && !isAwaited; attempt += 1) {
    isAwaited = (await query(WAITING)).length > 0;
    if (!isAwaited) await sleep(25);
  }
  await session.query('COMMIT');
  await session.end();
  expect(isAwaited).toBe(true);
}

/** @param lock that the session takes, so that the step stands still behind its look */
async function committedMeanwhile(name: string, lock: string): Promise<Refusal> {
  const { team } = here();
  const pull = await here().approved(name, limited(name, 9));
  await here().merge(pull);
  const sql = `${lock}; ALTER ROLE "${name}" CONNECTION LIMIT 50`;
  const committing: Promise<void>[] = [];
  const run = await applyWhile(here(), 'apply-started', async () => {
    committing.push((await changedMeanwhile(here(), sql)).committed);
  });
  await Promise.all(committing);
  expect(run.outputs, run.log).toMatchObject({ decision: 'refused' });
  expect(await here().role(name)).toMatchObject({ limit: 50 });
  return outcomeOf(team, pull, run);
}

/** Whoever alters a role waits for this lock, and whoever reads roles does not. */
const ALL_ROLES = 'LOCK TABLE pg_catalog.pg_authid IN EXCLUSIVE MODE';

const { refused, passes } = cases(here);
const both: Cases = {
  refused: {
    'committed by another session between the look and the write': async () =>
      await committedMeanwhile('svc-racing', ALL_ROLES),
    'committed by another session while the step waits for that very role': async () =>
      await committedMeanwhile('svc-queued', 'SELECT 1'),
    ...refused,
  },
  passes,
};

replay(row, both);
