import type { NotModelled } from '../../../core/live.ts';
import type { ServiceAccount } from '../api/objects.ts';
import type { Within } from '../boundary.ts';
import { shown } from '../shown.ts';
import type { Held } from './held.ts';
import { accountNamed } from './named.ts';

/** Whom `exclude` keeps from being managed although they have access: a pattern may name more than its author thought of. */
export function leftOut(accounts: readonly ServiceAccount[], held: Held, within: Within): readonly NotModelled[] {
  const names = accounts
    .map(({ metadata }) => accountNamed(metadata))
    .filter((named) => within.excluded(named) && held.by(named).length > 0)
    .map(({ namespace, name }) => `${namespace}/${name}`)
    .sort();
  if (names.length === 0) return [];
  const what = 'ServiceAccounts with roles, left out by exclude';
  return [{ address: null, what, detail: `${names.length} (${shown(names)})` }];
}
