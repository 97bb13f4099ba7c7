import { readFile } from 'node:fs/promises';
import { CountersignError } from '../../core/errors.ts';
import type { Credentials } from './kubeconfig.ts';

/** Where a pod finds the login of its ServiceAccount, and the API server of its own cluster. */
export type Pod = { readonly folder: string; readonly server: string };

/** Source: Accessing the Kubernetes API from a Pod, in the documentation of Kubernetes. */
export const POD: Pod = {
  folder: '/var/run/secrets/kubernetes.io/serviceaccount',
  server: 'https://kubernetes.default.svc',
};

const IN_CLUSTER = 'in-cluster';

export function isInCluster(secret: string): boolean {
  return secret.trim() === IN_CLUSTER;
}

/**
 * As they are now: the token of a pod lives an hour or so, and the kubelet puts a new one in its place before it ends.
 * Source: Configure Service Accounts for Pods, in the documentation of Kubernetes.
 * @throws CountersignError `in-cluster-unavailable`
 */
export async function podCredentials({ folder, server }: Pod): Promise<Credentials> {
  try {
    const [token = '', authority = ''] = await Promise.all(
      ['token', 'ca.crt'].map(async (file) => await readFile(`${folder}/${file}`, 'utf8')),
    );
    return { server, authority, serverName: null, login: { kind: 'token', token: token.trim() } };
  } catch (cause) {
    throw new CountersignError('in-cluster-unavailable', 'This is no pod with a ServiceAccount token of its own.', {
      mend: 'Run the job in the cluster with automountServiceAccountToken, or store a kubeconfig as the secret.',
      cause,
    });
  }
}
