import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    'The author, a co-author, anyone who pushed (also under the name of another, by deploy key or by an unlinked address), a bot, a workflow, a machine user or a reader approves',
  has: 'a part in the pull request, or an account that answers for nobody',
  expected: 'such a review does not count, and contributors whom nobody can tell refuse the pull request',
  codes: [
    'approval-missing',
    'nobody-eligible',
    'reviewer-contributed',
    'reviewer-not-a-person',
    'reviewer-without-permission',
    'contributor-unknown',
    'contributor-not-a-person',
  ],
  benign: 'an owner who only brought the branch up to date stays a reviewer',
};
