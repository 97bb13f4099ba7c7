import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Change what a symbolic link or a submodule leads to, without touching a document',
  has: 'write access, and a document that is no file',
  expected:
    'links and submodules are never followed: as a document they are refused, as a rule they count by what they name',
  codes: ['input-symlink', 'input-submodule', 'approval-missing'],
  benign: 'a link outside of what is looked at concerns nobody; a document moves to another folder with the same plan',
};
