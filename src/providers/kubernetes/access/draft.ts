import type { RulesForm } from '../rules/normal-form.ts';
import { writtenRules } from '../rules/written.ts';
import { aggregated } from './aggregation.ts';
import { principalIn } from './bindings.ts';
import type { Estate, EstateBinding, EstateClusterRole, EstateRole, Selector } from './estate.ts';
import { userOf, type Account } from './principals.ts';
import type { Bound } from './bindings.ts';
import { keyOf } from './roles.ts';

/** What is set of a role; what is left out stays. */
export type RoleEdit = {
  readonly rules?: RulesForm;
  readonly selectors?: readonly Selector[] | null;
  readonly labels?: { readonly set: { readonly [label: string]: string }; readonly removed: readonly string[] };
};

/** An estate that is being changed; what stays is shared with the one before. */
export class EstateDraft {
  readonly #accounts: Map<string, Estate['serviceAccounts'][number]>;
  readonly #roles: Map<string, EstateRole>;
  readonly #clusterRoles: Map<string, EstateClusterRole>;
  readonly #bindings: Map<string, readonly EstateBinding[]>;
  /** As they were and as they are: what an aggregated role takes in may be either. */
  readonly #touched: EstateClusterRole[] = [];

  constructor({ serviceAccounts, roles, clusterRoles, bindings }: Estate) {
    this.#accounts = new Map(serviceAccounts.map((account) => [userOf(account), account]));
    this.#roles = new Map(roles.map((role) => [keyOf(role), role]));
    this.#clusterRoles = new Map(clusterRoles.map((role) => [role.name, role]));
    this.#bindings = Map.groupBy(bindings, boundKey);
  }

  result(): Estate {
    return {
      serviceAccounts: [...this.#accounts.values()],
      roles: [...this.#roles.values()],
      clusterRoles: [...aggregated(this.#clusterRoles, this.#touched).values()],
      bindings: [...this.#bindings.values()].flat(),
    };
  }

  addAccount({ namespace, name }: Account): void {
    this.#accounts.set(userOf({ namespace, name }), { namespace, name });
  }

  /** It goes out of every binding, too. */
  removeAccount(account: Account): void {
    this.#accounts.delete(userOf(account));
    for (const [bound] of this.#bindings.values()) if (bound !== undefined) this.unbind(account, bound);
  }

  bind({ namespace, name }: Account, { namespace: place, role }: Bound): void {
    const binding: EstateBinding = { namespace: place, role, subjects: [{ kind: 'ServiceAccount', namespace, name }] };
    const key = boundKey(binding);
    this.#bindings.set(key, [...(this.#bindings.get(key) ?? []), binding]);
  }

  unbind(account: Account, bound: Bound): void {
    const key = boundKey(bound);
    const user = userOf(account);
    const bindings = (this.#bindings.get(key) ?? []).map((binding) => {
      const subjects = binding.subjects.filter((subject) => {
        const found = principalIn(subject, binding.namespace);
        return found?.kind !== 'service-account' || userOf(found) !== user;
      });
      return subjects.length === binding.subjects.length ? binding : { ...binding, subjects };
    });
    this.#bindings.set(key, bindings);
  }

  editRole(namespace: string, name: string, { rules }: RoleEdit): void {
    const key = keyOf({ namespace, name });
    const before = this.#roles.get(key) ?? { namespace, name, rules: [] };
    this.#roles.set(key, rules === undefined ? before : { ...before, rules: writtenRules(rules) });
  }

  removeRole(namespace: string, name: string): void {
    this.#roles.delete(keyOf({ namespace, name }));
  }

  editClusterRole(name: string, { rules, selectors, labels }: RoleEdit): void {
    const known = this.#clusterRoles.get(name);
    const before = known ?? { name, labels: {}, rules: [], selectors: null };
    const after = {
      ...before,
      ...(selectors === undefined ? {} : { selectors }),
      ...(rules === undefined ? {} : { rules: writtenRules(rules) }),
      ...(labels === undefined ? {} : { labels: withLabels(before.labels, labels) }),
    };
    this.#clusterRoles.set(name, after);
    this.#touched.push(...(known === undefined ? [] : [known]), after);
  }

  removeClusterRole(name: string): void {
    const known = this.#clusterRoles.get(name);
    this.#clusterRoles.delete(name);
    if (known !== undefined) this.#touched.push(known);
  }
}

function boundKey({ namespace, role }: Bound): string {
  return JSON.stringify([namespace, role.kind, role.name]);
}

function withLabels(
  before: EstateClusterRole['labels'],
  { set, removed }: NonNullable<RoleEdit['labels']>,
): EstateClusterRole['labels'] {
  const kept = Object.entries(before).filter(([label]) => !removed.includes(label));
  return Object.fromEntries([...kept, ...Object.entries(set)]);
}
