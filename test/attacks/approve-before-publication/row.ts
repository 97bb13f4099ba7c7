import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Approve before the plan was published, or in the same second',
  has: 'an approver who clicks without having seen a plan',
  expected: 'the review does not count',
  codes: ['approval-missing', 'review-before-publication'],
  benign: 'an approval in the very next second counts',
};
