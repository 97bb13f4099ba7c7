import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { createServer } from 'node:net';

/** An embedded PostgreSQL that speaks the wire protocol: one backend, so connections take turns, and every login is `postgres`. */
export type EmbeddedPostgres = {
  readonly url: string;
  /** Runs statements in the backend itself, beside the connections, and returns the last one's rows. */
  query(text: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
};

const MAXIMUM_CONNECTIONS = 10;

/** A PostgreSQL in this process, by default a new database system. */
export async function embedPglite(options: PGliteOptions = {}): Promise<EmbeddedPostgres> {
  const db = await PGlite.create(options);
  const port = await freePort();
  const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: MAXIMUM_CONNECTIONS });
  await server.start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`,
    query: async (text) => {
      const results = await db.exec(text);
      return results.at(-1)?.rows ?? [];
    },
    stop: async () => {
      await server.stop();
      await db.close();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}
