import { isDeepStrictEqual } from 'node:util';
import { parseAddress } from '../../../core/address.ts';
import type { Change } from '../../../core/plan.ts';
import { CLUSTER_ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { roleForm } from '../normal-form/model.ts';

/**
 * See core's AccessModel: RBAC only allows, so that taking widens nothing. But bindings may name a ServiceAccount before it is there, and
 * selectors decide which ClusterRoles are part of which, by labels that these have or have not.
 */
export function mayWiden({ address, action, before, after }: Change): boolean {
  if (action === 'disable' || after === null) return false;
  const { kind } = parseAddress(address);
  if (kind === SERVICE_ACCOUNT) return before === null;
  if (kind !== CLUSTER_ROLE) return false;
  const [was, is] = [roleForm(before), roleForm(after)];
  return (
    !isDeepStrictEqual(was.labels?.values ?? {}, is.labels?.values ?? {}) ||
    !isDeepStrictEqual(was.aggregation ?? null, is.aggregation ?? null)
  );
}
