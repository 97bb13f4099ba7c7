import { afterEach, describe, expect, it } from 'vitest';
import { bindingName } from '../../../src/providers/kubernetes/write/bodies.ts';
import type { FakeAnswer } from '../../support/fake-api-server.ts';
import { accountSubject } from '../../support/kubernetes-objects.ts';
import { ANOTHER_MARK } from '../../support/marks.ts';
import { PATHS } from '../../support/small-cluster.ts';
import {
  at,
  BIND,
  bindingOf,
  MARKS,
  meddling,
  OWN,
  runStep,
  smallWorld,
  step,
  UNBIND,
  UNMOUNT,
  type Between,
} from '../../support/small-writer.ts';

describe('a writer', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const world = async (between?: Between) => await smallWorld(open, between);

  it('writes under the version that it judged', async () => {
    const { writer, written } = await world();
    expect(await runStep(writer, UNMOUNT)).toMatchObject({
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

  it('judges again what changed in something else meanwhile', async () => {
    const { writer, written } = await world(meddling({ secrets: [] }, 1));
    expect(await runStep(writer, UNMOUNT)).toMatchObject({ kind: 'applied' });
    expect(written()).toHaveLength(2);
  });

  it('skips what somebody else did meanwhile', async () => {
    const { writer, written } = await world(meddling({ automountServiceAccountToken: false }, 1));
    expect(await runStep(writer, UNMOUNT)).toMatchObject({ kind: 'already-applied' });
    expect(written()).toHaveLength(1);
  });

  it('asks to be run again where something keeps changing', async () => {
    const { writer } = await world(meddling({ secrets: [] }, 9));
    expect(await runStep(writer, UNMOUNT)).toMatchObject({ kind: 'retryable', cause: { code: 'cluster-contended' } });
  });

  it('says where a race was lost after its write', async () => {
    let patched = false;
    const { writer } = await world((call, cluster) => {
      if (call.method === 'GET' && patched)
        cluster.put(PATHS.exporter, { ...cluster.objects.get(PATHS.exporter), automountServiceAccountToken: true });
      patched ||= call.method === 'PATCH';
      return undefined;
    });
    expect(await runStep(writer, UNMOUNT)).toMatchObject({ kind: 'conflict', pointer: '/automountToken', found: true });
  });

  it('gives a role by a binding of its own', async () => {
    const { writer, written } = await world();
    expect(await runStep(writer, BIND)).toMatchObject({ kind: 'applied' });
    expect(OWN).toMatch(/^countersign:shop:exporter:orders:[0-9a-f]{12}$/u);
    expect(written()).toMatchObject([
      {
        method: 'POST',
        path: PATHS.bindings,
        body: {
          metadata: { name: OWN, namespace: 'shop', labels: { 'app.kubernetes.io/managed-by': 'countersign' } },
          roleRef: { kind: 'Role', name: 'orders' },
          subjects: [accountSubject('exporter')],
        },
      },
    ]);
  });

  it('calls it so that a path can name it, whatever the role is called', () => {
    for (const name of ['😀'.repeat(150), `x${'😀'.repeat(150)}`]) {
      const role = { kind: 'Role', name } as const;
      expect(() =>
        encodeURIComponent(bindingName({ namespace: 'shop', role }, { namespace: 'shop', name: 'a' })),
      ).not.toThrow();
    }
  });

  it('takes a binding over that is called as its own would be, with those who are in it', async () => {
    const { cluster, writer, written } = await world();
    cluster.put(at(OWN), bindingOf(OWN, 'orders', [accountSubject('stranger')]));
    expect(await runStep(writer, BIND)).toMatchObject({ kind: 'applied' });
    expect(written()).toMatchObject([
      { method: 'PATCH', body: { subjects: [accountSubject('stranger'), accountSubject('exporter')] } },
    ]);
  });

  it('does not where that is of another role', async () => {
    const { cluster, writer, written } = await world();
    cluster.put(at(OWN), bindingOf(OWN, 'everything', [accountSubject('stranger')]));
    expect(await runStep(writer, BIND)).toMatchObject({ kind: 'failed', cause: { code: 'binding-name-taken' } });
    expect(written()).toEqual([]);
  });

  it('takes a role away in each binding that gives it, and from nobody else', async () => {
    const { cluster, writer, written } = await world();
    const group = { kind: 'Group', name: 'dev' };
    cluster.put(at('alone'), bindingOf('alone', 'orders', [accountSubject('exporter')]));
    cluster.put(at('shared'), bindingOf('shared', 'orders', [group, accountSubject('exporter')]));
    cluster.put(at('others'), bindingOf('others', 'orders', [group]));
    expect(await runStep(writer, UNBIND)).toMatchObject({ kind: 'applied' });
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
        live.put(at('alone'), bindingOf('alone', 'orders', [accountSubject('exporter'), accountSubject('new')]));
      }
      return undefined;
    });
    cluster.put(at('alone'), bindingOf('alone', 'orders', [accountSubject('exporter')]));
    expect(await runStep(writer, UNBIND)).toMatchObject({ kind: 'applied' });
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
    expect(await runStep(writer, create, {}, role, true)).toMatchObject({ kind });
  });

  it('does not take a role that is too large to compare for absent', async () => {
    const { cluster, writer, written } = await world();
    const many = Array.from({ length: 400 }, (_item, index) => `r${index}`);
    const rules = [{ apiGroups: many, resources: many, verbs: ['get'] }];
    cluster.put(`${PATHS.roles}/orders`, { metadata: { name: 'orders', namespace: 'shop' }, rules });
    const deletion = step({ kind: 'delete' }, { rules: {} }, null);
    expect(await runStep(writer, deletion, {}, role)).toMatchObject({
      kind: 'failed',
      cause: { code: 'rules-too-large' },
    });
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
    expect(await runStep(writer, UNMOUNT)).toMatchObject(outcome);
  });

  it('writes nothing once the lease is lost, and passes that on', async () => {
    const { writer, written } = await world();
    const lost = new Error('the lease is lost');
    await expect(runStep(writer, UNMOUNT, { fence: () => Promise.reject(lost) })).rejects.toBe(lost);
    expect(written()).toEqual([]);
  });

  it('writes nothing more once the lease is lost between two bindings', async () => {
    const { cluster, writer, written } = await world();
    for (const name of ['one', 'two']) cluster.put(at(name), bindingOf(name, 'orders', [accountSubject('exporter')]));
    const lost = new Error('the lease is lost');
    const fence = () => (written().length === 0 ? Promise.resolve() : Promise.reject(lost));
    await expect(runStep(writer, UNBIND, { fence })).rejects.toBe(lost);
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
      expect(await runStep(writer, UNMOUNT)).toMatchObject({
        kind: 'ambiguous',
        cause: { code: 'cluster-write-unseen' },
      });
    },
  );

  it('writes nothing outside of its boundary', async () => {
    const { writer, server } = await world();
    const outside = 'cluster/KubernetesServiceAccount/billing/exporter';
    expect(await runStep(writer, UNMOUNT, {}, outside)).toMatchObject({
      kind: 'failed',
      cause: { code: 'outside-boundary' },
    });
    expect(server.calls).toEqual([]);
  });
});
