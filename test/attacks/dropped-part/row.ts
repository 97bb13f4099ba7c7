import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Have one part of a pull request planned and approved, drop it, and land the rest',
  has: 'write access, and an older plan that still lies somewhere',
  expected:
    'what the pull request no longer asks for is not applied, and the approval of the older plan does not count',
  codes: ['approval-missing'],
  benign: 'the rest is approved as it now stands, and applied alone',
  sources: [
    {
      title: 'Atlantis: stale plans of dropped projects are applied',
      url: 'https://github.com/runatlantis/atlantis/issues/1122',
    },
    {
      title: 'Atlantis: after an approval any directory can be planned and applied',
      url: 'https://github.com/runatlantis/atlantis/issues/1508',
    },
  ],
};
