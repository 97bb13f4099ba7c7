import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Let an approver leave, or the time to live pass, in the middle of an apply',
  has: 'an approval that held when the apply began',
  expected: 'an identity that is half written is finished under the approval in the ledger; the rest is judged again',
  codes: ['approval-missing', 'reviewer-without-permission', 'apply-expired'],
  benign: 'an approver who leaves after the apply takes nothing back',
};
