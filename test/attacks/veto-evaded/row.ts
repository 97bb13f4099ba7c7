import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Make a reviewer ineligible on purpose with a co-author trailer, or dismiss their veto as the author',
  has: 'write access, and a colleague who requested changes',
  expected: 'the veto stands until that person approves, or somebody eligible other than the author dismisses it',
  codes: ['changes-requested'],
  benign: 'who vetoed approves later, or another owner settles it and dismisses the veto',
};
