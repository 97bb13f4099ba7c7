import type { Address } from '../../../core/address.ts';
import type { Reason } from '../../../core/errors.ts';
import type { LiveState, Target, Unreadable } from '../../../core/live.ts';
import type { Connection, Reader, ReadQuery } from '../../../core/ports.ts';
import type { Binding, Role } from '../api/objects.ts';
import { boundaryOf, namedBy, type Named, type Within } from '../boundary.ts';
import { openClient, type KubernetesClient } from '../client.ts';
import { POD } from '../in-cluster.ts';
import { emptyFacts, type KubernetesFacts } from '../facts.ts';
import { CLUSTER_ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import type { Options } from '../reach.ts';
import { EVERYWHERE } from '../normal-form/model.ts';
import { estateStateOf } from './estate-state.ts';
import { Gatherer } from './gather.ts';
import { liveStateOf, type Catalogue } from './live-state.ts';
import { lookUp } from './look-up.ts';
import { failureOf, readFailure } from './read-failure.ts';
import { boundBy, isHolder } from './subjects.ts';
import { outside } from '../outside.ts';
import { targetOf } from './target.ts';

type Read = Pick<Catalogue, 'serviceAccounts' | 'roles' | 'bindings' | 'whole' | 'roleNames' | 'tokens'>;

/** Reads one cluster through its API server, with GET alone. */
export function kubernetesReader(connection: Connection, pod = POD): Reader {
  let opened: Promise<KubernetesClient> | null = null;
  const client = () => (opened ??= openClient(connection.secret, connection.timeout, pod));
  return {
    identify: async () => await identify(client),
    read: async (query) => await read(connection, query, client),
    lookUp: async (names) => await lookUp(names, client),
    close: async () => {
      const open = await opened?.catch(() => null);
      open?.close();
    },
  };
}

/** @throws CountersignError for everything that the cluster or the way to it refuses. */
export async function identify(client: () => Promise<KubernetesClient>): Promise<Target> {
  try {
    return await targetOf(await client());
  } catch (error) {
    throw failureOf(error);
  }
}

/** Never throws for what it may not read or reach: a state in part is no state, so that nothing is ever taken for absent. */
async function read(
  connection: Connection,
  query: ReadQuery,
  open: () => Promise<KubernetesClient>,
): Promise<LiveState> {
  const { source, boundary, options, progress } = connection;
  try {
    const client = await open();
    const target = await targetOf(client);
    progress('Reading service accounts, roles and bindings');
    if (query.kind === 'estate') return estateStateOf(source, target, await everything(new Gatherer(client, WHOLE)));
    const gatherer = new Gatherer(client, boundaryOf(boundary));
    const { tokenSecrets = false } = options as Options;
    const [inside, beyond] = query.kind === 'addresses' ? chosen(query.addresses, connection) : [null, []];
    const found = inside === null ? await everything(gatherer) : await only(gatherer, inside);
    const tokens = tokenSecrets ? await gatherer.tokens() : null;
    const version = await gatherer.version();
    const state = liveStateOf({ source, target, boundary, version, ...found, tokens });
    const facts = client.user === null ? state.facts : { ...state.facts, reader: client.user };
    return { ...state, facts, unreadable: [...beyond, ...state.unreadable] };
  } catch (error) {
    return unread(connection, { address: null, pointer: null, reason: readFailure(error) });
  }
}

/** Who may do what does not end at a boundary. */
const WHOLE: Within = {
  namespaces: null,
  clusterScoped: true,
  place: () => true,
  identity: () => true,
  excluded: () => false,
};

async function everything(gatherer: Gatherer): Promise<Omit<Read, 'tokens'>> {
  const serviceAccounts = await gatherer.serviceAccounts();
  const roles = await gatherer.roles();
  return { serviceAccounts, roles, ...(await gatherer.bindingsAnywhere()), roleNames: namesIn(roles) };
}

/** Each by its name, and the bindings of the places in which they can be bound. */
async function only(gatherer: Gatherer, names: readonly Named[]): Promise<Omit<Read, 'tokens'>> {
  const { serviceAccounts, roles } = await gatherer.named(names);
  const accounts = names.some(({ kind }) => kind === SERVICE_ACCOUNT);
  const { bindings, whole } = await gatherer.bindingsFor(names);
  const roleNames = accounts ? await gatherer.roleNames() : null;
  return { serviceAccounts, roles, bindings: bindings.filter((one) => concerns(one, names)), whole, roleNames };
}

function concerns(binding: Binding, names: readonly Named[]): boolean {
  const bound = boundBy(binding);
  return names.some(({ kind, namespace, name }) => {
    if (kind === SERVICE_ACCOUNT)
      return binding.subjects.some((subject) => isHolder(subject, { namespace: namespace ?? '', name }));
    if (bound.name !== name) return false;
    return kind === CLUSTER_ROLE
      ? bound.kind === 'ClusterRole'
      : bound.kind === 'Role' && bound.namespace === namespace;
  });
}

function namesIn(roles: readonly Role[]): KubernetesFacts['roles'] {
  const places = Map.groupBy(roles, ({ metadata }) => metadata.namespace ?? EVERYWHERE);
  return Object.fromEntries(
    [...places].map(([place, own]) => [place, own.map(({ metadata }) => metadata.name).sort()]),
  );
}

/** What is asked for but not managed must not look absent. */
function chosen(
  addresses: readonly Address[],
  connection: Connection,
): readonly [readonly Named[], readonly Unreadable[]] {
  const inside: Named[] = [];
  const beyond: Unreadable[] = [];
  for (const address of addresses) {
    const named = namedBy(address, connection.source);
    const reason = outside(connection, { address, steps: [] });
    if (named !== null && reason === null) inside.push(named);
    else beyond.push({ address, pointer: null, reason: reason ?? ELSEWHERE });
  }
  return [inside, beyond];
}

const ELSEWHERE: Reason = { code: 'outside-boundary', message: 'This is no identity of this source.' };

function unread({ source, boundary }: Connection, unreadable: Unreadable): LiveState {
  return {
    source,
    provider: 'kubernetes',
    target: {},
    objects: [],
    unreadable: [unreadable],
    notModelled: [],
    facts: emptyFacts(boundary),
  };
}
