import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Name a friend as the owner, change only the owner, or take the ownership in two steps: merged past the check, beside what was approved, pushed among more than is read, or written where no rule looks yet',
  has: 'write access, and a friend with write access who owns nothing',
  expected:
    'the owner in the base and the new one must both approve; a base that nobody approved makes nobody an owner',
  codes: ['approval-missing', 'unapplied-base'],
  benign:
    'the old and the new owner both approve the change of hands; the owner of what new rules take in is asked alone from the second change on',
};
