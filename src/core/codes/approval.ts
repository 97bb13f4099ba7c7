import { APPROVAL_CODES, type ApprovalCode } from '../approval/codes.ts';
import { withNext } from './with-next.ts';
import type { CodeTopic } from './entry.ts';

const NEW_REVIEW = 'Review again: what counts is a new approval of the plan that stands now.';
const ANOTHER_PERSON = 'Ask another person for a review.';
const NEXT_RUN = 'Run the plan workflow again.';
const NEW_PLAN = 'Run the plan workflow again; the plan that it publishes is the one to review.';
const FOLLOW_UP = 'Open a follow-up pull request with a Reconciliation, if the change is still wanted.';

const NEXT: { readonly [code in ApprovalCode]: string } = {
  approved: 'Merge: exactly this plan is applied.',
  'begun-under-approval': 'Nothing has to be done.',
  'approval-missing': 'Ask the people whom the check names for a review.',
  'nobody-eligible': 'Name more people in the configuration, or let somebody review who did not contribute.',
  'changes-requested':
    'Settle it with that person, who then approves; or an eligible person dismisses the review and does not contribute afterwards. Where it was dismissed in vain, GitHub lets nobody dismiss it again: that person reviews anew, or the change goes into a new pull request.',
  'policy-denied':
    'Change the plan so that the policy permits it; or change the policy, or bring an exception to the rule (docs/policies.md#exceptions), in a pull request of its own.',
  'base-not-default': 'Retarget the pull request to the default branch.',
  'plan-incomplete': 'Mend what could not be read, then run the plan workflow again; reviews stay as they are.',
  'plan-not-applyable': 'Mend what the plan names as blocked.',
  'run-absent': `${NEW_PLAN} After a landing: ${FOLLOW_UP}`,
  'run-unpublished': NEXT_RUN,
  'run-ended': `${NEW_REVIEW} After a landing: ${FOLLOW_UP}`,
  'run-retargeted': `${NEW_PLAN} After a landing: ${FOLLOW_UP}`,
  'digest-differs': NEW_REVIEW,
  'head-not-published': NEXT_RUN,
  'comment-gone': NEW_PLAN,
  'comment-edited': NEW_PLAN,
  'author-unknown': 'Let a person with an account open the pull request anew.',
  'contributor-unknown': 'Let that commit be made anew with an address that belongs to an account.',
  'contributor-not-a-person': 'List the bot in the base configuration, or make its commits anew by a person.',
  'team-unreadable':
    'Check the name of the team, and its id where it is pinned, and hand the publish and apply jobs the token of an App with the organization permission members (read); or list the people in a group of `people`.',
  'pushers-unreadable':
    'Run again; if it stays, check the permissions of the token. A landing waits for it as long as it may.',
  'contributors-incomplete': 'Run again; if it stays, open the pull request anew from a branch of this repository.',
  'review-superseded': 'Nothing has to be done: the later review is judged.',
  'review-dismissed': NEW_REVIEW,
  'review-other-head': NEW_REVIEW,
  'review-before-publication': NEW_REVIEW,
  'review-after-landing': FOLLOW_UP,
  'review-code-missing': 'Review again with the code that the comment shows in the text of the review.',
  'review-body-edited': 'Review again; do not edit the text of a review that quotes a code.',
  'reviewer-not-a-person': ANOTHER_PERSON,
  'reviewer-login-taken':
    'Ask the person who is meant, or pin the account that has the login now in a pull request of its own.',
  'reviewer-without-permission': 'Ask a person with write permission for a review.',
  'reviewer-is-author': ANOTHER_PERSON,
  'reviewer-contributed': 'Ask a person for a review who neither committed nor pushed to the branch.',
  'reviewer-excluded': ANOTHER_PERSON,
};

export const APPROVAL_TOPIC: CodeTopic = {
  title: 'Approval',
  intro:
    'Why a review counts or does not, and why the check `countersign/approval` is not green. The same function decides at the gate and again at the apply.',
  shows: ['gate', 'apply'],
  codes: withNext(APPROVAL_CODES, NEXT, {
    'base-not-default': ['plan', 'gate', 'apply'],
    'team-unreadable': ['gate', 'apply', 'doctor'],
  }),
};

export const REQUIREMENT_CODES: CodeTopic = {
  title: 'Who has to approve',
  intro: 'Why a plan asks for an approval of these people.',
  shows: ['plan', 'gate'],
  codes: {
    someone: { meaning: 'At least one person always approves.', next: 'Ask anyone with write permission.' },
    owner: {
      meaning: 'The owner of a changed identity approves, and after a change of owner both.',
      next: 'Ask the people named.',
    },
    adoption: {
      meaning: 'A document takes an object over that another tool managed; the owner of the source is asked.',
      next: 'Look whether the other tool no longer changes it.',
    },
    widening: {
      meaning:
        'Access is widened, or may be where nobody can tell (`access-unknown`), and the configuration asks these people besides.',
      next: 'Ask the people named.',
    },
    irreversible: {
      meaning: 'A change cannot be undone; risk high, and the configuration asks for more people, who quote the code.',
      next: 'Read what cannot be undone, then approve with the code in the text of the review.',
    },
    governance: {
      meaning: 'The rules change, so administrators approve by the rules before.',
      next: 'Ask an administrator.',
    },
    'unapplied-base': {
      meaning:
        "The last landing about the identity was not applied, or new rules took its document in, so the source's owner is asked besides.",
      next: "Ask the source's owner.",
    },
    'unapplied-contributors': {
      meaning: 'Not everybody is known who contributed to the last landing about the identity, which was not applied.',
      next: 'Ask an administrator besides, who had no part in it.',
    },
    'bot-contributed': {
      meaning: 'Bots contributed, so one more person than otherwise needed approves for each.',
      next: 'Ask another person for a review.',
    },
  },
};

export const CONTRIBUTOR_CODES: CodeTopic = {
  title: 'At the gate',
  intro: 'What else keeps a plan from being published or approved.',
  shows: ['gate'],
  codes: {
    'head-shared': {
      meaning: 'Another open pull request has the same head; a check belongs to a commit, so neither is green.',
      next: 'Push another commit, or close one of them.',
    },
    'merge-differs': {
      meaning: 'Merging it now would bring something else than what its own commits are judged to bring.',
      next: 'Update the branch from its base; the next run plans both together.',
    },
    'merge-unknown': {
      meaning: 'GitHub has not worked out what merging it makes, so it cannot be compared with the plan.',
      next: NEXT_RUN,
    },
    'pull-request-moved': {
      meaning: 'The pull request moved while this was planned, so nothing is posted.',
      next: 'Nothing has to be done: the next run looks again.',
    },
    'plan-stale': {
      meaning:
        'Another plan of this pull request was published after this one was computed, or it was computed more than two hours ago; nothing is posted.',
      next: 'Nothing has to be done: the next run plans again. Running only the publish job again does not help.',
    },
    'commits-truncated': {
      meaning: 'The pull request has more commits than GitHub lists, so not all contributors are known.',
      next: 'Squash the branch to fewer commits.',
    },
    'commits-moved': { meaning: 'The commits that GitHub lists do not reach the head.', next: NEXT_RUN },
    'head-repository-gone': {
      meaning: 'The fork was deleted, and with it the record of who pushed.',
      next: 'Open the pull request anew from a branch of this repository.',
    },
    'pushers-incomplete': {
      meaning: 'The record of pushes to the branch has a gap.',
      next: 'Run again; if it stays, open the pull request anew from a new branch.',
    },
    'pushers-too-many': {
      meaning: 'The record of pushes to the branch is longer than is read.',
      next: 'Open the pull request anew from a new branch.',
    },
    'fork-pushers-unreadable': {
      meaning: 'The record of who pushed to the fork cannot be read.',
      next: 'Open the pull request anew from a branch of this repository.',
    },
  },
};
