import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MergeGroup } from '../github-server/index.ts';
import { declares, Estate } from './estate.ts';
import { checksOf, commentsOf, ledgerOf, typesOf } from './evidence.ts';

let estate: Estate;

/** Queues pull requests and lets every group be checked, oldest first. */
async function queued(...[pulls, method]: Parameters<typeof enqueue>): Promise<readonly MergeGroup[]> {
  const groups = await enqueue(pulls, method);
  for (const group of groups) await estate.team.checkGroup(group);
  return groups;
}

async function enqueue(
  pulls: Parameters<typeof estate.team.repository.enqueue>[0],
  method: 'merge' | 'squash' | 'rebase',
): Promise<readonly MergeGroup[]> {
  estate.team.server.advanceClock(2);
  return await estate.team.repository.enqueue(pulls, { method });
}

describe('a merge queue', () => {
  beforeAll(async () => {
    estate = await Estate.begin();
    estate.requireApproval();
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it.each(['merge', 'rebase'] as const)(
    'lands two approved pull requests by %s, and one apply takes them both',
    async (method) => {
      const { team } = estate;
      const names = [`one-${method}`, `two-${method}`];
      const pulls = [];
      for (const name of names) pulls.push(await estate.approved(name, declares(name)));
      const groups = await queued(pulls, method);
      for (const { headSha } of groups)
        expect(checksOf(team, headSha)).toMatchObject({
          plan: { state: 'success' },
          approval: { state: 'success', summary: expect.stringMatching(/group-approved/u) as string },
        });
      expect(await team.repository.settleGroups(groups)).toMatchObject({ landed: pulls, removed: [], waiting: [] });
      expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
      for (const name of names) expect(await estate.role(name)).toMatchObject({ limit: 5 });
      for (const pull of pulls) {
        expect(await typesOf(team, pull)).toEqual([
          'planned',
          'published',
          'approved',
          'apply-started',
          'apply-finished',
        ]);
        expect(commentsOf(team, pull)).toHaveLength(2);
      }
    },
  );

  it('lets through what concerns nobody, alone and behind an identity', async () => {
    const { team } = estate;
    const readme = await team.propose('readme', { 'README.md': 'Something else\n' });
    const pulls = [await estate.approved('ahead', declares('ahead')), readme];
    const groups = await queued(pulls, 'squash');
    expect(await team.repository.settleGroups(groups)).toMatchObject({ landed: pulls });
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'applied' } });
    const alone = await team.propose('alone', { 'README.md': 'Something else again\n' });
    const before = await ledgerOf(team);
    const [group] = await queued([alone], 'squash');
    expect(checksOf(team, group?.headSha ?? '')).toMatchObject({
      approval: { state: 'success', summary: expect.stringMatching(/neither an identity nor the rules/u) as string },
    });
    expect(await ledgerOf(team)).toEqual(before);
  });

  it('removes a pull request whose approval was taken back, naming it; what is stacked anew lands', async () => {
    const { team } = estate;
    const pulls = [
      await estate.approved('regretted', declares('regretted')),
      await estate.approved('sure', declares('sure')),
    ];
    const groups = await enqueue(pulls, 'squash');
    const [review] = pulls[0]?.reviews ?? [];
    if (review === undefined) throw new Error('nobody approved');
    await team.repository.dismissReview(review, { as: team.cleo });
    for (const group of groups) await team.checkGroup(group);
    const missing = new RegExp(`#${pulls[0]?.number}.*approval-missing.*group-member-waiting`, 'u');
    for (const { headSha } of groups)
      expect(checksOf(team, headSha)).toMatchObject({
        plan: { state: 'failure' },
        approval: { state: 'failure', summary: expect.stringMatching(missing) as string },
      });
    const settled = await team.repository.settleGroups(groups);
    expect([settled.landed, settled.removed]).toEqual([[], [pulls[0]]]);
    for (const group of settled.waiting) await team.checkGroup(group);
    expect(await team.repository.settleGroups(settled.waiting)).toMatchObject({ landed: [pulls[1]] });
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'applied' } });
    expect([await estate.role('regretted'), await estate.role('sure')]).toMatchObject([null, { limit: 5 }]);
  });

  it('judges a group whose checks come after the one below it has landed, and says the same when asked again', async () => {
    const { team } = estate;
    const pulls = [await estate.approved('early', declares('early')), await estate.approved('late', declares('late'))];
    const [first, second] = await enqueue(pulls, 'squash');
    if (first === undefined || second === undefined) throw new Error('two groups were meant');
    await team.checkGroup(first);
    expect(await team.repository.settleGroups([first, second])).toMatchObject({
      landed: [pulls[0]],
      waiting: [second],
    });
    for (const _ of [1, 2]) {
      await team.checkGroup(second);
      expect(checksOf(team, second.headSha)).toMatchObject({ approval: { state: 'success' } });
    }
    const runs = [...team.repository.repository.checkRuns.values()].filter(({ headSha }) => headSha === second.headSha);
    expect(runs).toHaveLength(2);
    expect(await team.repository.settleGroups([second])).toMatchObject({ landed: [pulls[1]] });
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'applied' } });
  });

  it('judges a group by a plan that was made before the one below it landed', async () => {
    const { team } = estate;
    const pulls = [
      await estate.approved('below', declares('below')),
      await estate.approved('above', declares('above')),
    ];
    const [first, second] = await enqueue(pulls, 'squash');
    if (first === undefined || second === undefined) throw new Error('two groups were meant');
    await team.checkGroup(first);
    const payload = await team.groupPayload(second);
    const plan = await team.run('plan', { command: 'plan', 'pull-request': '' }, { payload });
    await team.repository.settleGroups([first, second]);
    const publish = await team.publish(plan.outputs['bundle'], { payload });
    expect(publish.outputs).toMatchObject({ decision: 'approved' });
    expect(await team.repository.settleGroups([second])).toMatchObject({ landed: [pulls[1]] });
  });

  it('takes queueing for the wish to have the head of a fork planned, and not for one that was pushed since', async () => {
    const { team } = estate;
    const zoe = team.server.createUser({ login: 'zoe' });
    team.repository.setCollaborator(zoe, 'read');
    const fork = await team.server.forkRepository(team.repository, { owner: zoe });
    await fork.push({ as: zoe, branch: 'patch', files: declares('forked') });
    const pull = await team.repository.openPullRequest({ as: zoe, from: fork, head: 'patch' });
    await team.planAndPublish(pull, { 'fork-head': pull.head.sha });
    const [group] = await queued([pull], 'squash');
    if (group === undefined) throw new Error('nothing was queued');
    // It is planned, and refused for what a job cannot read of a fork.
    expect(checksOf(team, group.headSha)).toMatchObject({
      approval: { state: 'failure', summary: expect.stringMatching(/pushers-unreadable/u) as string },
    });
    await fork.push({ as: zoe, branch: 'patch', files: declares('forked', { limit: 50 }) });
    await team.checkGroup(group);
    expect(checksOf(team, group.headSha)).toMatchObject({
      approval: { state: 'failure', summary: expect.stringMatching(/fork-not-asked/u) as string },
    });
    expect(commentsOf(team, pull)).toHaveLength(1);
  });
});
