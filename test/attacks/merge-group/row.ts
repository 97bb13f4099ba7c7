import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack:
    "Get past the gate in a merge queue: withdraw the approval while it waits there, queue what meets, take back what is queued ahead, stack on what is nobody's, put a commit of one's own on the queue's branch, invent a branch of the queue, hand on no plan",
  has: "the right to queue pull requests, a hand on the queue's branches, or on what the plan job passes on",
  expected:
    'each pull request that would land is judged again, what each brings is compared with its plan, and the check of the group is red',
  codes: [
    'group-member-waiting',
    'group-member-refused',
    'group-scopes-meet',
    'group-differs',
    'group-unknown',
    'group-unplanned',
    'head-shared',
  ],
  benign: 'two approved pull requests about different identities go through the queue together',
};
