import { confirmStep, judgeStep } from '../../src/core/apply/judge.ts';
import { judgeClaim } from '../../src/core/apply/claims.ts';
import type { Attributes } from '../../src/core/attributes.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Step } from '../../src/core/plan.ts';
import type { Guard, Writer } from '../../src/core/ports.ts';
import type { Effect } from '../../src/providers/kubernetes/steps/effect.ts';
import { kubernetesApplier } from '../../src/providers/kubernetes/write/applier.ts';
import { bindingName } from '../../src/providers/kubernetes/write/bodies.ts';
import { FakeApiServer, type FakeAnswer, type FakeCall } from './fake-api-server.ts';
import { marksOf } from './marks.ts';
import { PATHS, SmallCluster } from './small-cluster.ts';

/** Of the apply that runs each step. */
export const MARKS = marksOf('a run');

const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';
const ORDERS = { namespace: 'shop', role: { kind: 'Role', name: 'orders' } } as const;
/** What a binding of `exporter` to the Role `orders` is called when a writer makes it. */
export const OWN = bindingName(ORDERS, { namespace: 'shop', name: 'exporter' });

const bound = (...names: readonly string[]): Attributes => ({
  roles: {
    others: 'remove',
    values: names.length === 0 ? {} : { shop: { Role: Object.fromEntries(names.map((name) => [name, true])) } },
  },
});

export function step(effect: Effect, expected: Attributes | null, result: Attributes | null): Step {
  const repeat = expected === null ? 'intent' : 'idempotent';
  return { id: `${EXPORTER}#1`, dependsOn: [], stage: 0, effect, expect: expected, result, repeat };
}

export const UNMOUNT = step(
  { kind: 'edit', edit: { automountToken: false } },
  { automountToken: true },
  { automountToken: false },
);
export const BIND = step({ kind: 'bind', ...ORDERS }, bound(), bound('orders'));
export const UNBIND = step({ kind: 'unbind', ...ORDERS }, bound('orders'), bound());

export type Between = (call: FakeCall, cluster: SmallCluster) => FakeAnswer | undefined;

/** Somebody writes to the ServiceAccount right before the first so many writes to it. */
export function meddling(edit: object, times: number): Between {
  let left = times;
  return ({ method }, cluster) => {
    if (method === 'PATCH' && left > 0) {
      left -= 1;
      cluster.put(PATHS.exporter, { ...cluster.objects.get(PATHS.exporter), ...edit });
    }
    return undefined;
  };
}

/** A binding of the namespace `shop` as the API server has it. */
export function bindingOf(name: string, role: string, subjects: readonly JsonObject[], marks: JsonObject = {}) {
  return { metadata: { name, namespace: 'shop', ...marks }, roleRef: { kind: 'Role', name: role }, subjects };
}

export function at(binding: string): string {
  return `${PATHS.bindings}/${encodeURIComponent(binding)}`;
}

const SHOP: JsonObject = { namespaces: ['shop'], clusterScoped: false };

/** A writer to the ServiceAccount `exporter` in a small cluster. `between` sees each call first, and may answer it. */
export async function smallWorld(open: { close(): unknown }[], between: Between = () => undefined, boundary = SHOP) {
  const cluster = new SmallCluster();
  cluster.put(PATHS.exporter, { metadata: { name: 'exporter', namespace: 'shop' } });
  const server = await FakeApiServer.start((call) => between(call, cluster) ?? cluster.answer(call));
  const connection = { source: 'cluster', secret: server.kubeconfig, boundary, options: {}, timeout: 2_000 };
  const writer = kubernetesApplier.writer({ ...connection, progress: () => {} });
  open.push(writer, server);
  const written = () => server.calls.filter(({ method }) => method !== 'GET');
  return { cluster, server, writer, written };
}

const noSink = { store: () => Promise.reject(new Error('nothing was to be stored')) };

/** One step as an apply runs it, of a document that adopts nothing. */
export function runStep(writer: Writer, one: Step, more: Partial<Guard> = {}, address = EXPORTER, intended = false) {
  const guard: Guard = {
    judge: (found) => {
      const verdict = judgeStep([one], one, found, null, intended);
      return judgeClaim({ metadata: { before: null, after: null }, after: one.result }, found, verdict);
    },
    confirm: (found) => confirmStep(one, found),
    fence: () => Promise.resolve(),
    ...more,
  };
  return writer.run({ address, step: one, marks: MARKS }, guard, noSink);
}
