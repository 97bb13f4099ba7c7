import type { Configuration } from '../../src/core/configuration.ts';
import { judgeBy, type Judge } from '../../src/core/policy.ts';
import { loadPolicies, policySetOf } from '../../src/core/policy/index.ts';
import { configurationOf } from './estate.ts';

const NOW = '2026-11-23T17:00:00Z';

/** The people of a small company, as a base branch's configuration groups them. */
const PEOPLE = { billing: ['ben', 'cleo'], platform: ['carl'], security: ['dora', 'edo'] };

const PATH = 'policies/production.yaml';

const PRODUCTION = `apiVersion: countersign.dev/v1
kind: Policy
metadata:
  name: production
spec:
  rules:
    - name: no-writing-by-pattern
      when: access.gains.exists(gain, gain.path == 'pattern' && gain.action != 'SELECT')
      effect: deny
      message: '{change.name} would gain {access.gains} by a pattern, which covers what is made later, too.'
      comply: Name each table, or let the pattern only read.
      controls: [NHI5:2025]
    - name: purpose-stated
      when: change.action == 'create' && !has(change.metadata.purpose)
      effect: warn
      message: '{change.name} does not say what it is for.'
      comply: State metadata.purpose.
      controls: [NHI1:2025]
    - name: salaries
      when: access.gains.exists(gain, gain.resource.startsWith('hr.'))
      effect: { require: { of: security, count: 2, distinct: true, confirm: true } }
      message: '{change.name} would read what people earn: {access.gains}.'
`;

/** One that counts on the day on which is judged, and one that ended on the day before. */
export const EXCEPTIONS = `apiVersion: countersign.dev/v1
kind: Exception
metadata: { name: new-ledger }
spec:
  rule: production/no-writing-by-pattern
  addresses: [accounts/MemoryAccount/billing-exporter]
  reason: The tables of the new ledger are made every month, until it names them itself.
  owner: billing
  until: 2026-12-31
---
apiVersion: countersign.dev/v1
kind: Exception
metadata: { name: payroll-audit }
spec:
  rule: production/salaries
  addresses: [accounts/MemoryAccount/old-etl]
  reason: The audit of the payroll.
  owner: platform
  until: 2026-11-22
`;

/** What the configuration's defaults ask for, and what a policy of production adds: the judge of a real base branch. */
export function byRules(approval: Partial<Configuration['approval']> = {}, exceptions: string | null = null): Judge {
  const base = configurationOf();
  const configuration = { ...base, people: PEOPLE, approval: { ...base.approval, ...approval } };
  const files = [
    [PATH, PRODUCTION],
    ...(exceptions === null ? [] : [['policies/exceptions.yaml', exceptions]]),
  ] as const;
  const loaded = loadPolicies(
    files.map(([path = '', text]) => ({ path, bytes: new TextEncoder().encode(text) })),
    configuration,
  );
  if (loaded.diagnostics.length > 0) throw new Error(JSON.stringify(loaded.diagnostics));
  return judgeBy({ ...configuration, policySet: policySetOf(loaded, configuration) }, NOW, null);
}
