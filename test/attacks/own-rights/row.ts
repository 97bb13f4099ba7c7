import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Raise one’s own rights, or Countersign’s, in a pull request',
  has: 'write access',
  expected:
    'a change of the rules, which administrators approve by the rules before it; its author and whoever pushed it, to a branch or past the check, are never among them',
  codes: ['approval-missing', 'nobody-eligible'],
  benign:
    'an administrator who has no part in it makes somebody an owner, who approves from the next pull request on; one who pushed rules approves what restores the approved ones',
  sources: [
    {
      title: 'Bypassing required reviews using GitHub Actions',
      url: 'https://medium.com/cider-sec/bypassing-required-reviews-using-github-actions-6e1b29135cc7',
    },
    {
      title: 'policy-bot: allow_contributor lets authors approve their own pull requests',
      url: 'https://github.com/syncthing/syncthing/pull/10419',
    },
  ],
};
