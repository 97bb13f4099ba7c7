import { wellKnown } from './accounts.ts';
import { raise } from './events.ts';
import { GitHubRefusal } from './http/errors.ts';
import { commitsOnto, type LandedCommits, type MergeMethod } from './merging.ts';
import type { PullRequest } from './pull.ts';
import { land, push } from './pushes.ts';
import type { Repository } from './repository.ts';
import { simpleCommit } from './shapes/commits.ts';
import type { Principal } from './tokens.ts';

/** A group of queued pull requests on a branch of its own, waiting for its checks. */
export interface MergeGroup {
  readonly repository: Repository;
  readonly pulls: readonly PullRequest[];
  readonly baseRef: string;
  readonly baseSha: string;
  /** `refs/heads/gh-readonly-queue/main/pr-7-<base sha>` */
  readonly headRef: string;
  readonly headSha: string;
  readonly landed: readonly LandedCommits[];
}

/** Puts pull requests into the queue as one group and asks for its checks. Refuses (405) on conflict. */
export async function formGroup(
  pulls: readonly [PullRequest, ...PullRequest[]],
  method: MergeMethod,
): Promise<MergeGroup> {
  const [first] = pulls;
  const { repository } = first;
  const baseRef = first.base.ref;
  const baseSha = await repository.git.ref(`refs/heads/${baseRef}`);
  const queue = repository.world.account(wellKnown.mergeQueueBot);
  const landed: LandedCommits[] = [];
  let tip = baseSha;
  for (const pull of pulls) {
    const next = tip === undefined ? undefined : await commitsOnto(pull, tip, queue, { method });
    if (next === undefined) throw new GitHubRefusal(405, 'Pull Request is not mergeable');
    landed.push(next);
    tip = next.tip;
  }
  const branch = `gh-readonly-queue/${baseRef}/pr-${pulls.at(-1)?.number}-${baseSha}`;
  const headSha = tip ?? '';
  await push(repository, queuePrincipal(repository), { branch, to: headSha, force: true });
  const group: MergeGroup = {
    repository,
    pulls,
    baseRef: `refs/heads/${baseRef}`,
    baseSha: baseSha ?? '',
    headRef: `refs/heads/${branch}`,
    headSha,
    landed,
  };
  await raiseGroup(group, 'checks_requested');
  return group;
}

/** Lands a group whose checks have passed: the base branch becomes the group's head, the pull requests are merged. */
export async function landGroup(group: MergeGroup): Promise<void> {
  const { repository } = group;
  const queue = queuePrincipal(repository);
  for (const [index, pull] of group.pulls.entries()) {
    const landed = group.landed[index];
    if (landed !== undefined) await land(pull, queue, { method: 'queue', sha: landed.tip, shas: landed.shas });
  }
  const branch = group.baseRef.replace('refs/heads/', '');
  await push(repository, queue, { branch, to: group.headSha, force: false, type: 'merge_queue_merge' });
  await dissolveGroup(group);
}

/** Removes a group's branch; its pull requests stay open unless they have landed. */
export async function dissolveGroup(group: MergeGroup): Promise<void> {
  const branch = group.headRef.replace('refs/heads/', '');
  await push(group.repository, queuePrincipal(group.repository), { branch, to: undefined, force: true });
  await raiseGroup(group, 'destroyed');
}

async function raiseGroup(group: MergeGroup, action: 'checks_requested' | 'destroyed'): Promise<void> {
  const head = await group.repository.git.commit(group.headSha);
  raise(group.repository, queuePrincipal(group.repository), 'merge_group', {
    action,
    merge_group: {
      head_sha: group.headSha,
      head_ref: group.headRef,
      base_sha: group.baseSha,
      base_ref: group.baseRef,
      head_commit: head === undefined ? null : simpleCommit(head),
    },
  });
}

function queuePrincipal(repository: Repository): Principal {
  return { kind: 'user', account: repository.world.account(wellKnown.mergeQueueBot) };
}
