import { afterEach, describe, expect, it } from 'vitest';
import { confirmStep, judgeStep } from '../../../src/core/apply/judge.ts';
import type { Attributes } from '../../../src/core/attributes.ts';
import type { Step } from '../../../src/core/plan.ts';
import type { Guard, Writer } from '../../../src/core/ports.ts';
import type { Effect } from '../../../src/providers/kubernetes/steps/effect.ts';
import { kubernetesApplier } from '../../../src/providers/kubernetes/write/applier.ts';
import { bindingName } from '../../../src/providers/kubernetes/write/bodies.ts';
import { FakeApiServer, type FakeAnswer, type FakeCall } from '../../support/fake-api-server.ts';
import { accountSubject } from '../../support/kubernetes-objects.ts';
import { ANOTHER_MARK, marksOf } from '../../support/marks.ts';
import { PATHS, SmallCluster } from '../../support/small-cluster.ts';

const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';
const MARKS = marksOf('a run');
const noSink = { store: () => Promise.reject(new Error('nothing was to be stored')) };
const ORDERS = { namespace: 'shop', role: { kind: 'Role', name: 'orders' } } as const;

const bound = (...names: readonly string[]): Attributes => ({
  roles: {
    others: 'remove',
    values: names.length === 0 ? {} : { shop: { Role: Object.fromEntries(names.map((name) => [name, true])) } },
  },
});

function step(effect: Effect, expected: Attributes | null, result: Attributes | null): Step {
  const repeat = expected === null ? 'intent' : 'idempotent';
  return { id: `${EXPORTER}#1`, dependsOn: [], stage: 0, effect, expect: expected, result, repeat };
}

const UNMOUNT = step(
  { kind: 'edit', edit: { automountToken: false } },
  { automountToken: true },
  { automountToken: false },
);
const BIND = step({ kind: 'bind', ...ORDERS }, bound(), bound('orders'));
const UNBIND = step({ kind: 'unbind', ...ORDERS }, bound('orders'), bound());

describe('a writer', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  type Between = (call: FakeCall, cluster: SmallCluster) => FakeAnswer | undefined;

  /** A ServiceAccount in a small cluster. `between` sees each call first, and may answer it. */
  async function world(between: Between = () => undefined) {
    const cluster = new SmallCluster();
    cluster.put(PATHS.exporter, { metadata: { name: 'exporter', namespace: 'shop' } });
    const server = await FakeApiServer.start((call) => between(call, cluster) ?? cluster.answer(call));
    const boundary = { namespaces: ['shop'], clusterScoped: false };
    const connection = { source: 'cluster', secret: server.kubeconfig, boundary, options: {}, timeout: 2_000 };
    const writer = kubernetesApplier.writer({ ...connection, progress: () => {} });
    open.push(writer, server);
    const written = () => server.calls.filter(({ method }) => method !== 'GET');
    return { cluster, server, writer, written };
  }

  function run(writer: Writer, one: Step, more: Partial<Guard> = {}, address = EXPORTER, intended = false) {
    const guard: Guard = {
      judge: (found) => judgeStep([one], one, found, null, intended),
      confirm: (found) => confirmStep(one, found),
      fence: () => Promise.resolve(),
      ...more,
    };
    return writer.run({ address, step: one, marks: MARKS }, guard, noSink);
  }

  it('writes under the version that it judged', async () => {
    const { writer, written } = await world();
    expect(await run(writer, UNMOUNT)).toMatchObject({
      kind: 'applied',
      remains: ['the tokens of pods that already run, until these end'],
    });
    expect(written()).toMatchObject([
      {
        method: 'PATCH',
        body: { metadata: { uid: 'uid-2', resourceVersion: '2' }, automountServiceAccountToken: false },
      },
    ]);
  });

  const meddling = (edit: object, times: number): Between => {
    let left = times;
    return ({ method }, cluster) => {
      if (method === 'PATCH' && left > 0) {
        left -= 1;
        cluster.put(PATHS.exporter, { ...cluster.objects.get(PATHS.exporter), ...edit });
      }
      return undefined;
    };
  };

  it('judges again what changed in something else meanwhile', async () => {
    const { writer, written } = await world(meddling({ secrets: [] }, 1));
    expect(await run(writer, UNMOUNT)).toMatchObject({ kind: 'applied' });
    expect(written()).toHaveLength(2);
  });

  it('skips what somebody else did meanwhile', async () => {
    const { writer, written } = await world(meddling({ automountServiceAccountToken: false }, 1));
    expect(await run(writer, UNMOUNT)).toMatchObject({ kind: 'already-applied' });
    expect(written()).toHaveLength(1);
  });

  it('asks to be run again where something keeps changing', async () => {
    const { writer } = await world(meddling({ secrets: [] }, 9));
    expect(await run(writer, UNMOUNT)).toMatchObject({ kind: 'retryable', cause: { code: 'cluster-contended' } });
  });

  it('says where a race was lost after its write', async () => {
    let patched = false;
    const { writer } = await world((call, cluster) => {
      if (call.method === 'GET' && patched)
        cluster.put(PATHS.exporter, { ...cluster.objects.get(PATHS.exporter), automountServiceAccountToken: true });
      patched ||= call.method === 'PATCH';
      return undefined;
    });
    expect(await run(writer, UNMOUNT)).toMatchObject({ kind: 'conflict', pointer: '/automountToken', found: true });
  });

  it('gives a role by a binding of its own', async () => {
    const { writer, written } = await world();
    expect(await run(writer, BIND)).toMatchObject({ kind: 'applied' });
    const name = bindingName(ORDERS, { namespace: 'shop', name: 'exporter' });
    expect(name).toMatch(/^countersign:shop:exporter:orders:[0-9a-f]{12}$/u);
    expect(written()).toMatchObject([
      {
        method: 'POST',
        path: PATHS.bindings,
        body: {
          metadata: { name, namespace: 'shop', labels: { 'app.kubernetes.io/managed-by': 'countersign' } },
          roleRef: { kind: 'Role', name: 'orders' },
          subjects: [accountSubject('exporter')],
        },
      },
    ]);
  });

  const binding = (name: string, role: string, subjects: readonly object[]) => ({
    metadata: { name, namespace: 'shop' },
    roleRef: { kind: 'Role', name: role },
    subjects: subjects.map((one) => ({ ...one })),
  });
  const own = bindingName(ORDERS, { namespace: 'shop', name: 'exporter' });
  const at = (name: string) => `${PATHS.bindings}/${encodeURIComponent(name)}`;

  it('takes a binding over that is called as its own would be, with those who are in it', async () => {
    const { cluster, writer, written } = await world();
    cluster.put(at(own), binding(own, 'orders', [accountSubject('stranger')]));
    expect(await run(writer, BIND)).toMatchObject({ kind: 'applied' });
    expect(written()).toMatchObject([
      { method: 'PATCH', body: { subjects: [accountSubject('stranger'), accountSubject('exporter')] } },
    ]);
  });

  it('does not where that is of another role', async () => {
    const { cluster, writer, written } = await world();
    cluster.put(at(own), binding(own, 'everything', [accountSubject('stranger')]));
    expect(await run(writer, BIND)).toMatchObject({ kind: 'failed', cause: { code: 'binding-name-taken' } });
    expect(written()).toEqual([]);
  });

  it('takes a role away in each binding that gives it, and from nobody else', async () => {
    const { cluster, writer, written } = await world();
    const group = { kind: 'Group', name: 'dev' };
    cluster.put(at('alone'), binding('alone', 'orders', [accountSubject('exporter')]));
    cluster.put(at('shared'), binding('shared', 'orders', [group, accountSubject('exporter')]));
    cluster.put(at('others'), binding('others', 'orders', [group]));
    expect(await run(writer, UNBIND)).toMatchObject({ kind: 'applied' });
    expect(written()).toMatchObject([
      { method: 'DELETE', path: at('alone'), body: { preconditions: { resourceVersion: '3' } } },
      { method: 'PATCH', path: at('shared'), body: { subjects: [group] } },
    ]);
  });

  it('keeps who was added to a binding meanwhile', async () => {
    let added = false;
    const { cluster, writer } = await world(({ method }, live) => {
      if (method === 'DELETE' && !added) {
        added = true;
        live.put(at('alone'), binding('alone', 'orders', [accountSubject('exporter'), accountSubject('new')]));
      }
      return undefined;
    });
    cluster.put(at('alone'), binding('alone', 'orders', [accountSubject('exporter')]));
    expect(await run(writer, UNBIND)).toMatchObject({ kind: 'applied' });
    expect(cluster.objects.get(at('alone'))?.['subjects']).toEqual([accountSubject('new')]);
  });

  const create = step({ kind: 'create', edit: { rules: [] } }, null, { rules: {} });
  const role = 'cluster/KubernetesRole/shop/orders';

  it.each([
    ['its own from before', MARKS.mark, 'already-applied'],
    ['of another apply', ANOTHER_MARK, 'conflict'],
    ['that bears what it committed to', [...MARKS.commitments].join(), 'conflict'],
  ])('takes an equal object %s for what it is', async (_whose, mark, kind) => {
    const { cluster, writer } = await world();
    const annotations = { 'countersign.dev/creation': mark };
    cluster.put(`${PATHS.roles}/orders`, { metadata: { name: 'orders', namespace: 'shop', annotations }, rules: [] });
    expect(await run(writer, create, {}, role, true)).toMatchObject({ kind });
  });

  it('does not take a role that is too large to compare for absent', async () => {
    const { cluster, writer, written } = await world();
    const many = Array.from({ length: 400 }, (_item, index) => `r${index}`);
    const rules = [{ apiGroups: many, resources: many, verbs: ['get'] }];
    cluster.put(`${PATHS.roles}/orders`, { metadata: { name: 'orders', namespace: 'shop' }, rules });
    const deletion = step({ kind: 'delete' }, { rules: {} }, null);
    expect(await run(writer, deletion, {}, role)).toMatchObject({ kind: 'failed', cause: { code: 'rules-too-large' } });
    await expect(writer.observe(role, null)).rejects.toMatchObject({ code: 'rules-too-large' });
    expect(written()).toEqual([]);
  });

  const answering =
    (status: number, message = 'forbidden: it is'): Between =>
    ({ method }) =>
      method === 'PATCH' ? { status, body: { kind: 'Status', message } } : undefined;

  it.each<readonly [string, Between, object]>([
    [
      'what it may not',
      answering(403),
      { kind: 'failed', cause: { code: 'cluster-write-denied', evidence: 'HTTP 403' } },
    ],
    ['what is not valid', answering(422), { kind: 'failed', cause: { code: 'cluster-write-refused' } }],
    ['too much', answering(429), { kind: 'retryable', cause: { code: 'cluster-busy' } }],
    ['a broken server', answering(500), { kind: 'ambiguous', cause: { code: 'cluster-write-unanswered' } }],
    [
      'nobody after asking',
      ({ method }) => (method === 'PATCH' ? 'cut' : undefined),
      { kind: 'ambiguous', cause: { code: 'cluster-write-unanswered', evidence: 'ECONNRESET' } },
    ],
    ['nobody before asking', () => 'cut', { kind: 'retryable', cause: { code: 'cluster-connection-lost' } }],
    [
      'a message with a secret',
      answering(403, 'token ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
      { cause: { cause: 'The API server refused the step: (withheld: it has the shape of a secret)' } },
    ],
  ])('that meets %s says so', async (_what, between, outcome) => {
    const { writer } = await world(between);
    expect(await run(writer, UNMOUNT)).toMatchObject(outcome);
  });

  it('writes nothing once the lease is lost, and passes that on', async () => {
    const { writer, written } = await world();
    const lost = new Error('the lease is lost');
    await expect(run(writer, UNMOUNT, { fence: () => Promise.reject(lost) })).rejects.toBe(lost);
    expect(written()).toEqual([]);
  });

  it('writes nothing more once the lease is lost between two bindings', async () => {
    const { cluster, writer, written } = await world();
    for (const name of ['one', 'two']) cluster.put(at(name), binding(name, 'orders', [accountSubject('exporter')]));
    const lost = new Error('the lease is lost');
    const fence = () => (written().length === 0 ? Promise.resolve() : Promise.reject(lost));
    await expect(run(writer, UNBIND, { fence })).rejects.toBe(lost);
    expect(written()).toHaveLength(1);
  });

  it.each<readonly [string, FakeAnswer]>([
    ['nobody', 'cut'],
    ['a server that does not let it', { status: 403, body: null }],
  ])(
    'that cannot look at what it wrote, since it meets %s, does not say that nothing was written',
    async (_who, answer) => {
      let patched = false;
      const { writer } = await world(({ method }) => {
        if (patched) return answer;
        patched = method === 'PATCH';
        return undefined;
      });
      expect(await run(writer, UNMOUNT)).toMatchObject({ kind: 'ambiguous', cause: { code: 'cluster-write-unseen' } });
    },
  );

  it('writes nothing outside of its boundary', async () => {
    const { writer, server } = await world();
    const outside = 'cluster/KubernetesServiceAccount/billing/exporter';
    expect(await run(writer, UNMOUNT, {}, outside)).toMatchObject({
      kind: 'failed',
      cause: { code: 'outside-boundary' },
    });
    expect(server.calls).toEqual([]);
  });
});
