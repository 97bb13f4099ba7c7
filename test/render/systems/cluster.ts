import type { JsonObject } from '../../../src/core/json.ts';
import { bindingOf, roleOf, serviceAccountOf } from '../../../src/providers/kubernetes/api/objects.ts';
import { estateStateOf } from '../../../src/providers/kubernetes/catalog/estate-state.ts';
import { liveStateOf, type Catalogue } from '../../../src/providers/kubernetes/catalog/live-state.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { sourceOf, type System } from './pull-request.ts';

/** What the API server sends. */
export type Objects = {
  readonly serviceAccounts?: readonly JsonObject[];
  readonly roles?: readonly JsonObject[];
  readonly clusterRoles?: readonly JsonObject[];
  readonly bindings?: readonly JsonObject[];
  readonly tokens?: Catalogue['tokens'];
  /** Globs of the source's plain manifests. */ readonly manifests?: readonly string[];
};

/** A cluster with these objects, and what each cluster brings along to read its namespaces with. */
export function cluster(name: string, objects: Objects): System {
  const { serviceAccounts = [], roles = [], clusterRoles = [], bindings = [], tokens = null, manifests } = objects;
  const lists = {
    serviceAccounts: serviceAccounts.map(serviceAccountOf),
    roles: [...roles.map(roleOf('Role')), ...clusterRoles.map(roleOf('ClusterRole'))],
    bindings: bindings.map(bindingOf),
  };
  const target = { cluster: '0f9b3a52-cluster' };
  const state = liveStateOf({
    source: name,
    target,
    boundary: {},
    version: 'v1.35.4',
    whole: true,
    ...lists,
    roleNames: namesOf(lists.roles),
    tokens,
  });
  return {
    source: sourceOf(name, 'kubernetes', manifests === undefined ? {} : { manifests }),
    provider: kubernetes,
    state,
    estate: estateStateOf(name, target, lists),
  };
}

function namesOf(roles: Catalogue['roles']): NonNullable<Catalogue['roleNames']> {
  const places = Map.groupBy(roles, ({ metadata }) => metadata.namespace ?? '*');
  return Object.fromEntries(
    [...places].map(([place, own]) => [place, own.map(({ metadata }) => metadata.name).sort()]),
  );
}
