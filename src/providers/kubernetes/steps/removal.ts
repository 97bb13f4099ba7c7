import type { Address } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import type { LiveObject, LiveState } from '../../../core/live.ts';
import type { Provider } from '../../../core/ports.ts';
import { CLUSTER_ROLE, SERVICE_ACCOUNT } from '../kinds.ts';
import { listed, NO_ROLES, serviceAccountForm } from '../normal-form/model.ts';
import { isWorkloadIdentity } from '../normal-form/workload-identity.ts';
import { holderBlocks } from './holders.ts';

/**
 * Provider.disabled: a ServiceAccount that is bound to nothing, and that no cloud provider knows, has no access but everyone's.
 * A role without rules gives nothing, neither by itself nor through an aggregated one; one that somebody is bound to is theirs.
 */
export function disabled(
  object: LiveObject,
  live: LiveState,
  released?: ReadonlySet<Address>,
): ReturnType<Provider['disabled']> {
  if (object.kind === SERVICE_ACCOUNT) return { kind: 'after', after: withoutAccess(object.attributes) };
  const blocked = holderBlocks(object.address, live, released);
  if (blocked.length > 0) return { kind: 'blocked', blocked };
  return { kind: 'after', after: { rules: {}, ...(object.kind === CLUSTER_ROLE ? { aggregation: null } : {}) } };
}

function withoutAccess(attributes: Attributes): Attributes {
  const annotations = Object.entries(serviceAccountForm(attributes).annotations?.values ?? {});
  const kept = annotations.filter(([key]) => !isWorkloadIdentity(key));
  const same = kept.length === annotations.length;
  return { ...(same ? {} : { annotations: listed(Object.fromEntries(kept)) }), roles: NO_ROLES };
}
