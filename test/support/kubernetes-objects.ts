import type { JsonObject } from '../../src/core/json.ts';
import { bindingOf, roleOf, serviceAccountOf } from '../../src/providers/kubernetes/api/objects.ts';
import { liveStateOf, type Catalogue } from '../../src/providers/kubernetes/catalog/live-state.ts';

const SOURCE = 'cluster';

/** An object as the API server spells it; its uid and version say nothing. */
function spelt(
  kind: string,
  namespace: string | null,
  name: string,
  rest: JsonObject,
  metadata: JsonObject,
): JsonObject {
  const own = { name, ...(namespace === null ? {} : { namespace }), uid: `uid-${kind}-${name}`, resourceVersion: '7' };
  return { ...rest, metadata: { ...own, ...metadata } };
}

export function accountJson(name: string, rest: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return spelt('sa', 'shop', name, rest, metadata);
}

export function roleJson(name: string, rules: readonly JsonObject[], metadata: JsonObject = {}): JsonObject {
  return spelt('role', 'shop', name, { rules }, metadata);
}

export function clusterRoleJson(name: string, rest: JsonObject, metadata: JsonObject = {}): JsonObject {
  return spelt('clusterrole', null, name, rest, metadata);
}

/** `role`: such as `ClusterRole/view`; `namespace` null: everywhere. */
export function bindingJson(
  name: string,
  namespace: string | null,
  role: string,
  subjects: readonly JsonObject[],
): JsonObject {
  const [kind = '', called = ''] = role.split('/');
  return spelt('binding', namespace, name, { roleRef: { kind, name: called }, subjects }, {});
}

export function accountSubject(name: string, namespace = 'shop'): JsonObject {
  return { kind: 'ServiceAccount', namespace, name };
}

type Lists = {
  readonly serviceAccounts?: readonly JsonObject[];
  readonly roles?: readonly JsonObject[];
  readonly clusterRoles?: readonly JsonObject[];
  readonly bindings?: readonly JsonObject[];
};

/** A live state of what an API server would send, in a boundary of all namespaces unless told otherwise. */
export function liveOf(lists: Lists, more: Partial<Catalogue> = {}) {
  return liveStateOf({
    source: SOURCE,
    target: { cluster: 'uid' },
    boundary: {},
    version: 'v1.35.4',
    serviceAccounts: (lists.serviceAccounts ?? []).map(serviceAccountOf),
    roles: [...(lists.roles ?? []).map(roleOf('Role')), ...(lists.clusterRoles ?? []).map(roleOf('ClusterRole'))],
    bindings: (lists.bindings ?? []).map(bindingOf),
    whole: true,
    roleNames: null,
    tokens: null,
    ...more,
  });
}
