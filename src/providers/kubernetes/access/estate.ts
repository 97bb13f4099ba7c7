import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { PolicyRule } from '../rules/policy-rule.ts';

export type Selector = {
  readonly matchLabels?: { readonly [label: string]: string };
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
};

export type EstateRole = { readonly namespace: string; readonly name: string; readonly rules: readonly PolicyRule[] };

export type EstateClusterRole = {
  readonly name: string;
  readonly labels: { readonly [label: string]: string };
  /** Those in force: of an aggregated one what the controller wrote. */
  readonly rules: readonly PolicyRule[];
  /** Null: it is not aggregated. */
  readonly selectors: readonly Selector[] | null;
};

export type RoleRef = { readonly kind: 'Role' | 'ClusterRole'; readonly name: string };

/** `namespace` null: as the API has it, none is written. */
export type Subject = {
  readonly kind: 'ServiceAccount' | 'User' | 'Group';
  readonly namespace: string | null;
  readonly name: string;
};

/** A RoleBinding, or with the namespace null a ClusterRoleBinding. Its own name decides nothing. */
export type EstateBinding = {
  readonly namespace: string | null;
  readonly role: RoleRef;
  readonly subjects: readonly Subject[];
};

/** Everything that decides who may do what in one cluster by RBAC: `LiveState.facts` of the query `estate`. Plain JSON, of all namespaces. */
export type Estate = {
  readonly serviceAccounts: readonly { readonly namespace: string; readonly name: string }[];
  readonly roles: readonly EstateRole[];
  readonly clusterRoles: readonly EstateClusterRole[];
  readonly bindings: readonly EstateBinding[];
};

/** @throws CountersignError `kubernetes-facts-malformed` when a live state is not an estate that this provider read. */
export function estateOf(live: { readonly facts: JsonObject }): Estate {
  const facts: JsonObject = live.facts;
  if (isEstate(facts)) return facts;
  throw new CountersignError('kubernetes-facts-malformed', 'This live state does not hold the estate of a cluster.', {
    mend: 'Read the source again with this version of Countersign.',
  });
}

function isEstate(facts: JsonObject | Estate): facts is Estate {
  const { serviceAccounts, roles, clusterRoles, bindings } = facts as JsonObject;
  return [serviceAccounts, roles, clusterRoles, bindings].every(isList);
}

function isList(value: Json | undefined): boolean {
  return Array.isArray(value) && (value as readonly Json[]).every(isJsonObject);
}
