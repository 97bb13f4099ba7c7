import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalize } from '../../../../src/core/digest.ts';
import type { JsonObject } from '../../../../src/core/json.ts';
import { kubernetes } from '../../../../src/providers/kubernetes/index.ts';
import { loadedManifests, manifestText } from '../../../support/kubernetes-manifests.ts';
import { accountJson, bindingJson, clusterRoleJson, liveOf, roleJson } from '../../../support/kubernetes-objects.ts';
import { file } from '../../../support/policy-kind.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';

const texts = fc.dictionary(fc.constantFrom('team', 'example.com/x'), fc.constantFrom('', 'a', 'b c'));
const rule = fc.record({
  apiGroups: fc.subarray(['', 'apps', '*'], { minLength: 1 }),
  resources: fc.subarray(['pods', 'pods/log', '*'], { minLength: 1 }),
  verbs: fc.subarray(['get', 'list', '*'], { minLength: 1 }),
});
const rules = fc.array(rule, { maxLength: 3 });

const subject = fc.constantFrom<JsonObject>(
  { kind: 'ServiceAccount', name: 'exporter', namespace: 'shop' },
  { kind: 'ServiceAccount', name: 'exporter' },
  { kind: 'ServiceAccount', name: 'other', namespace: 'shop' },
  { kind: 'User', name: 'system:serviceaccount:shop:exporter' },
  { kind: 'Group', name: 'dev' },
);
const binding = fc
  .record({
    namespace: fc.constantFrom(null, 'shop'),
    role: fc.constantFrom('Role/orders', 'ClusterRole/view', 'ClusterRole/wide'),
    subjects: fc.array(subject, { maxLength: 3 }),
  })
  .filter(({ namespace, role, subjects }) =>
    namespace !== null
      ? true
      : role !== 'Role/orders' && subjects.every((one) => one['kind'] !== 'ServiceAccount' || 'namespace' in one),
  );

const estate = fc.record({
  labels: texts,
  annotations: texts,
  automount: fc.constantFrom<JsonObject>(
    {},
    { automountServiceAccountToken: false },
    { automountServiceAccountToken: true },
  ),
  secrets: fc.constantFrom<JsonObject>({}, { imagePullSecrets: [{ name: 'registry' }] }),
  rules,
  aggregation: fc.boolean(),
  bindings: fc.array(binding, { maxLength: 5 }),
});

it('manifests of a cluster mean what an import of it means', () => {
  fc.assert(
    fc.property(estate, ({ labels, annotations, automount, secrets, bindings, aggregation, ...own }) => {
      const aggregationRule = { clusterRoleSelectors: [{ matchLabels: { to: 'view' } }] };
      const metadata = { labels, annotations };
      const lists = {
        serviceAccounts: [accountJson('exporter', { ...automount, ...secrets }, metadata), accountJson('other')],
        roles: [roleJson('orders', own.rules)],
        clusterRoles: [
          clusterRoleJson('wide', { rules: own.rules, ...(aggregation ? { aggregationRule } : {}) }, { labels }),
        ],
        bindings: bindings.map(({ namespace, role, subjects }, index) =>
          bindingJson(`b-${index}`, namespace, role, subjects),
        ),
      };
      const head = (apiVersion: string, kind: string) => (object: JsonObject) => ({ apiVersion, kind, ...object });
      const objects = [
        ...lists.serviceAccounts.map(head('v1', 'ServiceAccount')),
        ...lists.roles.map(head(RBAC, 'Role')),
        ...lists.clusterRoles.map(head(RBAC, 'ClusterRole')),
        ...lists.bindings.map((one, index) =>
          head(RBAC, bindings[index]?.namespace === null ? 'ClusterRoleBinding' : 'RoleBinding')(one),
        ),
      ];
      const { state, diagnostics } = loadedManifests([file('deploy/all.yaml', manifestText(objects))]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const live = liveOf(lists);
      expect(state.identities.map(({ address }) => address)).toEqual(live.objects.map(({ address }) => address));
      for (const { address, kind, spec } of state.identities) {
        const context = { source: 'cluster', address, mode: 'authoritative', live, resolve: String } as const;
        const object = live.objects.find((one) => one.address === address);
        const imported = object === undefined ? {} : kubernetes.toDocument(object, live).spec;
        const [declared, found] = [spec, imported].map((one) => canonicalize(kubernetes.normalize(kind, one, context)));
        expect(declared).toBe(found);
      }
    }),
  );
});
