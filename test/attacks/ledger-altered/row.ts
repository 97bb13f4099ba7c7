import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Alter, remove or reorder entries of the ledger, remove a plan that they name, move a signature to another entry, truncate the branch, force-push it, or begin it anew',
  has: 'the right to push to the branch of the ledger, by force',
  expected: 'verify names the first bad entry, and the apply refuses what is not there or does not hold together',
  codes: [
    'entry-untrusted',
    'entry-missing',
    'entry-misplaced',
    'ledger-truncated',
    'ledger-missing',
    'run-absent',
    'ledger-content-missing',
  ],
  benign: 'an administrator restores the branch from a clone, and what had landed is applied',
};
