import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    "Bring content into the base past every review, and approve it oneself once it is another's pull request: pushed to the default branch, merged past the check, committed for somebody else to push",
  has: 'write access, the right to approve, and a colleague who asks for it again',
  expected:
    'whoever contributed to what was not applied may not approve what asks for it, however many pull requests lie between and whether or not a run had looked meanwhile',
  codes: ['reviewer-excluded', 'approval-missing'],
  benign: 'an owner who had no part in it approves, and once it is applied the other one may approve what comes next',
};
