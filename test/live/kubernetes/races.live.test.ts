import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmStep, judgeStep } from '../../../src/core/apply/judge.ts';
import type { Change } from '../../../src/core/plan.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { bindingName } from '../../../src/providers/kubernetes/write/bodies.ts';
import { kubernetesApplier } from '../../../src/providers/kubernetes/write/applier.ts';
import { planWish, type Declared, type Wish } from '../../support/planning.ts';
import { Cluster } from './cluster.ts';
import { connectionAs, SOURCE } from './contract-harness.ts';
import { ACTS, freshEstate, NAMESPACES } from './estate.ts';
import { marksOf } from '../../support/marks.ts';

const account = (name: string, spec: object): Declared => ({
  kind: 'KubernetesServiceAccount',
  namespace: 'shop',
  name,
  spec: JSON.parse(JSON.stringify(spec)),
});
const edits = (before: object, after: object): Wish => ({
  base: [account('exporter', before)],
  head: [account('exporter', after)],
});
const MOUNT = edits({ automountToken: false }, { automountToken: true });
const UNBIND = edits(
  { roles: [] },
  { roles: [{ clusterRole: 'metrics-reader', everywhere: true }, { role: 'orders-reader' }] },
);
const BIND = edits({}, { roles: [{ role: 'secrets-reader' }, { others: 'keep' }] });
const DELETE: Wish = {
  base: [{ ...account('exporter', {}), onRemove: { kind: 'delete', options: {} } }],
  head: [],
};
const CREATE: Wish = { base: [], head: [account('importer', { automountToken: false })] };

describe('between the judgement and the write', () => {
  let running: Cluster | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };
  beforeAll(async () => {
    running = await Cluster.start(NAMESPACES);
  });
  afterAll(async () => {
    await running?.live.close();
  });
  beforeEach(async () => {
    await freshEstate(cluster());
  });

  /** Runs the last step of the plan, the earlier ones done, and lets somebody act right before its first write. */
  async function race(wish: Wish, act: () => Promise<unknown>) {
    const reader = kubernetes.reader(connectionAs(cluster(), 'reader'));
    const writer = kubernetesApplier.writer(connectionAs(cluster(), 'applier'));
    try {
      const [change] = (await planWish(SOURCE, kubernetes, reader, wish)).plan.changes;
      if (change === undefined) throw new Error('nothing was planned');
      const steps = change.steps.map((_step, at) => at);
      let outcome = null;
      for (const at of steps) outcome = await runStep(writer, change, at, at === steps.at(-1) ? act : async () => {});
      return outcome;
    } finally {
      await reader.close();
      await writer.close();
    }
  }

  async function runStep(
    writer: ReturnType<typeof kubernetesApplier.writer>,
    { address, steps, incarnation }: Change,
    at: number,
    act: () => Promise<unknown>,
  ) {
    const step = steps[at];
    if (step === undefined) throw new Error('there is no such step');
    let acted = false;
    const guard = {
      judge: (found: Parameters<typeof confirmStep>[1]) => judgeStep(steps, step, found, incarnation, false),
      confirm: (found: Parameters<typeof confirmStep>[1]) => confirmStep(step, found),
      fence: async () => {
        if (!acted) await act();
        acted = true;
      },
    };
    const sink = { store: () => Promise.reject(new Error('nothing was to be stored')) };
    return await writer.run({ address, step, marks: marksOf('a run') }, guard, sink);
  }

  const does = (act: string) => async () => await ACTS[act]?.(cluster());
  const subjectsOf = async (namespace: string, name: string) =>
    ((await cluster().rbac.readNamespacedRoleBinding({ namespace, name })).subjects ?? []).map((one) => one.name);

  it('a note of another tool makes the server refuse the first write, and the second is done', async () => {
    expect(await race(MOUNT, does('let kubectl take a note'))).toMatchObject({ kind: 'applied' });
    const { metadata, automountServiceAccountToken } = await cluster().core.readNamespacedServiceAccount({
      namespace: 'shop',
      name: 'exporter',
    });
    expect(automountServiceAccountToken).toBe(true);
    expect(metadata?.annotations).toMatchObject({ 'kubectl.kubernetes.io/last-applied-configuration': '{}' });
  });

  it('what somebody else did of it is not done twice', async () => {
    expect(await race(MOUNT, does('mount the token'))).toMatchObject({ kind: 'already-applied' });
  });

  it('another ServiceAccount of the same name is left alone', async () => {
    expect(await race(MOUNT, does('recreate the account'))).toMatchObject({
      kind: 'conflict',
      pointer: '/incarnation',
    });
  });

  it('a binding that gets another subject keeps it', async () => {
    const alone = edits(
      { roles: [] },
      { roles: [{ role: 'orders-reader' }, { clusterRole: 'metrics-reader', everywhere: true }] },
    );
    expect(await race(alone, does('add a user to a binding'))).toMatchObject({ kind: 'applied' });
    expect(await subjectsOf('billing', 'billing-view')).toEqual(['ana']);
  });

  it('a role that is bound anew meanwhile is named by the look after the write', async () => {
    expect(await race(UNBIND, does('bind one more role'))).toMatchObject({
      kind: 'conflict',
      pointer: '/roles/values/shop/Role/secrets-reader',
      planned: null,
      found: true,
    });
  });

  it('a binding that a chart claims meanwhile keeps who is in it', async () => {
    const claim = async () => {
      const name = 'orders';
      const body = await cluster().rbac.readNamespacedRoleBinding({ namespace: 'shop', name });
      if (body.metadata !== undefined) body.metadata.annotations = { 'meta.helm.sh/release-name': 'chart' };
      await cluster().rbac.replaceNamespacedRoleBinding({ namespace: 'shop', name, body });
    };
    const alone = edits(
      { roles: [] },
      {
        roles: [
          { clusterRole: 'metrics-reader', everywhere: true },
          { clusterRole: 'view', namespace: 'billing' },
        ],
      },
    );
    expect(await race(alone, claim)).toMatchObject({
      kind: 'failed',
      cause: { code: 'binding-managed-elsewhere', evidence: expect.stringMatching(/^orders in shop: Helm/u) },
    });
    expect(await subjectsOf('shop', 'orders')).toContain('exporter');
  });

  it('a binding of the same name that somebody was faster with is taken for what it is', async () => {
    const role = { kind: 'Role', name: 'secrets-reader' } as const;
    const holder = { namespace: 'shop', name: 'exporter' };
    const name = bindingName({ namespace: 'shop', role }, holder);
    const make = async () =>
      await cluster().make(
        JSON.parse(
          JSON.stringify({
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata: { name, namespace: 'shop' },
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', ...role },
            subjects: [{ kind: 'ServiceAccount', namespace: 'shop', name: 'stranger' }],
          }),
        ),
      );
    expect(await race(BIND, make)).toMatchObject({ kind: 'applied' });
    expect(await subjectsOf('shop', name)).toEqual(['stranger', 'exporter']);
  });

  it('an object that changes in what was reviewed is not deleted', async () => {
    expect(await race(DELETE, does('rewrite an annotation'))).toMatchObject({
      kind: 'conflict',
      pointer: '/annotations/values/team',
    });
    expect(await cluster().core.readNamespacedServiceAccount({ namespace: 'shop', name: 'exporter' })).toBeDefined();
  });

  it('an object that somebody else creates first is theirs', async () => {
    const make = async () =>
      await cluster().core.createNamespacedServiceAccount({
        namespace: 'shop',
        body: { metadata: { name: 'importer' }, automountServiceAccountToken: false },
      });
    expect(await race(CREATE, make)).toMatchObject({ kind: 'conflict' });
  });
});
