import type { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, startFixture, type Fixture } from './fixture.ts';
import type { MergeGroup } from './queue.ts';

const CHECK = 'approval';

let world: Fixture;
let bot: Octokit;
beforeEach(async () => {
  world = await startFixture();
  const { app } = world.server.createApp({ slug: 'checker', owner: world.acme, permissions: { checks: 'write' } });
  const installation = world.server.installApp(app, { account: world.acme });
  bot = clientFor(world.server, world.server.issueToken({ kind: 'app', installation }));
  world.repository.addRuleset({
    name: 'checks',
    rules: [
      {
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ context: CHECK }], strict_required_status_checks_policy: false },
      },
    ],
  });
});
afterEach(() => world.server.close());

async function conclude({ headSha: head_sha }: MergeGroup, conclusion: 'success' | 'failure'): Promise<void> {
  await bot.checks.create({ ...world.at, name: CHECK, head_sha, conclusion });
}

/** Three pull requests, each queued on top of the one before it. */
async function queued(): Promise<[MergeGroup, MergeGroup, MergeGroup]> {
  const { repository, ben } = world;
  const pulls = [];
  for (const branch of ['first', 'second', 'third']) {
    await repository.push({ as: ben, branch, from: 'main', files: { [`${branch}.yaml`]: 'c: 1\n' } });
    pulls.push(await repository.openPullRequest({ as: ben, head: branch }));
  }
  return (await repository.enqueue(pulls, { method: 'squash' })) as [MergeGroup, MergeGroup, MergeGroup];
}

describe('a merge queue', () => {
  it('stacks its groups, and names in the branch of each what it stands on', async () => {
    const [first, second, third] = await queued();
    expect(first.baseSha).toBe(await world.repository.head());
    expect(third.headRef).toBe(`refs/heads/gh-readonly-queue/main/pr-${third.pull.number}-${second.headSha}`);
    expect(world.server.lastEvent('merge_group', 'checks_requested').payload).toMatchObject({
      merge_group: {
        head_sha: third.headSha,
        base_sha: second.headSha,
        base_ref: 'refs/heads/main',
        head_ref: third.headRef,
      },
    });
  });

  it('leaves a group waiting whose check did not come', async () => {
    const groups = await queued();
    const before = await world.repository.head();
    expect(await world.repository.settleGroups(groups)).toEqual({ landed: [], removed: [], waiting: groups });
    expect(await world.repository.head()).toBe(before);
  });

  it('lands what succeeded, removes what failed, and stacks the rest anew', async () => {
    const { repository } = world;
    const [first, second, third] = await queued();
    await conclude(first, 'success');
    await conclude(second, 'failure');
    await conclude(third, 'success');
    const settled = await repository.settleGroups([first, second, third]);
    expect([settled.landed, settled.removed]).toEqual([[first.pull], [second.pull]]);
    expect(settled.waiting).toMatchObject([{ pull: third.pull, baseSha: first.headSha }]);
    expect(await repository.head()).toBe(first.headSha);
    expect([first.pull.landing?.method, second.pull.state, third.pull.state]).toEqual(['queue', 'open', 'open']);
    const { data } = await clientFor(world.server, world.ana).request('GET /repos/{owner}/{repo}/activity', {
      ...world.at,
      ref: 'main',
      activity_type: 'merge_queue_merge',
    });
    expect(data).toMatchObject([{ after: first.headSha, actor: { login: 'github-merge-queue[bot]' } }]);
  });
});
