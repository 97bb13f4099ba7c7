import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'A merge made by hand whose inputs differ from the planned ones',
  has: 'the right to merge, and an approval of something else',
  expected: 'every landing is resolved to its pull request and refused on any difference in scope',
  codes: ['landing-differs'],
  benign: 'squash, rebase, merge commit, queue and a faithful merge by hand all land, and one apply takes them all',
};
