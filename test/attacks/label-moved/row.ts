import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Take a label off that asks for more, or for a halt, when the check has seen it, or say that it was never there',
  has: 'triage permission, and a pull request that landed without the check; or the plan job',
  expected:
    'the publish job reads labels itself, and the apply judges by what it entered in the ledger, not by what stands on the pull request then',
  codes: ['approval-missing', 'policy-denied'],
  benign:
    'a label that goes, comes or forbids after an approved merge changes nothing; one that goes before it no longer asks',
};
