import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Let a read fail, end early, or be denied',
  has: 'a hand on the network or on the rights of the reader',
  expected: 'what was not read is not absent: the plan is not complete, nothing is created or deleted because of it',
  codes: ['plan-incomplete', 'live-state-unread'],
  benign: 'an apply that could reach nobody begins nothing, and the next one applies',
};
