import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Another workflow posts a successful check of the same name',
  has: 'a workflow on a branch, whose token may write checks as the same app',
  expected:
    'the merge may be fooled, the apply is not: it decides from reviews and the ledger, never from checks; the doctor names a required check that any app may post',
  codes: ['approval-missing', 'run-absent', 'check-unpinned'],
  benign: 'an approved pull request is applied although somebody painted its check red',
};
