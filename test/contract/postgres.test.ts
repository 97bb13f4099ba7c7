import { afterAll, beforeAll } from 'vitest';
import { startPglite, type EmbeddedPostgres } from '../support/pglite.ts';
import { OWNER } from './postgres-estate.ts';
import { postgresHarness } from './postgres-harness.ts';
import { contractSuite } from './suite.ts';

let server: EmbeddedPostgres | null = null;

beforeAll(async () => {
  server = await startPglite();
  await server.query(`CREATE ROLE ${OWNER}; ALTER DATABASE postgres OWNER TO ${OWNER}`);
});

afterAll(async () => {
  await server?.stop();
});

function running(): EmbeddedPostgres {
  if (server === null) throw new Error('the embedded server was not started');
  return server;
}

/** One backend: one database, and every login is the superuser. */
contractSuite(
  'postgres, embedded',
  postgresHarness(
    {
      databases: { first: 'postgres', second: null, elsewhere: null },
      reader: 'postgres',
      writer: 'postgres',
      logins: ['postgres'],
      writerJoins: false,
      beside: {
        'act as the role': async (embedded) => {
          await embedded.query('SET ROLE reports; SELECT current_user; RESET ROLE', 'postgres');
        },
      },
    },
    () => ({ url: () => running().url, query: (text) => running().query(text) }),
  ),
);
