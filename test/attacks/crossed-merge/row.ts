import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'Arrange a history in which a merge brings more than the diff shows: commits of the base merged the other way round, a merge of the base that keeps what the base replaced or moved, a file that the base has moved among the identities',
  has: 'write access, and with it any history that Git can hold',
  expected:
    'whoever merges the base contributes unless every commit where the two parted gives the same outcome; what merging makes is compared with the plan before the check is green, and what landed once more at the apply',
  codes: ['reviewer-contributed', 'merge-differs', 'approval-missing', 'run-absent'],
  benign:
    'branches that merged each other, and moved documents, lose nothing: whoever only brings a branch up to date may approve it',
};
