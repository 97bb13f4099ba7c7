import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';

describe('a resource that Kubernetes does not have', () => {
  const lint = (apiGroups: readonly string[], ...resources: readonly string[]) =>
    kubernetes
      .lint('KubernetesRole', { rules: [{ apiGroups, resources, verbs: ['get'] }] })
      .map(({ code, severity, pointer, cause, mend }) => ({ code, severity, pointer, text: `${cause} ${mend}` }));
  const LEAVE = 'Leave it only where the cluster has more than that.';

  it.each([
    ['', 'Pods', `Kubernetes 1.35 has no resource Pods in the core group, "". Did you mean "pods"? ${LEAVE}`],
    ['', 'pod', `Kubernetes 1.35 has no resource pod in the core group, "". Did you mean "pods"? ${LEAVE}`],
    [
      '',
      'pods/logs',
      `Kubernetes 1.35 has no resource pods/logs in the core group, "". Did you mean "pods/log"? ${LEAVE}`,
    ],
    ['', 'pod/log', `Kubernetes 1.35 has no resource pod/log in the core group, "". Did you mean "pods/log"? ${LEAVE}`],
    [
      '',
      'pods/*',
      `Kubernetes 1.35 has no resource pods/* in the core group, "". No star stands for the parts of one resource: name each. ${LEAVE}`,
    ],
    ['', 'order', `Kubernetes 1.35 has no resource order in the core group, "". ${LEAVE}`],
    [
      '',
      'deployments',
      `Kubernetes 1.35 has no resource deployments in the core group, "". It is in the group apps. ${LEAVE}`,
    ],
    [
      'networking.k8s.io',
      'NetworkPolicy',
      `Kubernetes 1.35 has no resource NetworkPolicy in the group networking.k8s.io. Did you mean "networkpolicies"? ${LEAVE}`,
    ],
    [
      'shop.example',
      'Orders',
      'The resource Orders has capital letters, and the API has none with any. Write "orders", or its plural.',
    ],
    ['*', 'Pods', 'The resource Pods has capital letters, and the API has none with any. Write "pods", or its plural.'],
  ])('is told at its line: %j %s', (group, resource, text) => {
    const [found, ...more] = lint([group], '*/scale', resource);
    expect(more).toEqual([]);
    expect(found).toEqual({ code: 'resource-unknown', severity: 'warning', pointer: '/rules/0/resources/1', text });
  });

  it.each([
    ['v1', 'There is no API group v1: a version is no part of one. Write the core group, "".'],
    ['apps/v1', 'There is no API group apps/v1: a version is no part of one. Write the group apps.'],
    ['core', 'There is no API group core. Write the core group, "".'],
    ['Apps', 'There is no API group Apps. Write the group apps.'],
    ['app', 'There is no API group app. Write the group apps.'],
    ['Shop.Example', 'There is no API group Shop.Example. Write the group shop.example.'],
  ])('may be one of a group that is none: %s', (group, text) => {
    const [found] = lint([group], 'pods');
    expect(found).toEqual({ code: 'resource-unknown', severity: 'warning', pointer: '/rules/0/apiGroups/0', text });
  });

  it('is told of the group that is meant', () => {
    expect(lint(['v1'], 'pods')).toHaveLength(1);
    expect(lint(['v1'], 'pod').map(({ pointer }) => pointer)).toEqual(['/rules/0/apiGroups/0', '/rules/0/resources/0']);
  });

  it.each([
    ['of its group', [''], ['pods', 'pods/log', 'nodes/metrics', 'users', 'serviceaccounts/token']],
    ['of one of several groups', ['', 'apps', 'extensions'], ['pods', 'deployments', 'ingresses']],
    ['of one of two built-in groups', ['', 'apps'], ['pods', 'deployments']],
    ["of somebody else's group", ['shop.example'], ['order', 'orders/ship']],
    ['by a star', ['', 'apps'], ['*', '*/status']],
    ['of any group', ['*'], ['order']],
    ['to block a deletion', ['apps'], ['deployments/finalizers']],
    ['to be impersonated', ['authentication.k8s.io'], ['userextras/scopes', 'uids']],
    ['to sign', ['certificates.k8s.io'], ['signers']],
  ])('is none %s', (_what, groups, resources) => expect(lint(groups, ...resources)).toEqual([]));

  it('is none where another rule names it in its own group, as an import writes rules for several groups', () => {
    const rules = [
      { apiGroups: [''], resources: ['deployments', 'pods', 'secrets'], verbs: ['get'] },
      { apiGroups: ['apps'], resources: ['deployments', 'pods'], verbs: ['get'] },
    ];
    expect(kubernetes.lint('KubernetesRole', { rules })).toEqual([]);
  });

  it('is told of the first of many', () => {
    const found = lint([''], ...Array.from({ length: 30 }, (_, index) => `thing${index}`));
    expect(found).toHaveLength(21);
    expect(found[20]?.text).toContain('There are 10 more groups or resources');
  });
});
