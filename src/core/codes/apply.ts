import type { CodeTopic } from './entry.ts';

const NEXT_RUN = 'Nothing is lost: the next run continues, or run the apply workflow now.';
const RECONCILE = 'Open a pull request with a Reconciliation, if the change is still wanted.';
const ANEW =
  'compare what is declared with the live systems, name another branch in `ledger.branch`, and let an administrator dispatch `init`.';

export const APPLY_CODES: CodeTopic = {
  title: 'Apply',
  intro:
    'A landing ends in `applied`, `partial`, `refused`, `superseded` or `nothing`; `unfinished` is taken up by the next run. Each step has a receipt: `applied`, `already-applied`, `conflict`, `failed`, `ambiguous`, `waiting` or `not-attempted`.',
  shows: ['apply'],
  codes: {
    'direct-push': {
      meaning: 'A commit that touches identities or rules belongs to no pull request, so nobody approved it.',
      next: RECONCILE,
    },
    'landing-unattributed': {
      meaning:
        'A commit that touches identities or rules came so lately that GitHub may not know its pull request yet.',
      next: NEXT_RUN,
    },
    'governance-unapproved': {
      meaning: 'Rule files in force are not what was last approved, so nothing is approved and nothing written.',
      next: 'Restore them, or let administrators approve a pull request about nothing but these files; docs/landings.md says how.',
      shows: ['gate', 'apply'],
    },
    'landing-differs': { meaning: 'What landed is not what was planned.', next: RECONCILE },
    'landing-invalid': {
      meaning: 'The documents at the landing have errors.',
      next: 'Mend them in a pull request, which has a plan of its own.',
    },
    'landing-unreadable': {
      meaning: 'What landed cannot be read.',
      next: 'Mend what the message names in a pull request.',
    },
    superseded: {
      meaning: 'A later landing changed the same documents or rules.',
      next: 'Nothing has to be done: its own plan decides.',
    },
    'apply-expired': {
      meaning: 'It was not begun within `applyWithinDays` of the landing: all of it, or the identities that were not.',
      next: RECONCILE,
    },
    conflict: {
      meaning: 'Live state is not what the step expects; attribute, planned and found value are named.',
      next: 'Find who changed it, then plan again with a Reconciliation.',
    },
    'target-mismatch': {
      meaning: 'The write connection leads to another system than the one that was planned.',
      next: 'Correct the write credential, then ask for the same again with a Reconciliation: this apply has ended.',
    },
    'writer-missing': {
      meaning: 'The source has no write connection in this job.',
      next: 'Hand its secret to the apply job under the name that the configuration gives.',
    },
    'step-retries-exhausted': { meaning: 'The live system kept asking to repeat a step.', next: NEXT_RUN },
    'live-state-unread': {
      meaning: 'The live system could not be read through the write connection.',
      next: `Mend what is named. ${NEXT_RUN}`,
    },
    'earlier-landing-unfinished': {
      meaning: 'An earlier landing about the same identity is not finished.',
      next: NEXT_RUN,
    },
    'apply-unfinished': { meaning: 'The run stopped before the end.', next: NEXT_RUN },
    'source-gone': {
      meaning: 'The source is no longer configured.',
      next: RECONCILE,
      shows: ['plan', 'apply'],
    },
    'source-observed': {
      meaning: 'The source is only observed now.',
      next: RECONCILE,
      shows: ['plan', 'apply'],
    },
    'access-widened': {
      meaning: 'The change would give access that its publication did not show, as this version of the engine sees it.',
      next: `Let it be planned and approved anew. ${RECONCILE}`,
    },
    'follow-up-placeless': {
      meaning: 'The globs leave no path for a document that asks again for what was not applied, or its name is taken.',
      next: RECONCILE,
    },
    'follow-up-branch-taken': {
      meaning:
        'The branch that is to ask again for what was not applied, or a pull request from it, holds what somebody else put there.',
      next: 'Look who pushed the branch and delete it, then open a pull request with a Reconciliation by hand.',
    },
    'history-rewritten': {
      meaning: 'The default branch no longer holds the commit up to which landings are settled.',
      next: `Restore the branch. Otherwise ${ANEW}`,
    },
    'history-too-long': {
      meaning: 'The default branch grew by more than 2,000 commits since every landing was finished.',
      next: `Mend what keeps an apply from finishing before it comes to that. Afterwards ${ANEW}`,
    },
    'history-unreadable': {
      meaning: 'GitHub does not list a commit that the ledger names.',
      next: 'Run again; if it stays, the history was rewritten.',
    },
    'lease-lost': {
      meaning: 'Another run took the apply lease, so this one stopped before its next write.',
      next: NEXT_RUN,
    },
    'lease-contended': {
      meaning: 'The lease kept moving while it was being taken.',
      next: 'Run again; look who writes to its branch.',
    },
    'lease-holder-unknown': {
      meaning:
        'The lease is held by a run that GitHub no longer has, or that has not begun, so that perhaps nobody is at it.',
      next: 'Run again when it has expired, within half an hour; if it stays so, look who writes to its branch.',
    },
    'sink-missing': {
      meaning: 'There is nowhere to put an issued secret.',
      next: 'Report it: no kind of identity issues any yet.',
    },
  },
};
