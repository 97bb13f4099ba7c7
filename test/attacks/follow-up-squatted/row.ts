import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Squat the branch that asks again for what was not applied: push it first with other content, open a pull request from it, or name the very file',
  has: 'write access; the name follows from the landing and the digest, which everybody can read',
  expected:
    'only a branch that begins with the one file that is due is taken up; nothing is opened from another, and no pull request from it counts as ours',
  codes: ['follow-up-branch-taken'],
  benign: 'what somebody pushes on top of our commit is planned and reviewed like anything else, and applied',
};
