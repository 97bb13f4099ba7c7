import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Approve alone what takes two: as the owner and as the security group at once, or twice over',
  has: 'the right to approve, in more than one office',
  expected:
    'where `distinct` asks for different people nobody answers for two offices, and nobody is ever the second person to themselves',
  codes: ['approval-missing'],
  benign: 'two people approve, in whichever offices the one who has both is needed',
};
