import { CountersignError } from '../../../core/errors.ts';
import type { Target } from '../../../core/live.ts';
import { readIdentity, type ClusterRows } from './cluster.ts';
import type { Session } from '../connect.ts';

/**
 * The cluster by its system identifier and the databases by their oids: a restored or recreated one is another target.
 * Only the databases that the source reads count, so that creating another one moves nothing.
 * @throws CountersignError `target-unknown`, `database-missing`.
 */
export function targetOf(
  cluster: Pick<ClusterRows, 'systemIdentifier' | 'databases'>,
  databases: readonly string[],
): Target {
  if (cluster.systemIdentifier === null) {
    throw new CountersignError('target-unknown', 'The login may not ask which cluster this is.', {
      mend: 'Grant it EXECUTE on the function pg_catalog.pg_control_system().',
    });
  }
  const oids = new Map(cluster.databases.map(([oid, name]) => [name, oid]));
  const found = databases.map((database): [string, string] => {
    const oid = oids.get(database);
    if (typeof oid === 'string') return [`database:${database}`, oid];
    throw new CountersignError('database-missing', `The cluster has no database ${database}.`, {
      mend: "Create it, or take it out of the source's options.databases.",
    });
  });
  return Object.fromEntries([['systemIdentifier', cluster.systemIdentifier], ...found]);
}

/** Asked in any session of the cluster, whoever is logged in. `databases` null: the session's own. */
export async function identifyCluster(session: Session, databases: readonly string[] | null): Promise<Target> {
  const identity = await readIdentity(session);
  return targetOf(identity, databases ?? [identity.database]);
}
