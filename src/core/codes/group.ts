import type { CodeTopic } from './entry.ts';

const QUEUE_AGAIN = 'then put it into the queue again.';

export const GROUP_CODES: CodeTopic = {
  title: 'Merge queue',
  intro:
    'Why a merge group passes or not. Each of its pull requests is judged again as at the gate; a queue does not wait for people, so what is missing makes the check red, and GitHub takes the pull request out of the queue.',
  shows: ['gate'],
  codes: {
    'group-approved': {
      meaning:
        'Every pull request of the group that touches identities or rules is approved, and nothing else is in it.',
      next: 'Nothing has to be done: the queue merges.',
    },
    'group-unknown': {
      meaning: 'It cannot be told which pull requests the group consists of.',
      next: 'Nothing has to be done where the queue formed the group anew; otherwise queue the pull request again.',
    },
    'group-member-waiting': {
      meaning: 'A pull request of the group lacks approvals.',
      next: `Ask the people named for a review, ${QUEUE_AGAIN}`,
    },
    'group-member-refused': {
      meaning: 'A pull request of the group could not be planned, or its approvals do not count.',
      next: `Mend what the code in the message says, ${QUEUE_AGAIN}`,
    },
    'group-unplanned': {
      meaning: 'The plan job handed on no plan of a pull request of the group.',
      next: `Look into the log of the plan job, mend what it says, ${QUEUE_AGAIN}`,
    },
    'group-differs': {
      meaning: 'What the group would land is not what was planned for one of its pull requests.',
      next: `Update the branch of the pull request from its base, let it be planned and approved, ${QUEUE_AGAIN}`,
    },
    'group-scopes-meet': {
      meaning:
        'Two pull requests of the group are about the same identity or rule, or one changes the rules for the other.',
      next: `Let the one ahead land and be applied, update the branch of the other, ${QUEUE_AGAIN}`,
    },
  },
};
