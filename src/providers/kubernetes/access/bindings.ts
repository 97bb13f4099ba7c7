import type { EstateBinding, Subject } from './estate.ts';
import { accountOf, EVERYONES_GROUPS, groupOfNamespace, roleAt, type Account, type Principal } from './principals.ts';

/** A role that somebody is bound to, in one namespace; null: everywhere. */
export type Bound = Pick<EstateBinding, 'namespace' | 'role'>;

/** How a ServiceAccount is bound: itself, as one of its namespace, or as one of everyone. */
export type Standing = Bound & { readonly as: 'itself' | 'namespace' | 'everyone' };

/** Who is bound to what, by either side. Subjects that no ServiceAccount can be are left out. */
export class Bindings {
  readonly #bySubject = new Map<string, Bound[]>();
  readonly #byRole = new Map<string, (Bound & { readonly subject: Principal })[]>();

  constructor(bindings: readonly EstateBinding[]) {
    for (const binding of bindings) this.#add(binding);
  }

  of(principal: Principal): readonly Bound[] {
    return this.#bySubject.get(subjectKey(principal)) ?? [];
  }

  /** What a ServiceAccount has, by itself and by its groups. */
  ofAccount(account: Account): readonly Standing[] {
    const standing = (as: Standing['as'], principal: Principal) =>
      this.of(principal).map((bound): Standing => ({ ...bound, as }));
    return [
      ...standing('itself', account),
      ...standing('namespace', { kind: 'group', name: groupOfNamespace(account.namespace) }),
      ...this.ofEveryone().map((bound): Standing => ({ ...bound, as: 'everyone' })),
    ];
  }

  ofEveryone(): readonly Bound[] {
    return EVERYONES_GROUPS.flatMap((name) => this.of({ kind: 'group', name }));
  }

  /** Where a role is bound, and to whom. */
  boundTo(role: Extract<Principal, { kind: 'role' }>): readonly (Bound & { readonly subject: Principal })[] {
    return this.#byRole.get(subjectKey(role)) ?? [];
  }

  *all(): Generator<Bound & { readonly subject: Principal }> {
    for (const list of this.#byRole.values()) yield* list;
  }

  #add({ namespace, role, subjects }: EstateBinding): void {
    const bound: Bound = { namespace, role };
    const roleKey = subjectKey(roleAt(namespace, role));
    for (const subject of subjects) {
      const principal = principalIn(subject, namespace);
      if (principal === null) continue;
      push(this.#bySubject, subjectKey(principal), bound);
      push(this.#byRole, roleKey, { ...bound, subject: principal });
    }
  }
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function subjectKey(principal: Principal): string {
  return JSON.stringify([principal.kind, 'namespace' in principal ? principal.namespace : null, principal.name]);
}

/** Whom a subject means: a ServiceAccount may be named as the user that it is. Source: appliesToUser in pkg/registry/rbac/validation/rule.go. */
export function principalIn({ kind, namespace, name }: Subject, bindingNamespace: string | null): Principal | null {
  switch (kind) {
    case 'ServiceAccount': {
      const home = namespace ?? bindingNamespace;
      return home === null ? null : { kind: 'service-account', namespace: home, name };
    }
    case 'User':
      return accountOf(name);
    case 'Group':
      return isGroupOfAccounts(name) ? { kind: 'group', name } : null;
  }
}

function isGroupOfAccounts(name: string): boolean {
  return EVERYONES_GROUPS.includes(name) || name.startsWith(groupOfNamespace(''));
}
