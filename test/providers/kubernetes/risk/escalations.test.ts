import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../../src/core/attributes.ts';
import { permissionsOf } from '../../../../src/providers/kubernetes/access/permissions.ts';
import { kubernetesRisk } from '../../../../src/providers/kubernetes/risk/model.ts';
import { normalizeRules } from '../../../../src/providers/kubernetes/rules/normal-form.ts';
import type { PolicyRule } from '../../../../src/providers/kubernetes/rules/policy-rule.ts';

/** What becomes of an identity that is given all of this. @param address without its source */
function told(address: string, attributes: Attributes): readonly string[] {
  const gains = permissionsOf(`prod/${address}`, attributes);
  const found = kubernetesRisk.escalations({ address: `prod/${address}`, gains, held: gains, live: null });
  return found.map(({ level, what, path, gain }) => `${level}${gain.power === 'use' ? '' : '!'}: ${what}: ${path}`);
}

function role(address: string, ...rules: readonly PolicyRule[]): readonly string[] {
  return told(address, { rules: normalizeRules(rules) });
}

const RBAC = 'rbac.authorization.k8s.io';
const CREATE_PODS = 'can run pods as any ServiceAccount of the namespace, and mount its Secrets';
const RUN = 'can run commands in running pods, with their tokens and Secrets';

/** `!` marks what administers. */
describe('what a role allows lets it get at more', () => {
  it.each<[string, string, string, string]>([
    [
      'escalate',
      'roles',
      RBAC,
      'critical!: escalate roles.rbac.authorization.k8s.io in shop: can let roles allow what it does not have itself',
    ],
    [
      'bind',
      'roles',
      RBAC,
      'critical!: bind roles.rbac.authorization.k8s.io in shop: can bind roles that allow what it does not have itself',
    ],
    ['impersonate', 'serviceaccounts', '', 'critical!: impersonate serviceaccounts in shop: can act as others'],
    [
      'impersonate:serviceaccount',
      'serviceaccounts',
      'authentication.k8s.io',
      'critical!: impersonate:serviceaccount serviceaccounts.authentication.k8s.io in shop: can act as others',
    ],
    [
      'create',
      'serviceaccounts/token',
      '',
      'critical!: create serviceaccounts/token in shop: can get tokens of ServiceAccounts, and act as them',
    ],
    [
      'create',
      'rolebindings',
      RBAC,
      'high!: create rolebindings.rbac.authorization.k8s.io in shop: can pass on what it has itself',
    ],
    [
      'delete',
      'rolebindings',
      RBAC,
      'high!: delete rolebindings.rbac.authorization.k8s.io in shop: can take access from others',
    ],
    ['create', 'pods/exec', '', `high: create pods/exec in shop: ${RUN}`],
    ['get', 'pods/exec', '', `high: get pods/exec in shop: ${RUN}`],
    ['create', 'pods/attach', '', `high: create pods/attach in shop: ${RUN}`],
    ['patch', 'pods/ephemeralcontainers', '', `high: patch pods/ephemeralcontainers in shop: ${RUN}`],
    ['create', 'pods', '', `high: create pods in shop: ${CREATE_PODS}`],
    ['patch', 'deployments', 'apps', `high: patch deployments.apps in shop: ${CREATE_PODS}`],
    ['create', 'cronjobs', 'batch', `high: create cronjobs.batch in shop: ${CREATE_PODS}`],
    ['get', 'secrets', '', 'high: get secrets in shop: can read Secrets, tokens among them'],
    ['watch', 'secrets', '', 'high: watch secrets in shop: can read Secrets, tokens among them'],
    ['patch', 'namespaces', '', 'high: patch namespaces in shop: can lift the pod security of a namespace'],
  ])('%s on %s', (verb, resource, group, expected) => {
    expect(role('KubernetesRole/shop/r', { apiGroups: [group], resources: [resource], verbs: [verb] })).toEqual([
      expected,
    ]);
  });

  it.each<[string, string, string, string]>([
    ['impersonate', 'users', '', 'can act as others'],
    ['impersonate:user-info', 'users', 'authentication.k8s.io', 'can act as others'],
    ['get', 'nodes/proxy', '', 'can run commands in every pod of a node, past admission and audit'],
    [
      'update',
      'certificatesigningrequests/approval',
      'certificates.k8s.io',
      'can have certificates signed for whoever it likes',
    ],
    ['sign', 'signers', 'certificates.k8s.io', 'can have certificates signed for whoever it likes'],
    [
      'create',
      'validatingwebhookconfigurations',
      'admissionregistration.k8s.io',
      'can see what others write, Secrets included, and change or refuse it',
    ],
    ['create', 'apiservices', 'apiregistration.k8s.io', 'can answer for an API in the place of the cluster'],
    ['bind', 'clusterroles', RBAC, 'can bind roles that allow what it does not have itself'],
    ['escalate', 'clusterroles', RBAC, 'can let roles allow what it does not have itself'],
  ])('%s on %s, which is in no namespace, only in a ClusterRole', (verb, resource, group, path) => {
    const rule = { apiGroups: [group], resources: [resource], verbs: [verb] };
    expect(role('KubernetesRole/shop/r', rule)).toEqual([]);
    const [only, ...more] = role('KubernetesClusterRole/r', rule);
    expect(more).toEqual([]);
    expect(only).toMatch(/^critical!: /u);
    expect(only).toMatch(new RegExp(`everywhere: ${path}$`, 'u'));
  });

  it('of a volume', () => {
    expect(
      role('KubernetesClusterRole/r', { apiGroups: [''], resources: ['persistentvolumes'], verbs: ['create'] }),
    ).toEqual(['critical: create persistentvolumes everywhere: can let pods mount the file systems of nodes']);
  });

  it('of the whole cluster, and of the home of its controllers, more than of a namespace', () => {
    const rule = { apiGroups: [''], resources: ['secrets'], verbs: ['list'] };
    expect(role('KubernetesClusterRole/r', rule)).toEqual([
      'critical: list secrets everywhere: can read Secrets, tokens among them',
    ]);
    expect(role('KubernetesRole/kube-system/r', rule)).toEqual([
      'critical: list secrets in kube-system: can read Secrets, tokens among them',
    ]);
  });

  it('by wildcards as by what they stand for', () => {
    expect(role('KubernetesRole/shop/r', { apiGroups: [''], resources: ['*/exec'], verbs: ['*'] })).toEqual([
      `high: * *.""/exec in shop: ${RUN}`,
    ]);
    const reader = role('KubernetesClusterRole/r', { apiGroups: ['*'], resources: ['*'], verbs: ['get'] });
    expect(reader).toEqual([
      'critical!: get *.* everywhere: can run commands in every pod of a node, past admission and audit',
      `critical!: get *.* everywhere: ${RUN}`,
      'critical!: get *.* everywhere: can read Secrets, tokens among them',
    ]);
    expect(role('KubernetesClusterRole/r', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] })).toEqual([
      'critical!: * *.* everywhere: passes by every check',
    ]);
  });

  it('also by the name of one object', () => {
    const rule = { apiGroups: [''], resources: ['secrets'], resourceNames: ['db'], verbs: ['get'] };
    expect(role('KubernetesRole/shop/r', rule)).toEqual([
      'high: get secrets "db" in shop: can read Secrets, tokens among them',
    ]);
  });

  it('and what only reads or writes ordinary things does not', () => {
    expect(
      role(
        'KubernetesClusterRole/r',
        {
          apiGroups: ['', 'apps'],
          resources: ['pods', 'deployments', 'configmaps', 'pods/log'],
          verbs: ['get', 'list', 'watch'],
        },
        { apiGroups: [''], resources: ['configmaps', 'services'], verbs: ['create', 'update', 'patch', 'delete'] },
        { apiGroups: ['other.example'], resources: ['secrets', 'users'], verbs: ['get', 'impersonate'] },
        { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
        { nonResourceURLs: ['*'], verbs: ['*'] },
      ),
    ).toEqual([]);
  });
});

describe('what a ServiceAccount is given lets it get at more', () => {
  function bound(values: { [place: string]: { [kind: string]: { [name: string]: true } } }): readonly string[] {
    return told('KubernetesServiceAccount/shop/web', { roles: { others: 'remove', values } });
  }

  it('by the ClusterRoles that every cluster has', () => {
    expect(bound({ '*': { ClusterRole: { 'cluster-admin': true } } })).toEqual([
      'critical!: ClusterRole cluster-admin everywhere: passes by every check',
    ]);
    expect(bound({ shop: { ClusterRole: { admin: true, edit: true, view: true }, Role: { admin: true } } })).toEqual([
      expect.stringMatching(/^high!: ClusterRole admin in shop: can run pods .* and pass all that on$/u),
      expect.stringMatching(/^high: ClusterRole edit in shop: can run pods .*$/u),
    ]);
    expect(bound({ '*': { ClusterRole: { edit: true } } })).toEqual([expect.stringMatching(/^critical: /u)]);
  });

  it('by what another cloud takes it for', () => {
    const annotations = (values: { [key: string]: string }) => ({ annotations: { others: 'keep', values } });
    const role1 = 'arn:aws:iam::123456789012:role/web';
    expect(
      told('KubernetesServiceAccount/shop/web', annotations({ 'eks.amazonaws.com/role-arn': role1, note: 'x' })),
    ).toEqual([`high: cloud identity ${role1}: can act as it, where that trusts the ServiceAccount`]);
  });
});

it('tells of a label that widens an aggregated role', () => {
  const labels = {
    'rbac.authorization.k8s.io/aggregate-to-edit': 'true',
    'rbac.authorization.k8s.io/aggregate-to-view': 'false',
    app: 'true',
  };
  const attributes = { labels: { others: 'keep', values: labels } };
  expect(told('KubernetesClusterRole/r', attributes)).toEqual([
    'high: a label that adds it to edit: whoever is bound to that gets what this role allows',
  ]);
  expect(told('KubernetesRole/shop/r', attributes)).toEqual([]);
});
