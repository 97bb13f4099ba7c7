import type { JsonObject } from '../../../src/core/json.ts';
import { accountJson, accountSubject, bindingJson, clusterRoleJson } from '../../support/kubernetes-objects.ts';
import { cluster } from './cluster.ts';
import { document, type PullRequest } from './pull-request.ts';

const ORDERS = { apiGroups: ['shop.example'], resources: ['orders'] };
const VIEW = clusterRoleJson('view', {
  aggregationRule: { clusterRoleSelectors: [{ matchLabels: { 'rbac.example/aggregate-to-view': 'true' } }] },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
});
/** What VIEW has its rules from. */
const PODS = clusterRoleJson(
  'pods-reader',
  { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }] },
  { labels: { 'rbac.example/aggregate-to-view': 'true' } },
);
const EDIT = clusterRoleJson('edit', {
  rules: [{ apiGroups: [''], resources: ['pods', 'configmaps'], verbs: ['get', 'list', 'watch', 'create', 'delete'] }],
});
const READER = clusterRoleJson('orders-reader', { rules: [{ ...ORDERS, verbs: ['get', 'list'] }] });

const account = (roles: string, name = 'exporter') =>
  document(
    'KubernetesServiceAccount',
    `name: ${name}\nnamespace: shop\nsource: cluster\nowner: billing\npurpose: Nightly export of orders`,
    `automountToken: false\nroles:\n${roles}`,
  );

const ACCOUNT = 'identities/cluster/exporter.yaml';
const ROLE = 'identities/cluster/orders-reader.yaml';
const exporter = accountJson('exporter', { automountServiceAccountToken: false });
const bound = (role: string, namespace: string | null = 'shop', name = 'exporter-view') =>
  bindingJson(name, namespace, role, [accountSubject('exporter')]);

const reader = (labels: string, verbs = '[get, list]') =>
  document(
    'KubernetesClusterRole',
    'name: orders-reader\nsource: cluster\npurpose: Reads orders',
    `rules:\n  - apiGroups: [shop.example]\n    resources: [orders]\n    verbs: ${verbs}\n${labels}`,
  );

const manifest = (verbs: readonly string[]) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: exporter
  namespace: shop
  annotations:
    countersign.dev/owner: billing
    countersign.dev/purpose: Nightly export of orders
automountServiceAccountToken: false
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: orders
  namespace: shop
  annotations:
    countersign.dev/owner: billing
    countersign.dev/purpose: What the exporter may do with orders
rules:
  - apiGroups: [shop.example]
    resources: [orders]
    verbs: [${verbs.join(', ')}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: exporter, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: orders }
subjects: [{ kind: ServiceAccount, name: exporter, namespace: shop }]
`;
const localRole: JsonObject = {
  metadata: { name: 'orders', namespace: 'shop', uid: 'uid-orders', resourceVersion: '9' },
  rules: [{ ...ORDERS, verbs: ['get', 'list'] }],
};

/** Of pull requests about a Kubernetes cluster. */
export const KUBERNETES: { readonly [name: string]: PullRequest } = {
  'kubernetes-created': {
    systems: [cluster('cluster', { clusterRoles: [VIEW] })],
    head: {
      [ACCOUNT]: account('  - clusterRole: orders-reader\n    everywhere: true\n  - clusterRole: view'),
      [ROLE]: reader('', '[get, list, watch]'),
    },
  },
  'kubernetes-rebound': {
    systems: [
      cluster('cluster', {
        serviceAccounts: [exporter],
        clusterRoles: [VIEW, EDIT],
        bindings: [bound('ClusterRole/view')],
      }),
    ],
    base: { [ACCOUNT]: account('  - clusterRole: view') },
    head: { [ACCOUNT]: account('  - clusterRole: edit') },
  },
  'kubernetes-aggregate': {
    systems: [
      cluster('cluster', {
        serviceAccounts: [exporter, accountJson('dashboard'), accountJson('auditor')],
        clusterRoles: [VIEW, PODS, READER],
        bindings: [
          bound('ClusterRole/view'),
          bindingJson('views', null, 'ClusterRole/view', [accountSubject('dashboard'), accountSubject('auditor')]),
        ],
      }),
    ],
    base: { [ROLE]: reader('') },
    head: { [ROLE]: reader('labels:\n  values: { rbac.example/aggregate-to-view: "true" }') },
  },
  'kubernetes-token': {
    systems: [
      cluster('cluster', {
        serviceAccounts: [exporter],
        clusterRoles: [VIEW, EDIT],
        bindings: [bound('ClusterRole/view')],
        tokens: new Map([
          [
            'shop/exporter',
            [
              {
                id: 'exporter-token-x7k2p',
                kind: 'token',
                state: 'active',
                created: '2023-02-03T09:00:00Z',
                lastUsed: '2026-05-20T00:00:00Z',
                expires: null,
              },
            ],
          ],
        ]),
      }),
    ],
    base: { [ACCOUNT]: account('  - clusterRole: view') },
    head: { [ACCOUNT]: account('  - clusterRole: view\n  - clusterRole: edit\n    namespace: billing') },
    policies: {
      'policies/tokens.yaml': `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: tokens }
spec:
  rules:
    - name: rotate
      when: has(identity.credentials) && identity.credentials.exists(one, one.state == 'active' && has(one.age) && one.age > 90)
      effect: warn
      message: '{change.name} has a token that is older than 90 days.'
      comply: Delete its Secret; pods get tokens of an hour by themselves.
      controls: [NHI7:2025]
`,
    },
  },
  'kubernetes-manifest': {
    systems: [
      cluster('cluster', {
        serviceAccounts: [exporter],
        roles: [localRole],
        bindings: [bound('Role/orders', 'shop', 'exporter')],
        manifests: ['deploy/rbac/*.yaml'],
      }),
    ],
    base: { 'deploy/rbac/exporter.yaml': manifest(['get', 'list']) },
    head: { 'deploy/rbac/exporter.yaml': manifest(['get', 'list', 'delete']) },
  },
};
