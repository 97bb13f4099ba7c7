import type { V1PolicyRule } from '@kubernetes/client-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { kubernetesApplier } from '../../../src/providers/kubernetes/write/applier.ts';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import { planWish, type Declared, type Wish } from '../../support/planning.ts';
import { Cluster, documentedRoles } from './cluster.ts';
import { connectionAs, SOURCE } from './contract-harness.ts';
import { freshEstate, NAMESPACES } from './estate.ts';

const RBAC = 'rbac.authorization.k8s.io';
const OUTSIDE = 'elsewhere';
const rule = (...resources: readonly string[]) => ({ apiGroups: [''], resources: [...resources], verbs: ['get'] });
const shared = (spec: object): Declared => ({
  kind: 'KubernetesClusterRole',
  name: 'shared',
  spec: JSON.parse(JSON.stringify(spec)),
});
const OWN = shared({ rules: [rule('pods')] });
const DELETE: Wish = { base: [{ ...OWN, onRemove: { kind: 'delete', options: {} } }], head: [] };
const DISABLE: Wish = { base: [OWN], head: [] };
/** With what it is bound to in the estate, and more. */
const exporter = (more: readonly object[]): Declared => {
  const own = [
    { role: 'orders-reader' },
    { clusterRole: 'view', namespace: 'billing' },
    { clusterRole: 'metrics-reader', everywhere: true },
  ];
  return {
    kind: 'KubernetesServiceAccount',
    namespace: 'shop',
    name: 'exporter',
    spec: JSON.parse(JSON.stringify({ roles: [...own, ...more] })),
  };
};
/** Lets go of the role, and deletes it. */
const UNBIND_AND_DELETE: Wish = {
  base: [...DELETE.base, exporter([{ clusterRole: 'shared', namespace: 'billing' }])],
  head: [exporter([])],
};

const UNBIND_AND_DISABLE: Wish = { ...UNBIND_AND_DELETE, base: [OWN, ...UNBIND_AND_DELETE.base.slice(1)] };

describe('a ClusterRole', () => {
  let running: Cluster | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };
  beforeAll(async () => {
    running = await Cluster.start([...NAMESPACES, OUTSIDE]);
    await humble('ben');
  });
  afterAll(async () => {
    await running?.live.close();
  });
  beforeEach(async () => {
    await freshEstate(cluster());
    const metadata = { name: 'shared', labels: { estate: 'contract' } };
    await cluster().rbac.createClusterRole({ body: { metadata, rules: [rule('pods')] } });
    await cluster().rbac.deleteCollectionNamespacedRoleBinding({ namespace: OUTSIDE });
  });

  /** A login that may do what the applier may, but grant what it does not hold. */
  async function humble(login: string): Promise<void> {
    const without = ({ verbs, ...rest }: V1PolicyRule): V1PolicyRule => {
      return { ...rest, verbs: verbs.filter((verb) => verb !== 'bind' && verb !== 'escalate') };
    };
    const rules = documentedRoles().flatMap((role) => (role.rules ?? []).map(without));
    await cluster().rbac.createClusterRole({ body: { metadata: { name: 'humble' }, rules } });
    await cluster().bindLogin(login, 'humble');
  }

  async function planAs(login: string, wish: Wish) {
    const reader = kubernetes.reader(connectionAs(cluster(), login));
    try {
      return await planWish(SOURCE, kubernetes, reader, wish);
    } finally {
      await reader.close();
    }
  }

  /** @param act what somebody does between the plan and the apply */
  async function applyAs(login: string, wish: Wish, act: () => Promise<unknown> = async () => {}) {
    const { plan } = await planAs('reader', wish);
    await act();
    const writer = kubernetesApplier.writer(connectionAs(cluster(), login));
    try {
      return await applyRecorded(plan, writer, new RecordedApply());
    } finally {
      await writer.close();
    }
  }

  async function hold(namespace: string, holder: string, holderOf: string): Promise<void> {
    await cluster().rbac.createNamespacedRoleBinding({
      namespace,
      body: {
        metadata: { name: `held-by-${holder}` },
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'shared' },
        subjects: [{ kind: 'ServiceAccount', namespace: holderOf, name: holder }],
      },
    });
  }

  const holdOutside = async () => await hold(OUTSIDE, 'clerk', OUTSIDE);

  const rulesOf = async () => (await cluster().rbac.readClusterRole({ name: 'shared' })).rules;

  /** A login that may list RoleBindings in the namespaces of the boundary alone, and else do what a documented ClusterRole says. */
  async function narrow(login: string, roles: readonly string[]): Promise<void> {
    const { rbac } = cluster();
    const documented = documentedRoles().filter(({ metadata }) => roles.includes(metadata?.name ?? ''));
    const rules = documented
      .flatMap((role) => role.rules ?? [])
      .map(({ resources = [], verbs, ...rest }) => {
        return {
          ...rest,
          verbs,
          resources: resources.filter((name) => !verbs.includes('list') || name !== 'rolebindings'),
        };
      });
    await rbac.createClusterRole({ body: { metadata: { name: `narrow-${login}` }, rules } });
    await cluster().bindLogin(login, `narrow-${login}`);
    const bindings = { apiGroups: [RBAC], resources: ['rolebindings'], verbs: ['list'] };
    for (const namespace of NAMESPACES) {
      const metadata = { name: `narrow-${login}` };
      await rbac.createNamespacedRole({ namespace, body: { metadata, rules: [bindings] } });
      await rbac.createNamespacedRoleBinding({
        namespace,
        body: {
          metadata,
          roleRef: { apiGroup: RBAC, kind: 'Role', name: metadata.name },
          subjects: [{ kind: 'User', name: login, apiGroup: RBAC }],
        },
      });
    }
  }

  it('that becomes aggregated shows the rules that it loses, and gets those of its parts', async () => {
    const { rbac } = cluster();
    // Both stay: the controller that gathers would make the one anew when the other goes.
    await rbac.createClusterRole({ body: { metadata: { name: 'gathering' }, rules: [rule('pods')] } });
    const part = { name: 'part', labels: { 'to-gathering': 'true' } };
    await rbac.createClusterRole({ body: { metadata: part, rules: [rule('services')] } });
    const own = { ...OWN, name: 'gathering' };
    const aggregationRule = { clusterRoleSelectors: [{ matchLabels: { 'to-gathering': 'true' } }] };
    const gathering = { ...own, spec: { aggregationRule } };
    const wish = { base: [own], head: [gathering] };
    const { plan } = await planAs('reader', wish);
    expect(plan.changes[0]).toMatchObject({ before: { rules: { pods: { get: true } } }, after: { rules: {} } });
    expect(await applyAs('applier', wish)).toMatchObject({ result: 'applied', unverified: [] });
    const rules = async () => (await rbac.readClusterRole({ name: 'gathering' })).rules;
    await expect.poll(rules, { timeout: 20_000 }).toEqual([rule('services')]);
    expect((await planAs('reader', { base: [gathering], head: [gathering] })).plan.changes).toEqual([]);
  });

  it('that is held outside of the boundary is not deleted', async () => {
    await holdOutside();
    const { plan } = await planAs('reader', DELETE);
    expect(plan.changes[0]?.blocked).toMatchObject([
      {
        code: 'role-still-bound',
        message: expect.stringMatching(/^ServiceAccount elsewhere\/clerk, outside of the boundary would lose/u),
      },
    ]);
  });

  it('that nobody holds is deleted', async () => {
    expect(await applyAs('applier', DELETE)).toMatchObject({ result: 'applied' });
  });

  it.each([
    ['deleted', DELETE],
    ['disabled', DISABLE],
  ])('that somebody outside of the boundary was bound to after the plan is not %s', async (_what, wish) => {
    const report = await applyAs('applier', wish, holdOutside);
    expect(report).toMatchObject({
      result: 'refused',
      receipts: [
        {
          kind: 'conflict',
          conflict: {
            planned: 'held by nobody',
            found: expect.stringMatching(/^ServiceAccount elsewhere\/clerk, outside of the boundary would lose/u),
          },
        },
      ],
    });
    expect(await rulesOf()).toEqual([rule('pods')]);
  });

  it('that nobody holds is disabled', async () => {
    expect(await applyAs('applier', DISABLE)).toMatchObject({ result: 'applied' });
    expect((await rulesOf()) ?? []).toEqual([]);
  });

  it('is deleted where the same plan takes it from the one who holds it', async () => {
    await hold('billing', 'exporter', 'shop');
    expect(await applyAs('applier', UNBIND_AND_DELETE)).toMatchObject({ result: 'applied', unverified: [] });
  });

  it('is disabled where the same plan takes it from the one who holds it, and after that', async () => {
    await hold('billing', 'exporter', 'shop');
    const report = await applyAs('applier', UNBIND_AND_DISABLE);
    expect(report).toMatchObject({ result: 'applied', unverified: [] });
    expect(report.receipts.map(({ stepId }) => stepId)).toEqual([
      expect.stringContaining('KubernetesServiceAccount'),
      expect.stringContaining('KubernetesClusterRole'),
    ]);
    expect((await rulesOf()) ?? []).toEqual([]);
  });

  it('is not where somebody else was bound to it besides, and the rest is done', async () => {
    await hold('billing', 'exporter', 'shop');
    const report = await applyAs('applier', UNBIND_AND_DELETE, () => hold('billing', 'clerk', 'billing'));
    expect(report).toMatchObject({
      result: 'partial',
      receipts: [
        { kind: 'applied' },
        { kind: 'conflict', conflict: { found: expect.stringMatching(/^ServiceAccount billing\/clerk would lose/u) } },
      ],
    });
    expect(await rulesOf()).toEqual([rule('pods')]);
  });

  it('is not where an apply goes on that was interrupted, and somebody was bound to it meanwhile', async () => {
    await hold('billing', 'exporter', 'shop');
    const { plan } = await planAs('reader', UNBIND_AND_DELETE);
    const writer = kubernetesApplier.writer(connectionAs(cluster(), 'applier'));
    const recorded = new RecordedApply();
    const begun = { ...plan, changes: plan.changes.filter(({ action }) => action === 'update') };
    expect(await applyRecorded(begun, writer, recorded)).toMatchObject({ result: 'applied' });
    await holdOutside();
    const { receipts } = await applyRecorded(plan, writer, recorded);
    await writer.close();
    expect(receipts.map(({ kind }) => kind)).toEqual(['applied', 'conflict']);
    expect(await rulesOf()).toEqual([rule('pods')]);
  });

  it('whose holders the applier may not look for is not deleted', async () => {
    await narrow('dan', ['countersign-reader', 'countersign-applier']);
    const codes = async () => (await applyAs('dan', DELETE)).receipts.map(({ failure }) => failure?.code);
    await expect.poll(codes, { timeout: 20_000 }).toEqual(['role-holders-unread']);
    expect(await rulesOf()).toEqual([rule('pods')]);
  });

  it('whose holders the reader may not look for is not deleted, and the rest is planned', async () => {
    await narrow('cleo', ['countersign-reader']);
    const seen = async () => (await planAs('cleo', DELETE)).plan.changes[0]?.blocked.map(({ code }) => code);
    await expect.poll(seen, { timeout: 20_000 }).toEqual(['role-holders-unread']);
    const edit = { base: [OWN], head: [shared({ rules: [rule('pods', 'services')] })] };
    const { plan, assessment } = await planAs('cleo', edit);
    expect(assessment.complete).toBe(true);
    expect(plan.changes).toMatchObject([{ action: 'update', blocked: [] }]);
  });

  it('that the writer may not make names each rule that it would have to hold', async () => {
    const made: Declared = {
      kind: 'KubernetesClusterRole',
      name: 'made',
      spec: { rules: [rule('pods'), rule('secrets'), { nonResourceURLs: ['/metrics'], verbs: ['get'] }] },
    };
    const bound: Declared = {
      kind: 'KubernetesServiceAccount',
      namespace: 'shop',
      name: 'made',
      spec: { roles: [{ clusterRole: 'shared', everywhere: true }] },
    };
    const { result, receipts } = await applyAs('ben', { base: [], head: [made, bound] });
    expect(result).toBe('partial');
    const causes = receipts.flatMap(({ failure }) => failure ?? []);
    expect(causes.map(({ code }) => code)).toEqual(['cluster-write-denied', 'cluster-write-denied']);
    const lacking = 'The API server refused the step: the writer may not grant what it does not hold itself: ';
    expect(causes.map(({ cause }) => cause)).toEqual([
      `${lacking}{APIGroups:[""], Resources:["pods"], Verbs:["get"]}, {APIGroups:[""], Resources:["secrets"], Verbs:["get"]}, {NonResourceURLs:["/metrics"], Verbs:["get"]}`,
      `${lacking}{APIGroups:[""], Resources:["pods"], Verbs:["get"]}`,
    ]);
  });
});
