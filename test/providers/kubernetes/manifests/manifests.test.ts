import { describe, expect, it } from 'vitest';
import { ownErrors } from '../../../../src/core/own-errors.ts';
import { parseYaml } from '../../../../src/core/yaml.ts';
import { kubernetesManifests } from '../../../../src/providers/kubernetes/manifests/manifests.ts';
import { scopeOf } from '../../../../src/core/scope.ts';
import { file } from '../../../support/policy-kind.ts';
import { loadedManifests } from '../../../support/kubernetes-manifests.ts';
import { ACCOUNT, ADDRESS, binding, FILES, ONE, ROLE, THREE, told, TWO, WIDE } from './manifest-texts.ts';

function hashOf(...inputs: Parameters<typeof loadedManifests>[0]) {
  return loadedManifests(inputs).state.identities.find(({ address }) => address === ADDRESS)?.hash;
}

it('are read soon where very many are bound to very many', () => {
  const each = (text: (at: number) => string) =>
    file(
      'deploy/many.yaml',
      `apiVersion: v1\nkind: List\nitems:\n${Array.from({ length: 5000 }, (_, at) => text(at)).join('')}`,
    );
  const accounts = each(
    (at) => `- {apiVersion: v1, kind: ServiceAccount, metadata: {name: a${at}, namespace: shop}}\n`,
  );
  const bindings = each(
    (at) =>
      `- {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b${at}, namespace: shop}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: a${at}}]}\n`,
  );
  const documents = [accounts, bindings].flatMap((one) => parseYaml(one).documents);
  const began = process.threadCpuUsage().user;
  expect(kubernetesManifests(documents, { boundary: {} }).identities).toHaveLength(5000);
  expect(process.threadCpuUsage().user - began).toBeLessThan(1_500_000);
});

describe('plain manifests', () => {
  it('declare a ServiceAccount with all that binds it, and its roles', () => {
    const { state, diagnostics } = loadedManifests(FILES);
    expect(diagnostics).toEqual([]);
    expect(state.identities).toMatchObject([
      {
        address: 'cluster/KubernetesRole/shop/orders-reader',
        spec: {
          rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list'] }],
          labels: { values: {} },
        },
        origins: [{ path: TWO, line: 1 }],
      },
      {
        address: ADDRESS,
        metadata: { owner: 'owner', purpose: 'Nightly export' },
        onRemove: { kind: 'delete' },
        spec: {
          automountToken: false,
          imagePullSecrets: ['registry'],
          annotations: { values: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/exporter' } },
          labels: { values: { app: 'exporter' } },
          roles: [{ role: 'orders-reader' }],
        },
        origins: [{ path: ONE }, { path: TWO }],
      },
    ]);
  });

  it('say where each part stands', () => {
    const { locate } = loadedManifests(FILES);
    const places = ['/spec/automountToken', '/spec/imagePullSecrets/0', '/spec/labels/values/app', '/metadata/owner'];
    expect(places.map((pointer) => locate(ADDRESS, pointer))).toMatchObject([
      { path: ONE, line: 13, column: 31 },
      { path: ONE, line: 15, column: 9 },
      { path: ONE, line: 7, column: 18 },
      { path: ONE, line: 9 },
    ]);
    expect(locate(ADDRESS, '/spec/roles/0/role')).toMatchObject({ path: TWO, line: 25, column: 9 });
    expect(locate('cluster/KubernetesRole/shop/orders-reader', '/spec/rules/0/verbs/1')).toMatchObject({ line: 14 });
  });

  it('have each identity changed by every manifest that names it, and by no other', () => {
    const other = ACCOUNT.replace('name: exporter\n', 'name: other\n');
    const [base, head] = [
      loadedManifests([...FILES, file(THREE, other)]),
      loadedManifests([...FILES, file(THREE, `${other}---\n${WIDE}`)]),
    ];
    expect(scopeOf(base.state, head.state, 'pull-request').identities.map(({ address }) => address)).toEqual([ADDRESS]);
    expect(head.state.identities.find(({ address }) => address === ADDRESS)?.spec['roles']).toEqual(
      expect.arrayContaining([{ role: 'orders-reader' }, { clusterRole: 'view', everywhere: true }]),
    );
  });

  it('mean the same as items of a List, and a change of one item is one of it alone', () => {
    const items = (...texts: readonly string[]) =>
      `apiVersion: v1\nkind: List\nitems:\n${texts.map((text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`).join('')}`;
    expect(hashOf(file(ONE, items(binding(), ROLE, ACCOUNT)))).toBe(hashOf(...FILES));
    const [base, head] = [ROLE, ROLE.replace('- list', '- watch')].map((role) =>
      loadedManifests([file(ONE, items(ACCOUNT, role, binding()))]),
    );
    const scope =
      base === undefined || head === undefined ? [] : scopeOf(base.state, head.state, 'pull-request').identities;
    expect(scope.map(({ address }) => address)).toEqual(['cluster/KubernetesRole/shop/orders-reader']);
    expect(head?.locate('cluster/KubernetesRole/shop/orders-reader', '/spec/rules/0/verbs/1')?.line).toBe(32);
  });

  it('mean the same with all that kubectl get prints besides', () => {
    const noisy = ACCOUNT.replace(
      'creationTimestamp: null',
      'creationTimestamp: "2026-01-01T00:00:00Z"\n  uid: a-b\n  resourceVersion: "7"\n  generateName: exp\n  managedFields: [{ manager: kubectl }]',
    )
      .replace(
        '  annotations:\n',
        "  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '{}'\n    countersign.dev/creation: 3f2a\n",
      )
      .concat('status: { ready: true }\n');
    expect(told(file(ONE, noisy), FILES[1] ?? file(TWO, ''))).toEqual([]);
    expect(hashOf(file(ONE, noisy), FILES[1] ?? file(TWO, ''))).toBe(hashOf(...FILES));
  });

  it('take a typed list at its word, and rules of an aggregated ClusterRole for the work of the cluster', () => {
    const list = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleList',
      metadata: { resourceVersion: '7' },
      items: [
        {
          metadata: { name: 'all' },
          rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
          aggregationRule: { clusterRoleSelectors: [{ matchLabels: { x: 'y' } }] },
        },
        { metadata: { name: 'none', namespace: 'ignored' }, rules: null },
      ],
    };
    const { state, diagnostics } = loadedManifests([file(ONE, JSON.stringify(list))]);
    expect(diagnostics).toEqual([]);
    expect(state.identities.map(({ address, spec }) => [address, spec])).toEqual([
      [
        'cluster/KubernetesClusterRole/all',
        { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { x: 'y' } }] }, labels: { values: {} } },
      ],
      ['cluster/KubernetesClusterRole/none', { rules: [], labels: { values: {} } }],
    ]);
  });

  it('count a role that two bindings give once, and a subject by its user name or in the namespace of its binding', () => {
    const disguised = WIDE.replace(
      '{ kind: ServiceAccount, name: exporter, namespace: shop }',
      '{ kind: User, name: "system:serviceaccount:shop:exporter" }',
    );
    const text = [ACCOUNT, ROLE, binding(), binding('again', 'orders-reader', 'name: exporter'), disguised].join(
      '---\n',
    );
    const { state } = loadedManifests([file(ONE, text)]);
    const { spec, origins } = state.identities.find(({ address }) => address === ADDRESS) ?? {};
    expect(spec?.['roles']).toHaveLength(2);
    expect(origins).toHaveLength(2);
  });

  it.each([
    [
      'a role of another system',
      'apiVersion: postgresql.sql.crossplane.io/v1alpha1\nkind: Role\nmetadata: { name: x }\n',
    ],
    ['patches of kustomize', '- op: replace\n  path: /metadata/name\n  value: x\n'],
    ['values of a chart', 'serviceAccount: { name: exporter }\n'],
  ])('are left alone where they are %s', (_, text) => {
    const { diagnostics, state } = loadedManifests([...FILES, file(THREE, text)]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-passed-over']);
    expect(state.identities).toHaveLength(2);
  });

  it('are left alone with one note where they are about something else', () => {
    const others = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\n---\napiVersion: v1\nkind: Service\n';
    const { diagnostics, state } = loadedManifests([...FILES, file(THREE, others)]);
    expect(state.identities).toHaveLength(2);
    expect(diagnostics).toMatchObject([
      {
        code: 'manifest-passed-over',
        severity: 'warning',
        cause: expect.stringContaining(
          '2 manifests are about no ServiceAccount, role or binding ("Deployment, Service")',
        ),
        location: { path: THREE, line: 1 },
      },
    ]);
  });
});

describe('an identity that another manifest claims', () => {
  it.each([
    ['a ServiceAccount', `${ACCOUNT}  # mine\n`, 'duplicate-address', ONE],
    ['a role', ROLE.replace('- get', '- "*"'), 'duplicate-address', TWO],
    ['a binding', binding('orders', 'admin'), 'manifest-declared-twice', TWO],
  ])('is an error that names both: %s', (_, text, code, path) => {
    const { diagnostics } = loadedManifests([...FILES, file('deploy/z.yaml', text)]);
    const places = diagnostics.flatMap(({ location, related = [] }) => [location, ...related].map((one) => one?.path));
    expect(diagnostics).toMatchObject([{ code, severity: 'error' }]);
    expect(new Set(places)).toEqual(new Set([path, 'deploy/z.yaml']));
  });

  it('cannot go away while a binding still names it', () => {
    const [base, head] = [loadedManifests(FILES), loadedManifests(FILES.slice(1))];
    const { identities } = scopeOf(base.state, head.state, 'pull-request');
    expect(identities.map(({ address, head: now }) => [address, now])).toEqual([[ADDRESS, null]]);
    expect(ownErrors(base, head, identities).map(({ code }) => code)).toEqual(['manifest-account-undeclared']);
  });

  it('may be bound by the same binding twice', () => {
    expect(told(...FILES, file(THREE, binding()))).toEqual([]);
  });

  it('is not planned away by a binding that cannot be read', () => {
    const [base, head] = [
      loadedManifests(FILES),
      loadedManifests([FILES[0] ?? file(ONE, ''), file(TWO, `${ROLE}---\n${binding().replace('roleRef', 'roleref')}`)]),
    ];
    const { identities } = scopeOf(base.state, head.state, 'pull-request');
    expect(ownErrors(base, head, identities).map(({ code }) => code)).toContain('manifest-malformed');
  });
});
