import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Two applies at once; an apply run twice; an old run re-run after a rollback brought the former state back',
  has: 'the right to re-run workflows, or to write the branch of the lease',
  expected: 'one holds the lease; what is finished stays finished; what was taken back is superseded',
  codes: ['superseded', 'pull-request-moved'],
  benign: 'two runs that start together apply a landing once, and a lease that nobody can have taken holds up nobody',
};
