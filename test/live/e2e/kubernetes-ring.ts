import type { IncomingMessage } from 'node:http';
import type { KubernetesObject } from '@kubernetes/client-node';
import { Gate, LIVE } from '../../e2e/gate.ts';
import { startHttpProxy, type Proxy } from '../../e2e/http-proxy.ts';
import type { Documents, Ring } from '../../e2e/systems/ring.ts';
import { SOURCE } from '../../e2e/systems/system.ts';
import { Cluster } from '../kubernetes/cluster.ts';

const NAMESPACE = 'shop';
const RBAC = 'rbac.authorization.k8s.io';
const CLOUD = 'eks.amazonaws.com/role-arn';

type Made = {
  readonly cluster: Cluster;
  readonly proxy: Proxy;
  readonly putBack: () => Promise<void>;
  /** Of the ServiceAccounts at the beginning. */
  readonly uids: ReadonlySet<string>;
};

/** As for `kubectl proxy`, which logs in itself. */
function loginless(server: string): string {
  return JSON.stringify({
    clusters: [{ name: 'proxy', cluster: { server } }],
    contexts: [{ name: 'proxy', context: { cluster: 'proxy' } }],
    'current-context': 'proxy',
  });
}

/** A Role that is created, and ServiceAccounts: one gets that Role, one another one, one is disabled, one deleted. */
export class KubernetesRing implements Ring {
  readonly provider = 'kubernetes';
  readonly settings = `    boundary: { namespaces: [${NAMESPACE}], exclude: [KubernetesServiceAccount/default, reporting] }\n`;
  readonly secrets: { readonly read: string; readonly write: string };
  readonly canaries: readonly string[];
  readonly before: Documents = {
    grown: account('grown', { level: '5', roles: [] }),
    moved: account('moved', { roles: [`{ role: reporting }`] }),
    rests: account('rests', { cloud: 'arn:aws:iam::111122223333:role/rests', roles: ['{ role: reporting }'] }),
    goes: account('goes', { roles: ['{ role: reporting }'], onRemove: 'delete' }),
  };
  readonly after: Documents = {
    made: `${head('KubernetesRole', 'made')}spec:
  rules:
    - { apiGroups: [""], resources: [configmaps], verbs: [get] }
`,
    grown: account('grown', { level: '9', roles: ['{ role: made }'] }),
    moved: account('moved', { roles: [`{ clusterRole: view, namespace: ${NAMESPACE} }`] }),
  };
  readonly gate: Gate;
  readonly #made: Made;

  private constructor(parts: Pick<KubernetesRing, 'gate' | 'secrets'> & Made) {
    this.gate = parts.gate;
    this.secrets = parts.secrets;
    this.canaries = ['reader', 'applier'].map((login) => parts.cluster.live.token(login));
    this.#made = parts;
  }

  static async start(): Promise<KubernetesRing> {
    const cluster = await Cluster.start([NAMESPACE]);
    const { live } = cluster;
    for (const object of FURNITURE) await cluster.make(object);
    const { items } = await cluster.core.listNamespacedServiceAccount({ namespace: NAMESPACE });
    const uids = new Set(items.flatMap(({ metadata }) => metadata?.uid ?? []));
    const gate = new Gate();
    const proxy = await startHttpProxy(live.url, gate, effectOf, { ca: live.ca, token: live.token('applier') });
    const secrets = { read: live.kubeconfig('reader'), write: loginless(`http://127.0.0.1:${proxy.port}`) };
    return new KubernetesRing({ gate, secrets, cluster, proxy, uids, putBack: await live.keep(NAMESPACE) });
  }

  async restore(): Promise<void> {
    await this.#made.putBack();
  }

  async live(): Promise<readonly unknown[]> {
    const { core, rbac } = this.#made.cluster;
    const place = { namespace: NAMESPACE };
    const [accounts, roles, bindings] = await Promise.all([
      core.listNamespacedServiceAccount(place),
      rbac.listNamespacedRole(place),
      rbac.listNamespacedRoleBinding(place),
    ]);
    return [
      ...accounts.items.map(({ metadata, automountServiceAccountToken: mounted }) => ({
        account: metadata?.name,
        annotations: metadata?.annotations,
        mounted,
        same: this.#made.uids.has(metadata?.uid ?? ''),
      })),
      ...roles.items.map(({ metadata, rules }) => ({
        role: metadata?.name,
        rules,
        annotations: metadata?.annotations,
      })),
      ...bindings.items.map(({ metadata, roleRef, subjects }) => ({ binding: metadata?.name, roleRef, subjects })),
    ];
  }

  async close(): Promise<void> {
    await this.#made.proxy.close();
    await this.#made.cluster.live.close();
  }
}

function effectOf({ method = 'GET', url = '/' }: IncomingMessage): string | null {
  return method === 'GET' ? null : `${LIVE}${method} ${url.split('?')[0] ?? ''}`;
}

type Account = {
  readonly level?: string;
  readonly cloud?: string;
  readonly roles: readonly string[];
  readonly onRemove?: string;
};

function head(kind: string, name: string, onRemove?: string): string {
  return `apiVersion: countersign.dev/v1
kind: ${kind}
metadata:
  name: ${name}
  namespace: ${NAMESPACE}
  source: ${SOURCE}
  owner: billing
  purpose: Serves ${name}
${onRemove === undefined ? '' : `  onRemove: ${onRemove}\n`}`;
}

function account(name: string, { level, cloud, roles, onRemove }: Account): string {
  const values = [
    ...(level === undefined ? [] : [`acme.example/level: "${level}"`]),
    ...(cloud === undefined ? [] : [`${CLOUD}: "${cloud}"`]),
  ];
  return `${head('KubernetesServiceAccount', name, onRemove)}spec:
  automountToken: false
  annotations: { values: { ${values.join(', ')} } }
  roles: [${roles.join(', ')}]
`;
}

const FURNITURE: readonly (KubernetesObject & { readonly [key: string]: unknown })[] = [
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'Role',
    metadata: { name: 'reporting', namespace: NAMESPACE },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
  },
  ...[
    ['grown', { 'acme.example/level': '5' }] as const,
    ['moved', {}] as const,
    ['rests', { [CLOUD]: 'arn:aws:iam::111122223333:role/rests' }] as const,
    ['goes', {}] as const,
  ].map(([name, annotations]) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: NAMESPACE, annotations },
    automountServiceAccountToken: false,
  })),
  ...['moved', 'rests', 'goes'].map((name) => ({
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: { name: `${name}-reporting`, namespace: NAMESPACE },
    roleRef: { apiGroup: RBAC, kind: 'Role', name: 'reporting' },
    subjects: [{ kind: 'ServiceAccount', namespace: NAMESPACE, name }],
  })),
];
