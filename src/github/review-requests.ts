import type { RequestedBefore } from '../core/approval/ask.ts';
import type { Person } from '../core/approval/facts.ts';
import { ONCE } from './client.ts';
import { gather } from './pages.ts';
import { at, type Repository } from './repository.ts';

const EVENTS = { what: 'events of a pull request', atMost: 50_000 };

/** Who was asked for a review of a pull request, by whomever, and who of them has not answered. */
export async function requestedBefore(repository: Repository, pullRequest: number): Promise<RequestedBefore> {
  const { rest, paginate } = repository.github;
  const { data } = await rest.pulls.listRequestedReviewers({ ...at(repository), pull_number: pullRequest });
  const query = { ...at(repository), issue_number: pullRequest, per_page: 100 };
  const people = new Map<number, string>();
  const teams = new Set(data.teams.map(({ slug }) => slug.toLowerCase()));
  for (const event of await gather(paginate.iterator(rest.issues.listEvents, query), EVENTS)) {
    if (event.event !== 'review_requested') continue;
    if ('requested_reviewer' in event && event.requested_reviewer !== undefined)
      people.set(event.requested_reviewer.id, event.created_at);
    if ('requested_team' in event && event.requested_team !== undefined)
      teams.add(event.requested_team.slug.toLowerCase());
  }
  return { pending: new Set(data.users.map(({ id }) => id)), people, teams };
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

/** Asks teams of the repository's organization: sent once. GitHub refuses a token that may not read them. */
export async function requestTeamReviews(
  repository: Repository,
  pullRequest: number,
  slugs: readonly string[],
): Promise<void> {
  await repository.github.rest.pulls.requestReviewers({
    ...at(repository),
    pull_number: pullRequest,
    team_reviewers: [...slugs],
    ...ONCE,
  });
}
