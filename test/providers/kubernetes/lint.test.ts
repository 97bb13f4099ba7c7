import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/core/schema.ts';
import { parseYaml } from '../../../src/core/yaml.ts';
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
    [
      'annotations of more than 256 KiB together',
      'KubernetesServiceAccount',
      { annotations: { values: { a: 'x'.repeat(131_072), b: 'é'.repeat(65_536) } } },
      'annotations-too-large',
      '/annotations/values',
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

describe('the length of a value', () => {
  const [account] = kubernetes.kinds;

  /** Codes of what the schema refuses in a ServiceAccount with one annotation or label. */
  function refused(attribute: 'annotations' | 'labels', length: number): readonly string[] {
    if (account === undefined) throw new Error('the provider has kinds');
    const document = { spec: { [attribute]: { values: { a: 'x'.repeat(length) } } } };
    const { documents } = parseYaml({ path: 'a.yaml', bytes: Buffer.from(JSON.stringify(document)) });
    return documents
      .flatMap((one) => validate({ properties: { spec: account.specSchema } }, one))
      .map(({ code }) => code);
  }

  it.each([
    ['an annotation of 256 KiB', 'annotations', 262_144, []],
    ['a longer one', 'annotations', 262_145, ['out-of-bounds']],
    ['a label of 63 characters', 'labels', 63, []],
    ['a longer one', 'labels', 64, ['out-of-bounds']],
  ] as const)('is that of the API: %s', (_what, attribute, length, codes) =>
    expect(refused(attribute, length)).toEqual(codes),
  );

  it('counts with the keys: one byte less is taken', () => {
    const annotations = (length: number) => ({ annotations: { values: { key: 'x'.repeat(length) } } });
    expect(kubernetes.lint('KubernetesServiceAccount', annotations(262_141))).toEqual([]);
    expect(kubernetes.lint('KubernetesServiceAccount', annotations(262_142))).toHaveLength(1);
  });
});

function many(count: number): string[] {
  return Array.from({ length: count }, (_item, at) => `item-${at}`);
}
