import { expect, it } from 'vitest';
import { openSession } from '../../../../src/providers/postgres/connect.ts';
import { agreesWithServer } from '../../../support/access-agreement.ts';
import { changesAgreeWithServer } from '../../../support/access-changes.ts';
import { startPglite } from '../../../support/pglite.ts';

const RUNS = 6;

it('effective access, and what a plan makes of it, is what the server itself says, on a handful of random estates', async () => {
  const server = await startPglite();
  const session = await openSession(server.url, null, 60_000);
  try {
    await agreesWithServer(session, RUNS);
    await changesAgreeWithServer(session, 2);
    expect(await session.rows('SELECT 1')).toEqual([['1']]);
  } finally {
    await session.close();
    await server.stop();
  }
});
