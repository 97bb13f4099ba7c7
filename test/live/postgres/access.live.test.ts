import { describe, expect, it } from 'vitest';
import { openSession } from '../../../src/providers/postgres/connect.ts';
import { agreesWithServer } from '../../support/access-agreement.ts';
import { changesAgreeWithServer } from '../../support/access-changes.ts';
import { startPostgres } from './server.ts';

/** Random estates on each server. */
const RUNS = 200;
const RUNS_ELSEWHERE = 60;

describe('effective access is what the server itself says, on random estates', () => {
  it.each([
    [undefined, RUNS],
    [14, RUNS_ELSEWHERE],
    [16, RUNS_ELSEWHERE],
    [17, RUNS_ELSEWHERE],
    [18, RUNS_ELSEWHERE],
  ])('PostgreSQL %s', async (major, runs) => {
    const server = await startPostgres(major);
    const session = await openSession(server.url('postgres', 'postgres'), null, 60_000);
    try {
      await agreesWithServer(session, runs);
      await changesAgreeWithServer(session, runs / 4);
      expect(server.version).toBeGreaterThan(140_000);
    } finally {
      await session.close();
      await server.stop();
    }
  });
});
