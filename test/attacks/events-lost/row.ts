import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Let events get lost, be cancelled, come twice or out of order, or remove the workflow that listens to them',
  has: 'the right to cancel runs, or to edit workflows in a pull request',
  expected:
    'no check is green meanwhile; an older plan is left to the newer run; what landed is found by the next run, whoever starts it',
  codes: ['pull-request-moved', 'plan-stale', 'approval-missing'],
  benign: 'every run is doubled, and nothing is posted or applied twice',
};
