import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kubernetesReader } from '../../../src/providers/kubernetes/catalog/read.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { KubernetesWriter } from '../../../src/providers/kubernetes/write/write.ts';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import { planWish, type Declared } from '../../support/planning.ts';
import { Cluster } from './cluster.ts';
import { connectionAs, SOURCE } from './contract-harness.ts';
import { freshEstate, NAMESPACES } from './estate.ts';

const HOME = 'countersign';
const exporter = (automountToken: boolean): Declared => ({
  kind: 'KubernetesServiceAccount',
  namespace: 'shop',
  name: 'exporter',
  spec: { automountToken },
});

describe('a job in a pod of the cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-pod-'));
  let running: Cluster | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };

  beforeAll(async () => {
    running = await Cluster.start([...NAMESPACES, HOME]);
    const { core, rbac, live } = cluster();
    await core.createNamespacedServiceAccount({ namespace: HOME, body: { metadata: { name: 'job' } } });
    for (const name of ['countersign-reader', 'countersign-applier'])
      await rbac.createClusterRoleBinding({
        body: {
          metadata: { name: `job-${name}` },
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
          subjects: [{ kind: 'ServiceAccount', namespace: HOME, name: 'job' }],
        },
      });
    writeFileSync(join(folder, 'ca.crt'), live.ca);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await running?.live.close();
  });
  beforeEach(async () => {
    await freshEstate(cluster());
    await mount();
  });

  /** Puts a token in the pod, as the kubelet does; a new one each time. */
  async function mount(): Promise<void> {
    const { status } = await cluster().core.createNamespacedServiceAccountToken({
      namespace: HOME,
      name: 'job',
      body: { spec: { audiences: [], expirationSeconds: 600 } },
    });
    put(`${status?.token ?? ''}\n`);
  }

  function put(token: string): void {
    writeFileSync(join(folder, 'token'), token);
  }

  const connection = () => connectionAs(cluster(), 'reader', { secret: 'in-cluster\n' });
  const pod = () => ({ folder, server: cluster().live.url });

  it('reads, plans and applies as its own ServiceAccount', async () => {
    const reader = kubernetesReader(connection(), pod());
    const writer = new KubernetesWriter(connection(), pod());
    const { facts } = await reader.read({ kind: 'boundary' });
    expect(facts).toMatchObject({ reader: `system:serviceaccount:${HOME}:job` });
    expect(await writer.identify()).toEqual(await reader.identify());
    const { plan } = await planWish(SOURCE, kubernetes, reader, { base: [exporter(false)], head: [exporter(true)] });
    const { result } = await applyRecorded(plan, writer, new RecordedApply());
    expect(result).toBe('applied');
    const account = await cluster().core.readNamespacedServiceAccount({ namespace: 'shop', name: 'exporter' });
    expect(account.automountServiceAccountToken).toBe(true);
    const calls = await cluster().live.calls();
    expect(calls.filter(({ mutates, user }) => mutates && user === `system:serviceaccount:${HOME}:job`)).not.toEqual(
      [],
    );
    await reader.close();
    await writer.close();
  });

  it('takes the token that the kubelet put in the place of the one that it began with', async () => {
    put('ended');
    const reader = kubernetesReader(connection(), pod());
    expect(await reader.read({ kind: 'boundary' })).toMatchObject({
      unreadable: [{ reason: { code: 'cluster-login-refused' } }],
    });
    await mount();
    expect((await reader.read({ kind: 'boundary' })).unreadable.filter(({ address }) => address === null)).toEqual([]);
    await reader.close();
  });

  it('trusts no other server than the one that its folder names', async () => {
    const other = await Cluster.start([]);
    const reader = kubernetesReader(connection(), { folder, server: other.live.url });
    await expect(reader.identify()).rejects.toMatchObject({ code: 'cluster-certificate' });
    await reader.close();
    await other.live.close();
  });
});
