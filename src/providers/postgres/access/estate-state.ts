import { compareText } from '../../../core/address.ts';
import type { LiveState, NotModelled } from '../../../core/live.ts';
import { castOf } from '../catalog/cast.ts';
import type { Catalogues } from '../catalog/live-state.ts';
import { emptySink } from '../catalog/sink.ts';
import { gatherMentions, gatherUnmodelled } from '../catalog/unmodelled.ts';
import { gatherEstate } from './gather.ts';

/** Pure: rows of catalogues to the whole estate, every role's privileges in it. Identities are none: nothing is planned from it. */
export function estateStateOf({ source, target, cluster, databases }: Catalogues): LiveState {
  const everyone = new Set(cluster.roles.map(([oid]) => oid ?? ''));
  const cast = castOf(source, cluster.roles, everyone, new Set());
  const sink = emptySink();
  const shared = cluster.acls.filter(([objectClass]) => objectClass !== 'database');
  gatherUnmodelled(
    shared.map(([objectClass = null, , ...row]) => [objectClass, ...row]),
    null,
    cast,
    sink,
  );
  for (const rows of databases) {
    gatherUnmodelled(rows.unmodelled, rows.database, cast, sink);
    gatherMentions(rows, cast, sink);
  }
  return {
    source,
    provider: 'postgres',
    target,
    objects: [],
    unreadable: [],
    notModelled: sink.notModelled.toSorted(byText),
    facts: gatherEstate(cluster, databases, cast),
  };
}

function byText(left: NotModelled, right: NotModelled): number {
  return compareText(JSON.stringify(left), JSON.stringify(right));
}
