import type { Account } from './accounts.ts';
import { noreply } from './accounts.ts';
import type { Commit } from './git/commit.ts';
import type { Signature } from './git/identity.ts';
import { reaches } from './git/history.ts';
import { mergeTrees, replayTree } from './git/merge.ts';
import { GitHubRefusal, unprocessable } from './http/errors.ts';
import { pullCommits, type PullRequest } from './pull.ts';
import { land, push } from './pushes.ts';
import { actorOf, type Principal } from './tokens.ts';

/** The three buttons of a pull request. */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** What lands on the base branch: its new tip, and every commit that belongs to the pull request there. */
export interface LandedCommits {
  readonly tip: string;
  readonly shas: readonly string[];
}

/** How the merger worded the commit, and which head they saw. */
export interface MergeOptions {
  readonly method: MergeMethod;
  readonly title?: string;
  readonly message?: string;
  readonly expectedHead?: string;
}

/**
 * Merges with one of the buttons. Refuses a head that moved (409), a conflict, a draft or a closed pull request (405).
 * Returns the SHA that GitHub reports as `merge_commit_sha`.
 */
export async function mergePull(pull: PullRequest, principal: Principal, options: MergeOptions): Promise<string> {
  if (pull.state === 'closed' || pull.draft) throw new GitHubRefusal(405, 'Pull Request is not mergeable');
  if (options.expectedHead !== undefined && options.expectedHead !== pull.head.sha) {
    throw new GitHubRefusal(409, 'Head branch was modified. Review and try the merge again.');
  }
  const base = await pull.repository.git.ref(`refs/heads/${pull.base.ref}`);
  const landed =
    base === undefined ? undefined : await commitsOnto(pull, base, actorOf(pull.repository.world, principal), options);
  if (landed === undefined) throw new GitHubRefusal(405, 'Pull Request is not mergeable');
  await land(pull, principal, { method: options.method, sha: landed.tip, shas: landed.shas });
  await push(pull.repository, principal, { branch: pull.base.ref, to: landed.tip, force: false, type: 'pr_merge' });
  return landed.tip;
}

/** Writes the commits that bring a pull request onto `base`; undefined for a conflict. */
export async function commitsOnto(
  pull: PullRequest,
  base: string,
  merger: Account,
  options: MergeOptions,
): Promise<LandedCommits | undefined> {
  switch (options.method) {
    case 'merge':
      return mergeCommit(pull, base, merger, options);
    case 'squash':
      return squashCommit(pull, base, options);
    case 'rebase':
      return rebasedCommits(pull, base, merger);
  }
}

async function mergeCommit(
  pull: PullRequest,
  base: string,
  merger: Account,
  options: MergeOptions,
): Promise<LandedCommits | undefined> {
  const { git } = pull.repository;
  const tree = await mergeTrees(git, base, pull.head.sha);
  if (tree === undefined) return undefined;
  const from = `${pull.head.repository.owner.login}/${pull.head.ref}`;
  const tip = await git.writeCommit({
    tree,
    parents: [base, pull.head.sha],
    author: personOf(pull, merger),
    committer: webFlow(pull),
    message: `${options.title ?? `Merge pull request #${pull.number} from ${from}`}\n\n${options.message ?? pull.title}`,
    signed: true,
  });
  const commits = await pullCommits(pull);
  return { tip, shas: [...commits.map((commit) => commit.sha), tip] };
}

async function squashCommit(
  pull: PullRequest,
  base: string,
  options: MergeOptions,
): Promise<LandedCommits | undefined> {
  const { git } = pull.repository;
  const tree = await mergeTrees(git, base, pull.head.sha);
  if (tree === undefined) return undefined;
  const author = personOf(pull, pull.author);
  const trailers = coAuthors(await pullCommits(pull), author);
  const body = [options.message ?? pull.body ?? '', trailers.join('\n')].filter((part) => part !== '').join('\n\n');
  const tip = await git.writeCommit({
    tree,
    parents: [base],
    author,
    committer: webFlow(pull),
    message: `${options.title ?? `${pull.title} (#${pull.number})`}${body === '' ? '' : `\n\n${body}`}`,
    signed: true,
  });
  return { tip, shas: [tip] };
}

async function rebasedCommits(pull: PullRequest, base: string, merger: Account): Promise<LandedCommits | undefined> {
  const { git } = pull.repository;
  const shas: string[] = [];
  let tip = base;
  for (const commit of await pullCommits(pull)) {
    // GitHub's rebase flattens history: merges from the base carry nothing of their own.
    if (commit.parents.length > 1) continue;
    const tree = await replayTree(git, tip, commit);
    if (tree === undefined) return undefined;
    const { author, message } = commit;
    tip = await git.writeCommit({ tree, parents: [tip], author, committer: personOf(pull, merger), message });
    shas.push(tip);
  }
  return shas.length === 0 ? undefined : { tip, shas };
}

function coAuthors(commits: readonly Commit[], author: Signature): string[] {
  const trailers = commits
    .filter((commit) => commit.author.email !== author.email)
    .map((commit) => `Co-authored-by: ${commit.author.name} <${commit.author.email}>`);
  return [...new Set(trailers)];
}

/** Merges the base branch into the head, as the button "Update branch" does. Refuses (422) an outdated expectation or a conflict. */
export async function updateBranch(pull: PullRequest, principal: Principal, expectedHead?: string): Promise<string> {
  const { git, world } = pull.repository;
  if (expectedHead !== undefined && expectedHead !== pull.head.sha) {
    throw unprocessable("expected head sha didn't match current head ref.");
  }
  const base = await git.ref(`refs/heads/${pull.base.ref}`);
  if (base === undefined || pull.state === 'closed')
    throw unprocessable('There are no new commits on the base branch.');
  if (await reaches(git, pull.head.sha, base)) throw unprocessable('There are no new commits on the base branch.');
  const tree = await mergeTrees(git, pull.head.sha, base);
  if (tree === undefined) throw unprocessable('merge conflict between base and head');
  const to = await git.writeCommit({
    tree,
    parents: [pull.head.sha, base],
    author: personOf(pull, actorOf(world, principal)),
    committer: webFlow(pull),
    message: `Merge branch '${pull.base.ref}' into ${pull.head.ref}`,
    signed: true,
  });
  await sendHead(pull, to);
  await push(pull.head.repository, principal, { branch: pull.head.ref, to, force: false });
  return to;
}

/** A commit written in the base repository has to exist in a fork before the fork's branch can point at it. */
async function sendHead(pull: PullRequest, sha: string): Promise<void> {
  if (pull.head.repository.id === pull.repository.id) return;
  const temporary = `refs/heads/update-${pull.number}`;
  await pull.repository.git.setRef(temporary, sha);
  await pull.head.repository.git.run(['fetch', '--quiet', '--no-tags', pull.repository.git.directory, temporary]);
  await pull.repository.git.setRef(temporary, undefined);
}

function webFlow(pull: PullRequest): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', seconds: pull.repository.world.clock.seconds() };
}

function personOf(pull: PullRequest, account: Account): Signature {
  return {
    name: account.name ?? account.login,
    email: account.emails[0] ?? noreply(account),
    seconds: pull.repository.world.clock.seconds(),
  };
}
