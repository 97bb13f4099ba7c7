import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'A pull request into another branch with rules of its own, one that aims there for a while, or two pull requests that share a head',
  has: 'write access, and so branches to protect as they like',
  expected:
    'a pull request into another branch never counts, what was published before it aimed there neither, and a shared head is green for neither',
  codes: ['base-not-default', 'review-before-publication', 'run-retargeted', 'head-shared'],
  benign:
    'a change of the base before the publication, or an approval given anew after it; and when the other pull request is closed, the head is green again',
};
