import { describe, expect, it } from 'vitest';
import { compareAccess, type AccessChange } from '../../../../src/core/access/difference.ts';
import type { Change } from '../../../../src/core/plan.ts';
import { kubernetesAccess } from '../../../../src/providers/kubernetes/access/access-model.ts';
import type { Estate } from '../../../../src/providers/kubernetes/access/estate.ts';
import { normalizeRules } from '../../../../src/providers/kubernetes/rules/normal-form.ts';
import type { PolicyRule } from '../../../../src/providers/kubernetes/rules/policy-rule.ts';
import { account, bound, change, group, liveOf, rule } from './cluster.ts';

const ESTATE: Estate = {
  serviceAccounts: [
    { namespace: 'shop', name: 'web' },
    { namespace: 'shop', name: 'job' },
  ],
  roles: [
    { namespace: 'shop', name: 'reader', rules: [rule('get,list', 'pods')] },
    { namespace: 'shop', name: 'lister', rules: [rule('list', 'pods')] },
  ],
  clusterRoles: [
    { name: 'all', labels: {}, selectors: null, rules: [rule('*', '*', { apiGroups: ['*'] })] },
    { name: 'edit', labels: {}, selectors: [{ matchLabels: { 'to-edit': 'true' } }], rules: [rule('update', 'pods')] },
    {
      name: 'admin',
      labels: {},
      selectors: [{ matchExpressions: [{ key: 'to-admin', operator: 'Exists' }] }],
      rules: [],
    },
    { name: 'edit-core', labels: { 'to-edit': 'true' }, selectors: null, rules: [rule('update', 'pods')] },
    { name: 'more', labels: {}, selectors: null, rules: [rule('delete', 'pods')] },
  ],
  bindings: [
    bound('shop', 'Role', 'reader', account('shop', 'web')),
    bound('shop', 'ClusterRole', 'edit', account('shop', 'job')),
    bound('shop', 'Role', 'later', account('shop', 'job')),
    bound('shop', 'Role', 'lister', account('shop', 'new')),
  ],
};

function told(estate: Estate, ...changes: readonly Change[]): readonly string[] {
  const { before, after, affected } = kubernetesAccess.after(liveOf(estate), changes);
  return [...compareAccess(before, after, affected)].map(line);
}

function line({ kind, permission: { principal, action, resource, path } }: AccessChange): string {
  const sign = { gained: '+', lost: '-', kept: '=', repeated: '=' }[kind];
  const through = path.through.map(short).join(' > ');
  return `${sign} ${short(principal)} ${action} ${resource}${through === '' ? '' : ` by ${through}`}`;
}

function short(address: string): string {
  return decodeURIComponent(address.replace(/^prod\/Kubernetes(?:ServiceAccount|ClusterRole|Role|Group)\//u, ''));
}

type Bound = { [place: string]: { [kind in 'Role' | 'ClusterRole']?: readonly string[] } };

function roles(places: Bound): NonNullable<Change['after']> {
  const values = Object.entries(places).map(([place, kinds]) => [
    place,
    Object.fromEntries(
      Object.entries(kinds).map(([kind, names]) => [kind, Object.fromEntries(names.map((name) => [name, true]))]),
    ),
  ]);
  return { roles: { others: 'remove', values: Object.fromEntries(values) } };
}

function rules(...list: readonly PolicyRule[]): NonNullable<Change['after']> {
  return { rules: normalizeRules(list) };
}

function labels(values: { [label: string]: string }): NonNullable<Change['after']> {
  return { labels: { others: 'keep', values } };
}

const READER = roles({ shop: { Role: ['reader'] } });

describe('a ServiceAccount', () => {
  it('gains what the role allows that it is bound to, beyond what it has', () => {
    const wider = roles({ shop: { Role: ['reader', 'lister'], ClusterRole: ['more'] } });
    expect(told(ESTATE, change('KubernetesServiceAccount/shop/web', READER, wider))).toEqual([
      '+ shop/web bound to prod/shop: ClusterRole more',
      '+ shop/web bound to prod/shop: Role lister',
      '+ shop/web delete prod/shop: pods by more',
    ]);
  });

  it('loses nothing that another role allows, too', () => {
    const lister = roles({ shop: { Role: ['lister'] } });
    expect(told(ESTATE, change('KubernetesServiceAccount/shop/web', READER, lister))).toEqual([
      '+ shop/web bound to prod/shop: Role lister',
      '- shop/web bound to prod/shop: Role reader',
      '- shop/web get prod/shop: pods by shop/reader',
    ]);
  });

  it('is told of a wildcard once, and not of each verb that it had before', () => {
    const all = roles({ shop: { Role: ['reader'] }, '*': { ClusterRole: ['all'] } });
    expect(told(ESTATE, change('KubernetesServiceAccount/shop/web', READER, all))).toEqual([
      '+ shop/web * prod: *.* by all',
      '+ shop/web bound to prod: ClusterRole all',
    ]);
    const wide = {
      ...ESTATE,
      bindings: [...ESTATE.bindings, bound(null, 'ClusterRole', 'all', account('shop', 'web'))],
    };
    expect(told(wide, change('KubernetesServiceAccount/shop/web', all, READER))).toEqual([
      '- shop/web * prod: *.* by all',
      '- shop/web bound to prod: ClusterRole all',
    ]);
  });

  it('that is created has what was bound to its name before', () => {
    expect(told(ESTATE, change('KubernetesServiceAccount/shop/new', null, READER))).toEqual([
      '+ shop/new bound to prod/shop: Role lister',
      '+ shop/new bound to prod/shop: Role reader',
      '+ shop/new get prod/shop: pods by shop/reader',
      '+ shop/new list prod/shop: pods by shop/lister',
    ]);
  });

  it('that is deleted has nothing any more, and what everyone has is no difference', () => {
    const wide = {
      ...ESTATE,
      bindings: [...ESTATE.bindings, bound('shop', 'Role', 'lister', group('system:authenticated'))],
    };
    expect(told(wide, change('KubernetesServiceAccount/shop/web', READER, null))).toEqual([
      '- shop/web bound to prod/shop: Role reader',
      '- shop/web get prod/shop: pods by shop/reader',
      '- shop/web list prod/shop: pods by shop/reader',
    ]);
  });

  it('keeps the bindings of others', () => {
    const shared = {
      ...ESTATE,
      bindings: [bound('shop', 'Role', 'reader', account('shop', 'web'), account('shop', 'job'))],
    };
    expect(told(shared, change('KubernetesServiceAccount/shop/web', READER, roles({})))).toEqual([
      '- shop/web bound to prod/shop: Role reader',
      '- shop/web get prod/shop: pods by shop/reader',
      '- shop/web list prod/shop: pods by shop/reader',
    ]);
  });
});

describe('a role', () => {
  it('that is widened widens whoever is bound to it', () => {
    const wider = rules(rule('get,list,watch', 'pods'));
    expect(told(ESTATE, change('KubernetesRole/shop/reader', rules(rule('get,list', 'pods')), wider))).toEqual([
      '+ shop/reader watch prod/shop: pods',
      '+ shop/web watch prod/shop: pods by shop/reader',
    ]);
  });

  it('that is created brings what was bound to its name before', () => {
    expect(told(ESTATE, change('KubernetesRole/shop/later', null, rules(rule('get', 'secrets'))))).toEqual([
      '+ shop/later get prod/shop: secrets',
      '+ shop/job get prod/shop: secrets by shop/later',
    ]);
  });

  it('in other words changes nothing', () => {
    const words = rules(rule('list', 'pods'), rule('get', 'pods'));
    expect(told(ESTATE, change('KubernetesRole/shop/reader', rules(rule('get,list', 'pods')), words))).toEqual([]);
  });

  it('that everyone is bound to widens everyone, once', () => {
    const estate = { ...ESTATE, bindings: [bound(null, 'ClusterRole', 'more', group('system:serviceaccounts'))] };
    const wider = rules(rule('delete,get', 'pods'));
    expect(told(estate, change('KubernetesClusterRole/more', rules(rule('delete', 'pods')), wider))).toEqual([
      '+ more get prod: pods',
      '+ system:serviceaccounts get prod: pods by more',
    ]);
  });
});

describe('a ClusterRole that an aggregated one takes in', () => {
  const job = 'shop/job delete prod/shop: pods by edit > more';

  it('by a new label widens whoever is bound to that', () => {
    expect(told(ESTATE, change('KubernetesClusterRole/more', labels({}), labels({ 'to-edit': 'true' })))).toEqual([
      '+ edit delete prod: pods by more',
      `+ ${job}`,
    ]);
  });

  it('by another selector, too', () => {
    const selector = (text: string) => ({ aggregation: { [text]: true as const } });
    const edited = change('KubernetesClusterRole/edit', selector('to-edit=true'), selector('!to-edit,!to-admin'));
    expect(told(ESTATE, edited)).toEqual(['+ edit * prod: *.* by all', '+ shop/job * prod/shop: *.* by edit > all']);
  });

  it('takes its rules away with it', () => {
    expect(told(ESTATE, change('KubernetesClusterRole/edit-core', rules(rule('update', 'pods')), null))).toEqual([
      '- edit update prod: pods by edit-core',
      '- edit-core update prod: pods',
      '- shop/job update prod/shop: pods by edit > edit-core',
    ]);
  });

  it('reaches through roles that take in one another', () => {
    const estate = {
      ...ESTATE,
      clusterRoles: ESTATE.clusterRoles.map((role) =>
        role.name === 'edit' ? { ...role, labels: { 'to-admin': '' } } : role,
      ),
    };
    expect(told(estate, change('KubernetesClusterRole/more', labels({}), labels({ 'to-edit': 'true' })))).toEqual([
      '+ admin delete prod: pods by edit > more',
      '+ admin update prod: pods by edit > edit-core',
      '+ edit delete prod: pods by more',
      `+ ${job}`,
    ]);
  });

  it('ends where they take in each other', () => {
    const estate: Estate = {
      ...ESTATE,
      clusterRoles: [
        { name: 'one', labels: { a: '' }, selectors: [{ matchLabels: { b: '' } }], rules: [] },
        { name: 'two', labels: { b: '' }, selectors: [{ matchLabels: { a: '' } }], rules: [] },
        { name: 'more', labels: {}, selectors: null, rules: [rule('delete', 'pods')] },
      ],
    };
    expect(told(estate, change('KubernetesClusterRole/more', labels({}), labels({ a: '' })))).toEqual([
      '+ one delete prod: pods by two > more',
      '+ two delete prod: pods by more',
    ]);
  });
});

it('leaves out what a plan only describes', () => {
  const described = { ...change('KubernetesServiceAccount/shop/web', READER, roles({})), steps: [] };
  expect(told(ESTATE, described)).toEqual([]);
});

it('takes a ServiceAccount out of a binding that names it as a user, as the steps do', () => {
  const user = { kind: 'User', namespace: null, name: 'system:serviceaccount:shop:web' } as const;
  const estate = { ...ESTATE, bindings: [bound('shop', 'Role', 'reader', user)] };
  expect(told(estate, change('KubernetesServiceAccount/shop/web', READER, roles({})))).toEqual([
    '- shop/web bound to prod/shop: Role reader',
    '- shop/web get prod/shop: pods by shop/reader',
    '- shop/web list prod/shop: pods by shop/reader',
  ]);
});
