import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Bring the exception to a rule along with the change that the rule denies, past every check, by the plan job, or with a reason that is more than text',
  has: 'write access, or a hand on what the plan job passes to the publish job',
  expected:
    'only exceptions of the base branch that administrators approved count, the publish job judges by them anew, and a reason is shown as text',
  codes: ['policy-denied', 'governance-unapproved'],
  benign: 'administrators approve an exception in a pull request of its own, and the change passes until it ends',
};
