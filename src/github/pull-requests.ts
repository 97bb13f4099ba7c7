import type { Person } from '../core/approval/facts.ts';
import { ONCE } from './client.ts';
import { GitHubError } from './errors.ts';
import { gather } from './pages.ts';
import { toPerson } from './persons.ts';
import { at, type Repository } from './repository.ts';

export type PullRequest = {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly createdAt: string;
  /** Null when the account was deleted. */
  readonly author: Person | null;
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    /** Null when the fork was deleted. */ readonly repository: HeadRepository | null;
  };
  readonly base: { readonly ref: string; readonly sha: string };
  /** Null until it is merged. `commit` is what GitHub names as the merge commit. */
  readonly merged: { readonly at: string; readonly commit: string | null } | null;
};

export type HeadRepository = {
  readonly id: number;
  readonly owner: string;
  readonly repo: string;
  readonly fork: boolean;
};

/** One pull request. @throws GitHubError `github-not-found`. */
export async function pullRequest(repository: Repository, number: number): Promise<PullRequest> {
  const { data } = await repository.github.rest.pulls.get({ ...at(repository), pull_number: number });
  return toPullRequest(data);
}

const OPEN = { what: 'open pull requests', atMost: 10_000 };

/** Every open pull request into a branch, oldest first. */
export async function openPullRequests(repository: Repository, base: string): Promise<readonly PullRequest[]> {
  const { github } = repository;
  const query = { ...at(repository), state: 'open', base, sort: 'created', direction: 'asc', per_page: 100 } as const;
  const list = await gather(github.paginate.iterator(github.rest.pulls.list, query), OPEN);
  return list.map(toPullRequest);
}

/** Every open pull request into `base` whose head is this commit, from forks, too. */
export async function openPullRequestsByHead(
  repository: Repository,
  base: string,
  head: string,
): Promise<readonly PullRequest[]> {
  return (await openPullRequests(repository, base)).filter((pull) => pull.head.sha === head);
}

/** The oldest pull request from a branch of this repository into another, open, closed or merged; null when there is none. */
export async function pullRequestFrom(
  repository: Repository,
  branch: string,
  base: string,
): Promise<PullRequest | null> {
  const { github, owner } = repository;
  const order = { sort: 'created', direction: 'asc', per_page: 100 } as const;
  const query = { ...at(repository), state: 'all', head: `${owner}:${branch}`, base, ...order } as const;
  const pages = github.paginate.iterator(github.rest.pulls.list, query);
  const list = await gather(pages, { what: `pull requests from ${branch}`, atMost: 1000 });
  // A fork in the same organization has the same owner.
  return list.map(toPullRequest).find(({ head }) => head.ref === branch && head.repository?.fork !== true) ?? null;
}

export type PullRequestDraft = {
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
};

const ATTEMPTS = 3;

/** Opens a pull request from a branch of this repository; the one that was opened before, when GitHub's answer to it was lost. @throws GitHubError. */
export async function openPullRequest(repository: Repository, draft: PullRequestDraft): Promise<PullRequest> {
  const { branch: head, base, title, body } = draft;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const query = { ...at(repository), head, base, title, body, ...ONCE };
      return toPullRequest((await repository.github.rest.pulls.create(query)).data);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const refused = error.effect === 'none';
      const found = error.code === 'github-forbidden' ? null : await pullRequestFrom(repository, head, base);
      if (found !== null) return found;
      if (refused || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** The merged pull requests into `base` that GitHub associates with a commit. More than one is possible. */
export async function landedPullRequests(
  repository: Repository,
  base: string,
  commit: string,
): Promise<readonly PullRequest[]> {
  const { github } = repository;
  const query = { ...at(repository), commit_sha: commit, per_page: 100 };
  const bound = { what: `pull requests of commit ${commit}`, atMost: 1000 };
  const list = await gather(
    github.paginate.iterator(github.rest.repos.listPullRequestsAssociatedWithCommit, query),
    bound,
  );
  return list.map(toPullRequest).filter((pull) => pull.merged !== null && pull.base.ref === base);
}

/** Of the hundred pull requests into `base` that were closed or changed last, those that were merged. */
export async function recentlyMerged(repository: Repository, base: string): Promise<readonly PullRequest[]> {
  const order = { sort: 'updated', direction: 'desc', per_page: 100 } as const;
  const { data } = await repository.github.rest.pulls.list({ ...at(repository), state: 'closed', base, ...order });
  return data.map(toPullRequest).filter(({ merged }) => merged !== null);
}

type PullRequestAnswer = {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly created_at: string;
  readonly user: { readonly id: number; readonly login: string; readonly type: string } | null;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: { readonly id: number; readonly name: string; readonly owner: { readonly login: string } } | null;
  };
  readonly base: { readonly ref: string; readonly sha: string; readonly repo: { readonly id: number } };
};

function toPullRequest(data: PullRequestAnswer): PullRequest {
  const { head, base } = data;
  return {
    number: data.number,
    url: data.html_url,
    state: data.state === 'open' ? 'open' : 'closed',
    createdAt: data.created_at,
    author: toPerson(data.user),
    head: {
      sha: head.sha,
      ref: head.ref,
      repository:
        head.repo === null
          ? null
          : {
              id: head.repo.id,
              owner: head.repo.owner.login,
              repo: head.repo.name,
              fork: head.repo.id !== base.repo.id,
            },
    },
    base: { ref: base.ref, sha: base.sha },
    merged: data.merged_at === null ? null : { at: data.merged_at, commit: data.merge_commit_sha },
  };
}
