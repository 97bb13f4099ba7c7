import type { Metadata, Role } from '../api/objects.ts';
import type { Named } from '../boundary.ts';
import { CLUSTER_ROLE, ROLE, SERVICE_ACCOUNT } from '../kinds.ts';

export function accountNamed({ namespace, name }: Metadata) {
  return { kind: SERVICE_ACCOUNT, namespace: namespace ?? '', name };
}

export function roleNamed({ kind, metadata: { namespace, name } }: Role): Named {
  return { kind: kind === 'Role' ? ROLE : CLUSTER_ROLE, namespace, name };
}
