import { isJsonObject, type Json } from '../../../src/core/json.ts';
import { shown } from '../../e2e/runner.ts';
import {
  configurationOf,
  CONFIGURATION_PATH,
  signingKeys,
  Workplace,
  type WorkplaceParts,
} from '../../e2e/workplace.ts';
import { FakeApiServer } from '../../support/fake-api-server.ts';
import { SmallCluster } from '../../support/small-cluster.ts';

type Files = Readonly<Record<string, string>>;

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

const SOURCE = `  cluster:
    provider: kubernetes
    connection: { read: { env: CLUSTER_READ }, write: { env: CLUSTER_WRITE } }
    manifests: ['deploy/**/*.yaml']
    mode: authoritative
    owner: billing
    boundary: { namespaces: [shop], clusterScoped: false }
`;

/** A few objects of a cluster, and the repository whose plain manifests say what ServiceAccounts of it are bound to. */
export class SmallClusterPlace extends Workplace {
  readonly #cluster: SmallCluster;
  readonly #server: FakeApiServer;

  private constructor(parts: WorkplaceParts & { readonly cluster: SmallCluster; readonly server: FakeApiServer }) {
    super(parts);
    this.#cluster = parts.cluster;
    this.#server = parts.server;
  }

  /** @param accounts names of ServiceAccounts that exist as their manifests say. @param files of the default branch besides */
  static async begin(accounts: readonly string[], files: Files = {}): Promise<SmallClusterPlace> {
    const cluster = new SmallCluster();
    for (const name of ['view', 'edit', 'admin']) cluster.put(`${RBAC}/clusterroles/${name}`, { metadata: { name } });
    for (const name of accounts) exists(cluster, name);
    const server = await FakeApiServer.start(cluster.answer);
    const { key, pem } = signingKeys();
    const manifests = Object.assign({}, ...accounts.map((name) => declared(name))) as Files;
    const team = await Workplace.form(
      { [CONFIGURATION_PATH]: configurationOf(key, SOURCE), ...manifests, ...files },
      { CLUSTER_READ: server.kubeconfig, CLUSTER_WRITE: server.kubeconfig, LEDGER_KEY: pem },
    );
    const init = await team.init();
    if (init.exitCode !== 0) throw new Error(shown(init));
    return new SmallClusterPlace({ team, publicKey: key, secrets: ['of-the-fake', pem], cluster, server });
  }

  override async close(): Promise<void> {
    await super.close();
    this.#server.close();
  }

  /** The ClusterRoles that a ServiceAccount is bound to; null: there is none of that name. */
  bound(name: string): readonly string[] | null {
    const objects = this.#cluster.objects;
    if (!objects.has(accountPath(name))) return null;
    const given = [...objects].flatMap(([path, { subjects, roleRef }]) =>
      path.includes('/rolebindings/') && Array.isArray(subjects) && isJsonObject(roleRef)
        ? subjects.flatMap((subject: Json) =>
            isJsonObject(subject) && subject['name'] === name ? [roleRef['name']] : [],
          )
        : [],
    );
    return given.map((role) => (typeof role === 'string' ? role : '')).toSorted();
  }
}

function exists(cluster: SmallCluster, name: string): void {
  cluster.put(accountPath(name), { metadata: { name, namespace: 'shop' }, automountServiceAccountToken: false });
  cluster.put(`${RBAC}/namespaces/shop/rolebindings/${name}`, {
    metadata: { name, namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name, namespace: 'shop' }],
  });
}

function accountPath(name: string): string {
  return `/api/v1/namespaces/shop/serviceaccounts/${name}`;
}

export function manifestPath(name: string): string {
  return `deploy/shop/${name}.yaml`;
}

/** A ServiceAccount, and what it is bound to, as files of a commit. */
export function declared(name: string, role = 'view', owner = 'billing'): Files {
  return { [manifestPath(name)]: `${serviceAccount(name, owner)}---\n${roleBinding(name, role)}` };
}

export function serviceAccount(name: string, owner = 'billing'): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: shop
  annotations:
    countersign.dev/owner: "${owner}"
    countersign.dev/purpose: Serves ${name}
automountServiceAccountToken: false
`;
}

/** @param called of the binding, whose subject has the name of the first */
export function roleBinding(name: string, role = 'view', called = name): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${called}
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: shop
`;
}
