import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { kubernetesApplier } from '../../../src/providers/kubernetes/write/applier.ts';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import { planWish, type Declared } from '../../support/planning.ts';
import { Cluster } from './cluster.ts';
import { connectionAs, SOURCE } from './contract-harness.ts';

const rules = (verbs: readonly string[]) => [{ apiGroups: [''], resources: ['pods'], verbs: [...verbs] }];

describe('a Role that another tool marks as its own', () => {
  let running: Cluster | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };
  beforeAll(async () => {
    running = await Cluster.start(['shop']);
  });
  afterAll(async () => {
    await running?.live.close();
  });

  const declared = (name: string, verbs: readonly string[], adopts?: string): readonly Declared[] => [
    {
      kind: 'KubernetesRole',
      namespace: 'shop',
      name,
      spec: { rules: rules(verbs) },
      ...(adopts === undefined ? {} : { adopts }),
    },
  ];

  /** From `get` to `get` and `list`. */
  const plan = async (name: string, adopts?: string) => {
    const reader = kubernetes.reader(connectionAs(cluster(), 'reader'));
    try {
      const wish = { base: declared(name, ['get']), head: declared(name, ['get', 'list'], adopts) };
      return await planWish(SOURCE, kubernetes, reader, wish);
    } finally {
      await reader.close();
    }
  };

  it.each([
    ['Helm', 'by its annotation', { 'meta.helm.sh/release-name': 'chart' }, 'helm'],
    ['Argo CD', 'by fields that its controller wrote', {}, 'argocd-controller'],
    ['Terraform', 'by fields that it wrote', {}, 'Terraform'],
  ])('%s, %s, is left alone until a document adopts it', async (tool, _how, annotations, manager) => {
    const name = `made-by-${manager.toLowerCase()}`;
    await cluster().rbac.createNamespacedRole({
      namespace: 'shop',
      body: { metadata: { name, annotations }, rules: rules(['get']) },
      fieldManager: manager,
    });
    for (const adopts of [undefined, 'Flux'])
      expect((await plan(name, adopts)).plan.changes).toMatchObject([{ blocked: [{ code: 'managed-elsewhere' }] }]);
    const adopted = await plan(name, tool);
    expect(adopted.plan.changes).toMatchObject([{ action: 'update', blocked: [] }]);
    const writer = kubernetesApplier.writer(connectionAs(cluster(), 'applier'));
    const report = await applyRecorded(adopted.plan, writer, new RecordedApply());
    await writer.close();
    expect(report).toMatchObject({ result: 'applied', unverified: [] });
    const { rules: live } = await cluster().rbac.readNamespacedRole({ namespace: 'shop', name });
    expect(live).toEqual(rules(['get', 'list']));
  });
});
