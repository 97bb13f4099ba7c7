export const POLICY = 'policies/roles.yaml';
export const EXCEPTION = 'policies/exceptions.yaml';

/** Denies roles with more than 100 connections. */
export const RULES = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: roles }
spec:
  rules:
    - name: few-connections
      when: has(after.connectionLimit) && after.connectionLimit > 100
      effect: deny
      message: '{change.name} would hold {after.connectionLimit} connections'
      comply: Keep to at most 100.
`;

export type ExceptionDocument = {
  /** Of the role. */
  readonly name: string;
  readonly until: string;
  readonly rule?: string;
  readonly owner?: string;
  readonly reason?: string;
};

export function exception({
  name,
  until,
  rule = 'roles/few-connections',
  owner = 'billing',
  reason = 'Its pool is split in the next quarter',
}: ExceptionDocument): string {
  return `apiVersion: countersign.dev/v1
kind: Exception
metadata: { name: ledger-export }
spec:
  rule: ${rule}
  addresses: ['orders-db/PostgresRole/${name}']
  reason: ${JSON.stringify(reason)}
  owner: ${owner}
  until: ${until}
`;
}

/** The day that is so many days after an instant, in UTC. */
export function daysAhead(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
}
