import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';

const RULE = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };

describe('a document', () => {
  it.each([
    ['a rule without verbs', 'KubernetesRole', { rules: [{ ...RULE, verbs: [] }] }, 'rule-malformed', '/rules/0'],
    ['a rule without a group', 'KubernetesRole', { rules: [{ ...RULE, apiGroups: [] }] }, 'rule-malformed', '/rules/0'],
    [
      'a rule without a resource',
      'KubernetesRole',
      { rules: [RULE, { apiGroups: [''], verbs: ['get'] }] },
      'rule-malformed',
      '/rules/1',
    ],
    [
      'a path in a Role',
      'KubernetesRole',
      { rules: [{ nonResourceURLs: ['/x'], verbs: ['get'] }] },
      'rule-malformed',
      '/rules/0',
    ],
    [
      'a path beside resources',
      'KubernetesClusterRole',
      { rules: [{ ...RULE, nonResourceURLs: ['/x'] }] },
      'rule-malformed',
      '/rules/0',
    ],
    [
      'rules of an aggregate',
      'KubernetesClusterRole',
      { rules: [RULE], aggregationRule: { clusterRoleSelectors: [{}] } },
      'rules-of-an-aggregate',
      '/rules',
    ],
    [
      'more than can be compared',
      'KubernetesClusterRole',
      { rules: [{ ...RULE, verbs: many(400), resourceNames: many(400) }] },
      'rules-too-large',
      '/rules',
    ],
    [
      'a role in two places',
      'KubernetesServiceAccount',
      { roles: [{ clusterRole: 'view', namespace: 'shop', everywhere: true }] },
      'role-in-two-places',
      '/roles/0',
    ],
    [
      'a note of kubectl',
      'KubernetesServiceAccount',
      { annotations: { values: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } } },
      'annotation-not-modelled',
      '/annotations/values/kubectl.kubernetes.io~1last-applied-configuration',
    ],
  ])('with %s is refused', (_what, kind, spec, code, pointer) => {
    expect(kubernetes.lint(kind, spec)).toMatchObject([{ code, pointer, severity: 'error' }]);
  });

  it.each([
    ['KubernetesRole', { rules: [RULE] }],
    ['KubernetesClusterRole', { rules: [RULE, { nonResourceURLs: ['/metrics'], verbs: ['get'] }] }],
    ['KubernetesClusterRole', { rules: [], aggregationRule: { clusterRoleSelectors: [{}] } }],
    [
      'KubernetesServiceAccount',
      { roles: [{ role: 'a' }, { clusterRole: 'b', everywhere: true }, { others: 'keep' }] },
    ],
    ['KubernetesServiceAccount', {}],
  ])('of %s that means something is not', (kind, spec) => expect(kubernetes.lint(kind, spec)).toEqual([]));
});

function many(count: number): string[] {
  return Array.from({ length: count }, (_item, at) => `item-${at}`);
}
