import type { KubernetesObject, RbacV1Subject } from '@kubernetes/client-node';
import type { Cluster } from './cluster.ts';
import { CREATION_MARK } from '../../../src/providers/kubernetes/normal-form/creation-mark.ts';
import { ANOTHER_MARK, COMMITMENT_AS_MARK } from '../../support/marks.ts';

export const NAMESPACES = ['billing', 'shop'] as const;
const RBAC = 'rbac.authorization.k8s.io/v1';
const OWN_LABEL = { estate: 'contract' };

/** Has the shape of a secret, and is none. */
export const CANARY = `ghp_${'Canary0Token1'.repeat(3)}`;

type Spelt = KubernetesObject & { readonly [key: string]: unknown };

type Texts = Record<string, string>;

function serviceAccount(name: string, rest: object = {}, annotations: Texts = {}): Spelt {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'shop', annotations }, ...rest };
}

function role(name: string, resource: string, verbs: readonly string[], annotations: Texts = {}): Spelt {
  const rules = [{ apiGroups: [''], resources: [resource], verbs: [...verbs] }];
  return { apiVersion: RBAC, kind: 'Role', metadata: { name, namespace: 'shop', annotations }, rules };
}

const marked = (mark: string) => role('importer', 'configmaps', ['get'], { [CREATION_MARK]: mark });

const account = (name: string): RbacV1Subject => ({ kind: 'ServiceAccount', namespace: 'shop', name });

/** `namespace` null: everywhere. */
function binding(
  name: string,
  namespace: string | null,
  to: `${'Role' | 'ClusterRole'}/${string}`,
  subjects: readonly RbacV1Subject[],
): Spelt {
  const [kind = '', called = ''] = to.split('/');
  return {
    apiVersion: RBAC,
    kind: namespace === null ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: { name, ...(namespace === null ? {} : { namespace }), labels: OWN_LABEL },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: called },
    subjects: [...subjects],
  };
}

const ANA: RbacV1Subject = { kind: 'User', name: 'ana', apiGroup: 'rbac.authorization.k8s.io' };

/** The ServiceAccount and the Role of the contract, as `existing` declares them. */
const exporter = serviceAccount(
  'exporter',
  { automountServiceAccountToken: false, imagePullSecrets: [{ name: 'registry' }] },
  { team: 'billing' },
);
const auditor = role('auditor', 'pods', ['get', 'list']);

const ESTATE: readonly Spelt[] = [
  exporter,
  serviceAccount('stranger', {}, { note: CANARY }),
  auditor,
  role('orders-reader', 'configmaps', ['get', 'list']),
  role('secrets-reader', 'secrets', ['get']),
  {
    apiVersion: RBAC,
    kind: 'ClusterRole',
    metadata: { name: 'metrics-reader', labels: OWN_LABEL },
    rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }],
  },
  binding('orders', 'shop', 'Role/orders-reader', [account('exporter'), account('stranger'), ANA]),
  binding('billing-view', 'billing', 'ClusterRole/view', [account('exporter')]),
  binding('metrics', null, 'ClusterRole/metrics-reader', [account('exporter'), account('stranger')]),
];

/** Everything of the estate, made again from nothing. */
export async function freshEstate(cluster: Cluster): Promise<void> {
  const { core, rbac } = cluster;
  for (const namespace of NAMESPACES) {
    await rbac.deleteCollectionNamespacedRoleBinding({ namespace });
    await rbac.deleteCollectionNamespacedRole({ namespace });
    await core.deleteCollectionNamespacedServiceAccount({ namespace });
  }
  const own = 'estate=contract';
  await rbac.deleteCollectionClusterRoleBinding({ labelSelector: own });
  await rbac.deleteCollectionClusterRole({ labelSelector: own });
  const { items } = await rbac.listClusterRoleBinding();
  const made = items.flatMap(({ metadata }) => metadata?.name ?? []).filter((name) => name.startsWith('countersign:'));
  for (const name of made) await rbac.deleteClusterRoleBinding({ name });
  for (const object of ESTATE) await cluster.make(object);
}

async function editAccount(cluster: Cluster, body: object): Promise<void> {
  await cluster.objects.patch(
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'exporter', namespace: 'shop' }, ...body },
    undefined,
    undefined,
    undefined,
    undefined,
    'application/merge-patch+json',
  );
}

async function dropBinding(cluster: Cluster, name: string, namespace: string): Promise<void> {
  await cluster.rbac.deleteNamespacedRoleBinding({ name, namespace });
}

/** Sets the subjects of a binding by its own name. */
async function setSubjects(
  cluster: Cluster,
  name: string,
  namespace: string,
  subjects: RbacV1Subject[],
): Promise<void> {
  const body = await cluster.rbac.readNamespacedRoleBinding({ name, namespace });
  body.subjects = subjects;
  await cluster.rbac.replaceNamespacedRoleBinding({ name, namespace, body });
}

/** What others do to the estate, by the name that the contract calls it. */
export const ACTS: { readonly [act: string]: (cluster: Cluster) => Promise<unknown> } = {
  'mount the token': (cluster) => editAccount(cluster, { automountServiceAccountToken: true }),
  'rewrite an annotation': (cluster) =>
    editAccount(cluster, { metadata: { name: 'exporter', namespace: 'shop', annotations: { team: 'sales' } } }),
  'add a pull secret': (cluster) =>
    editAccount(cluster, { imagePullSecrets: [{ name: 'registry' }, { name: 'other' }] }),
  'bind one more role': (cluster) =>
    cluster.make(binding('more', 'shop', 'Role/secrets-reader', [account('exporter')])),
  'bind a role to its user name': (cluster) =>
    cluster.make(
      binding('disguised', 'billing', 'ClusterRole/admin', [
        { kind: 'User', name: 'system:serviceaccount:shop:exporter', apiGroup: 'rbac.authorization.k8s.io' },
      ]),
    ),
  'bind a role without saying its namespace': (cluster) =>
    cluster.make(binding('unsaid', 'shop', 'ClusterRole/admin', [{ kind: 'ServiceAccount', name: 'exporter' }])),
  'bind a role everywhere': (cluster) => cluster.make(binding('wide', null, 'ClusterRole/view', [account('exporter')])),
  'take a role away': (cluster) => setSubjects(cluster, 'orders', 'shop', [account('stranger'), ANA]),
  'recreate the account': async (cluster) => {
    await cluster.core.deleteNamespacedServiceAccount({ name: 'exporter', namespace: 'shop' });
    await cluster.make(exporter);
  },
  'make the role first': (cluster) => cluster.make(role('importer', 'secrets', ['get', 'list'])),
  'make the same role first': (cluster) => cluster.make(role('importer', 'configmaps', ['get'])),
  'make the same role first, with the mark of another apply': (cluster) => cluster.make(marked(ANOTHER_MARK)),
  'make the same role first, with what this apply committed to as its mark': (cluster) =>
    cluster.make(marked(COMMITMENT_AS_MARK)),
  'bind a stranger': (cluster) =>
    cluster.make(binding('stranger', 'billing', 'ClusterRole/edit', [account('stranger')])),
  'add a user to a binding': (cluster) => setSubjects(cluster, 'billing-view', 'billing', [account('exporter'), ANA]),
  'bind the same a second time': (cluster) =>
    cluster.make(binding('again', 'billing', 'ClusterRole/view', [account('exporter'), account('stranger')])),
  'call a binding something else': async (cluster) => {
    await dropBinding(cluster, 'orders', 'shop');
    await cluster.make(binding('orders-2', 'shop', 'Role/orders-reader', [account('exporter'), account('stranger')]));
  },
  'let kubectl take a note': (cluster) =>
    editAccount(cluster, {
      metadata: {
        name: 'exporter',
        namespace: 'shop',
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
      },
    }),
  'allow the role more': (cluster) => replaceRules(cluster, 'auditor', ['get', 'list', 'delete']),
  'allow the role less': (cluster) => replaceRules(cluster, 'auditor', ['get']),
  'say the same in other rules': async (cluster) => {
    const body = await cluster.rbac.readNamespacedRole({ name: 'auditor', namespace: 'shop' });
    body.rules = ['list', 'get', 'get'].map((verb) => ({ apiGroups: [''], resources: ['pods'], verbs: [verb] }));
    await cluster.rbac.replaceNamespacedRole({ name: 'auditor', namespace: 'shop', body });
  },
  'label the role': async (cluster) => {
    const body = await cluster.rbac.readNamespacedRole({ name: 'auditor', namespace: 'shop' });
    if (body.metadata !== undefined) body.metadata.labels = { seen: 'yes' };
    await cluster.rbac.replaceNamespacedRole({ name: 'auditor', namespace: 'shop', body });
  },
  'recreate the role': async (cluster) => {
    await cluster.rbac.deleteNamespacedRole({ name: 'auditor', namespace: 'shop' });
    await cluster.make(auditor);
  },
};

async function replaceRules(cluster: Cluster, name: string, verbs: string[]): Promise<void> {
  const body = await cluster.rbac.readNamespacedRole({ name, namespace: 'shop' });
  body.rules = [{ apiGroups: [''], resources: ['pods'], verbs }];
  await cluster.rbac.replaceNamespacedRole({ name, namespace: 'shop', body });
}
