import { paginate } from '../http/pagination.ts';
import { forbidden, invalidField, unprocessable } from '../http/errors.ts';
import type { RepositoryCall, Router } from '../http/router.ts';
import { atLeast } from '../permissions.ts';
import { findPull } from '../pull.ts';
import { roleOf } from '../repository.ts';
import {
  createReview,
  deletePendingReview,
  dismissReview,
  editReview,
  findReview,
  reviewShape,
  submitReview,
  visibleReviews,
  type Review,
} from '../reviews.ts';
import { needs } from './needs.ts';

const events = ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'] as const;

/** Reviews of a pull request. */
export function reviewRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', needs.readPulls, (call) => {
    const pull = findPull(call.repository, call.params.pull_number);
    const page = paginate(visibleReviews(pull, call.principal), call);
    return { status: 200, body: page.items.map(reviewShape), headers: page.headers };
  });
  router.repository('post', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', needs.takePart, async (call) => {
    const { repository, principal, params, body } = call;
    const pull = findPull(repository, params.pull_number);
    const commitId = body.optionalText('commit_id');
    if (
      commitId !== undefined &&
      (!/^[0-9a-f]{40}$/.test(commitId) || (await repository.git.commit(commitId)) === undefined)
    ) {
      throw unprocessable('Unprocessable Entity', ['commitOID is not part of the pull request']);
    }
    const event = body.optionalChoice('event', events);
    const review = createReview(pull, principal, { event, body: body.optionalText('body') ?? '', commitId });
    return { status: 200, body: reviewShape(review) };
  });
  router.repository(
    'get',
    '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
    needs.readPulls,
    (call) => ({
      status: 200,
      body: reviewShape(reviewOf(call)),
    }),
  );
  router.repository('put', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}', needs.takePart, (call) => {
    const review = reviewOf(call);
    if (call.principal.kind === 'user' && call.principal.account.id !== review.author.id) {
      requireWrite(call, "Can not edit somebody else's review");
    }
    editReview(review, call.principal, call.body.text('body'));
    return { status: 200, body: reviewShape(review) };
  });
  router.repository(
    'delete',
    '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
    needs.takePart,
    (call) => {
      const review = reviewOf(call);
      deletePendingReview(review);
      return { status: 200, body: reviewShape(review) };
    },
  );
  router.repository(
    'post',
    '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events',
    needs.takePart,
    (call) => {
      const review = reviewOf(call);
      const event = call.body.optionalChoice('event', events);
      if (event === undefined) throw invalidField('PullRequestReview', 'event', 'missing_field');
      submitReview(review, call.principal, event, call.body.optionalText('body') ?? '');
      return { status: 200, body: reviewShape(review) };
    },
  );
  router.repository(
    'put',
    '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
    needs.writePulls,
    (call) => {
      const review = reviewOf(call);
      dismissReview(review, call.principal, call.body.text('message'));
      return { status: 200, body: reviewShape(review) };
    },
  );
}

function reviewOf(call: {
  repository: RepositoryCall<string>['repository'];
  principal: RepositoryCall<string>['principal'];
  params: { pull_number: string; review_id: string };
}): Review {
  return findReview(findPull(call.repository, call.params.pull_number), call.principal, call.params.review_id);
}

function requireWrite(call: Pick<RepositoryCall<string>, 'repository' | 'principal'>, message: string): void {
  const { principal } = call;
  if (principal.kind === 'user' && !atLeast(roleOf(call.repository, principal.account), 'write'))
    throw forbidden(message);
}
