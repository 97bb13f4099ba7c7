import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Push to the default branch directly, also the head of a pull request',
  has: 'the right to push there',
  expected: 'refused and reported once, and nothing is applied; what lands next is not held up',
  codes: ['direct-push', 'approval-missing'],
  benign: 'commits about nothing are pushed directly all day, and an approved head pushed by hand is applied',
};
