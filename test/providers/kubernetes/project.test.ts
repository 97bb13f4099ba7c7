import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Mode } from '../../../src/core/ports.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { accountJson, accountSubject, bindingJson, clusterRoleJson, liveOf } from '../../support/kubernetes-objects.ts';

const live = liveOf({
  serviceAccounts: [
    accountJson(
      'exporter',
      { imagePullSecrets: [{ name: 'registry' }, { name: 'other' }] },
      { labels: { team: 'billing', tier: 'one' }, annotations: { note: 'x' } },
    ),
  ],
  bindings: [
    bindingJson('a', 'shop', 'Role/orders', [accountSubject('exporter')]),
    bindingJson('b', 'billing', 'ClusterRole/view', [accountSubject('exporter')]),
  ],
});

/** Both sides of a plan that declares this of the ServiceAccount. */
function sides(spec: JsonObject, mode: Mode = 'authoritative') {
  const [object] = live.objects;
  if (object === undefined) throw new Error('it was read');
  const { address, kind } = object;
  const head = kubernetes.normalize(kind, spec, { source: 'cluster', address, mode, live, resolve: (one) => one });
  return { head, found: kubernetes.project(object, { base: null, head }, live) };
}

const KEPT: JsonObject = {
  imagePullSecrets: ['registry', { others: 'keep' }],
  labels: { values: { team: 'billing' }, others: 'keep' },
  roles: [{ role: 'orders' }, { others: 'keep' }],
};

describe('a list', () => {
  it('is exhaustive: what it does not name differs', () => {
    const { head, found } = sides({
      imagePullSecrets: ['registry'],
      labels: { values: { team: 'billing' } },
      roles: [],
    });
    expect(head).toEqual({
      imagePullSecrets: { others: 'remove', values: { registry: true } },
      labels: { others: 'remove', values: { team: 'billing' } },
      roles: { others: 'remove', values: {} },
    });
    expect(found).toEqual({
      imagePullSecrets: { others: 'remove', values: { registry: true, other: true } },
      labels: { others: 'remove', values: { team: 'billing', tier: 'one' } },
      roles: {
        others: 'remove',
        values: { shop: { Role: { orders: true } }, billing: { ClusterRole: { view: true } } },
      },
    });
  });

  it('that keeps others is about what it names alone', () => {
    const { head, found } = sides(KEPT);
    expect(found).toEqual(head);
  });

  it('keeps others in a source that only adds, whatever it says', () => {
    const { head, found } = sides(
      {
        imagePullSecrets: ['registry'],
        labels: { values: { team: 'billing' }, others: 'remove' },
        roles: [{ role: 'orders' }],
      },
      'additive',
    );
    expect(found).toEqual(head);
    expect(head).toEqual(sides(KEPT).head);
  });

  it('that is left out is not managed', () => {
    expect(sides({})).toEqual({ head: {}, found: {} });
  });
});

describe('a role in a source that only adds', () => {
  const pods = (...verbs: readonly string[]) => ({ apiGroups: [''], resources: ['pods'], verbs: [...verbs] });
  const selector = (label: string) => ({ matchLabels: { [label]: 'true' } });
  const cluster = liveOf({
    clusterRoles: [
      clusterRoleJson('own', { rules: [pods('get', 'delete')] }),
      clusterRoleJson('gathered', { aggregationRule: { clusterRoleSelectors: [selector('a')] } }),
    ],
  });

  function declared(name: string, spec: JsonObject) {
    const address = `cluster/KubernetesClusterRole/${name}`;
    const context = { source: 'cluster', address, mode: 'additive', live: cluster } as const;
    return kubernetes.normalize('KubernetesClusterRole', spec, { ...context, resolve: (one) => one });
  }

  it('keeps the rules that it has', () => {
    expect(declared('own', { rules: [pods('get', 'list')] })).toEqual({
      aggregation: null,
      rules: { pods: { get: true, list: true, delete: true } },
    });
  });

  it('keeps the selectors that it has', () => {
    const spec = { aggregationRule: { clusterRoleSelectors: [selector('b')] } };
    expect(declared('gathered', spec)).toEqual({ aggregation: { 'a=true': true, 'b=true': true }, rules: {} });
  });

  it('that is new has what is declared', () => {
    expect(declared('new', { rules: [pods('get')] })).toEqual({ aggregation: null, rules: { pods: { get: true } } });
  });

  it.each([
    ['own', { aggregationRule: { clusterRoleSelectors: [selector('b')] } }],
    ['gathered', { rules: [pods('get')] }],
  ])('does not change what %s is, which would take its rules away', (name, spec) => {
    expect(() => declared(name, spec)).toThrow(expect.objectContaining({ code: 'role-changes-nature' }));
  });
});

describe('an entry of roles', () => {
  const rolesOf = (...entries: readonly JsonObject[]) => sides({ roles: entries }).head;

  it('means the namespace of its ServiceAccount where it names none', () => {
    expect(rolesOf({ role: 'orders' })).toEqual(rolesOf({ role: 'orders', namespace: 'shop' }));
    expect(rolesOf({ clusterRole: 'view' })).toEqual(rolesOf({ clusterRole: 'view', namespace: 'shop' }));
  });

  it('means another place, and another kind, by what it says', () => {
    const entries: readonly JsonObject[] = [
      { role: 'view' },
      { role: 'view', namespace: 'billing' },
      { clusterRole: 'view' },
      { clusterRole: 'view', namespace: 'billing' },
      { clusterRole: 'view', everywhere: true },
    ];
    expect(new Set(entries.map((entry) => JSON.stringify(rolesOf(entry)))).size).toBe(entries.length);
  });

  it('is what other identities of the plan have to be there for', () => {
    const head = rolesOf({ role: 'a' }, { role: 'a', namespace: 'billing' }, { clusterRole: 'view', everywhere: true });
    expect(kubernetes.references('cluster', 'KubernetesServiceAccount', head)).toEqual([
      'cluster/KubernetesClusterRole/view',
      'cluster/KubernetesRole/billing/a',
      'cluster/KubernetesRole/shop/a',
    ]);
    expect(kubernetes.references('cluster', 'KubernetesRole', {})).toEqual([]);
  });
});
