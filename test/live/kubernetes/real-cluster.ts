import type { Estate, Selector } from '../../../src/providers/kubernetes/access/estate.ts';
import type { PolicyRule } from '../../../src/providers/kubernetes/rules/policy-rule.ts';
import {
  NAMES,
  PLACES,
  realSubject,
  type RandomBinding,
  type RandomCluster,
  type RandomSubject,
} from '../../support/random-cluster.ts';
import type { Api } from './api.ts';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const API_GROUP = 'rbac.authorization.k8s.io';

/** Makes a cluster real, under names that no other run has, and answers its namespaces. */
export async function make(api: Api, cluster: RandomCluster, run: string): Promise<readonly string[]> {
  const at = (where: string) => `${run}-${where}`;
  const named = (name: string) => (name === 'view' ? name : `${run}-${name}`);
  const spaces = PLACES.map(at);
  await all(spaces, (name) => post(api, '/api/v1/namespaces', { metadata: { name } }));
  await all(spaces, (namespace) =>
    all(NAMES, (name) => post(api, `/api/v1/namespaces/${namespace}/serviceaccounts`, { metadata: { name } })),
  );
  await all(cluster.roles, ({ place: where, name, rules }) =>
    post(api, `${RBAC}/namespaces/${at(where)}/roles`, { metadata: { name }, rules }),
  );
  await all(cluster.clusterRoles, ({ name, rules }) =>
    post(api, `${RBAC}/clusterroles`, { metadata: { name: named(name) }, rules }),
  );
  await all([...cluster.bindings.entries()], ([index, { place: where, role, subjects }]) => {
    const name = role.kind === 'ClusterRole' ? named(role.name) : role.name;
    const path = where === null ? `${RBAC}/clusterrolebindings` : `${RBAC}/namespaces/${at(where)}/rolebindings`;
    return post(api, path, {
      metadata: { name: `${run}-${index}` },
      roleRef: { apiGroup: API_GROUP, kind: role.kind, name },
      subjects: subjects.map((one) => withGroup(realSubject(one, at))),
    });
  });
  return spaces;
}

function withGroup(subject: RandomSubject): object {
  return subject.kind === 'ServiceAccount' ? subject : { ...subject, apiGroup: API_GROUP };
}

/** What of a run would be everyone's in the next. */
export async function unmake(api: Api, { clusterRoles, bindings }: RandomCluster, run: string): Promise<void> {
  const wide = [...bindings.entries()].filter(([, binding]) => binding.place === null);
  await all(wide, ([index]) => api.call({ method: 'DELETE', path: `${RBAC}/clusterrolebindings/${run}-${index}` }));
  await all(clusterRoles, ({ name }) => api.call({ method: 'DELETE', path: `${RBAC}/clusterroles/${run}-${name}` }));
}

/**
 * Waits until the authorizer knows of all that was written before: it sees the writes of each kind in their order, so that it has seen
 * everything once it knows the last of each kind.
 */
export async function settle(api: Api, run: string): Promise<void> {
  const namespace = `${run}-one`;
  const name = `${run}-last`;
  const metadata = { name };
  const rules = [{ apiGroups: [''], resources: ['lasts'], verbs: ['get'] }];
  const subjects = [{ kind: 'User', name, apiGroup: API_GROUP }];
  const ref = (kind: string) => ({ apiGroup: API_GROUP, kind, name });
  await post(api, `${RBAC}/namespaces/${namespace}/roles`, { metadata, rules });
  await post(api, `${RBAC}/clusterroles`, { metadata, rules: [{ ...rules[0], verbs: ['list'] }] });
  await post(api, `${RBAC}/namespaces/${namespace}/rolebindings`, { metadata, roleRef: ref('Role'), subjects });
  await post(api, `${RBAC}/clusterrolebindings`, { metadata, roleRef: ref('ClusterRole'), subjects });
  const isKnown = async (verb: string) =>
    await review(api, name, [], { resourceAttributes: { namespace, verb, group: '', resource: 'lasts' } });
  for (let attempt = 0; attempt < 500; attempt++) {
    if ((await isKnown('get')) && (await isKnown('list'))) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The authorizer does not come to know what was written.');
}

/** SubjectAccessReview: whether the API server would let a user do it. */
export async function review(api: Api, user: string, groups: readonly string[], asked: object): Promise<boolean> {
  const path = '/apis/authorization.k8s.io/v1/subjectaccessreviews';
  const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec: { user, groups, ...asked } };
  const { status } = await api.call<{ status: { allowed: boolean } }>({ method: 'POST', path, body });
  return status.allowed;
}

type Listed<T> = { readonly items: readonly T[] };
type Meta = {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: { readonly [label: string]: string };
  };
};
type Ruled = Meta & {
  readonly rules: readonly PolicyRule[] | null;
  readonly aggregationRule?: { readonly clusterRoleSelectors?: readonly Selector[] };
};
type Binding = Meta & { readonly roleRef: RandomBinding['role']; readonly subjects?: readonly RandomSubject[] };

/** The whole cluster as the API server lists it, without anything that the code under test reads it with. */
export async function listed(api: Api): Promise<Estate> {
  const list = async <T>(path: string) => (await api.call<Listed<T>>({ method: 'GET', path })).items;
  const [accounts, roles, clusterRoles, bindings, clusterBindings] = await Promise.all([
    list<Meta>('/api/v1/serviceaccounts'),
    list<Ruled>(`${RBAC}/roles`),
    list<Ruled>(`${RBAC}/clusterroles`),
    list<Binding>(`${RBAC}/rolebindings`),
    list<Binding>(`${RBAC}/clusterrolebindings`),
  ]);
  const named = ({ metadata: { namespace = '', name } }: Meta) => ({ namespace, name });
  return {
    serviceAccounts: accounts.map(named),
    roles: roles.map((role) => ({ ...named(role), rules: role.rules ?? [] })),
    clusterRoles: clusterRoles.map(({ metadata: { name, labels = {} }, rules, aggregationRule }) => ({
      name,
      labels,
      rules: rules ?? [],
      selectors: aggregationRule === undefined ? null : (aggregationRule.clusterRoleSelectors ?? []),
    })),
    bindings: [...bindings, ...clusterBindings].map(({ metadata, roleRef: { kind, name }, subjects = [] }) => ({
      namespace: metadata.namespace ?? null,
      role: { kind, name },
      subjects: subjects.map((one) => ({ kind: one.kind, name: one.name, namespace: one.namespace ?? null })),
    })),
  };
}

async function post(api: Api, path: string, body: object): Promise<void> {
  await api.call({ method: 'POST', path, body });
}

async function all<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  await Promise.all(items.map(act));
}
