import fc from 'fast-check';
import type { Estate, Subject } from '../../src/providers/kubernetes/access/estate.ts';
import type { PolicyRule } from '../../src/providers/kubernetes/rules/policy-rule.ts';
import { anyResourceRule, anyRule } from './rbac.ts';

export type RandomSubject = { readonly kind: Subject['kind']; readonly name: string; readonly namespace?: string };
export type RandomBinding = {
  readonly place: string | null;
  readonly role: { readonly kind: 'Role' | 'ClusterRole'; readonly name: string };
  readonly subjects: readonly RandomSubject[];
};

/** `one` and `two` stand for namespaces, which get names of their own in every run. */
export type RandomCluster = {
  readonly roles: readonly { readonly place: string; readonly name: string; readonly rules: readonly PolicyRule[] }[];
  readonly clusterRoles: readonly { readonly name: string; readonly rules: readonly PolicyRule[] }[];
  readonly bindings: readonly RandomBinding[];
};

export const PLACES = ['one', 'two'];
export const NAMES = ['a', 'b'];
const place = fc.constantFrom(...PLACES);

const subject = fc.oneof<fc.Arbitrary<RandomSubject>[]>(
  fc.record({
    kind: fc.constant('ServiceAccount' as const),
    name: fc.constantFrom(...NAMES),
    namespace: place,
  }),
  fc.record({ kind: fc.constant('User' as const), name: fc.constantFrom('%one:a', '%two:b', 'alice') }),
  fc.record({
    kind: fc.constant('Group' as const),
    name: fc.constantFrom('system:serviceaccounts', 'system:authenticated', 'system:unauthenticated', '%%one', '%%two'),
  }),
);

/** In a RoleBinding a ServiceAccount of its own namespace needs no namespace. */
const localSubject = fc.oneof(
  subject,
  fc.record({ kind: fc.constant('ServiceAccount' as const), name: fc.constantFrom(...NAMES) }),
);

const clusterRoleRef = fc.record({
  kind: fc.constant('ClusterRole' as const),
  name: fc.constantFrom('r', 's', 'missing', 'view'),
});
const roleRef = fc.record({ kind: fc.constant('Role' as const), name: fc.constantFrom('r', 's', 'missing') });

export const anyCluster: fc.Arbitrary<RandomCluster> = fc.record({
  roles: fc.uniqueArray(
    fc.record({
      place,
      name: fc.constantFrom('r', 's'),
      rules: fc.array(anyResourceRule, { minLength: 1, maxLength: 3 }),
    }),
    { selector: ({ place: where, name }) => `${where} ${name}`, maxLength: 4 },
  ),
  clusterRoles: fc.uniqueArray(
    fc.record({ name: fc.constantFrom('r', 's'), rules: fc.array(anyRule, { minLength: 1, maxLength: 3 }) }),
    { selector: ({ name }) => name },
  ),
  bindings: fc.array(
    fc.oneof(
      fc.record({
        place,
        role: fc.oneof(roleRef, clusterRoleRef),
        subjects: fc.array(localSubject, { minLength: 1, maxLength: 2 }),
      }),
      fc.record({
        place: fc.constant(null),
        role: clusterRoleRef,
        subjects: fc.array(subject, { minLength: 1, maxLength: 2 }),
      }),
    ),
    { maxLength: 6 },
  ),
});

/** A subject as a binding has it. @param at the namespace that a place has */
export function realSubject(
  { kind, name, namespace }: RandomSubject,
  at: (where: string) => string,
): Pick<RandomSubject, 'kind' | 'name' | 'namespace'> {
  const real = name
    .replace(/^%%(.*)$/u, (_, where: string) => `system:serviceaccounts:${at(where)}`)
    .replace(/^%(.*):(.*)$/u, (_, where: string, account: string) => `system:serviceaccount:${at(where)}:${account}`);
  return {
    kind,
    name: real,
    ...(namespace === undefined ? {} : { namespace: at(namespace) }),
  };
}

/** The cluster without a server, with the places as its namespaces. */
export function estateOfRandom({ roles, clusterRoles, bindings }: RandomCluster): Estate {
  return {
    serviceAccounts: PLACES.flatMap((namespace) => NAMES.map((name) => ({ namespace, name }))),
    roles: roles.map(({ place: namespace, name, rules }) => ({ namespace, name, rules })),
    clusterRoles: clusterRoles.map(({ name, rules }) => ({ name, rules, labels: {}, selectors: null })),
    bindings: bindings.map(({ place: namespace, role, subjects }) => ({
      namespace,
      role,
      subjects: subjects.map((one) => ({ namespace: null, ...realSubject(one, (where) => where) })),
    })),
  };
}
