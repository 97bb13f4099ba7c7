import { compareText } from '../../../core/address.ts';
import type { LiveObject, LiveState, NotModelled, Target, Unreadable } from '../../../core/live.ts';
import { castOf, reachedBy, type Cast } from './cast.ts';
import type { ClusterRows } from './cluster.ts';
import type { DatabaseRows } from './database.ts';
import { gatherDefaults } from './defaults.ts';
import { gatherObjects } from './objects.ts';
import { contextOf, membershipFacts, membershipsByMember, scalarsOf, settingsByRole } from './roles.ts';
import { gatherShared } from './shared.ts';
import { emptySink, recorded, type Sink } from './sink.ts';
import { gatherMentions, gatherUnmodelled } from './unmodelled.ts';
import type { DatabaseFacts, Elsewhere, PostgresFacts } from '../facts.ts';
import { ROLE_KIND } from '../kinds.ts';
import { managedBy } from './managed-service.ts';
import type { RoleAttributes } from '../normal-form/model.ts';

/** Everything that one read got, whatever the order of its rows. `databases` in the order of the configuration. */
export type Catalogues = {
  readonly source: string;
  readonly target: Target;
  readonly writer: string | null;
  /** oids of the roles that this read is about. */
  readonly identities: ReadonlySet<string>;
  readonly cluster: ClusterRows;
  readonly databases: readonly DatabaseRows[];
};

/** Pure: rows of catalogues to what a plan is computed from. */
export function liveStateOf(catalogues: Catalogues): LiveState {
  const { source, cluster, databases } = catalogues;
  const cast = castOf(
    source,
    cluster.roles,
    catalogues.identities,
    reachedBy(catalogues.writer, cluster.roles, cluster.memberships),
  );
  const sink = emptySink();
  gatherShared(cluster, new Set(databases.map(({ database }) => database)), cast, sink);
  const read = databases.map((rows) => [rows.database, databaseFacts(rows, cluster, cast, sink)] as const);
  const facts = factsOf(catalogues, Object.fromEntries(read), cast, sink);
  const found = identitiesOf(catalogues, facts, cast, sink);
  return {
    source,
    provider: 'postgres',
    target: catalogues.target,
    objects: found.map(({ object }) => object).sort((left, right) => compareText(left.address, right.address)),
    unreadable: sorted(found.flatMap(({ unreadable }) => unreadable)),
    notModelled: sorted(sink.notModelled),
    facts,
  };
}

function databaseFacts(rows: DatabaseRows, cluster: ClusterRows, cast: Cast, sink: Sink): DatabaseFacts {
  const objects = gatherObjects(rows, cluster.version, cast, sink);
  gatherDefaults(rows, cluster.version, cast, sink);
  gatherUnmodelled(rows.unmodelled, rows.database, cast, sink);
  gatherMentions(rows, cast, sink);
  const owner = cluster.databases.find(([, name]) => name === rows.database)?.[2] ?? null;
  return {
    owner: cast.nameOf(owner) ?? '',
    objects,
    otherOwned: listsByRole(
      rows.otherOwned.map(([role, type, identity]) => [role ?? null, `${type} ${identity}`]),
      cast,
    ),
  };
}

function factsOf(
  { cluster, databases, writer }: Catalogues,
  database: PostgresFacts['database'],
  cast: Cast,
  sink: Sink,
): PostgresFacts {
  const owned = [
    ...cluster.databases.map(([, name, owner]) => [owner ?? null, `database ${name}`] as const),
    ...cluster.tablespaces.map(([name, owner]) => [owner ?? null, `tablespace ${name}`] as const),
  ];
  return {
    version: cluster.version,
    databases: databases.map((rows) => rows.database),
    database,
    roles: Object.fromEntries(cluster.roles.map((row) => [row[1] ?? '', contextOf(row)])),
    memberships: sorted(membershipFacts(cluster, cast)),
    foreignGrants: sorted(sink.foreignGrants),
    defaults: sorted(sink.defaultFacts),
    sharedOwned: listsByRole(owned, cast),
    elsewhere: elsewhereOf(cluster, cast),
    writer,
  };
}

function elsewhereOf(cluster: ClusterRows, cast: Cast): PostgresFacts['elsewhere'] {
  const roles = new Map<string, [string, Elsewhere[string]][]>();
  for (const [role = null, database, owned, other] of cluster.elsewhere) {
    const name = cast.nameOf(role);
    if (name === null) continue;
    roles.set(name, [...(roles.get(name) ?? []), [database ?? '', { owned: Number(owned), other: Number(other) }]]);
  }
  return Object.fromEntries([...roles].map(([role, databases]) => [role, Object.fromEntries(databases)]));
}

function listsByRole(
  entries: readonly (readonly [string | null, string])[],
  cast: Cast,
): { readonly [role: string]: readonly string[] } {
  const lists = new Map<string, string[]>();
  for (const [oid, text] of entries) {
    const role = cast.nameOf(oid);
    if (role === null) continue;
    const list = lists.get(role);
    if (list === undefined) lists.set(role, [text]);
    else list.push(text);
  }
  return Object.fromEntries([...lists].map(([role, list]) => [role, list.sort()]));
}

function identitiesOf(catalogues: Catalogues, facts: PostgresFacts, cast: Cast, sink: Sink) {
  const settings = settingsByRole(catalogues.cluster);
  const memberships = membershipsByMember(facts.memberships);
  const owned = ownedCounts(facts);
  return catalogues.cluster.roles.flatMap((row) => {
    const [oid = null, name] = row;
    if (oid === null || !cast.isIdentity(oid)) return [];
    const role = name ?? '';
    const scalars = scalarsOf(row);
    const found = settings.get(oid);
    const address = cast.addressOf(role);
    const attributes: RoleAttributes = {
      ...scalars.attributes,
      settings: { others: 'remove', values: found?.values ?? { everywhere: {}, databases: {} } },
      memberOf: { others: 'remove', values: Object.fromEntries(memberships.get(role) ?? []) },
      grants: { others: 'remove', values: recorded(sink.grants.get(role)) },
      defaultPrivileges: { others: 'remove', values: recorded(sink.defaults.get(role)) },
    };
    const hidden = [...scalars.hidden, ...(found?.hidden ?? [])];
    const unreadable: Unreadable[] = hidden.map(({ pointer, reason }) => ({ address, pointer, reason }));
    sink.notModelled.push(
      ...hidden.map(({ pointer }): NotModelled => ({ address, what: 'text that is not shown', detail: pointer ?? '' })),
    );
    return [{ object: liveObject(address, role, oid, attributes, owned.get(role) ?? {}), unreadable }];
  });
}

function liveObject(
  address: string,
  role: string,
  oid: string,
  attributes: RoleAttributes,
  owned: LiveObject['facts'],
): LiveObject {
  const manager = managedBy(role);
  return {
    address,
    kind: ROLE_KIND,
    incarnation: oid,
    attributes,
    facts: { owned },
    ...(manager === undefined ? {} : { managedBy: manager }),
  };
}

/** How many things each role owns, by database. */
function ownedCounts(facts: PostgresFacts): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const counts = new Map<string, Record<string, number>>();
  for (const [database, { objects, otherOwned }] of Object.entries(facts.database)) {
    for (const owner of Object.values(objects)) count(owner, database, 1);
    for (const [owner, others] of Object.entries(otherOwned)) count(owner, database, others.length);
  }
  return counts;

  function count(owner: string, database: string, number: number): void {
    const known = counts.get(owner) ?? {};
    known[database] = (known[database] ?? 0) + number;
    counts.set(owner, known);
  }
}

/** By its text, so that the order of rows never shows. */
function sorted<
  T extends
    | NotModelled
    | Unreadable
    | PostgresFacts['memberships'][number]
    | PostgresFacts['foreignGrants'][number]
    | PostgresFacts['defaults'][number],
>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([left], [right]) => compareText(left, right))
    .map(([, item]) => item);
}
