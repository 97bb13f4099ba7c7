import type { Account } from '../accounts.ts';
import { isoSeconds } from '../clock.ts';
import type { IssueComment } from '../comments.ts';
import { lastEdit, type Edit } from '../edits.ts';
import type { Commit } from '../git/commit.ts';
import type { Signature } from '../git/identity.ts';
import { nodeId } from '../ids.ts';
import type { IssueEvent } from '../issue-events.ts';
import { atLeast } from '../permissions.ts';
import type { PullRequest } from '../pull.ts';
import { roleOf, type Repository } from '../repository.ts';
import { visibleReviews, type Review } from '../reviews.ts';
import { pullsWithCommit } from '../routes/pulls.ts';
import { accountNodeId } from '../shapes/accounts.ts';
import type { Principal } from '../tokens.ts';
import type { World } from '../world.ts';
import { absent, connect, type Connection, type ConnectionArguments } from './connection.ts';

/** An object whose fields and methods GraphQL's default resolver reads. */
export type NodeFields = Readonly<Record<string, unknown>>;

/** An account, as `Actor`, `User`, `Bot` or `Organization`. */
export function actorNode(world: World, account: Account): NodeFields {
  return {
    __typename: account.type,
    id: accountNodeId(account),
    databaseId: account.id,
    // GraphQL leaves out the suffix by which REST marks bots.
    login: account.type === 'Bot' ? account.login.replace(/\[bot\]$/, '') : account.login,
    name: account.name,
    url: `${world.url}/_html/${account.login}`,
  };
}

/** A commit. */
export function commitNode(repository: Repository, principal: Principal, commit: Commit): NodeFields {
  return {
    __typename: 'Commit',
    id: nodeId('commit', `${repository.id}:${commit.sha}`),
    oid: commit.sha,
    abbreviatedOid: commit.sha.slice(0, 7),
    message: commit.message,
    messageHeadline: commit.message.split('\n')[0],
    committedDate: isoSeconds(commit.committer.seconds),
    authoredDate: isoSeconds(commit.author.seconds),
    url: `${repository.htmlUrl}/commit/${commit.sha}`,
    author: gitActor(repository.world, commit.author),
    committer: gitActor(repository.world, commit.committer),
    authors: (page: ConnectionArguments) =>
      connect('authors', authorsOf(commit), page, (author) => gitActor(repository.world, author)),
    parents: async (page: ConnectionArguments) => {
      const parents = await repository.git.commits(commit.parents);
      return connect('parents', parents, page, (parent) => commitNode(repository, principal, parent));
    },
    associatedPullRequests: async (page: ConnectionArguments) => {
      const pulls = await pullsWithCommit(repository, commit.sha);
      return connect('associatedPullRequests', pulls, page, (pull) => pullNode(pull, principal));
    },
  };
}

/** A ref. */
export async function refNode(repository: Repository, principal: Principal, name: string): Promise<NodeFields | null> {
  const sha = await repository.git.ref(name);
  if (sha === undefined) return null;
  const [, prefix = '', short = name] = /^(refs\/[^/]+\/)(.+)$/.exec(name) ?? [];
  return {
    __typename: 'Ref',
    id: nodeId('ref', `${repository.id}:${name}`),
    name: short,
    prefix,
    target: async () => {
      const commit = await repository.git.commit(sha);
      return commit === undefined ? null : commitNode(repository, principal, commit);
    },
    repository: { id: nodeId('repository', repository.id), nameWithOwner: repository.fullName },
  };
}

/** A pull request. */
export function pullNode(pull: PullRequest, principal: Principal): NodeFields {
  const { repository } = pull;
  const { world } = repository;
  return {
    __typename: 'PullRequest',
    ...written(world, {
      id: pull.id,
      body: pull.body ?? '',
      edits: pull.bodyEdits,
      author: pull.author,
      createdAt: pull.createdAt,
    }),
    id: nodeId('pull', pull.id),
    number: pull.number,
    title: pull.title,
    state: pull.landing === undefined ? pull.state.toUpperCase() : 'MERGED',
    isDraft: pull.draft,
    url: `${repository.htmlUrl}/pull/${pull.number}`,
    updatedAt: pull.updatedAt,
    closedAt: pull.closedAt,
    merged: pull.landing !== undefined,
    mergedAt: pull.landing?.at ?? null,
    mergedBy: pull.landing === undefined ? null : actorNode(world, pull.landing.by),
    mergeCommit: () => commitOrNull(repository, principal, pull.landing?.sha),
    headRefName: pull.head.ref,
    headRefOid: pull.head.sha,
    baseRefName: pull.base.ref,
    baseRefOid: pull.base.sha,
    isCrossRepository: pull.head.repository.id !== repository.id,
    reviews: (page: ConnectionArguments & { states?: readonly string[] | null; author?: string | null }) => {
      const reviews = visibleReviews(pull, principal).filter(
        (review) =>
          (absent(page.states) || page.states.includes(review.state)) &&
          (absent(page.author) || review.author.login === page.author),
      );
      return connect('reviews', reviews, page, (review) => reviewNode(review, principal));
    },
    comments: (page: ConnectionArguments) => {
      const comments = [...repository.comments.values()].filter((comment) => comment.number === pull.number);
      return connect('comments', comments, page, commentNode);
    },
    timelineItems: (page: ConnectionArguments & { itemTypes?: readonly string[] | null }) =>
      timeline(pull, principal, page),
  };
}

/** A review. */
export function reviewNode(review: Review, principal: Principal): NodeFields {
  const { repository } = review.pull;
  return {
    __typename: 'PullRequestReview',
    ...written(repository.world, { ...review, createdAt: review.submittedAt ?? review.updatedAt }),
    id: nodeId('review', review.id),
    state: review.state,
    url: `${repository.htmlUrl}/pull/${review.pull.number}#pullrequestreview-${review.id}`,
    submittedAt: review.submittedAt ?? null,
    updatedAt: review.updatedAt,
    commit: () => commitOrNull(repository, principal, review.commitId),
    authorCanPushToRepository: atLeast(roleOf(repository, review.author), 'write'),
    isMinimized: false,
    minimizedReason: null,
    pullRequest: () => pullNode(review.pull, principal),
  };
}

/** A comment on a pull request. */
export function commentNode(comment: IssueComment): NodeFields {
  const { repository } = comment;
  return {
    __typename: 'IssueComment',
    ...written(repository.world, comment),
    id: nodeId('comment', comment.id),
    url: `${repository.htmlUrl}/pull/${comment.number}#issuecomment-${comment.id}`,
    updatedAt: comment.updatedAt,
    isMinimized: comment.minimized !== undefined,
    minimizedReason: comment.minimized?.toLowerCase().replaceAll('_', '-') ?? null,
  };
}

/** The fields that everything people write has in common: author, body, and what became of the body. */
function written(
  world: World,
  text: { id: number; body: string; edits: readonly Edit[]; author: Account; createdAt: string },
): NodeFields {
  const last = lastEdit(text.edits);
  return {
    databaseId: text.id,
    fullDatabaseId: String(text.id),
    author: actorNode(world, text.author),
    body: text.body,
    createdAt: text.createdAt,
    lastEditedAt: last?.at ?? null,
    editor: last === undefined ? null : actorNode(world, last.editor),
    includesCreatedEdit: last !== undefined,
    userContentEdits: (page: ConnectionArguments) => editsOf(world, text, page),
  };
}

/** Newest first, the creation last; a text that was never edited has none. */
function editsOf(
  world: World,
  text: { id: number; body: string; edits: readonly Edit[]; author: Account; createdAt: string },
  page: ConnectionArguments,
): Connection<NodeFields> {
  const bodies = [...text.edits.map((edit) => edit.before), text.body];
  const writes = [{ editor: text.author, at: text.createdAt }, ...text.edits];
  const edits = text.edits.length === 0 ? [] : writes.map((write, index) => ({ ...write, index })).reverse();
  return connect('userContentEdits', edits, page, (edit) => ({
    __typename: 'UserContentEdit',
    id: nodeId('edit', `${text.id}:${edit.index}`),
    editor: actorNode(world, edit.editor),
    editedAt: edit.at,
    createdAt: edit.at,
    updatedAt: edit.at,
    deletedAt: null,
    diff: bodies[edit.index] ?? null,
  }));
}

const timelineTypes = {
  review_dismissed: 'ReviewDismissedEvent',
  head_ref_force_pushed: 'HeadRefForcePushedEvent',
  base_ref_changed: 'BaseRefChangedEvent',
  automatic_base_change_succeeded: 'AutomaticBaseChangeSucceededEvent',
} as const;

function timeline(
  pull: PullRequest,
  principal: Principal,
  page: ConnectionArguments & { itemTypes?: readonly string[] | null },
): Connection<NodeFields> {
  const { repository } = pull;
  const events = repository.issueEvents.filter((event) => {
    const type = timelineType(event);
    const wanted = type?.replaceAll(/(?<!^)[A-Z]/g, '_$&').toUpperCase();
    return (
      event.number === pull.number &&
      wanted !== undefined &&
      (absent(page.itemTypes) || page.itemTypes.includes(wanted))
    );
  });
  return connect('timelineItems', events, page, (event) => eventNode(pull, principal, event));
}

function timelineType(event: IssueEvent): string | undefined {
  const { kind } = event.detail;
  return isShown(kind) ? timelineTypes[kind] : undefined;
}

function isShown(kind: IssueEvent['detail']['kind']): kind is keyof typeof timelineTypes {
  return Object.hasOwn(timelineTypes, kind);
}

function eventNode(pull: PullRequest, principal: Principal, event: IssueEvent): NodeFields {
  const { repository } = pull;
  const { detail } = event;
  const base = {
    __typename: timelineType(event),
    id: nodeId('issueEvent', event.id),
    databaseId: event.id,
    actor: actorNode(repository.world, event.actor),
    createdAt: event.createdAt,
  };
  if (detail.kind === 'head_ref_force_pushed') {
    return { ...base, afterCommit: () => commitOrNull(repository, principal, detail.commitId) };
  }
  if (detail.kind !== 'review_dismissed') return base;
  const review = pull.reviews.find((candidate) => candidate.id === detail.reviewId);
  return {
    ...base,
    dismissalMessage: detail.message,
    previousReviewState: detail.state.toUpperCase(),
    review: review === undefined ? null : () => reviewNode(review, principal),
  };
}

async function commitOrNull(
  repository: Repository,
  principal: Principal,
  sha: string | undefined,
): Promise<NodeFields | null> {
  const commit = sha === undefined ? undefined : await repository.git.commit(sha);
  return commit === undefined ? null : commitNode(repository, principal, commit);
}

const trailer = /^co-authored-by: *([^<\n]*)<([^>\n]*)>/gim;

/** The author, then those whom the message names as co-authors. */
function authorsOf({ author, message }: Commit): Signature[] {
  const others = message
    .matchAll(trailer)
    .map(([, name = '', email = '']) => ({ ...author, name: name.trim(), email }));
  return [author, ...others];
}

function gitActor(world: World, signature: Signature): NodeFields {
  const account = world.accountByEmail(signature.email);
  return {
    name: signature.name,
    email: signature.email,
    date: isoSeconds(signature.seconds),
    user: account?.type === 'User' ? actorNode(world, account) : null,
  };
}
