import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Create the planned identity first, with a password that they know where it has one',
  has: 'access to the live system, and the plan that everybody can read',
  expected:
    'a conflict: an existing identity is nobody’s creation but its maker’s, also after a run that died between its intent and its creation',
  codes: ['conflict'],
  benign: 'a run that died after it had created the identity is followed by one that finishes it as its own',
};
