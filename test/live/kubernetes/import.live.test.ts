import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../../../src/core/digest.ts';
import { isJsonObject, type JsonObject } from '../../../src/core/json.ts';
import { parseJson } from '../../../src/core/parse-json.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { openClient } from '../../../src/providers/kubernetes/client.ts';
import { serviceAccountOf } from '../../../src/providers/kubernetes/api/objects.ts';
import { listAll } from '../../../src/providers/kubernetes/api/read.ts';
import { liveOf } from '../../support/kubernetes-objects.ts';
import { planWish, type Declared } from '../../support/planning.ts';
import { Api } from './api.ts';
import { Cluster } from './cluster.ts';
import { connectionAs, SOURCE } from './contract-harness.ts';

type DiscoveredResource = {
  readonly resource: string;
  readonly subresources?: readonly { readonly subresource: string }[];
};

type Discovered = {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    readonly versions: readonly { readonly resources: readonly DiscoveredResource[] }[];
  }[];
};

function namesOf({ resource, subresources = [] }: DiscoveredResource): readonly string[] {
  return [resource, ...subresources.map(({ subresource }) => `${resource}/${subresource}`)];
}

describe('what every cluster is born with', () => {
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

  it('is imported whole, and nothing is planned for it', async () => {
    const source = { ...SOURCE, boundary: { namespaces: ['*', 'kube-system', 'kube-public'] } };
    const reader = kubernetes.reader(connectionAs(cluster(), 'reader', { boundary: source.boundary }));
    const live = await reader.read({ kind: 'boundary' });
    const head = live.objects.map((object): Declared => {
      const { kind, name, namespace, spec } = kubernetes.toDocument(object, live);
      expect(kubernetes.lint(kind, spec)).toEqual([]);
      return { kind, name, ...(namespace === undefined ? {} : { namespace }), spec };
    });
    expect(head.map(({ name }) => name)).toEqual(expect.arrayContaining(['admin', 'cluster-admin', 'edit', 'view']));
    const planned = await planWish(source, kubernetes, reader, { base: [], head });
    expect(planned.assessment).toMatchObject({ complete: true, applyable: true });
    expect(planned.plan.changes.flatMap(({ steps }) => steps)).toEqual([]);
    await reader.close();
  });

  it('is the same after an import, also what is never managed', async () => {
    const client = await openClient(cluster().live.kubeconfig('admin'), 30_000);
    const items = (await listAll(client, 'clusterroles', null)).filter(isJsonObject);
    client.close();
    expect(items.length).toBeGreaterThan(60);
    const renamed = items.map((item): JsonObject => {
      const { metadata: raw } = item;
      const metadata = isJsonObject(raw) ? raw : {};
      const name = typeof metadata['name'] === 'string' ? metadata['name'].replace('system:', 'system-') : '';
      return { ...item, metadata: { ...metadata, name } };
    });
    const live = liveOf({ clusterRoles: renamed });
    expect(live.objects).toHaveLength(items.length);
    for (const object of live.objects) {
      const spec = parseJson(JSON.stringify(kubernetes.toDocument(object, live).spec));
      const context = { source: live.source, address: object.address, mode: 'authoritative', live } as const;
      const head = kubernetes.normalize(object.kind, isJsonObject(spec) ? spec : {}, {
        ...context,
        resolve: (one) => one,
      });
      expect(canonicalize(head), object.address).toBe(
        canonicalize(kubernetes.project(object, { base: null, head }, live)),
      );
    }
  });

  it('has no resource that a rule would be warned about', async () => {
    const api = new Api(cluster().live);
    const headers = { accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList' };
    const found = await Promise.all(
      ['/api', '/apis'].map((path) => api.call<Discovered>({ method: 'GET', path, headers })),
    );
    api.close();
    const groups = found.flatMap(({ items }) => items);
    const rules = groups.flatMap(({ metadata: { name = '' }, versions }) =>
      versions.flatMap(({ resources }) => ({
        apiGroups: [name],
        resources: resources.flatMap(namesOf),
        verbs: ['get'],
      })),
    );
    expect(rules.length).toBeGreaterThan(20);
    expect(kubernetes.lint('KubernetesClusterRole', { rules })).toEqual([]);
  });

  it('is read to its end although page tokens expire', async () => {
    const client = await openClient(cluster().live.kubeconfig('reader'), 30_000);
    for (let at = 0; at < 600; at += 1)
      await cluster().make({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: `many-${at}`, namespace: 'shop' },
      });
    let pages = 0;
    const expiring = {
      ...client,
      call: async (call: Parameters<typeof client.call>[0]) => {
        pages += 1;
        if (pages === 2) await cluster().live.expireContinues();
        return await client.call(call);
      },
    };
    const items = await listAll(expiring, 'serviceaccounts', 'shop');
    client.close();
    const names = items.map((item) => serviceAccountOf(item).metadata.name).filter((name) => name.startsWith('many-'));
    expect(new Set(names).size).toBe(600);
    expect(names).toHaveLength(600);
    expect(pages).toBe(4);
  });
});
