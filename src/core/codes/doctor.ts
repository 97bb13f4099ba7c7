import type { CodeTopic } from './entry.ts';

const SETUP = 'do it as docs/setup.md has it, and run it again.';

export const DOCTOR_CODES: CodeTopic = {
  title: 'Doctor',
  intro:
    'What the command `doctor` misses in a repository before it calls the level standard. It only reads, and stops nobody.',
  shows: ['doctor'],
  codes: {
    'app-missing': {
      meaning: 'The configuration names no App.',
      next: `Register one and name it under \`app\`; ${SETUP}`,
    },
    'signing-missing': {
      meaning: 'The configuration leaves the ledger unsigned.',
      next: `Choose a kind under \`ledger.signing\`; ${SETUP}`,
    },
    'check-not-required': {
      meaning: 'No active ruleset requires `countersign/approval` on the default branch.',
      next: `Require it; ${SETUP}`,
    },
    'check-unpinned': {
      meaning: 'The required check counts from another app than the configured one, so another workflow can post it.',
      next: `Give it the App as \`integration_id\`; ${SETUP}`,
    },
    'code-owner-review-missing': {
      meaning: 'No active ruleset requires the review of code owners on the default branch.',
      next: `Require it; ${SETUP}`,
    },
    'branch-deletable': {
      meaning: 'A branch that must stay may be deleted: the default one, or one of the ledger.',
      next: `Add the rule \`deletion\`; ${SETUP}`,
    },
    'branch-rewritable': {
      meaning: 'A branch that must only grow may be force-pushed: the default one, or one of the ledger.',
      next: `Add the rule \`non_fast_forward\`; ${SETUP}`,
    },
    'code-owners-missing': {
      meaning: 'Files that make the rules have no code owners.',
      next: 'Name owners for `/.github/` in `.github/CODEOWNERS`, in its last line that matches.',
    },
    'code-owners-invalid': {
      meaning: 'GitHub does not accept a line of the CODEOWNERS file.',
      next: 'Open the file on GitHub, which marks the line; owners need write access.',
    },
    'environment-missing': {
      meaning: 'An environment of the example workflows, or of a job that reads a source, does not exist.',
      next: `Make it; ${SETUP} Where yours has another name, look at its branches yourself.`,
    },
    'environment-open': {
      meaning: 'Jobs on other branches than the default one may use an environment, and its secrets.',
      next: `Limit it to the default branch by name; ${SETUP}`,
    },
    'rules-unseen': {
      meaning: 'The rules of a branch could not be read, so they count as missing.',
      next: 'Mend what the message says; where the ledger has a repository of its own, give `ledger-token`.',
    },
    'app-unseen': {
      meaning: 'Whom the token of the doctor acts for could not be read, so it does not count as that of the App.',
      next: "Run it again, with the job's own token or that of the App.",
    },
    'environment-unseen': {
      meaning: 'An environment could not be read, so it counts as open.',
      next: 'Give the job `actions: read`.',
    },
    'read-source-unknown': {
      meaning: 'A job reads a source that the configuration does not name, so it fails each time.',
      next: 'Correct its input `source`.',
    },
    'read-job-without-environment': {
      meaning: 'A job that reads a source uses a secret outside of any environment.',
      next: `Give it one that is limited to the default branch; ${SETUP}`,
    },
    'read-state-unused': {
      meaning: 'A job reads a source, and no plan job of its workflow waits for it and is given a `live-state`.',
      next: `Hand the file on; ${SETUP}`,
    },
    'read-failure-stops-plan': {
      meaning:
        'A plan job does not run where a job fails that reads a source, so that nothing of any source is planned.',
      next: 'Let the plan job have `if: ${{ !cancelled() }}`.',
    },
    'read-state-public': {
      meaning: 'A job hands on what it reads as an artifact of a public repository.',
      next: 'Read the source in the plan job, or let the repository be private.',
    },
    'workflow-unread': {
      meaning: 'A workflow that uses Countersign could not be read or understood, so its jobs that read do not count.',
      next: 'Give the job `contents: read`, and write the workflow without anchors.',
    },
    'code-owners-unseen': {
      meaning: 'The code owners could not be read, so they count as missing.',
      next: 'Give the job `contents: read`.',
    },
  },
};
