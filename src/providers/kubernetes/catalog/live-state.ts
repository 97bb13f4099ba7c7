import { compareText } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { Credential } from '../../../core/credentials.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { LiveObject, LiveState, NotModelled, Target, Unreadable } from '../../../core/live.ts';
import type { Binding, Metadata, Role, ServiceAccount } from '../api/objects.ts';
import { boundaryOf, roleAddress, serviceAccountAddress, type Within } from '../boundary.ts';
import type { BindingFact, KubernetesFacts } from '../facts.ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { boundText } from '../normal-form/bound-roles.ts';
import { roleLive, serviceAccountLive } from '../normal-form/live-form.ts';
import { leftOut } from './left-out.ts';
import { managedBy } from './managed-by.ts';
import { accountNamed, roleNamed } from './named.ts';
import { failureOf, readFailure } from './read-failure.ts';
import { Held } from './held.ts';
import { boundBy, holderOf } from './subjects.ts';

/** Everything that one read got, whatever the order of its lists. */
export type Catalogue = {
  readonly source: string;
  readonly target: Target;
  readonly boundary: JsonObject;
  readonly version: string;
  readonly serviceAccounts: readonly ServiceAccount[];
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  /** Whether those to ClusterRoles in every namespace are among them, also outside of the boundary. */ readonly whole: boolean;
  readonly roleNames: KubernetesFacts['roles'];
  /** Long-lived tokens by `namespace/name` of their ServiceAccount; null: they were not asked for. */
  readonly tokens: ReadonlyMap<string, readonly Credential[]> | null;
};

/** `object` null: it could not be read. */
type Found = {
  readonly object: LiveObject | null;
  readonly unreadable: readonly Unreadable[];
  readonly notModelled: readonly NotModelled[];
};

/** Pure: what the API server sent to what a plan is computed from. */
export function liveStateOf(catalogue: Catalogue): LiveState {
  const within = boundaryOf(catalogue.boundary);
  const held = new Held(catalogue.bindings);
  const accounts = catalogue.serviceAccounts.filter(({ metadata }) => within.identity(accountNamed(metadata)));
  const roles = catalogue.roles.filter((role) => within.identity(roleNamed(role)));
  const found = [
    ...accounts.map((account) => serviceAccount(account, catalogue, within, held)),
    ...roles.map((role) => roleFound(role, catalogue, held)),
  ];
  return {
    source: catalogue.source,
    provider: 'kubernetes',
    target: catalogue.target,
    objects: found
      .flatMap(({ object }) => object ?? [])
      .sort((left, right) => compareText(left.address, right.address)),
    unreadable: sorted(found.flatMap(({ unreadable }) => unreadable)),
    notModelled: sorted([
      ...leftOut(catalogue.serviceAccounts, held, within),
      ...found.flatMap(({ notModelled }) => notModelled),
    ]),
    facts: factsOf(catalogue, within),
  };
}

/** Who holds which role where, and what else is known of the places as a whole. */
export function factsOf(
  {
    version,
    boundary,
    bindings,
    whole,
    roleNames,
  }: Omit<Catalogue, 'source' | 'target' | 'serviceAccounts' | 'roles' | 'tokens'>,
  within: Within,
): KubernetesFacts {
  const [inside, outside] = [true, false].map((is) =>
    bindings.filter(({ metadata }) => within.place(metadata.namespace) === is),
  );
  const shared = (outside ?? []).filter(
    ({ role }) =>
      role.kind === 'ClusterRole' && within.identity({ kind: CLUSTER_ROLE, namespace: null, name: role.name }),
  );
  return {
    version,
    boundary,
    bindings: sorted((inside ?? []).map(bindingFact)),
    beyond: whole ? sorted(shared.map(bindingFact)) : null,
    roles: roleNames,
  };
}

function bindingFact({ metadata, role, subjects }: Binding): BindingFact {
  const { namespace, name } = metadata;
  const claim = managedBy(metadata);
  return {
    namespace,
    name,
    role,
    subjects: sorted(subjects),
    ...(claim === undefined ? {} : { managedBy: { tool: claim.tool, evidence: claim.evidence } }),
  };
}

function serviceAccount(account: ServiceAccount, { source, tokens }: Catalogue, within: Within, bound: Held): Found {
  const { metadata, mountable } = account;
  const namespace = metadata.namespace ?? '';
  const address = serviceAccountAddress(source, namespace, metadata.name);
  const own = bound.by({ namespace, name: metadata.name });
  const [inside, beyond] = [true, false].map((is) => own.filter((one) => within.place(one.metadata.namespace) === is));
  const { form, hidden } = serviceAccountLive(account, (inside ?? []).map(boundBy));
  const held = tokens?.get(`${namespace}/${metadata.name}`) ?? [];
  return {
    object: liveObject(address, SERVICE_ACCOUNT, metadata, form, tokens === null ? {} : { credentials: held }),
    unreadable: hidden.map((pointer) => secretShaped(address, pointer)),
    notModelled: [
      ...hidden.map((pointer): NotModelled => ({ address, what: 'text that is not shown', detail: pointer })),
      ...mountable.map((detail): NotModelled => ({ address, what: 'mountable Secret', detail })),
      ...(beyond ?? []).map((one): NotModelled => ({
        address,
        what: 'role outside of the boundary',
        detail: boundText(boundBy(one)),
      })),
    ],
  };
}

/** Whoever writes a role that is too large to compare keeps nobody but that role from being planned. */
function roleFound(role: Role, catalogue: Catalogue, held: Held): Found {
  const { kind, metadata } = role;
  const address = roleAddress(catalogue.source, kind, metadata.namespace, metadata.name);
  try {
    return roleObject(address, role, held);
  } catch (error) {
    const unread: Unreadable = { address, pointer: null, reason: readFailure(failureOf(error)) };
    return { object: null, unreadable: [unread], notModelled: [] };
  }
}

function roleObject(address: string, role: Role, held: Held): Found {
  const { kind, metadata } = role;
  const { form, hidden } = roleLive(role);
  return {
    object: liveObject(address, kind === 'Role' ? ROLE : CLUSTER_ROLE, metadata, form),
    unreadable: hidden.map((pointer) => secretShaped(address, pointer)),
    notModelled: [
      ...hidden.map((pointer): NotModelled => ({ address, what: 'text that is not shown', detail: pointer })),
      ...people(held.of(role)).map((detail): NotModelled => ({
        address,
        what: 'held by a user or a group',
        detail,
      })),
    ],
  };
}

function people(bindings: readonly Binding[]): readonly string[] {
  return bindings.flatMap(({ metadata, subjects }) =>
    subjects
      .filter((subject) => holderOf(subject) === null)
      .map(
        ({ kind, name }) =>
          `${kind} ${name} ${metadata.namespace === null ? 'everywhere' : `in ${metadata.namespace}`}`,
      ),
  );
}

function liveObject(
  address: string,
  kind: string,
  metadata: Metadata,
  attributes: Attributes,
  known: Pick<LiveObject, 'credentials'> = {},
): LiveObject {
  const manager = managedBy(metadata);
  return {
    address,
    kind,
    incarnation: metadata.uid,
    attributes,
    facts: {},
    ...known,
    ...(manager === undefined ? {} : { managedBy: manager }),
  };
}

function secretShaped(address: string, pointer: string): Unreadable {
  const message = 'The value has the shape of a secret, so it is not shown, and nothing that depends on it is planned.';
  return { address, pointer, reason: { code: 'text-secret', message } };
}

/** By its text and without doubles, so that the order of lists never shows. */
function sorted<T extends NotModelled | Unreadable | BindingFact | BindingFact['subjects'][number]>(
  items: readonly T[],
): readonly T[] {
  const texts = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...texts].sort(([left], [right]) => compareText(left, right)).map(([, item]) => item);
}
