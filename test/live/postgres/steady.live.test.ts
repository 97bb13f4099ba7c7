import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { postgresSubject, steadyEstate, type SteadyServer } from '../../support/postgres-steady.ts';
import { digestOf, steadyRuns } from '../../support/steady.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let live: LivePostgres;
let hand: pg.Client;
let server: SteadyServer;

beforeAll(async () => {
  live = await startPostgres();
  hand = await live.connect('postgres', 'postgres');
  server = { url: live.url('postgres', 'postgres'), query: (text) => hand.query(text) };
});

beforeEach(() => steadyEstate(server));

afterAll(async () => {
  await hand.end();
  await live.stop();
});

const subject = () => postgresSubject(() => server);

describe('a steady plan of roles on a real server', () => {
  it('keeps its digest through 1,000 irrelevant perturbations, each of them on the server', async () => {
    expect(await steadyRuns(subject(), 1000)).toBe(1000);
  });

  it('gets another digest after each relevant one', async () => {
    for (const act of subject().relevant) {
      await steadyEstate(server);
      const before = await digestOf(subject(), 0);
      await act.perform(() => 0);
      expect(await digestOf(subject(), 0), act.what).not.toBe(before);
    }
  });
});
