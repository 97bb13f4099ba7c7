/** What makes a cloud provider take the pods of a ServiceAccount for an identity of its own, and what such an identity is called. */
const WORKLOAD_IDENTITY: ReadonlyMap<string, { readonly form: RegExp; readonly example: string }> = new Map([
  [
    'eks.amazonaws.com/role-arn',
    { form: /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/u, example: 'arn:aws:iam::123456789012:role/orders' },
  ],
  [
    'iam.gke.io/gcp-service-account',
    { form: /^[^@\s]+@[^@\s]+\.gserviceaccount\.com$/u, example: 'orders@project.iam.gserviceaccount.com' },
  ],
  [
    'azure.workload.identity/client-id',
    { form: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu, example: '00000000-0000-0000-0000-000000000000' },
  ],
]);

export function isWorkloadIdentity(annotation: string): boolean {
  return WORKLOAD_IDENTITY.has(annotation);
}

/** How the cloud provider calls its identities, where the value of an annotation calls none so; null: it does, or is about none. */
export function identityExpected(annotation: string, value: string): string | null {
  const known = WORKLOAD_IDENTITY.get(annotation);
  return known === undefined || known.form.test(value) ? null : known.example;
}
