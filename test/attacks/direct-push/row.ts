import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Push to the default branch directly, also the head of a pull request, and one that landed before',
  has: 'the right to push there',
  expected:
    'refused and reported once, as soon as GitHub cannot name a pull request for it any more, and nothing is applied; a pull request lands once; what lands next is not held up',
  codes: ['direct-push', 'approval-missing', 'landing-unattributed'],
  benign: 'commits about nothing are pushed directly all day, and an approved head pushed by hand is applied',
};
