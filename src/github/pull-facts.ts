import { CountersignError } from '../core/errors.ts';
import type { PullRequest } from './pull-requests.ts';
import { at, type Repository } from './repository.ts';

/** What of a pull request people and GitHub write beside its commits. `labels` as GitHub spells them. */
export type PullText = {
  readonly title: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  readonly additions: number;
  readonly deletions: number;
};

/**
 * Read afresh. @throws CountersignError `pull-request-moved` where it is of another head by now, or was closed: what is written on it
 * after it landed is nothing that it was judged by.
 */
export async function pullText(repository: Repository, { number, head, state }: PullRequest): Promise<PullText> {
  const { data } = await repository.github.rest.pulls.get({ ...at(repository), pull_number: number });
  if (data.state !== state) throw closed();
  if (data.head.sha !== head.sha)
    throw new CountersignError('pull-request-moved', 'The pull request moved on while it was judged.', {
      evidence: `${head.sha.slice(0, 7)} became ${data.head.sha.slice(0, 7)}`,
      mend: 'Nothing has to be done: the newer head is planned by a run of its own.',
    });
  const { title, draft, labels, additions, deletions } = data;
  return { title, draft: draft === true, labels: labels.map(({ name }) => name), additions, deletions };
}

function closed(): CountersignError {
  return new CountersignError('pull-request-moved', 'The pull request was closed or reopened while it was judged.', {
    mend: 'Nothing has to be done: the next run takes up what is left.',
  });
}
