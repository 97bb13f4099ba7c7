import type { CodeTopic } from './entry.ts';

const RUN_AGAIN = 'Run again; the next run continues where this one stopped.';

export const GITHUB_CODES: CodeTopic = {
  title: 'GitHub and the job',
  intro: 'Why a job could not work. Everything fails closed: a check that waits or is red stays so.',
  shows: ['plan', 'gate', 'apply'],
  codes: {
    'not-a-workflow': {
      meaning: 'The action does not run as a step of a workflow.',
      next: 'Run it by GitHub Actions.',
    },
    'input-invalid': {
      meaning: 'An input of the action is not valid.',
      next: 'Correct it; the README lists all inputs.',
    },
    'event-unreadable': { meaning: 'The payload of the event is not JSON.', next: 'Run this as a step of a workflow.' },
    'credential-missing': {
      meaning: 'An environment variable that the configuration names is not set.',
      next: 'Hand the secret to the step under `env`; for writing, from an environment that only the apply job has.',
      shows: ['plan', 'gate', 'apply', 'CLI'],
    },
    'github-token-missing': {
      meaning: 'The GitHub token is empty.',
      next: 'Hand the job token or an App token to the action.',
    },
    'app-differs': {
      meaning:
        "The configuration names an App, and the token is not that App's: nothing is recorded, decided or applied with it.",
      next: "Hand the App's own token to the publish and the apply job as `token`; docs/setup.md says how. Nothing is lost: the next run takes up what is left.",
      shows: ['gate', 'apply', 'doctor'],
    },
    'app-shared': {
      meaning: 'The configuration names `github-actions` as its App, as which every workflow of every branch acts.',
      next: 'Name an App of your own under `app`, or none.',
      shows: ['gate', 'apply', 'doctor'],
    },
    'github-unauthorized': { meaning: 'GitHub does not accept the token.', next: 'Hand in a token that is valid.' },
    'github-forbidden': {
      meaning: 'The token may not do this.',
      next: 'Grant the job or the App the permission that the evidence names.',
    },
    'github-not-found': {
      meaning: 'It does not exist, or the token may not see it.',
      next: 'Check the name, and what the token may read.',
    },
    'github-conflict': { meaning: 'The request conflicts with the state of the repository.', next: RUN_AGAIN },
    'github-stale': { meaning: 'A branch moved between reading and writing.', next: RUN_AGAIN },
    'github-rejected': {
      meaning: 'GitHub did not accept what was sent.',
      next: 'Read the evidence; if it names no setting of yours, report it.',
    },
    'github-rate-limited': {
      meaning: 'GitHub limits requests for longer than this run may wait.',
      next: `Wait. ${RUN_AGAIN}`,
    },
    'github-unavailable': { meaning: 'GitHub had an error of its own.', next: RUN_AGAIN },
    'github-unreachable': {
      meaning: 'GitHub gave no complete answer.',
      next: `${RUN_AGAIN} If it stays, check the network of the runner.`,
    },
    'github-bad-answer': { meaning: 'GitHub answered without what was asked for.', next: RUN_AGAIN },
    'github-list-too-long': {
      meaning: 'A list is too long to be read whole, and it is not read in part.',
      next: 'Reduce what the message names.',
    },
    'github-no-clock': {
      meaning: "GitHub's answer bears no date.",
      next: 'Check for a proxy that removes the Date header.',
    },
    'repository-name': { meaning: 'This is not the name of a repository.', next: 'Write `owner/name`.' },
    'comment-altered': { meaning: 'GitHub keeps another comment than it was sent.', next: 'Report it as a defect.' },
    'comment-too-long': { meaning: 'A comment is longer than GitHub takes.', next: 'Report it as a defect.' },
    'check-run-too-long': { meaning: 'A check run is longer than GitHub takes.', next: 'Report it as a defect.' },
  },
};
