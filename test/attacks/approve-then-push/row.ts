import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Approve, then push a commit that changes what would be executed',
  has: 'write access, and an approval of something harmless',
  expected: 'the old approval does not count for the new plan, neither at the gate nor after a merge',
  codes: ['approval-missing', 'review-other-head', 'landing-differs'],
  benign: 'a commit that corrects the spelling of a comment leaves the approval standing',
};
