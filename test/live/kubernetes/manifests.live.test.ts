import { dump, loadAll } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanFile } from '../../../src/cli/plan-file.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { kubernetesApplier } from '../../../src/providers/kubernetes/write/applier.ts';
import { CONFIGURATION as MEMORY_CONFIGURATION, workspace, type Workspace } from '../../cli/workspace.ts';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import { loadedManifests } from '../../support/kubernetes-manifests.ts';
import { planWish, type Declared } from '../../support/planning.ts';
import { file } from '../../support/policy-kind.ts';
import { Cluster } from './cluster.ts';
import { connectionAs, SOURCE } from './contract-harness.ts';

const [APP, ROLES] = ['deploy/metrics/app.yaml', 'deploy/builtin.yaml'];

const CONFIGURATION = MEMORY_CONFIGURATION.replaceAll('robots', 'cluster')
  .replaceAll('ROBOTS', 'CLUSTER')
  .replace(
    'provider: memory',
    'provider: kubernetes\n    manifests: [deploy/**/*.yaml]\n    boundary: { namespaces: [shop, billing] }',
  );

/** As a chart renders it, with what `kubectl create --dry-run=client -o yaml` prints. */
const CHART = `---
# Source: metrics/templates/serviceaccount.yaml
apiVersion: v1
kind: ServiceAccount
automountServiceAccountToken: false
metadata:
  labels:
    app.kubernetes.io/component: metrics
    app.kubernetes.io/name: kube-state-metrics
    app.kubernetes.io/version: "2.15.0"
  name: kube-state-metrics
  namespace: shop
imagePullSecrets:
  - name: registry
---
# Source: metrics/templates/role.yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  labels:
    app.kubernetes.io/name: kube-state-metrics
  name: kube-state-metrics
rules:
- apiGroups: [""]
  resources: [configmaps, secrets, nodes, pods, services]
  verbs: ["list", "watch"]
- apiGroups:
  - apps
  resources:
  - deployments
  - replicasets
  verbs:
  - list
  - watch
- nonResourceURLs: ["/metrics"]
  verbs: ["get"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: kube-state-metrics
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: kube-state-metrics
subjects:
- kind: ServiceAccount
  name: kube-state-metrics
  namespace: shop
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  creationTimestamp: null
  name: leases
  namespace: shop
rules:
- apiGroups:
  - coordination.k8s.io
  resources:
  - leases
  resourceNames:
  - metrics
  verbs:
  - get
  - update
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  creationTimestamp: null
  name: leases
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: leases
subjects:
- kind: ServiceAccount
  name: kube-state-metrics
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  creationTimestamp: null
  name: metrics-views
  namespace: billing
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
- kind: ServiceAccount
  name: kube-state-metrics
  namespace: shop
---
apiVersion: v1
kind: Service
metadata:
  name: kube-state-metrics
  namespace: shop
spec:
  clusterIP: None
  ports: [{ name: http, port: 8080 }]
`;

const isObject = (value: unknown): value is Parameters<Cluster['make']>[0] =>
  typeof value === 'object' && value !== null && 'kind' in value;

describe('ordinary manifests that are applied to a cluster', () => {
  let running: Cluster | null = null;
  let place: Workspace | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };
  const there = () => {
    if (place === null) throw new Error('the folder was not made');
    return place;
  };

  beforeAll(async () => {
    running = await Cluster.start(['shop', 'billing']);
    for (const object of loadAll(CHART)) if (isObject(object)) await running.make(object);
    const { items } = await running.rbac.listClusterRole();
    // What begins with system: is the cluster's own and never managed; the chart has its own role already.
    const others = items.filter(
      ({ metadata: { name = '' } = {} }) => !name.startsWith('system:') && name !== 'kube-state-metrics',
    );
    const head = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' };
    const printed = others.map((item) => ({ ...head, ...JSON.parse(JSON.stringify(item)) }));
    const builtin = dump({ apiVersion: 'v1', kind: 'List', items: printed }, { noRefs: true });
    place = workspace(
      { '.github/countersign.yaml': CONFIGURATION, [APP]: CHART, [ROLES]: builtin },
      { CLUSTER_READ: running.live.kubeconfig('reader') },
    );
    place.git('init', '--quiet');
    place.commit();
  });
  afterAll(async () => {
    place?.remove();
    await running?.live.close();
  });

  const planned = async (...argv: readonly string[]) => {
    const run = await there().run('plan', ...argv, '--format', 'json');
    expect(run.stderr).not.toContain('error');
    return (JSON.parse(run.stdout) as PlanFile).plan.changes;
  };
  const busy = (changes: Awaited<ReturnType<typeof planned>>) =>
    changes.filter(({ steps, blocked }) => steps.length + blocked.length > 0);

  it('are nothing to be planned, with the ClusterRoles that the API server brings along', async () => {
    const { state, diagnostics } = loadedManifests([APP, ROLES].map((path) => file(path, there().read(path))));
    expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-passed-over']);
    expect(state.identities.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['admin', 'cluster-admin', 'edit', 'kube-state-metrics', 'leases', 'view']),
    );
    expect(busy(await planned('--all'))).toEqual([]);
  });

  it('are planned where the cluster gives more than they say, also without naming the namespace', async () => {
    const drift = { name: 'drift', namespace: 'shop' };
    await cluster().rbac.createNamespacedRoleBinding({
      namespace: 'shop',
      body: {
        metadata: drift,
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
        subjects: [{ kind: 'ServiceAccount', name: 'kube-state-metrics' }],
      },
    });
    const changes = busy(await planned('--all'));
    await cluster().rbac.deleteNamespacedRoleBinding(drift);
    expect(changes.map(({ address, steps }) => [address, steps.map(({ effect }) => effect)])).toEqual([
      [
        'cluster/KubernetesServiceAccount/shop/kube-state-metrics',
        [{ kind: 'unbind', namespace: 'shop', role: { kind: 'ClusterRole', name: 'admin' } }],
      ],
    ]);
  });

  it('are planned where one is edited, exactly so, and nothing is left once it is applied', async () => {
    const edited = CHART.replace('secrets, nodes, ', 'nodes, ').replace('  name: view\n', '  name: edit\n');
    there().write(APP, edited);
    const changes = busy(await planned('--base', 'HEAD'));
    expect(changes.map(({ address }) => address)).toEqual([
      'cluster/KubernetesClusterRole/kube-state-metrics',
      'cluster/KubernetesServiceAccount/shop/kube-state-metrics',
    ]);
    const effects = changes.flatMap(({ steps }) => steps.map(({ effect }) => JSON.stringify(effect)));
    expect(effects).toHaveLength(3);
    expect(effects.filter((one) => /"kind":"(?:un)?bind"/u.test(one))).toMatchObject([
      expect.stringMatching(/"bind","namespace":"billing".*"edit"/u),
      expect.stringMatching(/"unbind","namespace":"billing".*"view"/u),
    ]);

    await apply(CHART, edited);
    const { rules } = await cluster().rbac.readClusterRole({ name: 'kube-state-metrics' });
    expect(JSON.stringify(rules)).not.toContain('secrets');
    expect(busy(await planned('--all'))).toEqual([]);
  });

  async function apply(base: string, head: string): Promise<void> {
    const [before, after] = [base, head].map((text): readonly Declared[] =>
      loadedManifests([file(APP, text)]).state.identities.map(({ kind, name, namespace, spec }) => ({
        kind,
        name,
        ...(namespace === null ? {} : { namespace }),
        spec,
      })),
    );
    const reader = kubernetes.reader(connectionAs(cluster(), 'reader'));
    const writer = kubernetesApplier.writer(connectionAs(cluster(), 'applier'));
    const { plan } = await planWish(SOURCE, kubernetes, reader, { base: before ?? [], head: after ?? [] });
    const report = await applyRecorded(plan, writer, new RecordedApply());
    await Promise.all([reader.close(), writer.close()]);
    expect(JSON.stringify(report)).not.toContain('failed');
    expect(plan.changes.flatMap(({ steps }) => steps)).toHaveLength(3);
  }
});
