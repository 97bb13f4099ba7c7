import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { MergeGroup } from '../../github-server/index.ts';
import { configuration, CONFIGURATION_PATH, declares, Estate } from '../../e2e/estate.ts';
import { checksOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { apply, outcomeOf, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

type Files = Readonly<Record<string, string>>;

const here = standing(async () => {
  const estate = await Estate.begin(existing('svc-met', 'svc-back', 'svc-front'));
  estate.requireApproval();
  return estate;
});

async function enqueue(...pulls: readonly Pull[]): Promise<readonly MergeGroup[]> {
  here().team.server.advanceClock(2);
  return await here().team.repository.enqueue(pulls, { method: 'squash' });
}

/** Queued by merge commits, behind a change that was approved, a pull request whose head takes that change back again. */
async function queuedBehind(name: string, beside: Files): Promise<readonly [MergeGroup, MergeGroup]> {
  const { team, eve } = here();
  const lowered = await here().approved(`${name}-lowered`, limited(name, 2));
  const branch = `${name}-raised`;
  await team.repository.push({ as: eve, branch, from: lowered.head.sha, files: { ...limited(name, 5), ...beside } });
  const raised = await team.repository.openPullRequest({ as: eve, head: branch });
  await team.planAndPublish(raised);
  await here().approve(raised);
  expect((await team.planAndPublish(raised)).publish.exitCode).toBe(0);
  expect(checksOf(team, raised.head.sha)).toMatchObject({ approval: { state: 'success' } });
  const [below, above] = await team.repository.enqueue([lowered, raised], { method: 'merge' });
  if (below === undefined || above === undefined) throw new Error('two groups were meant');
  return [below, above];
}

/** The one ahead lands and is applied, the one behind leaves the queue. */
async function expectOnlyTheFirst([below, above]: readonly [MergeGroup, MergeGroup], name: string): Promise<Outcome> {
  await here().team.checkGroup(below);
  const outcome = await refused(above);
  expect(outcome.codes).toContain('group-differs');
  const settled = await here().team.repository.settleGroups([below, above]);
  expect(settled).toMatchObject({ landed: [below.pull], removed: [above.pull] });
  expect((await apply(here(), null)).decision).toBe('applied');
  expect(await here().role(name)).toMatchObject({ limit: 2 });
  return outcome;
}

async function queueOne(pull: Pull): Promise<MergeGroup> {
  const [group] = await enqueue(pull);
  if (group === undefined) throw new Error('nothing was queued');
  return group;
}

/** The tripwire of the group and what follows. It is red in both checks, and lands nothing. */
async function refused(group: MergeGroup, head = group.headSha): Promise<Outcome> {
  const { team } = here();
  const { plan, publish } = await team.checkGroup({ headRef: group.headRef, headSha: head });
  expect(publish?.outputs).toMatchObject({ decision: 'refused' });
  expect(checksOf(team, head)).toMatchObject({ plan: { state: 'failure' }, approval: { state: 'failure' } });
  const said = outcomeOf(team, null, plan, ...(publish === null ? [] : [publish]));
  const summary = checksOf(team, head).approval?.summary ?? '';
  return { ...said, codes: row.codes.filter((code) => summary.includes(`\`${code}\``)) };
}

async function leavesTheQueue(group: MergeGroup): Promise<void> {
  const tip = await here().team.repository.head();
  expect(await here().team.repository.settleGroups([group])).toMatchObject({ landed: [], removed: [group.pull] });
  expect(await here().team.repository.head()).toBe(tip);
}

/** A commit on top of another one, put on the queue's branch of the group. */
async function replaceHead(group: MergeGroup, from: string, files: Files): Promise<string> {
  const { repository, cleo } = here().team;
  const branch = `scratch-${group.pull.number}`;
  const sha = await repository.push({ as: cleo, branch, from, files });
  await repository.pushCommit({ as: cleo, branch: group.headRef.replace('refs/heads/', ''), sha, force: true });
  return sha;
}

/** A branch of nobody's, named as one of the queue. */
async function invent(entry: string, sha: string): Promise<void> {
  const { repository, cleo } = here().team;
  await repository.pushCommit({ as: cleo, branch: `gh-readonly-queue/main/${entry}`, sha });
}

replay(row, {
  refused: {
    'the approval is dismissed while the pull request waits in the queue': async () => {
      const { team } = here();
      const pull = await here().approved('dismissed', declares('dismissed'));
      const group = await queueOne(pull);
      const [review] = pull.reviews;
      if (review === undefined) throw new Error('nobody approved');
      await team.repository.dismissReview(review, { as: team.cleo });
      const outcome = await refused(group);
      await leavesTheQueue(group);
      return outcome;
    },
    'somebody requests changes while it waits': async () => {
      const { team, dora } = here();
      const pull = await here().approved('vetoed', declares('vetoed'));
      const group = await queueOne(pull);
      await team.repository.review(pull, { as: dora, event: 'REQUEST_CHANGES', body: 'Wait' });
      const outcome = await refused(group);
      await leavesTheQueue(group);
      return outcome;
    },
    'what nobody approved hides below what was approved': async () => {
      const { team } = here();
      const hidden = await team.propose('hidden', declares('hidden'));
      await team.planAndPublish(hidden);
      const groups = await enqueue(hidden, await here().approved('front', declares('front')));
      const [, above] = groups;
      if (above === undefined) throw new Error('two groups were meant');
      const outcome = await refused(above);
      await leavesTheQueue(above);
      return outcome;
    },
    'two approved pull requests about one identity': async () => {
      const first = await here().approved('met-first', limited('svc-met', 9));
      const second = await here().approved('met-second', {
        ...declares('met-beside'),
        'identities/met.yaml': `apiVersion: countersign.dev/v1
kind: Reconciliation
metadata:
  name: met
spec:
  verb: correct
  addresses: [orders-db/PostgresRole/svc-met]
  reason: As agreed in the review of access
`,
      });
      const [below, above] = await enqueue(first, second);
      if (below === undefined || above === undefined) throw new Error('two groups were meant');
      await here().team.checkGroup(below);
      expect(checksOf(here().team, below.headSha)).toMatchObject({ approval: { state: 'success' } });
      const outcome = await refused(above);
      await leavesTheQueue(above);
      return outcome;
    },
    'a commit of nobody on top of the approved one': async () => {
      const group = await queueOne(await here().approved('topped', declares('topped')));
      const outcome = await refused(group, await replaceHead(group, group.headSha, declares('smuggled')));
      return outcome;
    },
    'a commit that brings an identity, on the branch of a pull request that has none': async () => {
      const { team } = here();
      const pull = await team.propose('harmless', { 'README.md': 'Something else\n' });
      const group = await queueOne(pull);
      return await refused(group, await replaceHead(group, group.baseSha, declares('smuggled')));
    },
    'stacked on a commit that is neither landed nor queued': async () => {
      const { repository, cleo } = here().team;
      const stray = await repository.push({ as: cleo, branch: 'stray', from: 'main', files: declares('stray') });
      const pull = await here().approved('stacked', declares('stacked'));
      const [group] = await repository.enqueue([pull], {
        ahead: { ...(await queueOne(pull)), headSha: stray },
      });
      if (group === undefined) throw new Error('nothing was queued');
      return await refused(group);
    },
    'a branch invented on the tip, by which what nobody approved would be of another pull request': async () => {
      const { repository } = here().team;
      const hidden = await here().team.propose('veiled', declares('veiled'));
      const [below, above] = await enqueue(hidden, await here().approved('veil', declares('veil')));
      if (below === undefined || above === undefined) throw new Error('two groups were meant');
      await invent(`pr-999-${await repository.head()}`, below.headSha);
      return await refused(above);
    },
    'a branch invented while the group is judged, by which what was refused would have landed': async () => {
      const { team } = here();
      const tip = await team.repository.head();
      const hidden = await team.propose('omitted', declares('omitted'));
      const middle = await here().approved('middle', declares('middle'));
      const groups = await enqueue(hidden, middle, await here().approved('top', declares('top')));
      const [, second, third] = groups;
      if (second === undefined || third === undefined) throw new Error('three groups were meant');
      const payload = await team.groupPayload(third);
      const plan = await team.run('plan', { command: 'plan', 'pull-request': '' }, { payload });
      let isDue = true;
      const forget = team.server.onEffect(async () => {
        if (!isDue) return;
        isDue = false;
        await invent(`pr-999-${tip}`, second.headSha);
      });
      const publish = await team.publish(plan.outputs['bundle'], { payload });
      forget();
      expect([isDue, publish.outputs]).toMatchObject([false, { decision: 'refused' }]);
      await leavesTheQueue(third);
      return outcomeOf(team, null, plan, publish);
    },
    'the plan job hands on nothing': async () => {
      const { team } = here();
      const group = await queueOne(await here().approved('unplanned', declares('unplanned')));
      const nothing = gzipSync(JSON.stringify({ formatVersion: '1', planned: [] })).toString('base64');
      const publish = await team.publish(nothing, { payload: await team.groupPayload(group) });
      expect(publish.outputs).toMatchObject({ decision: 'refused' });
      await leavesTheQueue(group);
      return outcomeOf(team, null, publish);
    },
    'what one brings is taken back by another behind it, which differs in nothing from the base': async () =>
      await expectOnlyTheFirst(await queuedBehind('svc-back', {}), 'svc-back'),
    'what one brings is taken back by another behind it, beside something that is approved': async () => {
      const outcome = await expectOnlyTheFirst(await queuedBehind('svc-front', declares('decoy')), 'svc-front');
      expect(await here().role('decoy')).toBeNull();
      return outcome;
    },
    'what one brings would no longer count by the configuration that another behind it changes': async () => {
      const { team } = here();
      const one = await here().approved('uncounted', declares('uncounted'));
      const rules = configuration(here().publicKey).replace('identities/**/*.yaml', 'identities/**/svc-*.yaml');
      const other = await team.propose('narrower', { [CONFIGURATION_PATH]: rules });
      await team.planAndPublish(other);
      await here().approve(other, { as: team.cleo });
      const [below, above] = await enqueue(one, other);
      if (below === undefined || above === undefined) throw new Error('two groups were meant');
      const outcome = await refused(above);
      expect(outcome.codes).toEqual(['group-scopes-meet']);
      await leavesTheQueue(above);
      return outcome;
    },
    "the group's commit as the head of a pull request, to borrow its green check": async () => {
      const { repository, ana } = here().team;
      const group = await queueOne(await here().approved('lender', declares('lender')));
      await repository.pushCommit({ as: ana, branch: 'borrower', sha: group.headSha });
      await repository.openPullRequest({ as: ana, head: 'borrower' });
      return await refused(group);
    },
  },
  passes: {
    'two at once, applied by one run': async () => {
      const { team } = here();
      const pulls = [
        await here().approved('left', declares('left')),
        await here().approved('right', declares('right')),
      ];
      const groups = await enqueue(...pulls);
      for (const group of groups) await team.checkGroup(group);
      expect(await team.repository.settleGroups(groups)).toMatchObject({ landed: pulls, removed: [] });
      expect((await apply(here(), null)).decision).toBe('applied');
      expect([await here().role('left'), await here().role('right')]).toMatchObject([{ limit: 5 }, { limit: 5 }]);
    },
  },
});
