import { formatAddress, parseAddress, type Address } from '../../core/address.ts';
import type { JsonObject } from '../../core/json.ts';
import { fits } from '../../core/star.ts';
import type { RoleKind } from './api/objects.ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from './kinds.ts';
import type { Boundary } from './reach.ts';

/** The cluster's own, which only their full names mean. */
const OWN = new Set(['kube-system', 'kube-public', 'kube-node-lease']);
/** RBAC keeps what begins so for the cluster itself. */
const SYSTEM = 'system:';

/** What of a cluster a source is about. `namespaces`: all of them by name; null: it takes patterns to say which. */
export type Within = {
  readonly namespaces: readonly string[] | null;
  readonly clusterScoped: boolean;
  /** A place in which roles are bound; null: everywhere. */
  place(namespace: string | null): boolean;
  identity(named: Named): boolean;
  /** It is in a place within, and `exclude` names it. */ excluded(named: Named): boolean;
};

export function boundaryOf(boundary: JsonObject): Within {
  const { namespaces = null, include = null, exclude = [], clusterScoped = true } = boundary as Boundary;
  const isNamespace = (namespace: string): boolean => {
    if (namespaces === null) return !OWN.has(namespace);
    return namespaces.some((pattern) => (OWN.has(namespace) ? pattern === namespace : fits(pattern, namespace)));
  };
  const place = (namespace: string | null) => (namespace === null ? clusterScoped : isNamespace(namespace));
  const excluded = (named: Named) => exclude.some((pattern) => isNamedBy(pattern, named));
  return {
    namespaces:
      namespaces === null || namespaces.some((one) => one.includes('*')) ? null : [...new Set(namespaces)].sort(),
    clusterScoped,
    place,
    identity: (named) =>
      place(named.namespace) &&
      !named.name.startsWith(SYSTEM) &&
      (include === null || include.some((pattern) => isNamedBy(pattern, named))) &&
      !excluded(named),
    excluded: (named) => place(named.namespace) && excluded(named),
  };
}

/** One identity by its name; `namespace` null: a ClusterRole. */
export type Named = { readonly kind: string; readonly namespace: string | null; readonly name: string };

/** A pattern of names, of one kind where that stands before a slash. */
function isNamedBy(pattern: string, { kind, name }: Named): boolean {
  const slash = pattern.indexOf('/');
  return (slash === -1 || pattern.slice(0, slash) === kind) && fits(pattern.slice(slash + 1), name);
}

/** What the API takes for part of a path. Source: IsValidPathSegmentName in k8s.io/apimachinery/pkg/api/validation/path. */
const NO_NAME = /^\.{0,2}$|[/%]/u;

/** Null for the address of another source, or of a kind, a shape or a name that no object of this provider has. */
export function namedBy(address: Address, source: string): Named | null {
  const { source: own, kind, name } = parseAddress(address);
  if (own !== source || name.some((segment) => NO_NAME.test(segment))) return null;
  const [first = '', second, ...more] = name;
  if (kind === CLUSTER_ROLE) return second === undefined ? { kind, namespace: null, name: first } : null;
  if ((kind !== SERVICE_ACCOUNT && kind !== ROLE) || second === undefined || more.length > 0) return null;
  return { kind, namespace: first, name: second };
}

export function serviceAccountAddress(source: string, namespace: string, name: string): Address {
  return formatAddress({ source, kind: SERVICE_ACCOUNT, name: [namespace, name] });
}

/** `namespace`: of a Role; a ClusterRole has none, wherever it is bound. */
export function roleAddress(source: string, kind: RoleKind, namespace: string | null, name: string): Address {
  if (kind === 'Role') return formatAddress({ source, kind: ROLE, name: [namespace ?? '', name] });
  return formatAddress({ source, kind: CLUSTER_ROLE, name: [name] });
}
