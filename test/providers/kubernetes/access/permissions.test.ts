import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../../src/core/attributes.ts';
import { permissionsOf } from '../../../../src/providers/kubernetes/access/permissions.ts';
import { normalizeRules } from '../../../../src/providers/kubernetes/rules/normal-form.ts';
import type { PolicyRule } from '../../../../src/providers/kubernetes/rules/policy-rule.ts';
import { rule } from './cluster.ts';

function told(address: string, attributes: Attributes): readonly (readonly string[])[] {
  return permissionsOf(`prod/${address}`, attributes).map(({ action, resource, path, power }) => [
    action,
    resource,
    path,
    power,
  ]);
}

function allowing(...rules: readonly PolicyRule[]): Attributes {
  return { rules: normalizeRules(rules) };
}

const ACCOUNT: Attributes = {
  automountToken: true,
  imagePullSecrets: { others: 'remove', values: { registry: true } },
  annotations: {
    others: 'keep',
    values: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/web', team: 'shop' },
  },
  labels: { others: 'keep', values: { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' } },
  roles: {
    others: 'remove',
    values: {
      '*': { ClusterRole: { 'cluster-admin': true, view: true } },
      shop: { ClusterRole: { admin: true, edit: true }, Role: { reader: true } },
    },
  },
};

const ROLE = allowing(
  rule('create,get', 'pods'),
  rule('create', 'pods/exec'),
  rule('get', 'deployments/scale', { apiGroups: ['apps'] }),
  rule('get', 'secrets', { resourceNames: ['db'] }),
  rule('impersonate', 'serviceaccounts'),
  rule('escalate', 'roles', { apiGroups: ['rbac.authorization.k8s.io'] }),
);

const CLUSTER_ROLE: Attributes = {
  ...allowing(
    rule('get', 'nodes'),
    rule('list', '*', { apiGroups: ['', 'apps'] }),
    rule('get', 'secrets', { apiGroups: ['*'] }),
    rule('get', '*/scale', { apiGroups: ['*'] }),
    { nonResourceURLs: ['/healthz', '/logs/*'], verbs: ['get', 'post'] },
  ),
  labels: {
    others: 'keep',
    values: {
      'rbac.authorization.k8s.io/aggregate-to-edit': 'true',
      'rbac.authorization.k8s.io/aggregate-to-view': 'false',
    },
  },
};

const EVERYTHING = [
  ...told('KubernetesServiceAccount/shop/web', ACCOUNT),
  ...told('KubernetesRole/shop/r', ROLE),
  ...told('KubernetesClusterRole/r', CLUSTER_ROLE),
  ...told('KubernetesClusterRole/all', allowing(rule('*', '*', { apiGroups: ['*'] }))),
];

/** What stands in code in each cell of the page's table, row by row. */
function formsOfPage(): readonly (readonly (readonly string[])[])[] {
  const page = readFileSync('docs/policies.md', 'utf8');
  const section = page.split('## Permissions of Kubernetes\n')[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code)),
  );
}

describe('the forms of permissions in docs/policies.md', () => {
  it('are those that identities have, and all of them', () => {
    const rows = formsOfPage();
    const fits = (row: readonly (readonly string[])[], permission: readonly string[]) =>
      row.every((cell, column) => cell.includes(permission[column] ?? ''));
    expect(EVERYTHING.filter((permission) => !rows.some((row) => fits(row, permission)))).toEqual([]);
    const stale = rows.flatMap((row) => {
      const seen = EVERYTHING.filter((permission) => fits(row, permission));
      return row.flatMap((cell, column) => cell.filter((code) => !seen.some((one) => one[column] === code)));
    });
    expect([rows.length, stale]).toEqual([8, []]);
  });
});

it('are none of what is not managed', () => {
  expect(told('KubernetesServiceAccount/shop/web', {})).toEqual([]);
  expect(told('KubernetesRole/shop/r', {})).toEqual([]);
  expect(told('KubernetesClusterRole/r', { aggregation: { 'x=true': true } })).toEqual([]);
});
