import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Force-push between approval and merge, with commits dated back',
  has: 'write access to the branch, and a clock of their own',
  expected:
    'the times and commits of the server decide, dates in commits never; who pushed in between is a contributor',
  codes: ['review-other-head', 'approval-missing', 'landing-differs', 'reviewer-contributed'],
  benign: 'an author rebases the branch, and the same plan keeps its approval',
};
