import type { Account } from './accounts.ts';
import type { Edit } from './edits.ts';
import { raise } from './events.ts';
import { notFound, unprocessable } from './http/errors.ts';
import { nodeId } from './ids.ts';
import { recordIssueEvent } from './issue-events.ts';
import type { PullRequest } from './pull.ts';
import type { Schema } from './schema.ts';
import { simpleUser } from './shapes/accounts.ts';
import { association, pullSimple } from './shapes/pulls.ts';
import { actorOf, type Principal } from './tokens.ts';

export type ReviewState = 'PENDING' | 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
export type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

/** A review. `commitId` follows the head when the branch is updated from its base; `submittedAt` never moves. */
export interface Review {
  readonly id: number;
  readonly pull: PullRequest;
  readonly author: Account;
  body: string;
  state: ReviewState;
  commitId: string;
  submittedAt: string | undefined;
  updatedAt: string;
  readonly edits: Edit[];
}

const submitted = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

/** Writes a review, pending until an event is given. Refuses (422) as GitHub does what the author or Actions may not do. */
export function createReview(
  pull: PullRequest,
  principal: Principal,
  input: { event: ReviewEvent | undefined; body: string; commitId: string | undefined },
): Review {
  const { world } = pull.repository;
  const review: Review = {
    id: world.ids.next(),
    pull,
    author: actorOf(world, principal),
    body: input.body,
    state: 'PENDING',
    commitId: input.commitId ?? pull.head.sha,
    submittedAt: undefined,
    updatedAt: world.clock.iso(),
    edits: [],
  };
  if (input.event === undefined && pendingOf(pull, review.author) !== undefined) {
    throw unprocessable('Unprocessable Entity', ['User can only have one pending review per pull request']);
  }
  if (input.event !== undefined) checkSubmission(review, principal, input.event, input.body);
  pull.reviews.push(review);
  if (input.event !== undefined) submitReview(review, principal, input.event, input.body);
  return review;
}

/** Submits a pending review. */
export function submitReview(review: Review, principal: Principal, event: ReviewEvent, body: string): void {
  checkSubmission(review, principal, event, body);
  if (review.state !== 'PENDING')
    throw unprocessable('Unprocessable Entity', ['Can not submit a review that is not pending']);
  const { world } = review.pull.repository;
  review.state = submitted[event];
  if (body !== '') review.body = body;
  review.submittedAt = world.clock.iso();
  review.updatedAt = review.submittedAt;
  review.pull.requestedReviewers.delete(review.author.id);
  for (const id of review.pull.requestedTeams)
    if (world.teams.get(id)?.memberIds.has(review.author.id) === true) review.pull.requestedTeams.delete(id);
  raiseReview(review, principal, 'submitted');
}

function checkSubmission(review: Review, principal: Principal, event: ReviewEvent, body: string): void {
  const own = review.author.id === review.pull.author.id;
  if (own && event === 'APPROVE')
    throw unprocessable('Unprocessable Entity', ['Can not approve your own pull request']);
  if (own && event === 'REQUEST_CHANGES') {
    throw unprocessable('Unprocessable Entity', ['Can not request changes on your own pull request']);
  }
  if (event === 'APPROVE' && principal.kind === 'actions-job' && !review.pull.repository.actionsMayCreateAndApprove) {
    throw unprocessable('Unprocessable Entity', ['GitHub Actions is not permitted to approve pull requests.']);
  }
  if (event !== 'APPROVE' && body === '' && review.body === '') {
    throw unprocessable('Unprocessable Entity', ['Could not create review: body is required']);
  }
}

/** Dismisses a submitted approval or request for changes, and notes who did. Refuses (422) anything else. */
export function dismissReview(review: Review, principal: Principal, message: string): void {
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    throw unprocessable('Unprocessable Entity', [
      'Can not dismiss a review that is neither an approval nor a request for changes',
    ]);
  }
  const { repository } = review.pull;
  recordIssueEvent(repository, {
    number: review.pull.number,
    actor: actorOf(repository.world, principal),
    detail: { kind: 'review_dismissed', reviewId: review.id, state: review.state.toLowerCase(), message },
  });
  review.state = 'DISMISSED';
  review.updatedAt = repository.world.clock.iso();
  raiseReview(review, principal, 'dismissed');
}

/** Replaces a review's body; who did and when stays in its edits. */
export function editReview(review: Review, principal: Principal, body: string): void {
  const { world } = review.pull.repository;
  review.edits.push({ editor: actorOf(world, principal), at: world.clock.iso(), before: review.body });
  const from = review.body;
  review.body = body;
  review.updatedAt = world.clock.iso();
  raiseReview(review, principal, 'edited', { changes: { body: { from } } });
}

/** Deletes a review that was never submitted. */
export function deletePendingReview(review: Review): void {
  if (review.state !== 'PENDING') throw unprocessable('Can not delete a non-pending pull request review');
  review.pull.reviews.splice(review.pull.reviews.indexOf(review), 1);
}

/** The reviews that a principal sees, oldest first: pending ones only by their author. */
export function visibleReviews(pull: PullRequest, principal: Principal): Review[] {
  const viewer = principal.kind === 'anonymous' ? undefined : actorOf(pull.repository.world, principal);
  return pull.reviews.filter((review) => review.state !== 'PENDING' || review.author.id === viewer?.id);
}

/** The review of that id. Throws 404. */
export function findReview(pull: PullRequest, principal: Principal, id: string): Review {
  const review = visibleReviews(pull, principal).find((candidate) => candidate.id === Number(id));
  if (review === undefined) throw notFound();
  return review;
}

/** The REST shape of a review. */
export function reviewShape(review: Review): Schema<'pull-request-review'> {
  const { pull } = review;
  const html = `${pull.repository.htmlUrl}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const api = `${pull.repository.apiUrl}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('review', review.id),
    user: simpleUser(pull.repository.world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: api,
    author_association: association(pull.repository, review.author),
    _links: { html: { href: html }, pull_request: { href: api } },
    ...(review.submittedAt === undefined ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commitId,
  };
}

function pendingOf(pull: PullRequest, author: Account): Review | undefined {
  return pull.reviews.find((review) => review.state === 'PENDING' && review.author.id === author.id);
}

function raiseReview(review: Review, principal: Principal, action: string, extra: Record<string, unknown> = {}): void {
  const shape = reviewShape(review);
  raise(review.pull.repository, principal, 'pull_request_review', {
    action,
    review: { ...shape, state: shape.state.toLowerCase(), updated_at: review.updatedAt },
    pull_request: pullSimple(review.pull),
    ...extra,
  });
}
