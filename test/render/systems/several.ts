import { accountJson, accountSubject, bindingJson, clusterRoleJson } from '../../support/kubernetes-objects.ts';
import { account, ACCOUNT, allow } from './account.ts';
import { cluster } from './cluster.ts';
import { document, json, type Files, type PullRequest, type System } from './pull-request.ts';
import { server } from './server.ts';

const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71';

/** One workload in three systems; what is said of the other system may be wrong. */
function workload({ namespace = 'shop', role = 'orders-exporter' } = {}): Files {
  return {
    'identities/prod/orders-exporter.yaml': document(
      'AwsIamRole',
      'name: orders-exporter\nsource: prod\npurpose: Nightly export of orders',
      `path: /apps/
trust:
  kubernetesServiceAccounts: [{ issuer: ${ISSUER}, namespace: ${namespace}, name: exporter }]
inlinePolicies:
  bucket: { file: orders-exporter.json }`,
    ),
    'identities/prod/orders-exporter.json': json(allow('s3:PutObject', 'arn:aws:s3:::exports/*')),
    'identities/cluster/exporter.yaml': document(
      'KubernetesServiceAccount',
      'name: exporter\nnamespace: shop\nsource: cluster\npurpose: Nightly export of orders\ndependsOn: [prod/AwsIamRole/orders-exporter]',
      `automountToken: false
annotations:
  values: { eks.amazonaws.com/role-arn: "arn:aws:iam::${ACCOUNT}:role/apps/${role}" }
roles: [{ clusterRole: orders-reader }]`,
    ),
    'identities/orders-db/exporter.yaml': document(
      'PostgresRole',
      'name: exporter\nsource: orders-db\nowner: billing\npurpose: Nightly export of orders\ndependsOn: [cluster/KubernetesServiceAccount/shop/exporter]',
      `login: true
connectionLimit: 5
grants:
  - { on: { schemas: billing }, privileges: [USAGE] }
  - { on: { tables: billing.* }, privileges: [SELECT] }`,
    ),
  };
}

const TRUSTED = {
  kind: 'AwsOidcProvider',
  name: ISSUER,
  spec: { audiences: ['sts.amazonaws.com'], thumbprints: [] },
};
const READER = clusterRoleJson('orders-reader', {
  rules: [{ apiGroups: ['shop.example'], resources: ['orders'], verbs: ['get', 'list'] }],
});
const systems = [account('prod', [TRUSTED]), cluster('cluster', { clusterRoles: [READER] }), server('orders-db')];

const SHARED = 'identities/everywhere/exporter.yaml';

function shared(purpose: string): Files {
  return {
    [SHARED]: document(
      'KubernetesServiceAccount',
      `name: exporter\nnamespace: shop\nowner: billing\npurpose: ${purpose}
sources: [cluster-eu, cluster-us]\nprofiles: [reads-orders]`,
      'automountToken: false',
    ),
    'identities/profiles/reads-orders.yaml': `apiVersion: countersign.dev/v1
kind: Profile
metadata: { name: reads-orders }
spec:
  kind: KubernetesServiceAccount
  spec:
    roles: [{ clusterRole: orders-reader }, { clusterRole: metrics-reader, everywhere: true }]
`,
  };
}

/** A cluster in which the ServiceAccount is there already; `paths`: what its metrics-reader reads. */
function bound(name: string, paths: readonly string[]): System {
  return cluster(name, {
    serviceAccounts: [accountJson('exporter', { automountServiceAccountToken: false })],
    clusterRoles: [
      READER,
      clusterRoleJson('metrics-reader', { rules: [{ nonResourceURLs: [...paths], verbs: ['get'] }] }),
    ],
    bindings: [bindingJson('exporter', 'shop', 'ClusterRole/orders-reader', [accountSubject('exporter')])],
  });
}

/** One definition in two clusters. @param paths what the metrics-reader of the second one reads */
export function inTwoClusters(paths: readonly string[]): PullRequest {
  return {
    systems: [bound('cluster-eu', ['/metrics']), bound('cluster-us', paths)],
    base: { [SHARED]: (head[SHARED] ?? '').replace('profiles: [reads-orders]', '') },
    head,
  };
}

const head = shared('Nightly export of orders');

/** Of pull requests about several sources. */
export const SEVERAL: { readonly [name: string]: PullRequest } = {
  'three-sources': { systems, head: workload() },
  'two-clusters': inTwoClusters(['/metrics']),
};

/** Many ServiceAccounts, each declared once for several clusters. */
export function sharedBy(accounts: number, clusters: number): PullRequest {
  const names = Array.from({ length: clusters }, (_, index) => `cluster-${index}`);
  const documents = Array.from({ length: accounts }, (_, index) => [
    `identities/everywhere/job-${index}.yaml`,
    document(
      'KubernetesServiceAccount',
      `name: job-${index}\nnamespace: shop\nowner: billing\nsources: [${names.join(', ')}]`,
      'automountToken: false',
    ),
  ]);
  return { systems: names.map((name) => cluster(name, {})), head: Object.fromEntries(documents) as Files };
}
