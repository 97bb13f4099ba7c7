import type { CodeTopic } from './entry.ts';

/** Instead of a plan. */
export const NO_PLAN_CODES: CodeTopic = {
  title: 'Instead of a plan',
  intro: 'Nothing was planned, or the plan did not reach the pull request.',
  shows: ['plan'],
  codes: {
    unconcerned: {
      meaning: 'The pull request touches neither an identity nor a rule; both checks succeed.',
      next: 'Nothing has to be done.',
    },
    'not-installed': {
      meaning: 'The base branch has no configuration, so no check is posted.',
      next: 'Land `.github/countersign.yaml` first.',
      shows: ['plan', 'apply'],
    },
    'scope-untouched': {
      meaning: 'What was just applied is not what the pull request is about, so it is not planned again.',
      next: 'Nothing has to be done.',
    },
    'branch-missing': { meaning: 'The base branch does not exist.', next: 'Retarget the pull request.' },
    'history-unrelated': { meaning: 'Head and base share no commit.', next: 'Begin the branch anew from its base.' },
    'public-ledger': {
      meaning: 'In a public repository everybody could read live state from the ledger.',
      next: 'Name a private repository in `ledger.repository`.',
    },
    'fork-not-asked': {
      meaning: 'The head comes from a fork, and nobody with write permission asked for a plan of it.',
      next: 'Look at the head, then run the workflow by hand for exactly that commit.',
    },
    'update-branch': {
      meaning: 'A document or rule file of this pull request also changed on the base branch.',
      next: 'Update the branch from its base, so that both changes are planned together.',
    },
    'identity-taken-in': {
      meaning:
        'The rules of this pull request take in a document that lay outside of them, so that nobody approved it.',
      next: "Read the document. Its next change asks the source's owner besides.",
    },
    'reconciliation-changed': {
      meaning: 'A merged Reconciliation was edited; it is a record.',
      next: 'Restore it, and add a new one under another name.',
    },
    'reconciliation-duplicate': {
      meaning: 'Two added Reconciliations name one address.',
      next: 'Name each address in one of them.',
    },
    'reconciliation-misdirected': {
      meaning: 'The verb does not fit what is declared about the address.',
      next: 'Use the verb that the message names, or change the document.',
    },
    'bundle-too-large': {
      meaning: 'The plans of one run exceed what a job can hand on.',
      next: 'Split the pull request, or plan fewer pull requests in one run.',
    },
    'bundle-malformed': {
      meaning: 'The publish job was handed something that no plan job makes.',
      next: "Give it the plan job's output `bundle`, unchanged.",
      shows: ['gate'],
    },
    'plan-not-handed-on': {
      meaning: 'The publish job was told that no plan is needed, and by the rules of the base branch one is.',
      next: 'Run the plan job again, and hand its output on unchanged; the rules may have changed in between.',
      shows: ['gate'],
    },
    'digest-mismatch': {
      meaning: 'A plan is not the one that the digest beside it names.',
      next: 'Make the plan again, and hand it on unchanged.',
      shows: ['gate', 'CLI'],
    },
  },
};

/** Not read, blocked, and how risky. */
export const PLAN_CODES: CodeTopic = {
  title: 'In a plan',
  intro:
    'What could not be read is never taken for an absence: no approval is lost, none counts until it is read. What is blocked is computed, but may not be done.',
  shows: ['plan'],
  codes: {
    'source-unread': {
      meaning: 'A source is not configured on the base branch, or was not read.',
      next: 'Land the source first; otherwise look at the failed reads.',
    },
    'live-state-elsewhere': {
      meaning: 'What another job read of the source was read under another boundary or other options.',
      next: 'Read the source by the rules of the default branch, in the same run.',
    },
    'live-state-outdated': {
      meaning: 'What another job read of the source is more than two hours old.',
      next: 'Run all jobs again, not only those that failed.',
    },
    'live-state-partial': {
      meaning:
        'What another job read of the source does not tell who may do what in effect, or whether what documents name for the first time is there.',
      next: 'Nothing has to be done; what is not known is not shown.',
    },
    'provider-unknown': {
      meaning: 'The configuration names a provider that does not exist.',
      next: 'Use one of those that the message names.',
      shows: ['plan', 'apply'],
    },
    'reference-unchecked': {
      meaning: 'A document names something for the first time, and nobody could look whether it is there.',
      next: 'Give the login of the source what its guide gives the reader; split a plan that names more than is looked up; or make sure of it yourself.',
    },
    'estate-unread': {
      meaning: 'Nobody read who may do what in a source, so only what is given directly is told.',
      next: 'Plan again.',
    },
    'access-too-large': {
      meaning:
        'The plan may change the access of so many identities that it is not told who gains or loses what through others.',
      next: 'Split the pull request, or ask `countersign access --plan`.',
    },
    'attribute-unreadable': {
      meaning:
        'An attribute that is managed, or that would be lost with its object, has a live value that is not shown, such as a text with the shape of a secret.',
      next: 'Remove the value in the live system; where the object stays, the attribute may be left unmanaged instead.',
    },
    'attribute-unread': {
      meaning: 'An attribute that is managed, or that would be lost with its object, could not be read.',
      next: 'Do what the message says, such as giving the reader the right that it names, and plan again.',
    },
    'removal-guard': {
      meaning: 'The plan disables or deletes too large a share of a source.',
      next: 'Check that no file was lost; split the change, or raise the guard in the configuration.',
    },
    'source-not-authoritative': {
      meaning: "The source's mode never removes.",
      next: 'Let the source be `authoritative`, or leave the object.',
      shows: ['plan', 'apply'],
    },
    'observed-only': {
      meaning: 'The source is only observed, so nothing is executed.',
      next: 'Change its mode when Countersign shall write to it.',
    },
    'nothing-removed': {
      meaning: 'A Reconciliation asks to remove what is neither live nor declared.',
      next: 'Correct the name, or leave the Reconciliation out.',
    },
    renamed: {
      meaning:
        'A document went away, and one with the same spec came under another name: one identity ends, and another begins.',
      next: 'Nothing, where that is meant. Credentials, and all else that the document does not say, do not carry over.',
    },
    adopted: {
      meaning: 'The document takes the object over from the tool that managed it.',
      next: 'Take it out of the other tool, or both will change it.',
    },
    'adopts-unclaimed': {
      meaning: 'A document adopts an object that no other tool is seen to manage.',
      next: 'Compare the name with that of the tool; where it gave the object up already, leave `metadata.adopts` out.',
    },
    'managed-elsewhere': {
      meaning: 'Another tool, or the system itself, manages the object, so it is only observed.',
      next: 'Change it there; or, where the tool gives it up, write its name under `metadata.adopts`.',
    },
    'dependency-cycle': { meaning: 'Changes wait for each other.', next: 'Split them into two pull requests.' },
    'reference-removed': {
      meaning: 'Somebody still needs what this plan ends.',
      next: 'Remove the reference, or keep what it leads to.',
    },
    'steps-revisit-state': {
      meaning: 'The steps would return to an earlier state, so a resumed apply could not tell where it stands.',
      next: 'Split the change into two pull requests.',
    },
  },
};
