import { compareText } from '../../../core/address.ts';
import type { LiveState, Target } from '../../../core/live.ts';
import type { Estate, EstateBinding } from '../access/estate.ts';
import type { Binding, Role, ServiceAccount } from '../api/objects.ts';

export type EstateLists = {
  readonly serviceAccounts: readonly ServiceAccount[];
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
};

/** Pure: everything that decides who may do what in the whole cluster. Identities are none: nothing is planned from it. */
export function estateStateOf(source: string, target: Target, lists: EstateLists): LiveState {
  const { serviceAccounts, roles, bindings } = lists;
  const estate: Estate = {
    serviceAccounts: sorted(
      serviceAccounts.map(({ metadata }) => ({ namespace: metadata.namespace ?? '', name: metadata.name })),
    ),
    roles: sorted(
      roles.flatMap((role) =>
        role.kind === 'Role'
          ? [{ namespace: role.metadata.namespace ?? '', name: role.metadata.name, rules: role.rules }]
          : [],
      ),
    ),
    clusterRoles: sorted(roles.flatMap((role) => (role.kind === 'ClusterRole' ? [clusterRole(role)] : []))),
    bindings: sorted(bindings.map(binding)),
  };
  return { source, provider: 'kubernetes', target, objects: [], unreadable: [], notModelled: [], facts: estate };
}

function clusterRole(role: Role): Estate['clusterRoles'][number] {
  const { name, labels } = role.metadata;
  return { name, labels, rules: role.rules, selectors: role.aggregation };
}

/** A binding knows no other kinds of subjects. */
function binding({ metadata, role, subjects }: Binding): EstateBinding {
  const known = subjects.flatMap(({ kind, name, namespace }) =>
    kind === 'ServiceAccount' || kind === 'User' || kind === 'Group' ? [{ kind, name, namespace } as const] : [],
  );
  return { namespace: metadata.namespace, role, subjects: known };
}

function sorted<T extends object>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([left], [right]) => compareText(left, right))
    .map(([, item]) => item);
}
