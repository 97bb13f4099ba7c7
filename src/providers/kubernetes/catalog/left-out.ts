import type { NotModelled } from '../../../core/live.ts';
import type { Binding, ServiceAccount } from '../api/objects.ts';
import type { Within } from '../boundary.ts';
import { shown } from '../shown.ts';
import { accountNamed } from './named.ts';
import { isHolder } from './subjects.ts';

/** Whom `exclude` keeps from being managed although they have access: a pattern may name more than its author thought of. */
export function leftOut(
  {
    serviceAccounts,
    bindings,
  }: { readonly serviceAccounts: readonly ServiceAccount[]; readonly bindings: readonly Binding[] },
  within: Within,
): readonly NotModelled[] {
  const names = serviceAccounts
    .map(({ metadata }) => accountNamed(metadata))
    .filter((named) => within.excluded(named))
    .filter((named) => bindings.some(({ subjects }) => subjects.some((one) => isHolder(one, named))))
    .map(({ namespace, name }) => `${namespace}/${name}`)
    .sort();
  if (names.length === 0) return [];
  const what = 'ServiceAccounts with roles, left out by exclude';
  return [{ address: null, what, detail: `${names.length} (${shown(names)})` }];
}
