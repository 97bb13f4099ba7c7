import { parseAddress, type Address } from '../../../core/address.ts';
import type { LiveState, Target, Unreadable } from '../../../core/live.ts';
import type { Connection, Reader, ReadQuery } from '../../../core/ports.ts';
import { boundaryOf, type Within } from '../boundary.ts';
import { estateStateOf } from '../access/estate-state.ts';
import { reachedBy } from './cast.ts';
import { readCluster, type ClusterRows } from './cluster.ts';
import { readDatabase, type DatabaseRows } from './database.ts';
import { connectionPlace } from '../connection-place.ts';
import { inSnapshot, openSession, type Row, type Session } from '../connect.ts';
import { emptyFacts } from '../facts.ts';
import { ROLE_KIND, type Options } from '../kinds.ts';
import { liveStateOf } from './live-state.ts';
import { readFailure } from './read-failure.ts';
import { identifyCluster, targetOf } from './target.ts';

/** Reads one cluster; a session a database, one after the other, each in a snapshot of its own. */
export function postgresReader(connection: Connection): Reader {
  return {
    identify: () => identify(connection),
    read: (query) => read(connection, query),
    close: () => Promise.resolve(),
  };
}

export function optionsOf(connection: Pick<Connection, 'options'>): Options {
  return connection.options;
}

/** The databases to read and write, as the configuration orders them; [null]: the connection's own alone, whatever it is called. */
export function databasesOf(connection: Pick<Connection, 'options'>): readonly (string | null)[] {
  return optionsOf(connection).databases ?? [null];
}

async function identify(connection: Connection): Promise<Target> {
  const databases = databasesOf(connection);
  const named = databases.flatMap((database) => (database === null ? [] : [database]));
  return within(connection, databases[0] ?? null, (session) =>
    identifyCluster(session, named.length === 0 ? null : named),
  );
}

async function within<T>(
  connection: Connection,
  database: string | null,
  read: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await openSession(connection.secret, database, connection.timeout);
  try {
    return await inSnapshot(session, connection.timeout, () => read(session));
  } finally {
    await session.close().catch(() => undefined);
  }
}

/** Never throws for what it may not read or reach: a state in part is no state, so that nothing is ever taken for absent. */
async function read(connection: Connection, query: ReadQuery): Promise<LiveState> {
  let at: string | null = null;
  try {
    const chosen = chosenBy(query, connection);
    const [first = null, ...others] = databasesOf(connection);
    at = first;
    const start = await within(connection, first, (session) => readFirst(session, connection, query, chosen));
    const databases = [start.database];
    for (const database of others) {
      at = database;
      connection.progress(`Reading ${database ?? ''}`);
      databases.push(
        await within(connection, database, (session) => readDatabase(session, database ?? '', start.wanted)),
      );
    }
    at = null;
    const state = stateOf(connection, query, chosen, start.cluster, databases);
    return { ...state, facts: { ...state.facts, reader: start.reader } };
  } catch (error) {
    const reason = readFailure(error, at, connectionPlace(connection.secret));
    return unread(connection, { address: null, pointer: null, reason });
  }
}

type First = {
  readonly reader: string;
  readonly cluster: ClusterRows;
  readonly wanted: readonly string[] | null;
  readonly database: DatabaseRows;
};

/** The cluster's catalogues and the first database's come from one snapshot. */
async function readFirst(session: Session, connection: Connection, query: ReadQuery, chosen: Within): Promise<First> {
  const { databases = null, writer = null } = optionsOf(connection);
  const choose = (roles: readonly Row[], memberships: readonly Row[]) =>
    query.kind === 'addresses' ? [...identitiesIn(roles, chosen), ...reachedBy(writer, roles, memberships)] : null;
  connection.progress('Reading roles, memberships and settings');
  const cluster = await readCluster(session, databases, choose);
  const wanted = choose(cluster.roles, cluster.memberships);
  connection.progress(`Reading ${cluster.database}`);
  const [login] = await session.rows('SELECT session_user');
  return { reader: login?.[0] ?? '', cluster, wanted, database: await readDatabase(session, cluster.database, wanted) };
}

/** Roles in the boundary that the query is about. */
function chosenBy(query: ReadQuery, connection: Connection): Within {
  const inside = boundaryOf(connection.boundary);
  if (query.kind !== 'addresses') return inside;
  const names = new Set(query.addresses.flatMap((address) => roleNamed(address, connection.source) ?? []));
  return (role) => names.has(role) && inside(role);
}

function roleNamed(address: Address, source: string): string | null {
  const { source: named, kind, name } = parseAddress(address);
  return named === source && kind === ROLE_KIND && name.length === 1 ? (name[0] ?? null) : null;
}

function identitiesIn(roles: readonly Row[], chosen: Within): ReadonlySet<string> {
  return new Set(
    roles.flatMap(([oid, name]) => (oid !== null && oid !== undefined && chosen(name ?? '') ? [oid] : [])),
  );
}

function stateOf(
  connection: Connection,
  query: ReadQuery,
  chosen: Within,
  cluster: ClusterRows,
  databases: readonly DatabaseRows[],
): LiveState {
  const catalogues = {
    source: connection.source,
    target: targetOf(
      cluster,
      databases.map(({ database }) => database),
    ),
    writer: optionsOf(connection).writer ?? null,
    identities: identitiesIn(cluster.roles, chosen),
    cluster,
    databases,
  };
  if (query.kind === 'estate') return estateStateOf(catalogues);
  const state = liveStateOf(catalogues);
  return { ...state, unreadable: [...outside(connection, query), ...state.unreadable] };
}

/** What is asked for but not managed must not look absent. */
function outside(connection: Connection, query: ReadQuery): readonly Unreadable[] {
  if (query.kind !== 'addresses') return [];
  const inside = boundaryOf(connection.boundary);
  return query.addresses.flatMap((address): Unreadable[] => {
    const role = roleNamed(address, connection.source);
    if (role !== null && inside(role)) return [];
    const message = 'This is no role within the boundary of the source, so it is not read.';
    return [{ address, pointer: null, reason: { code: 'outside-boundary', message } }];
  });
}

function unread(connection: Connection, unreadable: Unreadable): LiveState {
  const options = optionsOf(connection);
  return {
    source: connection.source,
    provider: 'postgres',
    target: {},
    objects: [],
    unreadable: [unreadable],
    notModelled: [],
    facts: emptyFacts(options.databases ?? [], options.writer ?? null),
  };
}
