import type { Person } from '../core/approval/facts.ts';
import { ONCE } from './client.ts';
import { at, type Repository } from './repository.ts';

/** Ids of the people who were asked for a review and have not given one. */
export async function requestedReviewers(repository: Repository, pullRequest: number): Promise<ReadonlySet<number>> {
  const query = { ...at(repository), pull_number: pullRequest };
  const { data } = await repository.github.rest.pulls.listRequestedReviewers(query);
  return new Set(data.users.map(({ id }) => id));
}

/** Asks people for a review, which notifies them: sent once. GitHub refuses all of them for one who cannot see the repository. */
export async function requestReviews(
  repository: Repository,
  pullRequest: number,
  people: readonly Person[],
): Promise<void> {
  const reviewers = people.map(({ login }) => login);
  await repository.github.rest.pulls.requestReviewers({
    ...at(repository),
    pull_number: pullRequest,
    reviewers,
    ...ONCE,
  });
}
