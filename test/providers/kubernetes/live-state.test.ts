import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import {
  accountJson,
  accountSubject,
  bindingJson,
  clusterRoleJson,
  liveOf,
  roleJson,
} from '../../support/kubernetes-objects.ts';

const EXPORTER = 'cluster/KubernetesServiceAccount/shop/exporter';
const attributesOf = (live: ReturnType<typeof liveOf>, address = EXPORTER) =>
  live.objects.find((object) => object.address === address)?.attributes;

it('is told soon of very many that are bound to very many', () => {
  const names = Array.from({ length: 6000 }, (_, at) => `a${at}`);
  const lists = {
    serviceAccounts: names.map((name) => accountJson(name)),
    roles: names.map((name) => roleJson(name, [])),
    bindings: names.map((name) => bindingJson(name, 'shop', `Role/${name}`, [accountSubject(name)])),
  };
  const began = process.threadCpuUsage().user;
  expect(liveOf(lists).objects).toHaveLength(12_000);
  expect(process.threadCpuUsage().user - began).toBeLessThan(1_200_000);
});

describe('what a ServiceAccount is bound to', () => {
  const bound = (...bindings: readonly Parameters<typeof bindingJson>[]) =>
    attributesOf(
      liveOf({ serviceAccounts: [accountJson('exporter')], bindings: bindings.map((one) => bindingJson(...one)) }),
    )?.['roles'];

  it('is by place, kind and name of the role', () => {
    expect(
      bound(
        ['a', 'shop', 'Role/orders', [accountSubject('exporter')]],
        ['b', 'billing', 'ClusterRole/view', [accountSubject('exporter'), accountSubject('stranger')]],
        ['c', null, 'ClusterRole/metrics', [accountSubject('exporter')]],
      ),
    ).toEqual({
      others: 'remove',
      values: {
        shop: { Role: { orders: true } },
        billing: { ClusterRole: { view: true } },
        '*': { ClusterRole: { metrics: true } },
      },
    });
  });

  it('is the same whatever the bindings are called, how many there are, and who else is in them', () => {
    const one = bound(['a', 'shop', 'Role/orders', [accountSubject('exporter')]]);
    const user = { kind: 'User', name: 'system:serviceaccount:shop:exporter' };
    expect(bound(['z', 'shop', 'Role/orders', [accountSubject('stranger'), accountSubject('exporter')]])).toEqual(one);
    expect(
      bound(
        ['a', 'shop', 'Role/orders', [accountSubject('exporter')]],
        ['b', 'shop', 'Role/orders', [accountSubject('exporter'), accountSubject('exporter')]],
      ),
    ).toEqual(one);
    expect(bound(['a', 'shop', 'Role/orders', [user]])).toEqual(one);
  });

  it('is of the namespace of the binding where its subject names none, as the API server has it', () => {
    const one = bound(['a', 'shop', 'ClusterRole/admin', [accountSubject('exporter')]]);
    const unsaid = { kind: 'ServiceAccount', name: 'exporter' };
    expect(bound(['a', 'shop', 'ClusterRole/admin', [unsaid]])).toEqual(one);
    expect(bound(['a', 'billing', 'ClusterRole/admin', [unsaid]])).toEqual({ others: 'remove', values: {} });
  });

  it.each([
    ['one of its name elsewhere', accountSubject('exporter', 'billing')],
    ['a user of its name', { kind: 'User', name: 'exporter' }],
    ['a group of its namespace', { kind: 'Group', name: 'system:serviceaccounts:shop' }],
    ['a user with more to its name', { kind: 'User', name: 'system:serviceaccount:shop:exporter:more' }],
  ])('is nothing of %s', (_what, subject) => {
    expect(bound(['a', 'shop', 'Role/orders', [subject]])).toEqual({ others: 'remove', values: {} });
  });

  it('has names as they are, also those that every object has', () => {
    const subjects = [accountSubject('exporter')];
    expect(
      Object.keys(Object(bound(['a', null, 'ClusterRole/constructor', subjects])).values['*'].ClusterRole),
    ).toEqual(['constructor']);
    expect(Object.keys(Object(bound(['a', null, 'ClusterRole/__proto__', subjects])).values['*'].ClusterRole)).toEqual([
      '__proto__',
    ]);
  });

  it('outside of the boundary is listed and not managed', () => {
    const live = liveOf(
      {
        serviceAccounts: [accountJson('exporter')],
        bindings: [bindingJson('a', 'billing', 'ClusterRole/view', [accountSubject('exporter')])],
      },
      { boundary: { namespaces: ['shop'] } },
    );
    expect(attributesOf(live)?.['roles']).toEqual({ others: 'remove', values: {} });
    expect(live.notModelled).toEqual([
      { address: EXPORTER, what: 'role outside of the boundary', detail: 'ClusterRole view in billing' },
    ]);
  });
});

describe('a live state', () => {
  it('tells tokens from their absence: what is not said mounts one', () => {
    expect(attributesOf(liveOf({ serviceAccounts: [accountJson('exporter')] }))?.['automountToken']).toBe(true);
    const silent = accountJson('exporter', { automountServiceAccountToken: false });
    expect(attributesOf(liveOf({ serviceAccounts: [silent] }))?.['automountToken']).toBe(false);
  });

  it('leaves out what kubectl and Countersign note', () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': '{"password":"x"}',
      'countersign.dev/creation': 'a'.repeat(64),
      team: 'billing',
    };
    const live = liveOf({ serviceAccounts: [accountJson('exporter', {}, { annotations })] });
    expect(attributesOf(live)?.['annotations']).toEqual({ others: 'remove', values: { team: 'billing' } });
    expect(live.unreadable).toEqual([]);
  });

  it('shows no secret, and keeps it where the rest is imported', () => {
    const token = `ghp_${'Canary0Token1'.repeat(3)}`;
    const live = liveOf({
      serviceAccounts: [accountJson('exporter', {}, { annotations: { 'a/b': token, team: 'x' } })],
    });
    expect(JSON.stringify(live)).not.toContain(token);
    expect(live.unreadable).toMatchObject([
      { address: EXPORTER, pointer: '/annotations/values/a~1b', reason: { code: 'text-secret' } },
    ]);
    const [object] = live.objects;
    expect(object && kubernetes.toDocument(object, live).spec['annotations']).toEqual({
      values: { team: 'x' },
      others: 'keep',
    });
  });

  it('has every label: what is a note of ours among annotations is none among them, and may make a role part of another', () => {
    const labels = { 'countersign.dev/aggregate-to-admin': 'true' };
    const live = liveOf({ clusterRoles: [clusterRoleJson('part', { rules: [] }, { labels, annotations: labels })] });
    expect(attributesOf(live, 'cluster/KubernetesClusterRole/part')).toMatchObject({ labels: { values: labels } });
  });

  it('that grants too much to compare is unread itself, and keeps nothing else from being read', () => {
    const many = Array.from({ length: 400 }, (_item, index) => `r${index}`);
    const large = roleJson('large', [{ apiGroups: many, resources: many, verbs: ['get'] }]);
    const live = liveOf({ roles: [large, roleJson('orders', [])] });
    const address = 'cluster/KubernetesRole/shop/large';
    expect(live.objects.map((object) => object.address)).toEqual(['cluster/KubernetesRole/shop/orders']);
    expect(live.unreadable).toMatchObject([{ address, pointer: null, reason: { code: 'rules-too-large' } }]);
  });

  it('of an aggregated ClusterRole has its selectors, and not the rules that the cluster wrote', () => {
    const selector = { matchLabels: { 'rbac.example/view': 'true' } };
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
    const role = clusterRoleJson('all', { rules, aggregationRule: { clusterRoleSelectors: [selector] } });
    const live = liveOf({ clusterRoles: [role] });
    expect(attributesOf(live, 'cluster/KubernetesClusterRole/all')).toEqual({
      rules: {},
      aggregation: { 'rbac.example/view=true': true },
      labels: { others: 'remove', values: {} },
    });
  });

  it('names the people who hold a role', () => {
    const live = liveOf({
      roles: [roleJson('orders', [])],
      bindings: [bindingJson('a', 'shop', 'Role/orders', [{ kind: 'Group', name: 'dev' }, accountSubject('exporter')])],
    });
    expect(live.notModelled).toEqual([
      { address: 'cluster/KubernetesRole/shop/orders', what: 'held by a user or a group', detail: 'Group dev in shop' },
    ]);
  });

  it.each([
    ['Argo CD', { managedFields: [{ manager: 'argocd-controller', operation: 'Apply' }] }],
    ['Flux', { managedFields: [{ manager: 'kubectl' }, { manager: 'kustomize-controller' }] }],
    ['Helm', { annotations: { 'meta.helm.sh/release-name': 'shop' } }],
    ['Helm', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }],
    ['Argo CD', { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:x' } }],
    ['Argo CD', { labels: { 'argocd.argoproj.io/instance': 'shop' } }],
    ['Flux', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'shop' } }],
    ['Operator Lifecycle Manager', { labels: { 'olm.owner': 'shop' } }],
    [undefined, { labels: { 'app.kubernetes.io/managed-by': 'somebody' } }],
    [undefined, { labels: { 'app.kubernetes.io/instance': 'shop' } }],
  ])('sees the claim of %s', (tool, metadata) => {
    const live = liveOf({ serviceAccounts: [accountJson('exporter', {}, metadata)] });
    expect(live.objects[0]?.managedBy?.tool).toBe(tool);
  });

  describe('of an account that exclude leaves out', () => {
    const exclude = ['admin', 'default', 'KubernetesClusterRole/*'];
    const serviceAccounts = ['exporter', 'default', 'admin', 'admin-2'].map((name) => accountJson(name));
    const bound = (...names: readonly string[]) =>
      bindingJson(
        'all',
        null,
        'ClusterRole/cluster-admin',
        names.map((name) => accountSubject(name)),
      );
    const told = (more: object, ...names: readonly string[]) =>
      liveOf({ serviceAccounts, bindings: [bound(...names)] }, { boundary: { exclude, ...more } }).notModelled;

    it('tells that it is bound to roles', () => {
      const what = 'ServiceAccounts with roles, left out by exclude';
      expect(told({}, 'exporter', 'admin')).toEqual([{ address: null, what, detail: '1 (shop/admin)' }]);
      expect(told({}, 'default', 'admin')).toMatchObject([{ detail: '2 (shop/admin, shop/default)' }]);
    });

    it('tells nothing of one that holds none, of one that is managed, or outside of the namespaces', () => {
      expect(told({}, 'exporter', 'nobody')).toEqual([]);
      expect(told({ namespaces: ['metrics'] }, 'admin')).toEqual([]);
    });

    it('names the first of many', () => {
      const names = Array.from({ length: 12 }, (_, index) => `a${index + 10}`);
      const live = liveOf(
        { serviceAccounts: names.map((name) => accountJson(name)), bindings: [bound(...names)] },
        { boundary: { exclude: ['a*'] } },
      );
      expect(live.notModelled[0]?.detail).toMatch(/^12 \(shop\/a10, .*shop\/a19 and 2 more\)$/u);
    });
  });

  it('sees a claim without what looks like a secret', () => {
    const annotations = { 'meta.helm.sh/release-name': 'password=canary-5e0b91' };
    const live = liveOf({ serviceAccounts: [accountJson('exporter', {}, { annotations })] });
    expect(live.objects[0]?.managedBy?.tool).toBe('Helm');
    expect(JSON.stringify(live)).not.toContain('canary');
  });

  it('is the same in any order of reading', () => {
    const lists = {
      serviceAccounts: [accountJson('exporter'), accountJson('importer')],
      roles: [roleJson('a', []), roleJson('b', [])],
      bindings: [
        bindingJson('a', 'shop', 'Role/a', [accountSubject('exporter'), { kind: 'User', name: 'ana' }]),
        bindingJson('b', 'shop', 'Role/b', [accountSubject('importer')]),
      ],
    };
    const reversed = {
      serviceAccounts: lists.serviceAccounts.toReversed(),
      roles: lists.roles.toReversed(),
      bindings: lists.bindings.toReversed(),
    };
    expect(liveOf(reversed)).toEqual(liveOf(lists));
  });
});
