import { ISSUER } from './world.ts';

export type Wish = { readonly objects: string; readonly role: 'view' | 'edit'; readonly limit: number };

const ROLE = 'identities/prod/orders-exporter.yaml';
const POLICY = 'identities/prod/orders-exporter.json';

/** One workload in three systems: what it may do in the account, who it is in the cluster, and what it may read in the database. */
export function exporter({ objects, role, limit }: Wish): Readonly<Record<string, string>> {
  return {
    [ROLE]: `apiVersion: countersign.dev/v1
kind: AwsIamRole
metadata:
  name: orders-exporter
  source: prod
  purpose: Nightly export of orders
spec:
  path: /apps/
  trust:
    kubernetesServiceAccounts: [{ issuer: ${ISSUER}, namespace: shop, name: exporter }]
  inlinePolicies:
    bucket: { file: orders-exporter.json }
`,
    [POLICY]: `${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:PutObject'], Resource: `arn:aws:s3:::exports/${objects}` }] }, null, 2)}\n`,
    'identities/cluster/exporter.yaml': `apiVersion: countersign.dev/v1
kind: KubernetesServiceAccount
metadata:
  name: exporter
  namespace: shop
  source: cluster
  purpose: Nightly export of orders
  dependsOn: [prod/AwsIamRole/orders-exporter]
spec:
  automountToken: false
  annotations:
    values: { eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/apps/orders-exporter" }
  roles: [{ clusterRole: ${role}, namespace: shop }]
`,
    'identities/orders-db/exporter.yaml': `apiVersion: countersign.dev/v1
kind: PostgresRole
metadata:
  name: exporter
  source: orders-db
  purpose: Nightly export of orders
spec:
  login: true
  connectionLimit: ${limit}
  grants:
    - on: { schemas: billing }
      privileges: [USAGE]
    - on: { tables: billing.* }
      privileges: [SELECT]
`,
  };
}
