import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Approve, then request changes; approve, then have it dismissed; add the code to the text of a review later',
  has: 'an approval that once counted, or almost',
  expected: 'a request for changes blocks, and neither a dismissed nor an edited review counts',
  codes: ['changes-requested', 'review-superseded', 'review-dismissed', 'review-body-edited', 'approval-missing'],
  benign: 'remarks after an approval, and a corrected text where no code is asked for, change nothing',
};
