import { afterEach, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import type { Reader, ReadQuery } from '../../../src/core/ports.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { FakeApiServer, type FakeAnswer, type FakeCall } from '../../support/fake-api-server.ts';
import {
  accountJson,
  accountSubject,
  bindingJson,
  clusterRoleJson,
  roleJson,
} from '../../support/kubernetes-objects.ts';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const ok = (body: Json): FakeAnswer => ({ status: 200, body });
const list = (items: readonly JsonObject[], next = ''): FakeAnswer =>
  ok({ items, metadata: { resourceVersion: '9', ...(next === '' ? {} : { continue: next }) } });
const status = (code: number): FakeAnswer => ({ status: code, body: { kind: 'Status', message: 'shown-to-nobody' } });
const absent = (path: string): FakeAnswer => {
  const details = { name: path.slice(path.lastIndexOf('/') + 1) };
  return { status: 404, body: { kind: 'Status', reason: 'NotFound', details } };
};

/** A cluster with one namespace, shop, and one of everything. */
function calm({ path }: FakeCall): FakeAnswer {
  switch (path) {
    case '/version':
      return ok({ gitVersion: 'v1.35.4' });
    case '/api/v1/namespaces/kube-system':
      return ok({ metadata: { name: 'kube-system', uid: 'uid-of-the-cluster', resourceVersion: '1' } });
    case '/api/v1/serviceaccounts':
    case '/api/v1/namespaces/shop/serviceaccounts':
      return list([accountJson('exporter')]);
    case '/api/v1/namespaces/shop/serviceaccounts/exporter':
      return ok(accountJson('exporter'));
    case `${RBAC}/roles`:
    case `${RBAC}/namespaces/shop/roles`:
      return list([roleJson('orders', [])]);
    case `${RBAC}/namespaces/shop/roles/orders`:
      return ok(roleJson('orders', []));
    case `${RBAC}/clusterroles`:
      return list([clusterRoleJson('view', {})]);
    case `${RBAC}/rolebindings`:
    case `${RBAC}/namespaces/shop/rolebindings`:
      return list([bindingJson('a', 'shop', 'Role/orders', [accountSubject('exporter')])]);
    case `${RBAC}/clusterrolebindings`:
      return list([]);
    default:
      return absent(path);
  }
}

const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';
const ORDERS = 'cluster/KubernetesRole/shop/orders';

describe('a reader', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function reading(
    answer: (call: FakeCall) => FakeAnswer,
    {
      boundary = {},
      options = {},
      timeout = 5_000,
    }: { boundary?: JsonObject; options?: JsonObject; timeout?: number } = {},
  ): Promise<{ readonly reader: Reader; readonly server: FakeApiServer }> {
    const server = await FakeApiServer.start(answer);
    const secret = server.kubeconfig;
    const reader = kubernetes.reader({ source: 'cluster', secret, boundary, options, timeout, progress: () => {} });
    open.push(reader, server);
    return { reader, server };
  }

  const read = async (answer: (call: FakeCall) => FakeAnswer, query: ReadQuery = { kind: 'boundary' }) => {
    const { reader, server } = await reading(answer);
    return { live: await reader.read(query), server };
  };

  it('reads every list once, with GET alone', async () => {
    const { live, server } = await read(calm);
    expect(live.objects.map(({ address }) => address)).toEqual([
      'cluster/KubernetesClusterRole/view',
      ORDERS,
      EXPORTER,
    ]);
    expect(live.target).toEqual({ cluster: 'uid-of-the-cluster' });
    expect(kubernetes.summary(live)).toBe('Kubernetes v1.35.4, 1 service account, 2 roles');
    expect(server.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/namespaces/kube-system',
      'GET /api/v1/serviceaccounts',
      `GET ${RBAC}/roles`,
      `GET ${RBAC}/clusterroles`,
      `GET ${RBAC}/rolebindings`,
      `GET ${RBAC}/clusterrolebindings`,
      'GET /version',
    ]);
  });

  it('asks for one Role, and who in its namespace is bound to it, and for nothing else', async () => {
    const { live, server } = await read(calm, { kind: 'addresses', addresses: [ORDERS] });
    expect(live.objects.map(({ address }) => address)).toEqual([ORDERS]);
    expect(server.calls.map(({ path }) => path)).toEqual([
      '/api/v1/namespaces/kube-system',
      `${RBAC}/namespaces/shop/roles/orders`,
      `${RBAC}/namespaces/shop/rolebindings`,
      '/version',
    ]);
  });

  it('keeps to its namespaces, and without the cluster to them alone', async () => {
    const boundary = { namespaces: ['shop'], clusterScoped: false };
    const { reader, server } = await reading(calm, { boundary });
    const { objects } = await reader.read({ kind: 'boundary' });
    expect(objects.map(({ address }) => address)).toEqual([ORDERS, EXPORTER]);
    expect(server.calls.map(({ path }) => path)).toEqual([
      '/api/v1/namespaces/kube-system',
      '/api/v1/namespaces/shop/serviceaccounts',
      `${RBAC}/namespaces/shop/roles`,
      `${RBAC}/namespaces/shop/rolebindings`,
      '/version',
    ]);
  });

  it('takes what is not there for absent, and what is outside of the boundary for unread', async () => {
    const { reader } = await reading(calm, { boundary: { exclude: ['hidden'] } });
    const hidden = 'cluster/KubernetesServiceAccount/shop/hidden';
    const gone = 'cluster/KubernetesServiceAccount/shop/gone';
    const live = await reader.read({ kind: 'addresses', addresses: [gone, hidden] });
    expect(live.objects).toEqual([]);
    expect(live.unreadable).toMatchObject([{ address: hidden, reason: { code: 'outside-boundary' } }]);
  });

  it.each<readonly [string, Json]>([
    ['a gateway', '<h1>404</h1>'],
    ['a server that has not the resource', { kind: 'Status', reason: 'NotFound', details: {} }],
  ])('does not take the 404 of %s for an absence', async (_who, body) => {
    const answer = (call: FakeCall) => (call.path.endsWith('/orders') ? { status: 404, body } : calm(call));
    const { live } = await read(answer, { kind: 'addresses', addresses: [ORDERS] });
    expect(live).toMatchObject({ unreadable: [{ address: null, reason: { code: 'source-unreachable' } }] });
  });

  it('follows pages to their end', async () => {
    const { live, server } = await read((call) => {
      if (call.path !== '/api/v1/serviceaccounts') return calm(call);
      expect(call.query.get('limit')).toBe('500');
      const at = Number(call.query.get('continue') ?? '0');
      return list([accountJson(`account-${at}`)], at < 4 ? String(at + 1) : '');
    });
    expect(live.objects.filter(({ kind }) => kind === 'KubernetesServiceAccount')).toHaveLength(5);
    expect(server.calls.filter(({ path }) => path === '/api/v1/serviceaccounts')).toHaveLength(5);
  });

  it('begins again where a page token has expired', async () => {
    const { live } = await read((call) => {
      if (call.path !== '/api/v1/serviceaccounts') return calm(call);
      if (call.query.get('continue') === null) return list([accountJson('exporter')], 'next');
      return call.count === 2 ? status(410) : list([accountJson('importer')]);
    });
    expect(live.unreadable).toEqual([]);
    expect(
      live.objects.filter(({ kind }) => kind === 'KubernetesServiceAccount').map(({ address }) => address),
    ).toEqual([EXPORTER, 'cluster/KubernetesServiceAccount/shop/importer']);
  });

  it.each([
    [
      'tokens that always expire',
      (call: FakeCall) => (call.query.get('continue') === null ? list([], 'x') : status(410)),
    ],
    ['a token that leads to itself', () => list([], 'x')],
  ])('gives up on %s', async (_what, answer) => {
    const { live } = await read((call) => (call.path === '/api/v1/serviceaccounts' ? answer(call) : calm(call)));
    expect(live).toMatchObject({ objects: [], unreadable: [{ address: null, reason: { code: 'list-never-ends' } }] });
  });

  it('waits where it is asked to', async () => {
    const { live } = await read((call) =>
      call.path === `${RBAC}/roles` && call.count < 3
        ? { status: 429, body: null, headers: { 'retry-after': '0' } }
        : calm(call),
    );
    expect(live.unreadable).toEqual([]);
  });

  it('asks again where a kept connection had ended', async () => {
    const { live } = await read((call) => (call.path === '/version' && call.count === 1 ? 'cut' : calm(call)));
    expect(live.unreadable).toEqual([]);
  });

  it.each<readonly [string, string, FakeAnswer, string]>([
    ['may not list', `${RBAC}/clusterrolebindings`, status(403), 'cluster-read-denied'],
    ['is not known', '/api/v1/namespaces/kube-system', status(401), 'cluster-login-refused'],
    ['gets no answer', `${RBAC}/roles`, 'cut', 'source-unreachable'],
    [
      'meets a broken server',
      `${RBAC}/roles`,
      { status: 500, body: null, headers: { 'retry-after': '0' } },
      'source-unreachable',
    ],
    ['meets something else', `${RBAC}/roles`, ok('hello'), 'kubernetes-malformed'],
    ['meets other objects', `${RBAC}/roles`, list([{ metadata: { name: 'x' } }]), 'kubernetes-malformed'],
  ])('that %s has read nothing at all, and repeats nothing', async (_what, path, answer, code) => {
    const { live } = await read((call) => (call.path === path ? answer : calm(call)));
    expect(live).toMatchObject({ objects: [], target: {}, unreadable: [{ address: null, reason: { code } }] });
    expect(JSON.stringify(live)).not.toContain('shown-to-nobody');
    expect(kubernetes.summary(live)).toBe('Kubernetes, not read');
  });

  it('in a pod has the login of the pod, and says where there is none', async () => {
    const secret = 'in-cluster\n';
    const reader = kubernetes.reader({
      source: 'cluster',
      secret,
      boundary: {},
      options: {},
      timeout: 1,
      progress: () => {},
    });
    open.push(reader);
    expect(await reader.read({ kind: 'boundary' })).toMatchObject({
      unreadable: [{ reason: { code: 'in-cluster-unavailable' } }],
    });
    await expect(reader.identify()).rejects.toMatchObject({ code: 'in-cluster-unavailable' });
  });

  it('does not wait for ever', async () => {
    const { reader } = await reading(() => ok(null), { timeout: 1 });
    expect(await reader.read({ kind: 'boundary' })).toMatchObject({ objects: [] });
  });

  it('tells tokens in Secrets only where it is told to, and asks for their metadata alone', async () => {
    const secret = (name: string, labels: JsonObject): JsonObject => ({
      metadata: {
        name,
        namespace: 'shop',
        uid: name,
        resourceVersion: '1',
        creationTimestamp: '2025-01-01T00:00:00Z',
        annotations: { 'kubernetes.io/service-account.name': 'exporter' },
        labels,
      },
    });
    const secrets = [
      secret('used', { 'kubernetes.io/legacy-token-last-used': '2026-05-01' }),
      secret('ended', { 'kubernetes.io/legacy-token-invalid-since': '2026-04-01' }),
    ];
    const answer = (call: FakeCall) => (call.path === '/api/v1/secrets' ? list(secrets) : calm(call));
    const silent = await reading(answer);
    expect((await silent.reader.read({ kind: 'boundary' })).objects.at(-1)?.credentials).toBeUndefined();
    expect(silent.server.calls.filter(({ path }) => path.includes('secrets'))).toEqual([]);
    const telling = await reading(answer, { options: { tokenSecrets: true } });
    const token = { kind: 'token', created: '2025-01-01T00:00:00Z', expires: null };
    expect((await telling.reader.read({ kind: 'boundary' })).objects.at(-1)?.credentials).toEqual([
      { ...token, id: 'used', state: 'active', lastUsed: '2026-05-01T00:00:00Z' },
      { ...token, id: 'ended', state: 'inactive', lastUsed: 'untold' },
    ]);
    const [asked] = telling.server.calls.filter(({ path }) => path.includes('secrets'));
    expect(asked?.query.get('fieldSelector')).toBe('type=kubernetes.io/service-account-token');
    expect(asked?.accept).toContain('as=PartialObjectMetadataList');
  });

  it('reads the whole cluster where it is asked who may do what', async () => {
    const { reader } = await reading(calm, { boundary: { namespaces: ['other'], clusterScoped: false } });
    const live = await reader.read({ kind: 'estate' });
    expect(live).toMatchObject({
      objects: [],
      facts: {
        serviceAccounts: [{ namespace: 'shop', name: 'exporter' }],
        roles: [{ namespace: 'shop', name: 'orders', rules: [] }],
        clusterRoles: [{ name: 'view', rules: [], selectors: null }],
        bindings: [{ namespace: 'shop', role: { kind: 'Role', name: 'orders' } }],
      },
    });
  });
});
