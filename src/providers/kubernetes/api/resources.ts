import type { RoleKind } from './objects.ts';

/** What is read or written, by the plural names of the API. */
export type Resource =
  | 'serviceaccounts'
  | 'roles'
  | 'clusterroles'
  | 'rolebindings'
  | 'clusterrolebindings'
  | 'secrets'
  | 'namespaces';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

const PLACES: {
  readonly [resource in Resource]: { readonly root: string; readonly apiVersion: string; readonly kind: string };
} = {
  serviceaccounts: { root: '/api/v1', apiVersion: 'v1', kind: 'ServiceAccount' },
  namespaces: { root: '/api/v1', apiVersion: 'v1', kind: 'Namespace' },
  secrets: { root: '/api/v1', apiVersion: 'v1', kind: 'Secret' },
  roles: { root: RBAC, apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
  clusterroles: { root: RBAC, apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' },
  rolebindings: { root: RBAC, apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' },
  clusterrolebindings: { root: RBAC, apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding' },
};

/** `namespace` null: the cluster's own, or those of every namespace. */
export function collectionPath(resource: Resource, namespace: string | null): string {
  const { root } = PLACES[resource];
  return namespace === null ? `${root}/${resource}` : `${root}/namespaces/${encodeURIComponent(namespace)}/${resource}`;
}

export function objectPath(resource: Resource, namespace: string | null, name: string): string {
  return `${collectionPath(resource, namespace)}/${encodeURIComponent(name)}`;
}

/** What stands at the beginning of each object that is written. */
export function typeOf(resource: Resource): { readonly apiVersion: string; readonly kind: string } {
  const { apiVersion, kind } = PLACES[resource];
  return { apiVersion, kind };
}

export function resourceOfRole(kind: RoleKind): Extract<Resource, 'roles' | 'clusterroles'> {
  return kind === 'Role' ? 'roles' : 'clusterroles';
}

export function bindingsOf(namespace: string | null): Extract<Resource, 'rolebindings' | 'clusterrolebindings'> {
  return namespace === null ? 'clusterrolebindings' : 'rolebindings';
}
