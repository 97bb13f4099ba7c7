import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Digest D, then another one or nothing at all, then D again on one pull request',
  has: 'write access, or access to the live system, and an approval of the first D',
  expected: 'the approvals of the first D stay void',
  codes: ['approval-missing', 'review-other-head', 'review-before-publication', 'run-ended'],
  benign:
    'the same plan computed again and again, with no other push in between, keeps its approval; and one that comes back can be approved anew',
};
