import { afterAll, beforeAll } from 'vitest';
import { postgresHarness } from '../../contract/postgres.ts';
import { contractSuite } from '../../contract/suite.ts';
import { startPostgres, type LivePostgres } from './server.ts';

let server: LivePostgres | null = null;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(async () => {
  await server?.stop();
});

function running(): LivePostgres {
  if (server === null) throw new Error('the server was not started');
  return server;
}

contractSuite(
  'postgres, a real server',
  postgresHarness(() => ({ url: () => running().url('postgres', 'postgres'), query: (text) => running().query(text) })),
);
