import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Approve, then let live state drift so that the plan changes without a commit; or put back the head of a page that was opened before',
  has: 'access to the live system behind the back of Countersign',
  expected: 'approvals are void, a new comment shows what moved, and a click on a page opened before does not count',
  codes: ['approval-missing', 'review-before-publication', 'review-code-missing'],
  benign:
    'who read the new comment approves with its code; drift in what nobody planned, and heads that come and go under one plan, void nothing',
};
