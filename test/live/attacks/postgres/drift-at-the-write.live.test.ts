import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect } from 'vitest';
import { cases, standing } from '../../../attacks/drift-at-the-write/cases.ts';
import { row } from '../../../attacks/drift-at-the-write/row.ts';
import { applyWhile } from '../../../attacks/support/meanwhile.ts';
import { onSystem } from '../../../attacks/support/on-system.ts';
import { outcomeOf } from '../../../attacks/support/outcome.ts';
import { replay, type Cases, type Refusal } from '../../../attacks/support/replay.ts';
import type { Database } from '../../../e2e/estate.ts';
import { drifted } from '../../../e2e/systems/postgres.ts';
import { LEVEL } from '../../../e2e/systems/site.ts';
import { startPostgresSystem } from './postgres-system.ts';

const here = onSystem(startPostgresSystem, {
  declared: [...(standing.declared ?? []), 'svc-racing', 'svc-queued'],
});

const WAITING = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;

/**
 * A session that has changed a role and commits only when the apply has looked at the role and waits.
 * @returns what ends when it has committed, and fails where nothing waited
 */
async function changedMeanwhile(database: Database, sql: string): Promise<{ readonly committed: Promise<void> }> {
  const session = new pg.Client({ connectionString: database.url });
  await session.connect();
  await session.query(`BEGIN; ${sql}`);
  return { committed: commitOnceAwaited(session, database) };
}

async function commitOnceAwaited(session: pg.Client, { query }: Database): Promise<void> {
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
  const { team, system } = here();
  const pull = await here().approved(name, here().declares(name, LEVEL.asked));
  await here().merge(pull);
  const sql = `${lock}; ${drifted(name, LEVEL.drifted)}`;
  const committing: Promise<void>[] = [];
  const run = await applyWhile(here(), 'apply-started', async () => {
    committing.push((await changedMeanwhile(system.database, sql)).committed);
  });
  await Promise.all(committing);
  expect(run.outputs, run.log).toMatchObject({ decision: 'refused' });
  expect(await here().look(name)).toMatchObject({ level: LEVEL.drifted });
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
