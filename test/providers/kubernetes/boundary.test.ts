import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/core/schema.ts';
import { parseYaml } from '../../../src/core/yaml.ts';
import { boundaryOf, namedBy, roleAddress, serviceAccountAddress } from '../../../src/providers/kubernetes/boundary.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { outside, placeOutside } from '../../../src/providers/kubernetes/outside.ts';

const reach = (boundary: object) => ({ boundary: { ...boundary }, options: {} });

describe('a boundary', () => {
  it.each([
    ['any namespace', {}, 'shop', 'exporter', true],
    ['not the cluster its own', {}, 'kube-system', 'exporter', false],
    ['not by a pattern either', { namespaces: ['kube-*'] }, 'kube-system', 'exporter', false],
    ['but by its full name', { namespaces: ['kube-system'] }, 'kube-system', 'exporter', true],
    ['never what is called system:', { namespaces: ['kube-system'] }, 'kube-system', 'system:x', false],
    [
      'the cluster its own by none of several others',
      { namespaces: ['shop', 'kube-system'] },
      'kube-public',
      'x',
      false,
    ],
    ['a namespace that is named beside others', { namespaces: ['team-*', 'shop'] }, 'shop', 'exporter', true],
    ['names by one of several patterns', { include: ['im*', 'ex*'] }, 'shop', 'exporter', true],
    ['not what any pattern leaves out', { exclude: ['im*', 'ex*'] }, 'shop', 'exporter', false],
    ['what no pattern leaves out', { exclude: ['im*'] }, 'shop', 'exporter', true],
    ['no name of the system in any namespace', {}, 'shop', 'system:x', false],
    ['a namespace by a pattern', { namespaces: ['team-*'] }, 'team-a', 'exporter', true],
    ['no other', { namespaces: ['team-*'] }, 'shop', 'exporter', false],
    ['names by a pattern', { include: ['ex*'] }, 'shop', 'exporter', true],
    ['no other name', { include: ['im*'] }, 'shop', 'exporter', false],
    ['not what is left out again', { include: ['ex*'], exclude: ['*porter'] }, 'shop', 'exporter', false],
    ['what belongs to no namespace', {}, null, 'view', true],
    ['not without the cluster', { clusterScoped: false }, null, 'view', false],
    ['no ClusterRole of the system', {}, null, 'system:node', false],
  ])('has %s', (_what, boundary, namespace, name, inside) => {
    const kind = namespace === null ? 'KubernetesClusterRole' : 'KubernetesServiceAccount';
    expect(boundaryOf(boundary).identity({ kind, namespace, name })).toBe(inside);
  });

  const [account, role, clusterRole] = [
    { kind: 'KubernetesServiceAccount', namespace: 'shop', name: 'admin' },
    { kind: 'KubernetesRole', namespace: 'shop', name: 'admin' },
    { kind: 'KubernetesClusterRole', namespace: null, name: 'admin' },
  ];

  it.each([
    ['all of a name', { exclude: ['admin'] }, []],
    ['of one kind alone', { exclude: ['KubernetesClusterRole/admin'] }, [account, role]],
    ['of two kinds', { exclude: ['KubernetesClusterRole/adm*', 'KubernetesRole/*'] }, [account]],
    ['all but one kind', { include: ['KubernetesServiceAccount/admin'] }, [account]],
    ['a kind, and a name again', { include: ['KubernetesRole/*'], exclude: ['*in'] }, []],
    ['no kind by a part of its name', { exclude: ['Kubernetes*/admin'] }, [account, role, clusterRole]],
  ])('leaves out %s', (_what, boundary, left) => {
    const within = boundaryOf(boundary);
    expect([account, role, clusterRole].filter((one) => within.identity(one))).toEqual(left);
  });

  it.each([
    ['what exclude names', { exclude: ['KubernetesServiceAccount/a*'] }, true],
    ['not what include does not name', { include: ['b'] }, false],
    ['not what is in another namespace', { namespaces: ['metrics'], exclude: ['admin'] }, false],
  ])('tells apart %s', (_what, boundary, excluded) => {
    expect(boundaryOf(boundary).excluded(account)).toBe(excluded);
  });

  it.each([
    ['KubernetesServiceAccount/default', true],
    ['KubernetesClusterRole/countersign-*', true],
    ['default', true],
    ['ServiceAccount/default', false],
    ['KubernetesServiceAccount/', false],
    ['shop/default', false],
  ])('may name %s: %s', (entry, sound) => {
    const text = `include: ['${entry}']\nexclude: ['${entry}']\n`;
    const [document] = parseYaml({ path: 'a.yaml', bytes: Buffer.from(text) }).documents;
    expect(document && validate(kubernetes.boundarySchema, document)).toHaveLength(sound ? 0 : 2);
  });

  it.each([
    ['any namespace', {}, 'shop', true],
    ['everywhere', {}, null, true],
    ['not everywhere without the cluster', { clusterScoped: false }, null, false],
    ['everywhere, whatever its namespaces are', { namespaces: ['shop'] }, null, true],
    ['no namespace of the cluster', {}, 'kube-node-lease', false],
    ['none of it that everybody may read', {}, 'kube-public', false],
  ])('binds in %s', (_what, boundary, place, inside) => {
    expect(boundaryOf(boundary).place(place)).toBe(inside);
  });

  it('says whether it has what belongs to no namespace', () => {
    expect([{}, { clusterScoped: true }, { clusterScoped: false }].map((one) => boundaryOf(one).clusterScoped)).toEqual(
      [true, true, false],
    );
  });

  it('names its namespaces only where none is a pattern', () => {
    expect(boundaryOf({ namespaces: ['b', 'a', 'b'] }).namespaces).toEqual(['a', 'b']);
    expect(boundaryOf({ namespaces: ['a', 'b*'] }).namespaces).toBeNull();
    expect(boundaryOf({}).namespaces).toBeNull();
  });
});

describe('a name', () => {
  it.each([
    [
      'cluster/KubernetesServiceAccount/shop/exporter',
      { kind: 'KubernetesServiceAccount', namespace: 'shop', name: 'exporter' },
    ],
    ['cluster/KubernetesRole/shop/a', { kind: 'KubernetesRole', namespace: 'shop', name: 'a' }],
    [
      'cluster/KubernetesClusterRole/system%3Aview',
      { kind: 'KubernetesClusterRole', namespace: null, name: 'system:view' },
    ],
    ['cluster/KubernetesRole/shop/...', { kind: 'KubernetesRole', namespace: 'shop', name: '...' }],
    ['other/KubernetesRole/shop/a', null],
    ['cluster/KubernetesRole/shop', null],
    ['cluster/KubernetesServiceAccount/shop', null],
    ['cluster/KubernetesRole/shop/a/b', null],
    ['cluster/KubernetesClusterRole/shop/a', null],
    ['cluster/KubernetesRole/shop/..', null],
    ['cluster/KubernetesRole/../a', null],
    ['cluster/KubernetesPod/shop/a', null],
  ])('%s', (address, named) => {
    expect(namedBy(address, 'cluster')).toEqual(named);
  });

  it('is written as it is read', () => {
    expect(serviceAccountAddress('cluster', 'shop', 'a')).toBe('cluster/KubernetesServiceAccount/shop/a');
    expect(roleAddress('cluster', 'Role', 'shop', 'a')).toBe('cluster/KubernetesRole/shop/a');
    expect(roleAddress('cluster', 'ClusterRole', 'shop', 'a')).toBe('cluster/KubernetesClusterRole/a');
  });
});

describe('a place outside of the boundary', () => {
  it.each([
    [
      null,
      { clusterScoped: false },
      'everywhere, which the boundary of its source leaves out (clusterScoped: false). Bind it in single namespaces',
    ],
    [
      'shoop',
      { namespaces: ['shop', 'metrics'] },
      'in the namespace shoop, which is not within the boundary of its source: shop, metrics. Did you mean "shop"? Correct it',
    ],
    [
      'kube-system',
      {},
      'in the namespace kube-system, which only a boundary that names it in full takes in. Correct it',
    ],
  ])('is told: %s', (namespace, boundary, where) => {
    expect(placeOutside('cluster/KubernetesServiceAccount/shop/a', namespace, boundary)).toEqual({
      code: 'place-outside-boundary',
      message: `cluster/KubernetesServiceAccount/shop/a is to be bound ${where}, or widen the boundary in a pull request of its own.`,
    });
  });
});

describe('an identity outside of the boundary', () => {
  it.each([
    ['KubernetesPod/a', {}, 'is no identity of this provider.'],
    [
      'KubernetesRole/shoop/a',
      { namespaces: ['shop', 'metrics'] },
      'is in the namespace shoop, which is not within the boundary of its source: shop, metrics. Did you mean "shop"?',
    ],
    [
      'KubernetesRole/other/a',
      { namespaces: ['team-*'] },
      'is in the namespace other, which is not within the boundary of its source: team-*.',
    ],
    [
      'KubernetesRole/kube-system/a',
      {},
      'is in the namespace kube-system, which only a boundary that names it in full takes in.',
    ],
    [
      'KubernetesClusterRole/a',
      { clusterScoped: false },
      'is of no namespace, which the boundary of its source leaves out (clusterScoped: false).',
    ],
    [
      'KubernetesClusterRole/view',
      { include: ['v*'], exclude: ['view', 'edit'] },
      'has a name that the boundary of its source leaves out (include: v*; exclude: view, edit).',
    ],
    ['KubernetesClusterRole/system%3Anode', {}, 'has a name that RBAC keeps for the cluster itself.'],
  ])('is told: %s %j', (name, boundary, why) => {
    const address = `cluster/${name}`;
    expect(outside(reach(boundary), { address, steps: [] })).toEqual({
      code: 'outside-boundary',
      message: `${address} ${why}`,
    });
  });
});

describe('an apply refuses', () => {
  const step = (effect: object) => [
    { id: 'x', dependsOn: [], stage: 0, effect: { ...effect }, expect: {}, result: {}, repeat: 'idempotent' as const },
  ];
  const bind = (namespace: string | null) =>
    step({ kind: 'bind', namespace, role: { kind: 'ClusterRole', name: 'view' } });
  const account = 'cluster/KubernetesServiceAccount/shop/exporter';

  it.each([
    ['an identity outside', { namespaces: ['other'] }, account, [], 'outside-boundary'],
    ['a kind that there is not', {}, 'cluster/KubernetesPod/shop/exporter', [], 'outside-boundary'],
    ['a name with too many parts', {}, `${account}/more`, [], 'outside-boundary'],
    ['a name that is a way to another path', {}, 'cluster/KubernetesClusterRole/..', [], 'outside-boundary'],
    ['a name that is the list itself', {}, 'cluster/KubernetesRole/shop/.', [], 'outside-boundary'],
    ['a name with a path in it', {}, 'cluster/KubernetesServiceAccount/shop/a%2Fb', [], 'outside-boundary'],
    [
      'a namespace with a path in it',
      { namespaces: ['team-*'] },
      'cluster/KubernetesRole/team-%2F../x',
      [],
      'outside-boundary',
    ],
    ['a name with an escape in it', {}, 'cluster/KubernetesClusterRole/a%252Fb', [], 'outside-boundary'],
    ['a ClusterRole with a namespace', {}, 'cluster/KubernetesClusterRole/shop/view', [], 'outside-boundary'],
    ['a binding in a namespace outside', { namespaces: ['shop'] }, account, bind('other'), 'place-outside-boundary'],
    ['a binding everywhere', { clusterScoped: false }, account, bind(null), 'place-outside-boundary'],
    [
      'a binding outside after others within',
      { namespaces: ['shop'] },
      account,
      [...bind('shop'), ...step({ kind: 'edit' }), ...bind('other')],
      'place-outside-boundary',
    ],
    [
      'a binding whose place is no text',
      { clusterScoped: false },
      account,
      step({ role: {}, namespace: 1 }),
      'place-outside-boundary',
    ],
    [
      'no step that binds nothing',
      { namespaces: ['shop'], clusterScoped: false },
      account,
      [...step({ kind: 'edit', namespace: 'other' }), ...step({ kind: 'delete' })],
      undefined,
    ],
    ['nothing else', {}, account, [...bind('other'), ...bind(null), ...step({ kind: 'delete' })], undefined],
  ])('%s', (_what, boundary, address, steps, code) => {
    expect(outside(reach(boundary), { address, steps })?.code).toBe(code);
  });

  it('what is no effect of this provider, without a word about places', () => {
    const [one] = step({});
    const steps = one === undefined ? [] : ['bind', null, ['role'], 1].map((effect) => ({ ...one, effect }));
    expect(outside(reach({ clusterScoped: false }), { address: account, steps })).toBeNull();
  });

  it('the first of several bindings', () => {
    const steps = [...bind('shop'), ...bind('billing'), ...bind(null)];
    expect(outside(reach({ namespaces: ['shop'], clusterScoped: false }), { address: account, steps })).toEqual(
      placeOutside(account, 'billing', { namespaces: ['shop'], clusterScoped: false }),
    );
  });
});
