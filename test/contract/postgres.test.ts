import { afterAll, beforeAll } from 'vitest';
import { startPglite, type EmbeddedPostgres } from '../support/pglite.ts';
import { postgresHarness } from './postgres.ts';
import { contractSuite } from './suite.ts';

let server: EmbeddedPostgres | null = null;

beforeAll(async () => {
  server = await startPglite();
});

afterAll(async () => {
  await server?.stop();
});

function running(): EmbeddedPostgres {
  if (server === null) throw new Error('the embedded server was not started');
  return server;
}

contractSuite(
  'postgres, embedded',
  postgresHarness(() => ({ url: () => running().url, query: (text) => running().query(text) })),
);
