import { describe, expect, it } from 'vitest';
import type { EffectivePermission } from '../../../../src/core/access/effective.ts';
import { kubernetesAccess } from '../../../../src/providers/kubernetes/access/access-model.ts';
import type { Estate } from '../../../../src/providers/kubernetes/access/estate.ts';
import { account, bound, EMPTY, group, liveOf, rule } from './cluster.ts';

const ESTATE: Estate = {
  serviceAccounts: [
    { namespace: 'shop', name: 'web' },
    { namespace: 'shop', name: 'job' },
    { namespace: 'hr', name: 'pay' },
  ],
  roles: [
    {
      namespace: 'shop',
      name: 'reader',
      rules: [rule('get,list', 'pods'), rule('get', 'secrets', { resourceNames: ['db'] })],
    },
  ],
  clusterRoles: [
    {
      name: 'cluster-admin',
      labels: {},
      selectors: null,
      rules: [rule('*', '*', { apiGroups: ['*'] }), { nonResourceURLs: ['*'], verbs: ['*'] }],
    },
    {
      name: 'health',
      labels: {},
      selectors: null,
      rules: [{ nonResourceURLs: ['/healthz'], verbs: ['get'] }, rule('get', 'nodes')],
    },
    {
      name: 'edit',
      labels: {},
      selectors: [{ matchLabels: { 'to-edit': 'true' } }],
      rules: [rule('update', 'configmaps'), rule('create', 'jobs', { apiGroups: ['batch'] })],
    },
    { name: 'edit-core', labels: { 'to-edit': 'true' }, selectors: null, rules: [rule('update', 'configmaps')] },
  ],
  bindings: [
    bound('shop', 'Role', 'reader', account('shop', 'web'), account('shop', 'gone')),
    bound('hr', 'Role', 'reader', account('hr', 'pay')),
    bound('shop', 'ClusterRole', 'edit', group('system:serviceaccounts:shop')),
    bound('shop', 'ClusterRole', 'health', account('shop', 'job')),
    bound(null, 'ClusterRole', 'health', group('system:authenticated')),
    bound(null, 'ClusterRole', 'cluster-admin', {
      kind: 'User',
      namespace: null,
      name: 'system:serviceaccount:hr:pay',
    }),
    bound(null, 'ClusterRole', 'cluster-admin', group('system:masters')),
  ],
};

const index = kubernetesAccess.index(liveOf(ESTATE));

function lines(permissions: readonly EffectivePermission[]): readonly string[] {
  return permissions.map(({ principal, action, resource, path: { basis, through } }) => {
    const way = [...(basis === 'grant' ? [] : [basis]), ...through.map(short)].join(' > ');
    return `${short(principal)} ${action} ${resource}${way === '' ? '' : ` by ${way}`}`;
  });
}

function short(address: string): string {
  return decodeURIComponent(address.replace(/^prod\/Kubernetes(?:ServiceAccount|ClusterRole|Role|Group)\//u, ''));
}

describe('what a ServiceAccount holds', () => {
  it('is what the roles allow that it and its namespace are bound to, with the ClusterRoles that an aggregated one has it from', () => {
    expect(lines(index.held('prod/KubernetesServiceAccount/shop/web'))).toEqual([
      'shop/web bound to prod/shop: ClusterRole edit by system:serviceaccounts:shop',
      'shop/web bound to prod/shop: Role reader',
      'shop/web update prod/shop: configmaps by system:serviceaccounts:shop > edit > edit-core',
      'shop/web create prod/shop: jobs.batch by system:serviceaccounts:shop > edit',
      'shop/web get prod/shop: pods by shop/reader',
      'shop/web list prod/shop: pods by shop/reader',
      'shop/web get prod/shop: secrets "db" by shop/reader',
    ]);
  });

  it('has no URLs of what is bound in a namespace', () => {
    expect(lines(index.held('prod/KubernetesServiceAccount/shop/job'))).toContain(
      'shop/job get prod/shop: nodes by health',
    );
    expect(lines(index.held('prod/KubernetesServiceAccount/shop/job')).join()).not.toContain('URL');
  });

  it('is what is bound to it as a user, too, and nothing by a role that is not there', () => {
    expect(lines(index.held('prod/KubernetesServiceAccount/hr/pay'))).toEqual([
      'hr/pay bound to prod/hr: Role reader',
      'hr/pay * prod: *.* by cluster-admin',
      'hr/pay bound to prod: ClusterRole cluster-admin',
      'hr/pay * prod: URL * by cluster-admin',
    ]);
  });

  it('is on a part only what it does not have on the whole in the same way', () => {
    const rules = [rule('get', 'secrets'), rule('update', 'secrets', { resourceNames: ['db'] })];
    const some = kubernetesAccess.index(
      liveOf({
        ...ESTATE,
        clusterRoles: [{ name: 'secrets', labels: {}, selectors: null, rules }],
        bindings: [null, 'shop'].map((place) => bound(place, 'ClusterRole', 'secrets', account('shop', 'web'))),
      }),
    );
    expect(lines(some.held('prod/KubernetesServiceAccount/shop/web'))).toEqual([
      'shop/web bound to prod/shop: ClusterRole secrets',
      'shop/web bound to prod: ClusterRole secrets',
      'shop/web get prod: secrets by secrets',
      'shop/web update prod: secrets "db" by secrets',
    ]);
  });

  it('is nothing where it does not exist, whatever is bound to its name', () => {
    expect(index.has('prod/KubernetesServiceAccount/shop/gone')).toBe(false);
    expect(index.held('prod/KubernetesServiceAccount/shop/gone')).toEqual([]);
  });
});

it('tells apart what everyone holds', () => {
  expect(lines(index.held(index.everyone))).toEqual([
    'system:serviceaccounts bound to prod: ClusterRole health',
    'system:serviceaccounts get prod: URL /healthz by health',
    'system:serviceaccounts get prod: nodes by health',
  ]);
  expect(lines(index.on('prod/KubernetesServiceAccount/shop/web', 'prod: URL /healthz'))).toEqual([
    'shop/web get prod: URL /healthz by everyone',
  ]);
});

it('tells what a role allows of the role, a ClusterRole as widely as it can be bound', () => {
  expect(lines(index.held('prod/KubernetesRole/shop/reader'))).toEqual([
    'shop/reader get prod/shop: pods',
    'shop/reader list prod/shop: pods',
    'shop/reader get prod/shop: secrets "db"',
  ]);
  expect(lines(index.held('prod/KubernetesClusterRole/edit'))).toEqual([
    'edit update prod: configmaps by edit-core',
    'edit create prod: jobs.batch',
  ]);
});

describe('who holds something', () => {
  it('are those whose roles allow it there, by wildcards, too', () => {
    expect(lines(index.holders('prod/shop: pods'))).toEqual([
      'hr/pay * prod/shop: pods by cluster-admin',
      'shop/web get prod/shop: pods by shop/reader',
      'shop/web list prod/shop: pods by shop/reader',
    ]);
    expect(lines(index.holders('prod/shop: ClusterRole edit'))).toEqual([
      'system:serviceaccounts:shop bound to prod/shop: ClusterRole edit',
      'shop/job bound to prod/shop: ClusterRole edit by system:serviceaccounts:shop',
      'shop/web bound to prod/shop: ClusterRole edit by system:serviceaccounts:shop',
    ]);
  });

  it.each([
    ['secrets', ['prod: secrets']],
    ['pods', ['prod/shop: pods', 'prod: pods']],
    ['secrets "db"', ['prod/shop: secrets "db"', 'prod: secrets "db"']],
    ['prod/shop: secrets', ['prod/shop: secrets', 'prod/shop: secrets "db"']],
    ['ClusterRole health', ['prod/shop: ClusterRole health', 'prod: ClusterRole health']],
    ['Role nobody', []],
    ['No resource', []],
    ['other: pods', []],
  ])('is asked of %s as %j', (text, expected) => expect(index.resolve(text)).toEqual(expected));
});

it.each([
  [{ ...EMPTY, roles: null }],
  [{ ...EMPTY, bindings: ['x'] }],
  [{ version: 'v1.35.4', boundary: {}, bindings: [], roles: {} }],
])('refuses facts that are no estate: %j', (facts) =>
  expect(() => kubernetesAccess.index({ ...liveOf(EMPTY), facts })).toThrow(
    expect.objectContaining({ code: 'kubernetes-facts-malformed' }),
  ),
);
