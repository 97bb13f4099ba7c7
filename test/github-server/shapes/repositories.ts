import { nodeId } from '../ids.ts';
import type { Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { simpleUser } from './accounts.ts';

/** The REST shape of a repository inside pull requests and webhook payloads. */
export function repositoryShape(repository: Repository): Schema<'repository'> {
  const { apiUrl, htmlUrl } = repository;
  const openPulls = [...repository.pulls.values()].filter((pull) => pull.state === 'open').length;
  return {
    id: repository.id,
    node_id: nodeId('repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    owner: simpleUser(repository.world, repository.owner),
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    html_url: htmlUrl,
    description: null,
    fork: repository.parent !== undefined,
    default_branch: repository.defaultBranch,
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
    ...addresses(apiUrl),
    git_url: `git://${new URL(htmlUrl).host}/${repository.fullName}.git`,
    ssh_url: `git@${new URL(htmlUrl).hostname}:${repository.fullName}.git`,
    clone_url: `${htmlUrl}.git`,
    svn_url: htmlUrl,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    size: 1,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: openPulls,
    open_issues_count: openPulls,
    is_template: false,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: false,
    disabled: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
  };
}

/** The REST shape of `GET /repos/{owner}/{repo}`. */
export function fullRepository(repository: Repository): Schema<'full-repository'> {
  const { code_search_index_status: _, temp_clone_token: __, ...shape } = repositoryShape(repository);
  return {
    ...shape,
    has_discussions: false,
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    allow_update_branch: true,
    delete_branch_on_merge: false,
    subscribers_count: 0,
    network_count: 0,
    ...(repository.owner.type === 'Organization'
      ? { organization: simpleUser(repository.world, repository.owner) }
      : {}),
    ...(repository.parent === undefined
      ? {}
      : { parent: repositoryShape(repository.parent), source: repositoryShape(repository.parent) }),
  };
}

/** The REST shape of a repository inside check suites and workflow runs. */
export function minimalRepository(repository: Repository): Schema<'minimal-repository'> {
  return {
    id: repository.id,
    node_id: nodeId('repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    owner: simpleUser(repository.world, repository.owner),
    private: repository.private,
    html_url: repository.htmlUrl,
    description: null,
    fork: repository.parent !== undefined,
    ...addresses(repository.apiUrl),
  };
}

type Addresses = Pick<
  Schema<'minimal-repository'>,
  | 'archive_url'
  | 'assignees_url'
  | 'blobs_url'
  | 'branches_url'
  | 'collaborators_url'
  | 'comments_url'
  | 'commits_url'
  | 'compare_url'
  | 'contents_url'
  | 'contributors_url'
  | 'deployments_url'
  | 'downloads_url'
  | 'events_url'
  | 'forks_url'
  | 'git_commits_url'
  | 'git_refs_url'
  | 'git_tags_url'
  | 'hooks_url'
  | 'issue_comment_url'
  | 'issue_events_url'
  | 'issues_url'
  | 'keys_url'
  | 'labels_url'
  | 'languages_url'
  | 'merges_url'
  | 'milestones_url'
  | 'notifications_url'
  | 'pulls_url'
  | 'releases_url'
  | 'stargazers_url'
  | 'statuses_url'
  | 'subscribers_url'
  | 'subscription_url'
  | 'tags_url'
  | 'teams_url'
  | 'trees_url'
  | 'url'
>;

function addresses(url: string): Addresses {
  return {
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  };
}
