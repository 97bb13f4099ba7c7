import type { Applier } from '../../../core/ports.ts';
import { openSession } from '../connect.ts';
import { PostgresWriter, type OpenSession } from './write.ts';

/** The writing half of the provider. `open` is how a session that may write comes to be. */
export function postgresApplier(open: OpenSession = openSession): Applier {
  return { name: 'postgres', writer: (connection) => new PostgresWriter(connection, open) };
}
