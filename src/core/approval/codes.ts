/** Every outcome of a decision about approval: stable code, and the sentence that documentation gives for it. */
export const APPROVAL_CODES = {
  approved: 'Every requirement is met by reviews that count for exactly this plan.',
  'begun-under-approval': 'The apply has begun under an approval in the ledger, and what was begun is finished.',
  'approval-missing': 'A requirement still lacks approvals that count.',
  'nobody-eligible': 'The people who could still approve are too few for what is required.',
  'changes-requested':
    'Somebody with write permission requested changes, and neither approved since nor was dismissed by an eligible person.',
  'policy-denied': 'A policy denies this plan; no approval overrides that.',
  'base-not-default': 'Only pull requests into the default branch count.',
  'plan-incomplete': 'Something that the plan depends on could not be read.',
  'plan-not-applyable': 'The plan holds a change that is blocked.',
  'run-absent': 'No publication of this plan is in the ledger.',
  'run-unpublished': "The ledger does not yet hold the publication's comment.",
  'run-ended':
    'The publication ended: another plan or base branch took its place, its comment changed, an earlier head came back, or the pull request meanwhile touched nothing.',
  'run-retargeted':
    'The base branch of the pull request was changed after the publication; the same second counts as after.',
  'digest-differs': 'The plan is another one than the one that was published.',
  'head-not-published': 'The plan was not published for this head commit.',
  'comment-gone': "The publication's comment no longer exists.",
  'comment-edited': "The publication's comment is not what was published.",
  'author-unknown': "The pull request's author cannot be told.",
  'contributor-unknown': 'Somebody contributed to the pull request whose account cannot be told.',
  'contributor-not-a-person':
    'A bot or machine user that the base configuration does not list contributed to the pull request.',
  'team-unreadable': 'Who is in a team that has to approve cannot be read.',
  'pushers-unreadable': 'Who pushed to the pull request cannot be read.',
  'contributors-incomplete': 'The list of contributors cannot be read whole.',
  'review-superseded': 'The same person reviewed again later; only the latest review counts.',
  'review-dismissed': 'The review was dismissed.',
  'review-other-head': 'The review is of a commit for which this plan was not published.',
  'review-before-publication':
    'The review was not submitted after the plan was published; the same second is not after.',
  'review-after-landing': 'The review was submitted after the pull request landed.',
  'review-code-missing': "The review does not quote the publication's code.",
  'review-body-edited': "The review's text was edited, so the code in it proves nothing.",
  'reviewer-not-a-person': 'The reviewer is a bot, an app or a machine user.',
  'reviewer-login-taken': 'The configuration pins the login of the reviewer to another account.',
  'reviewer-without-permission': 'The reviewer does not have write permission now.',
  'reviewer-is-author': 'The author of a pull request never approves it.',
  'reviewer-contributed': 'The reviewer contributed to the pull request.',
  'reviewer-excluded': 'The reviewer contributed to the pull request that this one follows up.',
} as const;

export type ApprovalCode = keyof typeof APPROVAL_CODES;
