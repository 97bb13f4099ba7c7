import { sha256 } from '../core/digest.ts';
import { CountersignError } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import { ONCE } from './client.ts';
import { GitHubError } from './errors.ts';
import { gather } from './pages.ts';
import { at, orAbsent, type Repository } from './repository.ts';

export type PublishedComment = {
  readonly id: number;
  readonly url: string;
  /** GitHub's time, RFC 3339, whole seconds. */ readonly createdAt: string;
};

/** A comment as it is now. */
export type CommentFact = PublishedComment & {
  /** Of the body. */
  readonly hash: Sha256;
  /** Whether the body was ever edited, even if it was edited back. */
  readonly edited: boolean;
  readonly authorId: number | null;
};

/** What is to be posted. `authorId` is the account of this client's token. */
export type CommentDraft = { readonly pullRequest: number; readonly body: string; readonly authorId: number };

export const COMMENT_CHARACTERS = 65_536;

const ATTEMPTS = 3;

/**
 * Posts a comment once. When an answer is lost, looks for the comment before sending it again.
 * @throws CountersignError `comment-too-long`; `comment-altered` when GitHub keeps other bytes than it was sent; GitHubError.
 */
export async function postComment(repository: Repository, draft: CommentDraft): Promise<PublishedComment> {
  if (draft.body.length > COMMENT_CHARACTERS) {
    throw new CountersignError('comment-too-long', `the comment has ${draft.body.length} characters`, {
      mend: `GitHub takes ${COMMENT_CHARACTERS}; render less.`,
    });
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await create(repository, draft);
    } catch (error) {
      if (!(error instanceof GitHubError) || error.effect === 'none') throw error;
      const found = await findOwnComment(repository, { ...draft, hash: sha256(draft.body) });
      if (found !== null) return found;
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}

async function create(repository: Repository, { pullRequest, body }: CommentDraft): Promise<PublishedComment> {
  const query = { ...at(repository), issue_number: pullRequest, body, ...ONCE };
  const { data } = await repository.github.rest.issues.createComment(query);
  if (data.body !== body) {
    throw new CountersignError('comment-altered', `GitHub keeps other bytes in comment ${data.id} than it was sent`, {
      mend: 'Report it as a defect of Countersign, with the comment.',
    });
  }
  return { id: data.id, url: data.html_url, createdAt: data.created_at };
}

/** A comment by its id; null when it is gone. */
export async function readComment(repository: Repository, id: number): Promise<CommentFact | null> {
  const answer = await orAbsent(repository, () =>
    repository.github.rest.issues.getComment({ ...at(repository), comment_id: id }),
  );
  if (answer === null) return null;
  const { data } = answer;
  const { node } = await repository.github.graphql<{ node: { lastEditedAt?: string | null } | null }>(
    'query ($id: ID!) { node(id: $id) { ... on IssueComment { lastEditedAt } } }',
    { id: data.node_id },
  );
  return {
    id: data.id,
    url: data.html_url,
    createdAt: data.created_at,
    hash: sha256(data.body ?? ''),
    edited: node?.lastEditedAt !== null,
    authorId: data.user?.id ?? null,
  };
}

/**
 * The oldest comment on a pull request by one author with exactly this body: one that was posted by a run that ended
 * before it could enter it. `since`, RFC 3339, leaves earlier ones out.
 */
export async function findOwnComment(
  repository: Repository,
  query: { readonly pullRequest: number; readonly authorId: number; readonly hash: Sha256; readonly since?: string },
): Promise<PublishedComment | null> {
  const { github } = repository;
  const parameters = {
    ...at(repository),
    issue_number: query.pullRequest,
    per_page: 100,
    ...(query.since === undefined ? {} : { since: query.since }),
  };
  const comments = await gather(github.paginate.iterator(github.rest.issues.listComments, parameters), {
    what: 'comments of a pull request',
    atMost: 20_000,
  });
  const own = comments.find(
    (comment) =>
      comment.user?.id === query.authorId &&
      sha256(comment.body ?? '') === query.hash &&
      (query.since === undefined || Date.parse(comment.created_at) >= Date.parse(query.since)),
  );
  return own === undefined ? null : { id: own.id, url: own.html_url, createdAt: own.created_at };
}

/** A pull request's newest comments: among these the ones to fold are looked for. */
const NEWEST = 100;

type CommentNode = { readonly id: string; readonly fullDatabaseId: string | null; readonly isMinimized: boolean };
type NewestComments = {
  readonly repository: {
    readonly pullRequest: { readonly comments: { readonly nodes: readonly (CommentNode | null)[] | null } } | null;
  } | null;
};

/** Folds away as outdated those comments with these ids that are not folded yet; their bodies stay as they are. */
export async function foldComments(
  repository: Repository,
  pullRequest: number,
  ids: ReadonlySet<number>,
): Promise<void> {
  if (ids.size === 0) return;
  const { github, owner, repo } = repository;
  const newest = await github.graphql<NewestComments>(
    `query ($owner: String!, $repo: String!, $number: Int!, $newest: Int!) {
      repository(owner: $owner, name: $repo) {
        pullRequest(number: $number) { comments(last: $newest) { nodes { id fullDatabaseId isMinimized } } }
      }
    }`,
    { owner, repo, number: pullRequest, newest: NEWEST },
  );
  for (const node of newest.repository?.pullRequest?.comments.nodes ?? []) {
    if (node === null || node.isMinimized || !ids.has(Number(node.fullDatabaseId))) continue;
    await github.graphql(
      `mutation ($id: ID!) {
        minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
      }`,
      { id: node.id },
    );
  }
}
