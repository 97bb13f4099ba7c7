import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Take the network away while an approved pull request is planned',
  has: 'nothing but bad weather, or a hand on the network',
  expected: 'the checks are red as long as nobody can know, and nothing is published from what could not be read',
  codes: ['plan-incomplete'],
  benign: 'the approval stands: when the system is back the same plan is green again, with no new comment',
};
