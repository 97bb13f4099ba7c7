import type { Account } from '../accounts.ts';
import { mergeTrees } from '../git/merge.ts';
import { nodeId } from '../ids.ts';
import { pullCommits, pullFiles, type PullRequest } from '../pull.ts';
import { roleOf, type Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { simpleUser, teamShape } from './accounts.ts';
import { repositoryShape } from './repositories.ts';

/** The REST shape of a pull request in lists. */
export function pullSimple(pull: PullRequest): Schema<'pull-request-simple'> {
  const { repository } = pull;
  return {
    ...pullBase(pull),
    user: simpleUser(repository.world, pull.author),
    requested_teams: [...pull.requestedTeams].flatMap((id) => {
      const team = repository.world.teams.get(id);
      return team === undefined ? [] : [teamShape(repository.world, team)];
    }),
    merge_commit_sha: pull.landing?.sha ?? null,
  };
}

/** The REST shape of one pull request, with the facts that GitHub computes for it. */
export async function pullShape(pull: PullRequest): Promise<Schema<'pull-request'>> {
  const { repository } = pull;
  const { world } = repository;
  const [commits, files, test] = await Promise.all([pullCommits(pull), pullFiles(pull), testMerge(pull)]);
  return {
    ...pullBase(pull),
    user: simpleUser(world, pull.author),
    requested_teams: [...pull.requestedTeams].flatMap((id) => {
      const team = world.teams.get(id);
      if (team === undefined) return [];
      const { parent: _, ...simple } = teamShape(world, team);
      return [simple];
    }),
    merge_commit_sha: pull.landing?.sha ?? test.sha,
    merged: pull.landing !== undefined,
    mergeable: test.mergeable,
    rebaseable: test.mergeable,
    mergeable_state: test.mergeable === null ? 'unknown' : test.mergeable ? 'clean' : 'dirty',
    merged_by: pull.landing === undefined ? null : simpleUser(world, pull.landing.by),
    comments: [...repository.comments.values()].filter((comment) => comment.number === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** The shape of a pull request inside check runs and workflow runs. */
export function pullMinimal(pull: PullRequest): Schema<'pull-request-minimal'> {
  const { repository } = pull;
  const place = (at: Repository, ref: string, sha: string): Schema<'pull-request-minimal'>['head'] => ({
    ref,
    sha,
    repo: { id: at.id, url: at.apiUrl, name: at.name },
  });
  return {
    id: pull.id,
    number: pull.number,
    url: `${repository.apiUrl}/pulls/${pull.number}`,
    head: place(pull.head.repository, pull.head.ref, pull.head.sha),
    base: place(repository, pull.base.ref, pull.base.sha),
  };
}

/** GitHub's word for what somebody is to the repository. */
export function association(repository: Repository, account: Account): Schema<'author-association'> {
  if (repository.owner.id === account.id) return 'OWNER';
  if (repository.world.members.get(repository.owner.id)?.has(account.id) === true) return 'MEMBER';
  if (repository.collaborators.has(account.id)) return 'COLLABORATOR';
  return roleOf(repository, account) === 'none' || account.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR';
}

type PullBase = Omit<
  Schema<'pull-request-simple'> & Schema<'pull-request'>,
  | 'user'
  | 'requested_teams'
  | 'merge_commit_sha'
  | 'merged'
  | 'mergeable'
  | 'rebaseable'
  | 'mergeable_state'
  | 'merged_by'
  | 'comments'
  | 'review_comments'
  | 'maintainer_can_modify'
  | 'commits'
  | 'additions'
  | 'deletions'
  | 'changed_files'
>;

function pullBase(pull: PullRequest): PullBase {
  const { repository } = pull;
  const { world } = repository;
  const api = `${repository.apiUrl}/pulls/${pull.number}`;
  const issue = `${repository.apiUrl}/issues/${pull.number}`;
  const html = `${repository.htmlUrl}/pull/${pull.number}`;
  const statuses = `${repository.apiUrl}/statuses/${pull.head.sha}`;
  return {
    url: api,
    id: pull.id,
    node_id: nodeId('pull', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${repository.apiUrl}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    body: pull.body,
    labels: [...pull.labels].map((name) => labelShape(repository, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.landing?.at ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [...pull.requestedReviewers].map((id) => simpleUser(world, world.account(id))),
    head: place(pull.head.repository, pull.head.ref, pull.head.sha),
    base: place(repository, pull.base.ref, pull.base.sha),
    _links: {
      self: { href: api },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: `${repository.apiUrl}/pulls/comments{/number}` },
      commits: { href: `${api}/commits` },
      statuses: { href: statuses },
    },
    author_association: association(repository, pull.author),
    auto_merge: null,
    draft: pull.draft,
  };
}

/** A label as pull requests bear it. */
export function labelShape(repository: Repository, name: string): PullBase['labels'][number] {
  const url = `${repository.apiUrl}/labels/${encodeURIComponent(name)}`;
  const id = Number.parseInt(Buffer.from(name).toString('hex').slice(-8), 16);
  return { id, node_id: nodeId('label', id), url, name, description: '', color: 'ededed', default: false };
}

function place(repository: Repository, ref: string, sha: string): PullBase['head'] {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: simpleUser(repository.world, repository.owner),
    repo: repositoryShape(repository),
  };
}

/** GitHub's trial merge of an open pull request: `merge_commit_sha` before the merge, and whether it conflicts. */
async function testMerge(pull: PullRequest): Promise<{ mergeable: boolean | null; sha: string | null }> {
  if (pull.state === 'closed') return { mergeable: null, sha: null };
  const { repository } = pull;
  const { git, world } = repository;
  const ref = `refs/pull/${pull.number}/merge`;
  if (repository.testMergesHeldBack > 0) {
    repository.testMergesHeldBack -= 1;
    return { mergeable: null, sha: (await git.ref(ref)) ?? null };
  }
  const base = await git.ref(`refs/heads/${pull.base.ref}`);
  if (base === undefined) return { mergeable: null, sha: null };
  const tree = await mergeTrees(git, base, pull.head.sha);
  if (tree === undefined) return { mergeable: false, sha: null };
  const head = await git.commit(pull.head.sha);
  const by = { name: 'GitHub', email: 'noreply@github.com', seconds: head?.committer.seconds ?? world.clock.seconds() };
  const message = `Merge ${pull.head.sha} into ${base}`;
  const sha = await git.writeCommit({ tree, parents: [base, pull.head.sha], author: by, committer: by, message });
  if ((await git.ref(ref)) !== sha) await git.setRef(ref, sha);
  return { mergeable: true, sha };
}
