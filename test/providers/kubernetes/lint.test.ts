import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
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
    const errors = kubernetes.lint(kind, spec).filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code, pointer }]);
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

describe('a verb that the API does not have', () => {
  const lint = (rule: JsonObject) => kubernetes.lint('KubernetesClusterRole', { rules: [RULE, rule] });
  const verbs = (...all: readonly string[]) => lint({ ...RULE, verbs: all });
  const paths = (...all: readonly string[]) => lint({ nonResourceURLs: ['/metrics'], verbs: all });

  it.each([
    ['lst', 'Did you mean "list"?'],
    ['Get', 'Did you mean "get"?'],
    ['deletcollection', 'Did you mean "deletecollection"?'],
    ['brew', 'Leave it'],
  ])('is a warning, as there may be verbs of others: %s', (verb, mend) => {
    expect(verbs('get', verb)).toMatchObject([
      {
        code: 'verb-unknown',
        severity: 'warning',
        pointer: '/rules/1/verbs/1',
        cause: expect.stringContaining(` ${verb} `) as unknown,
        mend: expect.stringContaining(mend) as unknown,
      },
    ]);
  });

  it('is one of resources where a rule is about paths', () => {
    expect(paths('get', 'list')).toMatchObject([{ code: 'verb-unknown', pointer: '/rules/1/verbs/1' }]);
    expect(paths('get', 'post', 'put', 'patch', 'delete', 'head', 'options', '*')).toEqual([]);
  });

  it('is told of the first twenty, and of the rest by their number', () => {
    const found = verbs(...Array.from({ length: 30 }, (_, index) => `verb${index}`));
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toMatchObject({
      pointer: '/rules/1/verbs/20',
      cause: 'There are 10 more verbs that the API of Kubernetes does not have.',
    });
  });

  it.each([
    '*',
    'watch',
    'deletecollection',
    'use',
    'bind',
    'escalate',
    'impersonate',
    'impersonate:user-info',
    'impersonate-on:user-info:list',
    'approve',
    'sign',
    'attest',
    'proxy',
    'request-serviceaccounts-token-audience',
    'unsafe-delete-ignore-read-errors',
  ])('is none: %s', (verb) => expect(verbs(verb)).toEqual([]));
});

describe('an annotation that names an identity of a cloud provider', () => {
  const lint = (key: string, value: string) =>
    kubernetes.lint('KubernetesServiceAccount', { annotations: { values: { [key]: value } } });

  it.each([
    ['eks.amazonaws.com/role-arn', 'arn:aws:iam::123456789012:roel/apps/nope'],
    ['eks.amazonaws.com/role-arn', 'orders'],
    ['iam.gke.io/gcp-service-account', 'orders'],
    ['azure.workload.identity/client-id', 'orders'],
  ])('is a warning where nobody is called so: %s: %s', (key, value) => {
    expect(lint(key, value)).toMatchObject([
      {
        code: 'cloud-identity-unlikely',
        severity: 'warning',
        pointer: `/annotations/values/${key.replace('/', '~1')}`,
        mend: expect.stringContaining('Write it like ') as unknown,
      },
    ]);
  });

  it.each([
    ['eks.amazonaws.com/role-arn', 'arn:aws:iam::123456789012:role/apps/orders'],
    ['eks.amazonaws.com/role-arn', 'arn:aws-us-gov:iam::123456789012:role/orders'],
    ['iam.gke.io/gcp-service-account', 'orders@project.iam.gserviceaccount.com'],
    ['iam.gke.io/gcp-service-account', '1234-compute@developer.gserviceaccount.com'],
    ['azure.workload.identity/client-id', '0A1B2C3D-0000-4000-8000-0123456789ab'],
    ['example.com/role-arn', 'orders'],
  ])('is none: %s: %s', (key, value) => expect(lint(key, value)).toEqual([]));
});

/** Each has the text of another selector, which would be written instead: of all roles, or of those that lack a label. */
describe('a selector that the API server would refuse', () => {
  const MATCHES = { key: 'a', operator: 'In', values: ['b'] };
  it.each([
    [
      'a key that stands for everything',
      { matchExpressions: [{ key: '*', operator: 'Exists' }] },
      '/matchExpressions/0',
    ],
    ['a key that is no text', { matchExpressions: [{ key: ' ', operator: 'Exists' }] }, '/matchExpressions/0'],
    ['a key that denies', { matchExpressions: [MATCHES, { key: '!a', operator: 'Exists' }] }, '/matchExpressions/1'],
    ['a key with a value', { matchExpressions: [{ key: 'a=b', operator: 'Exists' }] }, '/matchExpressions/0'],
    ['a key with two prefixes', { matchExpressions: [{ key: 'a/b/c', operator: 'Exists' }] }, '/matchExpressions/0'],
    ['a label with more than a value', { matchLabels: { a: 'b,c=d' } }, '/matchLabels/a'],
    ['a label that is no key', { matchLabels: { '*': 'b' } }, '/matchLabels/*'],
    ['one of no values', { matchExpressions: [{ key: 'a', operator: 'In', values: [] }] }, '/matchExpressions/0'],
    ['none of nothing', { matchExpressions: [{ key: 'a', operator: 'NotIn' }] }, '/matchExpressions/0'],
    ['a value that is a list', { matchExpressions: [{ ...MATCHES, values: ['b,c'] }] }, '/matchExpressions/0'],
    ['values of what exists', { matchExpressions: [{ ...MATCHES, operator: 'Exists' }] }, '/matchExpressions/0'],
  ])('for %s is refused', (_what, selector, pointer) => {
    const spec = { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: '' } }, selector] } };
    expect(kubernetes.lint('KubernetesClusterRole', spec)).toMatchObject([
      { code: 'selector-malformed', pointer: `/aggregationRule/clusterRoleSelectors/1${pointer}`, severity: 'error' },
    ]);
  });

  it.each([
    { matchLabels: { 'rbac.example.com/aggregate-to-view': 'true', tier: 'A_b.c-1' } },
    { matchExpressions: [MATCHES, { key: 'x.y/z', operator: 'DoesNotExist' }, { ...MATCHES, operator: 'NotIn' }] },
  ])('is not %j', (selector) => {
    const spec = { aggregationRule: { clusterRoleSelectors: [selector] } };
    expect(kubernetes.lint('KubernetesClusterRole', spec)).toEqual([]);
  });
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
