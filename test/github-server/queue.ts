import { wellKnown } from './accounts.ts';
import { raise } from './events.ts';
import { GitHubRefusal } from './http/errors.ts';
import { commitsOnto, type LandedCommits, type MergeMethod } from './merging.ts';
import type { PullRequest } from './pull.ts';
import { land, push } from './pushes.ts';
import type { Repository } from './repository.ts';
import { covers } from './rulesets.ts';
import { simpleCommit } from './shapes/commits.ts';
import type { Principal } from './tokens.ts';

/** A queued pull request on a branch of its own, on top of the base branch or of the entry ahead of it, waiting for its checks. */
export interface MergeGroup {
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly method: MergeMethod;
  readonly baseRef: string;
  /** What it is stacked on. */
  readonly baseSha: string;
  /** `refs/heads/gh-readonly-queue/main/pr-7-<base sha>` */
  readonly headRef: string;
  readonly headSha: string;
  readonly landed: LandedCommits;
}

/** Puts pull requests into the queue, each as a group on top of the one before it, and asks for their checks. Refuses (405) on conflict. */
export async function formGroups(
  pulls: readonly PullRequest[],
  method: MergeMethod,
  ahead?: MergeGroup,
): Promise<readonly MergeGroup[]> {
  const groups: MergeGroup[] = [];
  for (const pull of pulls) groups.push(await formGroup(pull, method, groups.at(-1) ?? ahead));
  return groups;
}

async function formGroup(pull: PullRequest, method: MergeMethod, ahead: MergeGroup | undefined): Promise<MergeGroup> {
  const { repository } = pull;
  const baseRef = `refs/heads/${pull.base.ref}`;
  const baseSha = ahead?.headSha ?? (await repository.git.ref(baseRef));
  const queue = repository.world.account(wellKnown.mergeQueueBot);
  const landed = baseSha === undefined ? undefined : await commitsOnto(pull, baseSha, queue, { method });
  if (baseSha === undefined || landed === undefined) throw new GitHubRefusal(405, 'Pull Request is not mergeable');
  const branch = `gh-readonly-queue/${pull.base.ref}/pr-${pull.number}-${baseSha}`;
  await push(repository, queuePrincipal(repository), { branch, to: landed.tip, force: true });
  const headRef = `refs/heads/${branch}`;
  const group = { repository, pull, method, baseRef, baseSha, headRef, headSha: landed.tip, landed };
  await raiseGroup(group, 'checks_requested');
  return group;
}

/** What the queue made of its groups: those that still wait are stacked anew where one ahead of them was removed. */
export interface Settled {
  readonly landed: readonly PullRequest[];
  readonly removed: readonly PullRequest[];
  readonly waiting: readonly MergeGroup[];
}

/** Lands, oldest first, groups whose required checks have succeeded, and removes those with one that failed. */
export async function settleGroups(groups: readonly MergeGroup[]): Promise<Settled> {
  const landed: PullRequest[] = [];
  const removed: PullRequest[] = [];
  for (const [index, group] of groups.entries()) {
    const verdict = verdictOf(group);
    if (verdict === 'pending') return { landed, removed, waiting: groups.slice(index) };
    if (verdict === 'success') {
      await landGroup(group);
      landed.push(group.pull);
      continue;
    }
    const behind = groups.slice(index + 1);
    for (const one of [group, ...behind]) await dissolveGroup(one);
    removed.push(group.pull);
    const waiting = await formGroups(
      behind.map(({ pull }) => pull),
      group.method,
    );
    return { landed, removed, waiting };
  }
  return { landed, removed, waiting: [] };
}

/** By the newest check run of each required name on the group's commit. */
function verdictOf({ repository, baseRef, headSha }: MergeGroup): 'success' | 'failure' | 'pending' {
  const branch = baseRef.replace('refs/heads/', '');
  const required = [...repository.rulesets.values()]
    .filter((ruleset) => covers(repository, ruleset, branch))
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => (rule.type === 'required_status_checks' ? (rule.parameters?.required_status_checks ?? []) : []));
  const conclusions = required.map(
    ({ context }) =>
      [...repository.checkRuns.values()].findLast((run) => run.name === context && run.headSha === headSha)
        ?.conclusion ?? null,
  );
  if (conclusions.some((conclusion) => conclusion === null)) return 'pending';
  const satisfies = new Set<string | null>(['success', 'neutral', 'skipped']);
  return conclusions.every((conclusion) => satisfies.has(conclusion)) ? 'success' : 'failure';
}

/** Lands a group whatever its checks say: the base branch becomes the group's head, the pull request is merged. */
export async function landGroup(group: MergeGroup): Promise<void> {
  const { repository, pull, landed } = group;
  const queue = queuePrincipal(repository);
  await land(pull, queue, { method: 'queue', sha: landed.tip, shas: landed.shas });
  const branch = group.baseRef.replace('refs/heads/', '');
  await push(repository, queue, { branch, to: group.headSha, force: false, type: 'merge_queue_merge' });
  await dissolveGroup(group);
}

/** Removes a group's branch; its pull request stays open unless it has landed. */
async function dissolveGroup(group: MergeGroup): Promise<void> {
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
