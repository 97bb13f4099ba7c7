import { furnish, type Database } from '../../../e2e/estate.ts';
import { PostgresSystem } from '../../../e2e/systems/postgres.ts';
import { startPostgres } from '../../postgres/server.ts';

/** A real server in the place of the embedded one: every statement beside the connections has a backend of its own. */
export async function startPostgresSystem(): Promise<PostgresSystem> {
  return new PostgresSystem(await realDatabase(), realDatabase);
}

export async function realDatabase(): Promise<Database> {
  const server = await startPostgres();
  await server.query('CREATE DATABASE orders');
  const database = {
    url: server.url('postgres', 'orders'),
    query: (text: string) => server.query(text, 'orders'),
    stop: () => server.stop(),
  };
  await furnish(database);
  return database;
}
