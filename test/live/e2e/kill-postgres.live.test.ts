import { PostgresRing } from '../../e2e/systems/postgres-ring.ts';
import { startPostgres } from '../postgres/server.ts';
import { killedEverywhere } from './killed-everywhere.ts';

async function start(): Promise<PostgresRing> {
  const server = await startPostgres();
  await server.query('CREATE DATABASE orders');
  await server.query('CREATE DATABASE archive');
  return await PostgresRing.furnish({
    url: server.url('postgres', 'orders'),
    databases: ['orders', 'archive'],
    query: (text, database = 'orders') => server.query(text, database),
    stop: () => server.stop(),
  });
}

killedEverywhere('an apply of five changes in two databases of a real server', start, {
  live: 14,
  others: 26,
  points: 55,
});
