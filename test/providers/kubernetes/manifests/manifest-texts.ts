import { file } from '../../../support/policy-kind.ts';
import { loadedManifests } from '../../../support/kubernetes-manifests.ts';

export const ACCOUNT = `apiVersion: v1
kind: ServiceAccount
metadata:
  creationTimestamp: null
  name: exporter
  namespace: shop
  labels: { app: exporter }
  annotations:
    countersign.dev/owner: owner
    countersign.dev/purpose: Nightly export
    countersign.dev/on-remove: delete
    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/exporter
automountServiceAccountToken: false
imagePullSecrets:
- name: registry
`;

// As kubectl create role and kubectl create rolebinding print them with --dry-run=client -o yaml.
export const ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  creationTimestamp: null
  name: orders-reader
  namespace: shop
rules:
- apiGroups:
  - ""
  resources:
  - configmaps
  verbs:
  - get
  - list
`;

export function binding(
  name = 'orders',
  role = 'orders-reader',
  subject = 'name: exporter\n  namespace: shop',
): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  creationTimestamp: null
  name: ${name}
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${role}
subjects:
- kind: ServiceAccount
  ${subject}
`;
}

export const WIDE = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: metrics }
roleRef: { kind: ClusterRole, name: view }
subjects:
- { kind: ServiceAccount, name: exporter, namespace: shop }
- { kind: User, name: ana, apiGroup: rbac.authorization.k8s.io }
`;

export const [ONE, TWO, THREE] = ['deploy/account.yaml', 'deploy/rbac.yaml', 'deploy/more.yaml'];
export const FILES = [file(ONE, ACCOUNT), file(TWO, `${ROLE}---\n${binding()}`)];
export const ADDRESS = 'cluster/KubernetesServiceAccount/shop/exporter';

export function told(...inputs: Parameters<typeof loadedManifests>[0]): readonly string[] {
  return loadedManifests(inputs).diagnostics.map(
    ({ location, code }) => `${location?.path}:${location?.line}:${location?.column} ${code}`,
  );
}
