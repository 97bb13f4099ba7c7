import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Publish an exact plan with an assessment that hides some of the access that it gives',
  has: 'a hand on what the plan job passes to the publish job, or an engine of another version',
  expected: 'the apply computes the access anew from what was approved, and refuses what its publication did not show',
  codes: ['access-widened'],
  benign: 'an object that is created inside of a reviewed pattern widens nothing',
};
