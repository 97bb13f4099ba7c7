import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'A pull request into another branch with rules of its own, or two pull requests that share a head',
  has: 'write access, and so branches to protect as they like',
  expected: 'a pull request into another branch never counts, and a shared head is green for neither',
  codes: ['base-not-default', 'review-before-publication', 'head-shared'],
  benign: 'when the other pull request is closed, the head is green again',
};
