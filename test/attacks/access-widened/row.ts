import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Publish an exact plan with an assessment that hides some of the access that it gives',
  has: 'a hand on what the plan job passes to the publish job, or an engine of another version',
  expected:
    'the access is computed anew from the plan, and what does not show all of it is neither published nor applied',
  codes: ['access-widened'],
  benign: 'an object that is created inside of a reviewed pattern widens nothing',
};
