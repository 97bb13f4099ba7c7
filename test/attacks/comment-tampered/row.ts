import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Edit, delete or forge the comment that shows the plan',
  has: 'the right to edit comments, so that approvers see another plan than the one that is applied',
  expected: 'the publication ends, its approvals are void and the plan is posted again; a forged comment is nothing',
  codes: ['approval-missing', 'review-before-publication', 'comment-edited', 'comment-gone'],
  benign: 'people quote the comment and talk below it; after a new posting a review with its code counts',
};
