import type { Person, ReviewFact } from '../core/approval/facts.ts';
import { gather } from './pages.ts';
import { GHOST, toPerson } from './persons.ts';
import { at, type Repository } from './repository.ts';

type Dismissal = NonNullable<ReviewFact['dismissal']>;

const REVIEWS = { what: 'reviews', atMost: 10_000 };
const EVENTS = { what: 'events of a pull request', atMost: 50_000 };

/** Every submitted review of a pull request, oldest first, with who dismissed it and whether its body was edited. */
export async function reviewsOf(repository: Repository, number: number): Promise<readonly ReviewFact[]> {
  const { github } = repository;
  const pages = github.paginate.iterator(github.rest.pulls.listReviews, {
    ...at(repository),
    pull_number: number,
    per_page: 100,
  });
  const submitted = (await gather(pages, REVIEWS)).flatMap((review) =>
    review.submitted_at === undefined ? [] : [{ review, at: review.submitted_at }],
  );
  if (submitted.length === 0) return [];
  const unedited = await uneditedReviews(repository, number);
  const dismissals = submitted.some(({ review }) => review.state === 'DISMISSED')
    ? await dismissalsOf(repository, number)
    : new Map<number, Dismissal>();
  return submitted.map(({ review, at: submittedAt }) => ({
    id: review.id,
    reviewer: toPerson(review.user) ?? GHOST,
    state: toState(review.state),
    commitId: review.commit_id,
    submittedAt,
    body: review.body,
    bodyEdited: !unedited.has(review.node_id),
    dismissal: review.state === 'DISMISSED' ? (dismissals.get(review.id) ?? { by: null, wasState: null }) : null,
  }));
}

/** A state that is not known counts for nothing, like a comment. */
function toState(state: string): ReviewFact['state'] {
  return state === 'APPROVED' || state === 'CHANGES_REQUESTED' || state === 'DISMISSED' || state === 'PENDING'
    ? state
    : 'COMMENTED';
}

async function dismissalsOf(repository: Repository, number: number): Promise<ReadonlyMap<number, Dismissal>> {
  const { github } = repository;
  const pages = github.paginate.iterator(github.rest.issues.listEvents, {
    ...at(repository),
    issue_number: number,
    per_page: 100,
  });
  const dismissals = new Map<number, Dismissal>();
  for (const event of await gather(pages, EVENTS)) {
    if (event.event !== 'review_dismissed' || !('dismissed_review' in event)) continue;
    const by: Person | null = toPerson(event.actor);
    dismissals.set(event.dismissed_review.review_id, { by, wasState: toEarlierState(event.dismissed_review.state) });
  }
  return dismissals;
}

function toEarlierState(state: string): Dismissal['wasState'] {
  const upper = state.toUpperCase();
  return upper === 'APPROVED' || upper === 'CHANGES_REQUESTED' ? upper : null;
}

type Edits = {
  repository: {
    pullRequest: {
      reviews: {
        nodes: { id: string; lastEditedAt: string | null }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      } | null;
    } | null;
  } | null;
};

const EDITS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) { nodes { id lastEditedAt } pageInfo { hasNextPage endCursor } }
    }
  }
}`;

/** Node ids of the reviews that GitHub says were never edited; what it does not tell counts as edited. */
async function uneditedReviews(repository: Repository, number: number): Promise<ReadonlySet<string>> {
  const unedited = new Set<string>();
  let after: string | null = null;
  for (let page = 0; page * 100 < REVIEWS.atMost; page += 1) {
    const answer: Edits = await repository.github.graphql<Edits>(EDITS, { ...at(repository), number, after });
    const reviews: NonNullable<NonNullable<Edits['repository']>['pullRequest']>['reviews'] | undefined =
      answer.repository?.pullRequest?.reviews;
    for (const { id, lastEditedAt } of reviews?.nodes ?? []) if (lastEditedAt === null) unedited.add(id);
    after = reviews?.pageInfo.endCursor ?? null;
    if (after === null || reviews?.pageInfo.hasNextPage !== true) break;
  }
  return unedited;
}
