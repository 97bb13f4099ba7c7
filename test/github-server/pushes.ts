import { recordActivity, type ActivityType } from './activity.ts';
import { raise } from './events.ts';
import { commitsBetween, firstParents, reaches } from './git/history.ts';
import { mergeTrees } from './git/merge.ts';
import { absent } from './git/store.ts';
import { unprocessable } from './http/errors.ts';
import { recordIssueEvent } from './issue-events.ts';
import { isHead, type PullRequest } from './pull.ts';
import { bringHead, raisePull } from './pulls.ts';
import type { Repository } from './repository.ts';
import { commitShape } from './shapes/commits.ts';
import { actorOf, type Principal } from './tokens.ts';

/** A branch to move: `to` undefined deletes it. */
export interface Push {
  readonly branch: string;
  readonly to: string | undefined;
  readonly force: boolean;
  /** What the activity list calls it, where it is neither a push nor a creation or deletion. */
  readonly type?: 'pr_merge' | 'merge_queue_merge';
}

/**
 * Moves a branch as a push does: activity, the push event, and everything that follows for pull requests.
 * Refuses (422) to move a branch off its own history without force.
 */
export async function push(repository: Repository, principal: Principal, request: Push): Promise<void> {
  const ref = `refs/heads/${request.branch}`;
  const before = await repository.git.ref(ref);
  if (before === request.to) return;
  const forward =
    before === undefined || request.to === undefined || (await reaches(repository.git, request.to, before));
  if (!forward && !request.force) throw unprocessable('Update is not a fast forward');
  await repository.git.setRef(ref, request.to);
  const actor = actorOf(repository.world, principal);
  recordActivity(repository, {
    before: before ?? absent,
    after: request.to ?? absent,
    ref,
    type: activityType(before, request, forward),
    actor,
  });
  await raisePush(repository, principal, { ref, before, after: request.to, forced: !forward });
  await followHeads(repository, principal, request, forward);
  if (request.to === undefined) await followBases(repository, principal, request.branch);
  if (request.to !== undefined) await noticeIndirectMerges(repository, principal, request.branch, request.to);
}

function activityType(before: string | undefined, request: Push, forward: boolean): ActivityType {
  if (request.type !== undefined) return request.type;
  if (before === undefined) return 'branch_creation';
  if (request.to === undefined) return 'branch_deletion';
  return forward ? 'push' : 'force_push';
}

async function raisePush(
  repository: Repository,
  principal: Principal,
  moved: { ref: string; before: string | undefined; after: string | undefined; forced: boolean },
): Promise<void> {
  const { git, world, htmlUrl } = repository;
  const actor = actorOf(world, principal);
  const commits = moved.after === undefined ? [] : await commitsBetween(git, moved.before, moved.after);
  const shapes = commits
    .slice(-2048)
    .map((commit) => ({ ...commitShape(repository, commit), id: commit.sha, distinct: true }));
  const branch = moved.ref.replace('refs/heads/', '');
  if (moved.before === undefined)
    raise(repository, principal, 'create', { ref: branch, ref_type: 'branch', pusher_type: 'user' });
  if (moved.after === undefined)
    raise(repository, principal, 'delete', { ref: branch, ref_type: 'branch', pusher_type: 'user' });
  raise(repository, principal, 'push', {
    ref: moved.ref,
    before: moved.before ?? absent,
    after: moved.after ?? absent,
    created: moved.before === undefined,
    deleted: moved.after === undefined,
    forced: moved.forced,
    base_ref: null,
    compare: `${htmlUrl}/compare/${moved.before ?? absent}...${moved.after ?? absent}`,
    commits: shapes,
    head_commit: shapes.at(-1) ?? null,
    pusher: { name: actor.login, email: actor.emails[0] ?? null },
  });
}

async function followHeads(
  repository: Repository,
  principal: Principal,
  request: Push,
  forward: boolean,
): Promise<void> {
  const followers = openPulls(repository).filter((pull) => isHead(pull, repository, request.branch));
  for (const pull of followers) {
    if (request.to === undefined) await closeHeadless(pull, principal);
    else await synchronize(pull, principal, request.to, forward);
  }
}

/** What was based on a branch that has landed and is deleted is turned to where that landed, and no event says so. */
async function followBases(repository: Repository, principal: Principal, branch: string): Promise<void> {
  const landed = [...repository.pulls.values()].findLast(
    (pull) => pull.landing !== undefined && isHead(pull, repository, branch),
  );
  if (landed === undefined) return;
  const base = landed.base.ref;
  for (const pull of repository.pulls.values()) {
    if (pull.state !== 'open' || pull.base.ref !== branch) continue;
    pull.base.ref = base;
    pull.base.sha = (await repository.git.ref(`refs/heads/${base}`)) ?? pull.base.sha;
    const actor = actorOf(repository.world, principal);
    const detail = { kind: 'automatic_base_change_succeeded' as const };
    recordIssueEvent(repository, { number: pull.number, actor, detail });
  }
}

async function closeHeadless(pull: PullRequest, principal: Principal): Promise<void> {
  const { world } = pull.repository;
  const actor = actorOf(world, principal);
  pull.state = 'closed';
  pull.closedAt = world.clock.iso();
  recordIssueEvent(pull.repository, { number: pull.number, actor, detail: { kind: 'head_ref_deleted' } });
  recordIssueEvent(pull.repository, { number: pull.number, actor, detail: { kind: 'closed' } });
  await raisePull(pull, principal, 'closed');
}

async function synchronize(pull: PullRequest, principal: Principal, to: string, forward: boolean): Promise<void> {
  const { repository } = pull;
  const before = pull.head.sha;
  await bringHead(repository, pull.head.repository, to);
  pull.head.sha = to;
  pull.base.sha = (await repository.git.ref(`refs/heads/${pull.base.ref}`)) ?? pull.base.sha;
  pull.updatedAt = repository.world.clock.iso();
  await repository.git.setRef(`refs/pull/${pull.number}/head`, to);
  if (!forward) {
    const actor = actorOf(repository.world, principal);
    recordIssueEvent(repository, {
      number: pull.number,
      actor,
      detail: { kind: 'head_ref_force_pushed', commitId: to },
    });
  }
  if (forward && (await isOnlyBaseMerged(pull, before, to))) {
    for (const review of pull.reviews) if (review.commitId === before) review.commitId = to;
  }
  await raisePull(pull, principal, 'synchronize', { before, after: to });
}

/** Whether a head moved by nothing but clean merges of the base branch: reviews follow such a head. */
async function isOnlyBaseMerged(pull: PullRequest, before: string, to: string): Promise<boolean> {
  const { git } = pull.repository;
  for (const commit of await firstParents(git, before, to)) {
    const [ours, theirs] = commit.parents;
    if (ours === undefined || theirs === undefined || !(await reaches(git, pull.base.sha, theirs))) return false;
    if ((await mergeTrees(git, ours, theirs)) !== commit.tree) return false;
  }
  return true;
}

/** A pull request whose head becomes reachable from its base is merged, whoever made that so. */
async function noticeIndirectMerges(
  repository: Repository,
  principal: Principal,
  branch: string,
  tip: string,
): Promise<void> {
  for (const pull of repository.pulls.values()) {
    if (pull.state !== 'open' || pull.base.ref !== branch) continue;
    if (!(await reaches(repository.git, tip, pull.head.sha))) continue;
    const commits = await commitsBetween(repository.git, pull.base.sha, pull.head.sha);
    const sha = await firstToReach(repository, pull, tip);
    await land(pull, principal, { method: 'by-hand', sha, shas: [...commits.map((commit) => commit.sha), sha] });
  }
}

/** The oldest first-parent commit of the base that contains the head: the merge commit somebody pushed, or the head itself. */
async function firstToReach(repository: Repository, pull: PullRequest, tip: string): Promise<string> {
  const chain = await firstParents(repository.git, pull.base.sha, tip);
  for (const { sha } of chain.toReversed()) {
    if (await reaches(repository.git, sha, pull.head.sha)) return sha;
  }
  return tip;
}

/** Marks a pull request as merged and raises `closed`. */
export async function land(
  pull: PullRequest,
  principal: Principal,
  landing: { method: NonNullable<PullRequest['landing']>['method']; sha: string; shas: readonly string[] },
): Promise<void> {
  const { repository } = pull;
  const { world } = repository;
  const actor = actorOf(world, principal);
  const at = world.clock.iso();
  pull.state = 'closed';
  pull.closedAt = at;
  pull.updatedAt = at;
  pull.landing = { ...landing, at, by: actor };
  recordIssueEvent(repository, { number: pull.number, actor, detail: { kind: 'merged', commitId: landing.sha } });
  recordIssueEvent(repository, { number: pull.number, actor, detail: { kind: 'closed' } });
  await raisePull(pull, principal, 'closed');
}

function openPulls(headRepository: Repository): PullRequest[] {
  const family = [headRepository, ...(headRepository.parent === undefined ? [] : [headRepository.parent])];
  return family.flatMap((repository) => [...repository.pulls.values()].filter((pull) => pull.state === 'open'));
}
