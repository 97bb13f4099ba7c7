import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Widen what belongs to somebody else by what one’s own documents share with it: a profile, a file beside, values for one more source; and have one’s own owner approve it',
  has: 'write access, and a friend who owns a document that shares a part with others',
  expected:
    'every identity that a part changes is in the plan, and its own owner is asked; one that is new in a source asks the owner of that source',
  codes: ['approval-missing', 'duplicate-profile'],
  benign: 'both owners agree, and what only one’s own documents share is agreed to by their owner alone',
};
