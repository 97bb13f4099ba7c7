import { isJsonObject } from '../../../core/json.ts';
import type { Target } from '../../../core/live.ts';
import { metadataOf } from '../api/objects.ts';
import { patiently, Refused } from '../api/read.ts';
import type { KubernetesClient } from '../client.ts';

/** Whatever the boundary is. */
export const ASKED_FIRST = 'get the namespace kube-system';

/**
 * A cluster by the uid of its namespace kube-system, which lives as long as the cluster does: no object of Kubernetes names the cluster
 * itself, and this uid is what tools agree on.
 * @throws Refused, CallFailed
 */
export async function targetOf(client: KubernetesClient): Promise<Target> {
  const { status, body } = await patiently(client, { method: 'GET', path: '/api/v1/namespaces/kube-system' });
  if (status !== 200 || !isJsonObject(body)) throw new Refused(status, ASKED_FIRST);
  return { cluster: metadataOf(body).uid };
}
