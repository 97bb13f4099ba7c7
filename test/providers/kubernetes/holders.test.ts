import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveState } from '../../../src/core/live.ts';
import type { Draft } from '../../../src/core/ports.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { FakeApiServer, type FakeAnswer, type FakeCall } from '../../support/fake-api-server.ts';
import { accountSubject, bindingJson, clusterRoleJson, liveOf, roleJson } from '../../support/kubernetes-objects.ts';

const SHARED = 'cluster/KubernetesClusterRole/shared';
const ORDERS = 'cluster/KubernetesRole/shop/orders';
const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';
const BOUNDARY = { namespaces: ['shop'] };

const lists = {
  clusterRoles: [clusterRoleJson('shared', {})],
  roles: [roleJson('orders', [])],
  bindings: [
    bindingJson('beyond', 'billing', 'ClusterRole/shared', [
      accountSubject('clerk', 'billing'),
      accountSubject('exporter'),
    ]),
    bindingJson('same-name', 'billing', 'Role/orders', [accountSubject('clerk', 'billing')]),
  ],
};

function deletion(address: string, released: readonly string[] = []): Draft {
  const none = {
    guide: null,
    object: null,
    removal: null,
    creates: new Map<string, null>(),
    declared: new Map<string, string>(),
  };
  return { address, action: 'delete', before: {}, after: null, ...none, released: new Set(released) };
}

function objectAt(live: LiveState, address: string) {
  const object = live.objects.find((one) => one.address === address);
  if (object === undefined) throw new Error('it was read');
  return object;
}

describe('a ClusterRole that is held outside of the boundary', () => {
  const live = liveOf(lists, { boundary: BOUNDARY, whole: true });

  it('is not deleted, and the plan names the holders', () => {
    const { blocked } = kubernetes.steps(deletion(SHARED), live);
    expect(blocked).toMatchObject([{ code: 'role-still-bound' }]);
    expect(blocked[0]?.message).toContain('ServiceAccount billing/clerk, outside of the boundary');
  });

  it('is not disabled either', () => {
    expect(kubernetes.disabled(objectAt(live, SHARED), live)).toMatchObject({
      kind: 'blocked',
      blocked: [{ code: 'role-still-bound' }],
    });
  });

  it('is held there, too, by whom the same plan unbinds within the boundary', () => {
    const { blocked } = kubernetes.steps(deletion(SHARED, [EXPORTER]), live);
    expect(blocked[0]?.message).toContain('ServiceAccount shop/exporter in billing, outside of the boundary');
  });

  it('tells nothing of a Role, which nobody of another namespace can hold', () => {
    expect(kubernetes.steps(deletion(ORDERS), live).blocked).toEqual([]);
    expect(kubernetes.disabled(objectAt(live, ORDERS), live).kind).toBe('after');
  });
});

describe('a ClusterRole whose holders outside of the boundary cannot be read', () => {
  const unseen = liveOf({ ...lists, bindings: [] }, { boundary: BOUNDARY, whole: false });

  it('is neither deleted nor disabled, for nobody knows who would lose it', () => {
    expect(kubernetes.steps(deletion(SHARED), unseen).blocked).toMatchObject([{ code: 'role-holders-unread' }]);
    expect(kubernetes.disabled(objectAt(unseen, SHARED), unseen)).toMatchObject({
      kind: 'blocked',
      blocked: [{ code: 'role-holders-unread' }],
    });
  });

  it('holds no Role back', () => {
    expect(kubernetes.steps(deletion(ORDERS), unseen).blocked).toEqual([]);
  });

  it('goes where everything was read and nobody holds it', () => {
    const seen = liveOf({ ...lists, bindings: [] }, { boundary: BOUNDARY, whole: true });
    expect(kubernetes.steps(deletion(SHARED), seen).blocked).toEqual([]);
    expect(kubernetes.disabled(objectAt(seen, SHARED), seen).kind).toBe('after');
  });
});

describe('a reader of some namespaces', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const RBAC = '/apis/rbac.authorization.k8s.io/v1';
  const list = (items: readonly JsonObject[]): FakeAnswer => ({ status: 200, body: { items, metadata: {} } });

  function cluster({ path }: FakeCall, mayListAll: boolean): FakeAnswer {
    switch (path) {
      case '/api/v1/namespaces/kube-system':
        return { status: 200, body: { metadata: { name: 'kube-system', uid: 'cluster', resourceVersion: '1' } } };
      case `${RBAC}/clusterroles/shared`:
        return { status: 200, body: clusterRoleJson('shared', {}) };
      case `${RBAC}/namespaces/shop/roles/orders`:
        return { status: 200, body: roleJson('orders', []) };
      case `${RBAC}/rolebindings`:
        return mayListAll ? list(lists.bindings) : { status: 403, body: { kind: 'Status' } };
      default:
        return path.startsWith(`${RBAC}/`) ? list([]) : { status: 200, body: {} };
    }
  }

  async function read(address: string, mayListAll: boolean) {
    const server = await FakeApiServer.start((call) => cluster(call, mayListAll));
    const settings = { source: 'cluster', boundary: BOUNDARY, options: {}, timeout: 5_000, progress: () => {} };
    const reader = kubernetes.reader({ ...settings, secret: server.kubeconfig });
    open.push(reader, server);
    const live = await reader.read({ kind: 'addresses', addresses: [address] });
    return { live, asked: server.calls.map(({ path }) => path).filter((path) => path.endsWith('/rolebindings')) };
  }

  it('looks into the others for the holders of a ClusterRole, and for nothing else', async () => {
    const { live, asked } = await read(SHARED, true);
    expect(asked).toEqual([`${RBAC}/rolebindings`]);
    expect(kubernetes.steps(deletion(SHARED), live).blocked).toMatchObject([{ code: 'role-still-bound' }]);
    expect(live.objects).toHaveLength(1);
  });

  it('that may not look there plans all the same, and says so', async () => {
    const { live, asked } = await read(SHARED, false);
    expect(asked).toEqual([`${RBAC}/rolebindings`, `${RBAC}/namespaces/shop/rolebindings`]);
    expect(live.unreadable).toEqual([]);
    expect(kubernetes.steps(deletion(SHARED), live).blocked).toMatchObject([{ code: 'role-holders-unread' }]);
  });

  it('does not look there for a Role', async () => {
    expect((await read(ORDERS, true)).asked).toEqual([`${RBAC}/namespaces/shop/rolebindings`]);
  });
});
