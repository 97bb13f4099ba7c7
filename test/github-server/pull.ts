import type { Account, App } from './accounts.ts';
import type { Edit } from './edits.ts';
import type { Commit } from './git/commit.ts';
import { diffTrees, type FileChange } from './git/diff.ts';
import { commitsBetween, mergeBase } from './git/history.ts';
import { notFound } from './http/errors.ts';
import type { Repository } from './repository.ts';
import type { Review } from './reviews.ts';

/** How a pull request reached its base branch. */
export interface Landing {
  readonly method: 'merge' | 'squash' | 'rebase' | 'queue' | 'by-hand';
  /** GitHub's `merge_commit_sha`. */
  readonly sha: string;
  /** Commits of the base branch that GitHub associates with the pull request. */
  readonly shas: readonly string[];
  readonly at: string;
  readonly by: Account;
}

/** A pull request. `head.repository` differs from `repository` for forks. */
export interface PullRequest {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly author: Account;
  readonly app: App | undefined;
  readonly createdAt: string;
  title: string;
  body: string | null;
  draft: boolean;
  /** Names. */
  readonly labels: Set<string>;
  state: 'open' | 'closed';
  updatedAt: string;
  closedAt: string | null;
  landing: Landing | undefined;
  readonly head: { readonly repository: Repository; readonly ref: string; sha: string };
  /** `sha` is the base branch's tip when the pull request was opened, retargeted or last pushed to. */
  readonly base: { ref: string; sha: string };
  readonly requestedReviewers: Set<number>;
  readonly requestedTeams: Set<number>;
  readonly reviews: Review[];
  readonly bodyEdits: Edit[];
}

/** The commits of a pull request, oldest first: all of them, however many GitHub would list. */
export function pullCommits(pull: PullRequest): Promise<Commit[]> {
  return commitsBetween(pull.repository.git, pull.base.sha, pull.head.sha);
}

/** The files that a pull request changes since it left its base branch. */
export async function pullFiles(pull: PullRequest): Promise<FileChange[]> {
  const { git } = pull.repository;
  return diffTrees(git, await mergeBase(git, pull.base.sha, pull.head.sha), pull.head.sha);
}

/** The pull request of that number. Throws 404. */
export function findPull(repository: Repository, number: string | number): PullRequest {
  const pull = repository.pulls.get(Number(number));
  if (pull === undefined) throw notFound();
  return pull;
}

/** Whether the pull request's head is that branch. */
export function isHead(pull: PullRequest, repository: Repository, branch: string): boolean {
  return pull.head.repository.id === repository.id && pull.head.ref === branch;
}
