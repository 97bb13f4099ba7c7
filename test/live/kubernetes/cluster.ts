import { readFileSync } from 'node:fs';
import {
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  RbacAuthorizationV1Api,
  type KubernetesObject,
  type V1ClusterRole,
} from '@kubernetes/client-node';
import { load } from 'js-yaml';
import { startKubernetes, type LiveKubernetes } from '../systems/kubernetes.ts';

/** The ClusterRoles that the documentation gives to those who read and write, as they stand there. */
export function documentedRoles(): readonly V1ClusterRole[] {
  const page = readFileSync('docs/providers/kubernetes.md', 'utf8');
  const blocks = [...page.matchAll(/^```yaml\n(?<yaml>[^]*?)^```$/gmu)].map(({ groups }) =>
    load(groups?.['yaml'] ?? ''),
  );
  return blocks.filter(isClusterRole);
}

function isClusterRole(value: unknown): value is V1ClusterRole {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'ClusterRole';
}

/** A cluster, its logins with what the documentation gives them, and the hands of its administrator: the official client. */
export class Cluster {
  readonly live: LiveKubernetes;
  readonly core: CoreV1Api;
  readonly rbac: RbacAuthorizationV1Api;
  readonly objects: KubernetesObjectApi;

  private constructor(live: LiveKubernetes) {
    const config = new KubeConfig();
    config.loadFromString(live.kubeconfig('admin'));
    this.live = live;
    this.core = config.makeApiClient(CoreV1Api);
    this.rbac = config.makeApiClient(RbacAuthorizationV1Api);
    this.objects = KubernetesObjectApi.makeApiClient(config);
  }

  static async start(namespaces: readonly string[]): Promise<Cluster> {
    const cluster = new Cluster(await startKubernetes());
    for (const name of namespaces) await cluster.make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    for (const role of documentedRoles()) await cluster.make(role);
    await cluster.bindLogin('reader', 'countersign-reader');
    await cluster.bindLogin('applier', 'countersign-reader');
    await cluster.bindLogin('applier', 'countersign-applier');
    return cluster;
  }

  async make(object: KubernetesObject): Promise<KubernetesObject> {
    return await this.objects.create(object);
  }

  async bindLogin(login: string, role: string): Promise<void> {
    await this.rbac.createClusterRoleBinding({
      body: {
        metadata: { name: `login-${login}-${role}` },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
        subjects: [{ kind: 'User', name: login, apiGroup: 'rbac.authorization.k8s.io' }],
      },
    });
  }

  /** What those changed who work for Countersign. */
  async writes(): Promise<number> {
    return (await this.live.mutations('reader')) + (await this.live.mutations('applier'));
  }
}
