/** What makes a cloud provider take the pods of a ServiceAccount for an identity of its own. */
const WORKLOAD_IDENTITY = new Set([
  'eks.amazonaws.com/role-arn',
  'iam.gke.io/gcp-service-account',
  'azure.workload.identity/client-id',
]);

export function isWorkloadIdentity(annotation: string): boolean {
  return WORKLOAD_IDENTITY.has(annotation);
}
