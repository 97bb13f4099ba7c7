import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import type { V1ServiceAccount } from '@kubernetes/client-node';
import { CREATION_MARK } from '../../../../src/providers/kubernetes/normal-form/creation-mark.ts';
import { SOURCE, type Elsewhere, type State, type System } from '../../../e2e/systems/system.ts';
import { Cluster } from '../../kubernetes/cluster.ts';

const NAMESPACE = 'shop';
const ANNOTATION = 'acme.example/level';
const CLUSTER_ROLE = 'view';

/** ServiceAccounts of a cluster: the level is an annotation, the access is a role that they are bound to. */
export class KubernetesSystem implements System {
  readonly cluster: Cluster;
  readonly provider = 'kubernetes';
  readonly settings = `    boundary: { namespaces: [${NAMESPACE}], exclude: [KubernetesServiceAccount/default] }\n`;
  readonly pointer = `/annotations/values/${ANNOTATION.replace('/', '~1')}`;
  readonly #ways: Server[] = [];

  private constructor(cluster: Cluster) {
    this.cluster = cluster;
  }

  static async start(): Promise<KubernetesSystem> {
    return new KubernetesSystem(await Cluster.start([NAMESPACE]));
  }

  get secrets() {
    const { live } = this.cluster;
    return { read: live.kubeconfig('reader'), write: live.kubeconfig('applier') };
  }

  get canaries(): readonly string[] {
    return ['reader', 'applier'].map((login) => this.cluster.live.token(login));
  }

  valueOf(level: number): string {
    return String(level);
  }

  document(name: string, level: number): string {
    return `apiVersion: countersign.dev/v1
kind: KubernetesServiceAccount
metadata:
  name: ${name}
  namespace: ${NAMESPACE}
  source: ${SOURCE}
  owner: billing
  purpose: Serves ${name}
spec:
  automountToken: false
  annotations:
    values: { ${ANNOTATION}: "${level}" }
  roles:
    - { clusterRole: ${CLUSTER_ROLE}, namespace: ${NAMESPACE} }
`;
  }

  address(name: string): string {
    return `${SOURCE}/KubernetesServiceAccount/${NAMESPACE}/${name}`;
  }

  async make(name: string, level: number): Promise<void> {
    await this.makeFirst(name, level, null);
    await this.cluster.rbac.createNamespacedRoleBinding({
      namespace: NAMESPACE,
      body: {
        metadata: { name: `${name}-${CLUSTER_ROLE}` },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: CLUSTER_ROLE },
        subjects: [{ kind: 'ServiceAccount', namespace: NAMESPACE, name }],
      },
    });
  }

  async makeFirst(name: string, level: number, mark: string | null): Promise<void> {
    const marked = mark === null ? {} : { [CREATION_MARK]: mark };
    const metadata = { name, namespace: NAMESPACE, annotations: { [ANNOTATION]: String(level), ...marked } };
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false };
    await this.cluster.make(account);
  }

  async markOn(name: string): Promise<string | null> {
    const { metadata } = await this.cluster.core.readNamespacedServiceAccount({ name, namespace: NAMESPACE });
    return metadata?.annotations?.[CREATION_MARK] ?? null;
  }

  async drift(name: string, level: number): Promise<void> {
    await this.#annotate(name, { [ANNOTATION]: String(level) });
  }

  /** Bindings name their subjects, so that they count for the new one, too. */
  async remake(name: string, level: number): Promise<void> {
    await this.cluster.core.deleteNamespacedServiceAccount({ name, namespace: NAMESPACE });
    await this.makeFirst(name, level, null);
  }

  async stir(round: string): Promise<void> {
    await this.makeFirst(`stranger-${round}`, round.length, null);
    await this.#annotate('default', { 'acme.example/note': round });
  }

  async look(name: string): Promise<State | null> {
    return await lookIn(this.cluster, name);
  }

  async elsewhere(): Promise<Elsewhere> {
    const other = await Cluster.start([NAMESPACE]);
    return {
      secret: other.live.kubeconfig('applier'),
      look: async (name) => await lookIn(other, name),
      close: async () => await other.live.close(),
    };
  }

  /** Another port leads there, and somebody else logs in. */
  async respelt(): Promise<string> {
    const { live } = this.cluster;
    await this.cluster.bindLogin('ana', 'countersign-reader');
    await this.cluster.bindLogin('ana', 'countersign-applier');
    const port = await this.#wayTo(Number(new URL(live.url).port));
    return live.kubeconfig('ana').replace(live.url, `https://127.0.0.1:${port}`);
  }

  async close(): Promise<void> {
    for (const way of this.#ways) way.close();
    await this.cluster.live.close();
  }

  async #annotate(name: string, annotations: Readonly<Record<string, string>>): Promise<void> {
    const body = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: NAMESPACE, annotations } };
    const merge = 'application/merge-patch+json';
    await this.cluster.objects.patch(body, undefined, undefined, undefined, undefined, merge);
  }

  async #wayTo(port: number): Promise<number> {
    const way = createServer((client) => {
      const upstream = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ] as const)
        from.on('error', () => to.destroy()).pipe(to);
    });
    await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
    this.#ways.push(way);
    return (way.address() as AddressInfo).port;
  }
}

async function lookIn({ core, rbac }: Cluster, name: string): Promise<State | null> {
  const { items } = await core.listNamespacedServiceAccount({ namespace: NAMESPACE });
  const account = items.find(({ metadata }) => metadata?.name === name);
  if (account === undefined) return null;
  const bindings = await rbac.listNamespacedRoleBinding({ namespace: NAMESPACE });
  const bound = bindings.items.filter(({ subjects = [] }) => subjects.some((subject) => subject.name === name));
  return { level: levelOf(account), access: bound.some(({ roleRef }) => roleRef.name === CLUSTER_ROLE) };
}

function levelOf({ metadata }: V1ServiceAccount): number {
  return Number(metadata?.annotations?.[ANNOTATION]);
}
