import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Two applies at once; an apply run twice; an old run re-run after a rollback brought the former state back; what was taken back put there again',
  has: 'the right to re-run workflows, to write the branch of the lease, or to get past the check',
  expected:
    'one holds the lease, and a forged one makes the run red; what is finished stays finished; what was taken back is superseded',
  codes: ['superseded', 'pull-request-moved', 'lease-holder-unknown'],
  benign: 'two runs that start together apply a landing once, and a lease that nobody can have taken holds up nobody',
};
