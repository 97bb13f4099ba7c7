import {
  commentShape,
  createComment,
  deleteComment,
  editComment,
  findComment,
  type IssueComment,
} from '../comments.ts';
import { forbidden } from '../http/errors.ts';
import { paginate } from '../http/pagination.ts';
import type { RepositoryCall, Router } from '../http/router.ts';
import { issueEventShape } from '../shapes/issue-events.ts';
import { timelineOf } from '../shapes/timeline.ts';
import { atLeast } from '../permissions.ts';
import { findPull } from '../pull.ts';
import { roleOf } from '../repository.ts';
import { actorOf } from '../tokens.ts';
import { needs } from './needs.ts';

/** Comments on pull requests, and what else happened to them. */
export function commentRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}/issues/{issue_number}/comments', needs.readIssues, (call) => {
    const pull = findPull(call.repository, call.params.issue_number);
    const since = call.query.get('since') ?? '';
    const comments = [...call.repository.comments.values()].filter(
      (comment) => comment.number === pull.number && comment.updatedAt >= since,
    );
    const page = paginate(comments, call);
    return { status: 200, body: page.items.map(commentShape), headers: page.headers };
  });
  router.repository('post', '/repos/{owner}/{repo}/issues/{issue_number}/comments', needs.comment, (call) => {
    const comment = createComment(call.repository, call.principal, call.params.issue_number, call.body.text('body'));
    const body = commentShape(comment);
    return { status: 201, body, headers: { location: body.url } };
  });
  router.repository('get', '/repos/{owner}/{repo}/issues/comments/{comment_id}', needs.readIssues, (call) => ({
    status: 200,
    body: commentShape(findComment(call.repository, call.params.comment_id)),
  }));
  router.repository('patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}', needs.comment, (call) => {
    const comment = findComment(call.repository, call.params.comment_id);
    requireAuthorship(call, comment);
    editComment(comment, call.principal, call.body.text('body'));
    return { status: 200, body: commentShape(comment) };
  });
  router.repository('delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}', needs.comment, (call) => {
    const comment = findComment(call.repository, call.params.comment_id);
    requireAuthorship(call, comment);
    deleteComment(comment, call.principal);
    return { status: 204, body: undefined };
  });
  router.repository('get', '/repos/{owner}/{repo}/issues/{issue_number}/events', needs.readIssues, (call) => {
    const pull = findPull(call.repository, call.params.issue_number);
    const page = paginate(
      call.repository.issueEvents.filter((event) => event.number === pull.number),
      call,
    );
    return {
      status: 200,
      body: page.items.map((event) => issueEventShape(call.repository, event)),
      headers: page.headers,
    };
  });
  router.repository('get', '/repos/{owner}/{repo}/issues/{issue_number}/timeline', needs.readIssues, async (call) => {
    const page = paginate(await timelineOf(findPull(call.repository, call.params.issue_number)), call);
    return { status: 200, body: page.items, headers: page.headers };
  });
}

/** Authors edit and delete their comments; so do people who may write, and apps, anybody's. */
function requireAuthorship(
  call: Pick<RepositoryCall<string>, 'repository' | 'principal' | 'world'>,
  comment: IssueComment,
): void {
  const actor = actorOf(call.world, call.principal);
  if (actor.id === comment.author.id || call.principal.kind !== 'user') return;
  if (!atLeast(roleOf(call.repository, actor), 'write')) throw forbidden('Must have admin rights to Repository.');
}
