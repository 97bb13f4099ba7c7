import { describe, expect, it } from 'vitest';
import { boundaryOf, outside } from '../../../src/providers/kubernetes/boundary.ts';

const reach = (boundary: object) => ({ boundary: { ...boundary }, options: {} });

describe('a boundary', () => {
  it.each([
    ['any namespace', {}, 'shop', 'exporter', true],
    ['not the cluster its own', {}, 'kube-system', 'exporter', false],
    ['not by a pattern either', { namespaces: ['kube-*'] }, 'kube-system', 'exporter', false],
    ['but by its full name', { namespaces: ['kube-system'] }, 'kube-system', 'exporter', true],
    ['never what is called system:', { namespaces: ['kube-system'] }, 'kube-system', 'system:x', false],
    ['a namespace by a pattern', { namespaces: ['team-*'] }, 'team-a', 'exporter', true],
    ['no other', { namespaces: ['team-*'] }, 'shop', 'exporter', false],
    ['names by a pattern', { include: ['ex*'] }, 'shop', 'exporter', true],
    ['no other name', { include: ['im*'] }, 'shop', 'exporter', false],
    ['not what is left out again', { include: ['ex*'], exclude: ['*porter'] }, 'shop', 'exporter', false],
    ['what belongs to no namespace', {}, null, 'view', true],
    ['not without the cluster', { clusterScoped: false }, null, 'view', false],
    ['no ClusterRole of the system', {}, null, 'system:node', false],
  ])('has %s', (_what, boundary, namespace, name, inside) => {
    expect(boundaryOf(boundary).identity(namespace, name)).toBe(inside);
  });

  it('names its namespaces only where none is a pattern', () => {
    expect(boundaryOf({ namespaces: ['b', 'a', 'b'] }).namespaces).toEqual(['a', 'b']);
    expect(boundaryOf({ namespaces: ['a', 'b*'] }).namespaces).toBeNull();
    expect(boundaryOf({}).namespaces).toBeNull();
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
    ['nothing else', {}, account, [...bind('other'), ...bind(null), ...step({ kind: 'delete' })], undefined],
  ])('%s', (_what, boundary, address, steps, code) => {
    expect(outside(reach(boundary), { address, steps })?.code).toBe(code);
  });
});
