import { expect, it } from 'vitest';
import { file } from '../../../support/policy-kind.ts';
import { loadedManifests, manifestText } from '../../../support/kubernetes-manifests.ts';

const RBAC = 'rbac.authorization.k8s.io';
const account = (name: string, namespace = 'shop', more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace },
  ...more,
});
const role = (kind: string, name: string) => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata: kind === 'Role' ? { name, namespace: 'shop' } : { name },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
});
const binding = (name: string, ...subjects: readonly string[]) => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'RoleBinding',
  metadata: { name, namespace: 'shop' },
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'admin' },
  subjects: subjects.map((subject) => ({ kind: 'ServiceAccount', name: subject, namespace: 'shop' })),
});

const BOUNDARY = { namespaces: ['shop'], exclude: ['KubernetesServiceAccount/default', 'KubernetesClusterRole/admin'] };

function loaded(...objects: readonly object[]) {
  const { state, diagnostics } = loadedManifests([file('deploy/all.yaml', manifestText(objects))], {
    boundary: BOUNDARY,
  });
  return {
    addresses: state.identities.map(({ address }) => address),
    problems: diagnostics.map(({ code, severity, location }) => `${location?.line} ${severity} ${code}`),
    causes: diagnostics.map(({ cause }) => cause),
  };
}

it('what kubectl prints of a namespace is taken, and what exclude names is left alone at its place', () => {
  const { addresses, problems, causes } = loaded(
    account('default'),
    account('exporter'),
    role('Role', 'default'),
    role('ClusterRole', 'admin'),
    binding('all', 'exporter', 'default'),
  );
  expect(addresses).toEqual(['cluster/KubernetesRole/shop/default', 'cluster/KubernetesServiceAccount/shop/exporter']);
  expect(problems.toSorted()).toEqual([
    '1 warning manifest-excluded',
    '7 warning manifest-excluded',
    '9 warning manifest-subject-unmanaged',
  ]);
  expect(causes).toContain(
    'The boundary of the source excludes the ServiceAccount "shop/default", which is left as it is in the cluster.',
  );
  expect(causes).toContain(
    'The boundary of the source excludes the ClusterRole "admin", which is left as it is in the cluster.',
  );
});

it('a binding of nobody else is left alone, too', () => {
  const { addresses, problems } = loaded(account('default'), binding('all', 'default'));
  expect(addresses).toEqual([]);
  expect(problems.every((one) => one.includes('warning'))).toBe(true);
});

it('nothing of what is left alone is checked', () => {
  const { problems } = loaded(account('default', 'shop', { imagePullSecrets: ['x'], secrets: [{ name: 't' }] }));
  expect(problems).toEqual(['1 warning manifest-excluded']);
});

it('what stands in a namespace outside of the boundary is not left alone', () => {
  const { addresses, problems } = loaded(account('default', 'metrics'));
  expect([addresses, problems]).toEqual([['cluster/KubernetesServiceAccount/metrics/default'], []]);
});

it.each([
  ['no namespace', { metadata: { name: 'exporter' } }, 'manifest-namespace-missing'],
  ['an empty one', { metadata: { name: 'exporter', namespace: '' } }, 'manifest-namespace-missing'],
  ['a field that there is not', { automount: false }, 'manifest-malformed'],
  ['a misspelt kind', { kind: 'Serviceaccount' }, 'manifest-malformed'],
])('an account with %s is not said to be undeclared besides', (_what, more, code) => {
  expect(loaded({ ...account('exporter'), ...more }, binding('all', 'exporter')).problems).toEqual([`1 error ${code}`]);
});

it('a refused account of another name or namespace declares nobody', () => {
  const wrong = account('exporter', 'metrics', { automount: false });
  expect(loaded(wrong, binding('all', 'exporter')).problems).toContain('3 error manifest-account-undeclared');
});
