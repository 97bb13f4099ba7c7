import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Create the planned identity first, with a password that they know where it has one',
  has: 'the right to create in the live system, and all that everybody can read: plan, ledger, the id of the apply, what its intents committed to',
  expected:
    'a conflict: an existing identity is nobody’s creation but its maker’s, also after a run that died between its intent and its creation: the mark by which a creation is known cannot be computed',
  codes: ['conflict'],
  benign: 'a run that died after it had created the identity is followed by one that finishes it as its own',
};
