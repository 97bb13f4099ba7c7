import { afterEach, describe, expect, it } from 'vitest';
import type { Attributes } from '../../../src/core/attributes.ts';
import type { Change } from '../../../src/core/plan.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { FakeApiServer, type FakeAnswer, type FakeCall } from '../../support/fake-api-server.ts';
import { accountJson, liveOf, roleJson } from '../../support/kubernetes-objects.ts';

const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';

const roles = (...places: readonly (readonly [string, string, string])[]): Attributes => ({
  roles: {
    others: 'remove',
    values: Object.fromEntries(places.map(([place, kind, name]) => [place, { [kind]: { [name]: true } }])),
  },
});

function change(more: Partial<Change>): Change {
  const none = { metadata: { before: null, after: null }, incarnation: null, steps: [], irreversible: [], blocked: [] };
  return { address: EXPORTER, action: 'update', before: null, after: null, ...none, ...more };
}

const mentioned = (one: Change, live = liveOf({})) =>
  (kubernetes.mentions?.([one], live, new Map()) ?? []).map(({ name, missing }) => [
    name,
    missing.code,
    missing.pointer,
  ]);

const SHOP = ['namespaces/shop', 'kubernetes-namespace-missing', undefined];

describe('a document of Kubernetes mentions', () => {
  it('the namespace of what is made in it', () => {
    expect(mentioned(change({ action: 'create', after: {} }))).toEqual([SHOP]);
    expect(mentioned(change({ action: 'create', address: 'cluster/KubernetesRole/shop/orders', after: {} }))).toEqual([
      SHOP,
    ]);
    expect(mentioned(change({ action: 'create', address: 'cluster/KubernetesClusterRole/view', after: {} }))).toEqual(
      [],
    );
  });

  it('each namespace in which a role is newly bound, with its place', () => {
    const before = roles(['billing', 'ClusterRole', 'view']);
    const after = roles(
      ['billing', 'ClusterRole', 'edit'],
      ['stock', 'ClusterRole', 'view'],
      ['*', 'ClusterRole', 'x'],
    );
    expect(mentioned(change({ before: roles(['stock', 'ClusterRole', 'view']), after }))).toEqual([
      ['namespaces/billing', 'kubernetes-namespace-missing', '/roles/values/billing/ClusterRole/edit'],
    ]);
    expect(mentioned(change({ before, after: before }))).toEqual([]);
  });

  it('no namespace in which something was found', () => {
    const created = change({ action: 'create', after: {} });
    expect(mentioned(created, liveOf({ serviceAccounts: [accountJson('other')] }))).toEqual([]);
    expect(mentioned(created, liveOf({ roles: [roleJson('orders', [])] }))).toEqual([]);
  });

  it('ClusterRoles where their names are not read', () => {
    const bound = change({ before: roles(), after: roles(['shop', 'ClusterRole', 'view']) });
    const known = liveOf({});
    const within = { ...known, facts: { ...known.facts, roles: { shop: ['orders'] } } };
    expect(mentioned(bound, within)).toEqual([
      ['clusterroles/view', 'bound-role-missing', '/roles/values/shop/ClusterRole/view'],
    ]);
    expect(mentioned(bound, { ...known, facts: { ...known.facts, roles: { shop: ['orders'], '*': [] } } })).toEqual([]);
  });

  it('nothing in a place that the source may not write to', () => {
    const known = liveOf({});
    const within = { ...known, facts: { ...known.facts, boundary: { namespaces: ['shop'] }, roles: { shop: ['a'] } } };
    expect(mentioned(change({ before: {}, after: roles(['billing', 'ClusterRole', 'view']) }), within)).toEqual([]);
  });
});

describe('what documents of Kubernetes name', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const lookUp = async (answer: (call: FakeCall) => FakeAnswer, ...names: readonly string[]) => {
    const server = await FakeApiServer.start(answer);
    const secret = server.kubeconfig;
    const reader = kubernetes.reader({
      source: 'cluster',
      secret,
      boundary: {},
      options: {},
      timeout: 5000,
      progress: () => {},
    });
    open.push(reader, server);
    const found = Object.fromEntries((await reader.lookUp?.(names)) ?? []);
    return { found, asked: server.calls.map(({ method, path }) => `${method} ${path}`) };
  };

  it('is asked for by one GET each, and may end while it is asked for', async () => {
    const { found, asked } = await lookUp(
      ({ path }) => {
        const name = path.slice(path.lastIndexOf('/') + 1);
        if (name === 'none') return { status: 404, body: { reason: 'NotFound', details: { name } } };
        if (name === 'hidden') return { status: 403, body: {} };
        const marks = name === 'ending' ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {};
        return { status: 200, body: { metadata: { name, uid: 'u', resourceVersion: '1', ...marks } } };
      },
      'namespaces/shop',
      'namespaces/none',
      'namespaces/ending',
      'namespaces/hidden',
      'clusterroles/view',
    );
    expect(found).toMatchObject({
      'namespaces/shop': { kind: 'there' },
      'namespaces/none': { kind: 'absent', instead: null },
      'namespaces/ending': {
        kind: 'absent',
        instead: 'There is one that is being deleted: see to it that there is another, and plan again.',
      },
      'namespaces/hidden': { kind: 'unknown', reason: { code: 'cluster-read-denied' } },
      'clusterroles/view': { kind: 'there' },
    });
    expect(asked).toEqual([
      'GET /api/v1/namespaces/shop',
      'GET /api/v1/namespaces/none',
      'GET /api/v1/namespaces/ending',
      'GET /api/v1/namespaces/hidden',
      'GET /apis/rbac.authorization.k8s.io/v1/clusterroles/view',
    ]);
  });

  it('is not known where the cluster cannot be reached', async () => {
    const { found } = await lookUp(() => 'cut', 'namespaces/shop');
    expect(found).toMatchObject({ 'namespaces/shop': { kind: 'unknown', reason: { code: 'source-unreachable' } } });
  });
});
