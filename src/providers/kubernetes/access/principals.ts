import { formatAddress, nameOf, parseAddress, type Address } from '../../../core/address.ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import type { RoleRef } from './estate.ts';

/** Whom something is bound to, and through whom it is held. A role's `namespace` null: a ClusterRole. */
export type Principal =
  | { readonly kind: 'service-account'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'role'; readonly namespace: string | null; readonly name: string };

export type Account = Extract<Principal, { kind: 'service-account' }>;

/** No kind of document: the groups that the API server puts every ServiceAccount in. */
const GROUP_KIND = 'KubernetesGroup';

/** Every ServiceAccount; what all that log in are given is given to them, too. */
export const ALL_ACCOUNTS = 'system:serviceaccounts';
/** Groups of every ServiceAccount, whatever its namespace. */
export const EVERYONES_GROUPS: readonly string[] = [ALL_ACCOUNTS, 'system:authenticated'];

/** The group of all ServiceAccounts of a namespace. */
export function groupOfNamespace(namespace: string): string {
  return `${ALL_ACCOUNTS}:${namespace}`;
}

/** The user name of a ServiceAccount. */
export function userOf({ namespace, name }: Pick<Account, 'namespace' | 'name'>): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

/** Null: it is nobody's whom a ServiceAccount could be. */
export function accountOf(user: string): Account | null {
  const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/u.exec(user) ?? [];
  return namespace === undefined || name === undefined ? null : { kind: 'service-account', namespace, name };
}

export function addressOf(source: string, principal: Principal): Address {
  switch (principal.kind) {
    case 'service-account':
      return formatAddress({ source, kind: SERVICE_ACCOUNT, name: [principal.namespace, principal.name] });
    case 'group':
      return formatAddress({ source, kind: GROUP_KIND, name: [principal.name] });
    case 'role': {
      const kind = principal.namespace === null ? CLUSTER_ROLE : ROLE;
      return formatAddress({ source, kind, name: nameOf(principal.namespace, principal.name) });
    }
  }
}

/** Null: no principal of this source has this address. */
export function principalOf(source: string, address: Address): Principal | null {
  const parts = parseAddress(address);
  const [first = '', second, ...more] = parts.name;
  if (parts.source !== source || more.length > 0) return null;
  switch (parts.kind) {
    case SERVICE_ACCOUNT:
      return second === undefined ? null : { kind: 'service-account', namespace: first, name: second };
    case ROLE:
      return second === undefined ? null : { kind: 'role', namespace: first, name: second };
    case CLUSTER_ROLE:
      return second === undefined ? { kind: 'role', namespace: null, name: first } : null;
    case GROUP_KIND:
      return second === undefined ? { kind: 'group', name: first } : null;
    default:
      return null;
  }
}

/** The role that a binding in a namespace means; null: everywhere. */
export function roleAt(namespace: string | null, { kind, name }: RoleRef): Extract<Principal, { kind: 'role' }> {
  return { kind: 'role', namespace: kind === 'Role' ? namespace : null, name };
}
