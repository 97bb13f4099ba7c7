import type { Account, App } from './accounts.ts';
import type { Edit } from './edits.ts';
import { raise } from './events.ts';
import { invalidField, notFound } from './http/errors.ts';
import { nodeId } from './ids.ts';
import { recordIssueEvent } from './issue-events.ts';
import { findPull } from './pull.ts';
import type { Repository } from './repository.ts';
import type { Schema } from './schema.ts';
import { integration, simpleUser } from './shapes/accounts.ts';
import { association } from './shapes/pulls.ts';
import { actorOf, appOf, type Principal } from './tokens.ts';

/** GitHub's reasons for hiding a comment. */
export const minimizeReasons = ['SPAM', 'ABUSE', 'OFF_TOPIC', 'OUTDATED', 'DUPLICATE', 'RESOLVED'] as const;
export type MinimizeReason = (typeof minimizeReasons)[number];

/** A comment on a pull request. */
export interface IssueComment {
  readonly id: number;
  readonly repository: Repository;
  /** The pull request's number. */
  readonly number: number;
  readonly author: Account;
  readonly app: App | undefined;
  readonly createdAt: string;
  updatedAt: string;
  body: string;
  readonly edits: Edit[];
  minimized: MinimizeReason | undefined;
}

const longestBody = 65_536;

/** Posts a comment. Refuses (422) an empty body and one of more than 65,536 characters. */
export function createComment(
  repository: Repository,
  principal: Principal,
  number: string | number,
  body: string,
): IssueComment {
  const pull = findPull(repository, number);
  checkBody(body);
  const { ids, clock } = repository.world;
  const now = clock.iso();
  const comment: IssueComment = {
    id: ids.next(),
    repository,
    number: pull.number,
    author: actorOf(repository.world, principal),
    app: appOf(repository.world, principal),
    createdAt: now,
    updatedAt: now,
    body,
    edits: [],
    minimized: undefined,
  };
  repository.comments.set(comment.id, comment);
  raiseComment(comment, principal, 'created');
  return comment;
}

/** Replaces a comment's body; who did and when stays in its edits. */
export function editComment(comment: IssueComment, principal: Principal, body: string): void {
  checkBody(body);
  const { world } = comment.repository;
  const from = comment.body;
  comment.edits.push({ editor: actorOf(world, principal), at: world.clock.iso(), before: from });
  comment.body = body;
  comment.updatedAt = world.clock.iso();
  raiseComment(comment, principal, 'edited', { changes: { body: { from } } });
}

/** Deletes a comment for good. */
export function deleteComment(comment: IssueComment, principal: Principal): void {
  const { repository, number } = comment;
  repository.comments.delete(comment.id);
  recordIssueEvent(repository, {
    number,
    actor: actorOf(repository.world, principal),
    detail: { kind: 'comment_deleted' },
  });
  raiseComment(comment, principal, 'deleted');
}

/** The comment of that id. Throws 404. */
export function findComment(repository: Repository, id: string | number): IssueComment {
  const comment = repository.comments.get(Number(id));
  if (comment === undefined) throw notFound();
  return comment;
}

/** The REST shape of a comment. */
export function commentShape(comment: IssueComment): Schema<'issue-comment'> {
  const { repository } = comment;
  return {
    id: comment.id,
    node_id: nodeId('comment', comment.id),
    url: `${repository.apiUrl}/issues/comments/${comment.id}`,
    html_url: `${repository.htmlUrl}/pull/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${repository.apiUrl}/issues/${comment.number}`,
    user: simpleUser(repository.world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: association(repository, comment.author),
    performed_via_github_app: comment.app === undefined ? null : integration(repository.world, comment.app),
  };
}

function checkBody(body: string): void {
  if (body.trim() === '') throw invalidField('IssueComment', 'body', 'missing_field');
  if (Array.from(body).length > longestBody) {
    throw invalidField(
      'IssueComment',
      'data',
      'unprocessable',
      `Body is too long (maximum is ${longestBody} characters)`,
    );
  }
}

function raiseComment(
  comment: IssueComment,
  principal: Principal,
  action: string,
  extra: Record<string, unknown> = {},
): void {
  const { repository } = comment;
  const pull = findPull(repository, comment.number);
  raise(repository, principal, 'issue_comment', {
    action,
    comment: commentShape(comment),
    issue: {
      id: pull.id,
      number: pull.number,
      title: pull.title,
      state: pull.state,
      user: simpleUser(repository.world, pull.author),
      pull_request: { url: `${repository.apiUrl}/pulls/${pull.number}` },
    },
    ...extra,
  });
}
