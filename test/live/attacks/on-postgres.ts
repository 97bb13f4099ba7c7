import { Estate, furnish, type Database, type EstateOptions } from '../../e2e/estate.ts';
import { startPostgres } from '../postgres/server.ts';

/** A database of a real server, with the schema of the estate: every statement beside the connections has a backend of its own. */
export async function realDatabase(sql?: string): Promise<Database> {
  const server = await startPostgres();
  await server.query('CREATE DATABASE orders');
  const database = {
    url: server.url('postgres', 'orders'),
    query: (text: string) => server.query(text, 'orders'),
    stop: () => server.stop(),
  };
  await furnish(database, sql);
  return database;
}

/** What an attack stands on, with a real server in the place of the embedded one. */
export function onPostgres(options: EstateOptions = {}): () => Promise<Estate> {
  return async () => await Estate.begin({ ...options, database: await realDatabase(options.sql) });
}
