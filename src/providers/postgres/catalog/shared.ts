import { entriesIn } from './acl.ts';
import { gatherAcl, type ObjectAcl } from './object-acl.ts';
import { ownerPrivileges, publicPrivileges } from '../names/privileges.ts';
import type { Cast } from './cast.ts';
import type { ClusterRows } from './cluster.ts';
import type { Sink } from './sink.ts';
import { gatherUnmodelled } from './unmodelled.ts';

/** Privileges on databases are grants where the source has the database, and listed where it has not. */
export function gatherShared(cluster: ClusterRows, read: ReadonlySet<string>, cast: Cast, sink: Sink): void {
  const rest = cluster.acls.filter(([objectClass]) => objectClass !== 'database');
  gatherUnmodelled(
    rest.map(([objectClass = null, , ...row]) => [objectClass, ...row]),
    null,
    cast,
    sink,
  );
  for (const [objectClass, , name, owner, entries = null] of cluster.acls) {
    if (objectClass !== 'database') continue;
    const acl = {
      database: name ?? '',
      key: 'database',
      owner: owner ?? '',
      entries: entriesIn(entries),
      ownerDefault: ownerPrivileges('database', cluster.version),
      publicDefault: publicPrivileges('database'),
    };
    if (read.has(acl.database)) gatherAcl(acl, cast, sink);
    else gatherOtherDatabase(acl, cast, sink);
  }
  gatherLabels(cluster, cast, sink);
  gatherElsewhere(cluster, cast, sink);
  gatherGeneralSettings(cluster, sink);
}

function gatherOtherDatabase(acl: ObjectAcl, cast: Cast, sink: Sink): void {
  for (const { grantee, privileges } of acl.entries) {
    const role = cast.nameOf(grantee);
    if (role === null || !cast.isIdentity(grantee) || grantee === acl.owner) continue;
    const names = privileges.list.map(({ name, grantable }) => `${name}${grantable ? ' with grant option' : ''}`);
    const detail = `${acl.database}: ${names.sort().join(', ')}; the database is none of the source's`;
    sink.notModelled.push({ address: cast.addressOf(role), what: 'privileges on another database', detail });
  }
}

function gatherLabels(cluster: ClusterRows, cast: Cast, sink: Sink): void {
  for (const [role = null, provider] of cluster.labels) {
    const name = cast.nameOf(role);
    if (name === null || !cast.isIdentity(role)) continue;
    sink.notModelled.push({
      address: cast.addressOf(name),
      what: 'security label',
      detail: `by the provider ${provider}`,
    });
  }
}

function gatherElsewhere(cluster: ClusterRows, cast: Cast, sink: Sink): void {
  for (const [role = null, database, owned, other] of cluster.elsewhere) {
    const name = cast.nameOf(role);
    if (name === null || !cast.isIdentity(role)) continue;
    const detail = `${database}: owns ${owned} and holds or is named in ${other} more; the database is none of the source's`;
    sink.notModelled.push({ address: cast.addressOf(name), what: 'traces in another database', detail });
  }
}

/** Names only: the settings belong to every role, and so to none. */
function gatherGeneralSettings(cluster: ClusterRows, sink: Sink): void {
  const names = new Map(cluster.databases.map(([oid, name]) => [oid, name]));
  for (const [role, database, setting] of cluster.settings) {
    if (role !== '0') continue;
    const name = (setting ?? '').split('=', 1)[0] ?? '';
    const place = database === '0' ? 'everywhere' : `in ${names.get(database ?? null) ?? 'a dropped database'}`;
    sink.notModelled.push({ address: null, what: 'setting of all roles', detail: `${name} ${place}` });
  }
}
