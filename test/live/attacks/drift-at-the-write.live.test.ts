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

const racing = existing('svc-racing');
const here = standing(
  onPostgres({ files: { ...estate.files, ...racing.files }, sql: `${estate.sql ?? ''}; ${racing.sql ?? ''}` }),
);

const WAITING = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;

/** A session that has changed a role and commits only when the apply has looked at the role and waits for it. */
async function changedMeanwhile({ postgres }: Estate, sql: string): Promise<void> {
  const session = new pg.Client({ connectionString: postgres.url });
  await session.connect();
  await session.query(`BEGIN; ${sql}`);
  void commitOnceAwaited(session, postgres).finally(() => session.end());
}

async function commitOnceAwaited(session: pg.Client, postgres: Estate['postgres']): Promise<void> {
  for (let attempt = 0; attempt < 400 && (await postgres.query(WAITING)).length === 0; attempt += 1) await sleep(25);
  await session.query('COMMIT');
}

async function betweenLookAndLock(): Promise<Refusal> {
  const { team } = here();
  const pull = await here().approved('racing', limited('svc-racing', 9));
  await here().merge(pull);
  const drift = async () => await changedMeanwhile(here(), 'ALTER ROLE "svc-racing" CONNECTION LIMIT 50');
  const run = await applyWhile(here(), 'apply-started', drift);
  expect(run.outputs, run.log).toMatchObject({ decision: 'refused' });
  expect(await here().role('svc-racing')).toMatchObject({ limit: 50 });
  return outcomeOf(team, pull, run);
}

const { refused, passes } = cases(here);
const both: Cases = {
  refused: { 'committed by another session between the look and the lock': betweenLookAndLock, ...refused },
  passes,
};

replay(row, both);
