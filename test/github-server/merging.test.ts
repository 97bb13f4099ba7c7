import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';
import type { PullRequest } from './pull.ts';

let world: Fixture;
let pull: PullRequest;
beforeEach(async () => {
  world = await startFixture();
  await world.repository.push({ as: world.ana, branch: 'change', files: { 'a.yaml': 'a: 1\n' }, message: 'first' });
  await world.repository.push({ as: world.ben, branch: 'change', files: { 'b.yaml': 'b: 1\n' }, message: 'second' });
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change', title: 'Change' });
  await world.repository.push({ as: world.olga, branch: 'main', files: { 'other.yaml': 'o: 1\n' } });
});
afterEach(() => world.server.close());

async function parentsOf(sha: string): Promise<readonly string[]> {
  return (await world.repository.repository.git.commit(sha))?.parents ?? [];
}

async function pullsWith(sha: string): Promise<number[]> {
  const { data } = await clientFor(world.server, world.ana).repos.listPullRequestsAssociatedWithCommit({
    ...world.at,
    commit_sha: sha,
  });
  return data.map((one) => one.number);
}

describe('merging', () => {
  it('by a merge commit keeps both histories', async () => {
    const before = await world.repository.head();
    const sha = await world.repository.mergePullRequest(pull, { as: world.olga, method: 'merge' });
    expect(await parentsOf(sha)).toEqual([before, pull.head.sha]);
    expect(await pullsWith(sha)).toEqual([1]);
    expect(await pullsWith(pull.head.sha)).toEqual([1]);
    expect(await pullsWith(before)).toEqual([]);
  });

  it('is told of the commit some time later, and of the pull request at once', async () => {
    world.server.lagAssociations(30);
    const sha = await world.repository.mergePullRequest(pull, { as: world.olga, method: 'squash' });
    expect(await pullsWith(sha)).toEqual([]);
    const { data } = await clientFor(world.server, world.ana).pulls.list({ ...world.at, state: 'closed' });
    expect(data).toMatchObject([{ number: 1, merge_commit_sha: sha }]);
    world.server.advanceClock(29);
    expect(await pullsWith(sha)).toEqual([]);
    world.server.advanceClock(1);
    expect(await pullsWith(sha)).toEqual([1]);
  });

  it('by squash makes one commit by the author, naming the others', async () => {
    const before = await world.repository.head();
    const sha = await world.repository.mergePullRequest(pull, { as: world.olga, method: 'squash' });
    const commit = await world.repository.repository.git.commit(sha);
    expect(commit?.parents).toEqual([before]);
    expect(commit?.author.email).toBe('ana@example.com');
    expect(commit?.message).toContain('Change (#1)');
    expect(commit?.message).toContain('Co-authored-by: ben <ben@example.com>');
    expect(await pullsWith(sha)).toEqual([1]);
  });

  it('by rebase replays each commit', async () => {
    const before = await world.repository.head();
    const sha = await world.repository.mergePullRequest(pull, { as: world.olga, method: 'rebase' });
    const [previous = ''] = await parentsOf(sha);
    expect(await parentsOf(previous)).toEqual([before]);
    expect(await pullsWith(previous)).toEqual([1]);
    expect(await world.repository.readFile('main', 'a.yaml')).toBe('a: 1\n');
    expect(await world.repository.readFile('main', 'other.yaml')).toBe('o: 1\n');
  });

  it('by hand is noticed: whoever pushes the head to the base has merged it', async () => {
    const sha = await world.repository.mergePullRequest(pull, { as: world.olga, method: 'by-hand' });
    const { data } = await clientFor(world.server, world.ana).pulls.get({ ...world.at, pull_number: 1 });
    expect(data).toMatchObject({ merged: true, merge_commit_sha: sha, merged_by: { login: 'olga' } });
    expect(await pullsWith(sha)).toEqual([1]);
  });

  it('is refused for a head that moved, a conflict, and twice', async () => {
    const olga = clientFor(world.server, world.olga);
    const stale = olga.pulls.merge({ ...world.at, pull_number: 1, sha: '1'.repeat(40) });
    expect(await refusal(stale)).toMatchObject({ status: 409 });
    await world.repository.push({ as: world.olga, branch: 'main', files: { 'a.yaml': 'a: 2\n' } });
    expect(await refusal(olga.pulls.merge({ ...world.at, pull_number: 1 }))).toMatchObject({ status: 405 });
    const { data } = await olga.pulls.get({ ...world.at, pull_number: 1 });
    expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
  });
});

describe('before the merge', () => {
  it('a pull request has a trial merge, and its commits are associated with it', async () => {
    const { data } = await clientFor(world.server, world.ana).pulls.get({ ...world.at, pull_number: 1 });
    expect(await parentsOf(data.merge_commit_sha ?? '')).toEqual([await world.repository.head(), pull.head.sha]);
    expect(await pullsWith(pull.head.sha)).toEqual([1]);
  });

  it('its trial merge takes a while, and the one of the head before stays until then', async () => {
    const ana = clientFor(world.server, world.ana);
    const asked = async () => (await ana.pulls.get({ ...world.at, pull_number: 1 })).data;
    const { merge_commit_sha } = await asked();
    world.repository.repository.testMergesHeldBack = Infinity;
    await world.repository.push({ as: world.ana, branch: pull.head.ref, files: { 'later.yaml': 'a: 3\n' } });
    expect(await asked()).toMatchObject({ mergeable: null, mergeable_state: 'unknown', merge_commit_sha });
    world.repository.repository.testMergesHeldBack = 0;
    const after = await asked();
    expect(after).toMatchObject({ mergeable: true, mergeable_state: 'clean' });
    expect(await parentsOf(after.merge_commit_sha ?? '')).toEqual([await world.repository.head(), pull.head.sha]);
  });

  it('its branch can be updated from the base, unless the head moved', async () => {
    const ana = clientFor(world.server, world.ana);
    const stale = ana.pulls.updateBranch({ ...world.at, pull_number: 1, expected_head_sha: '1'.repeat(40) });
    expect(await refusal(stale)).toMatchObject({ status: 422 });
    const before = pull.head.sha;
    const { status } = await ana.pulls.updateBranch({ ...world.at, pull_number: 1, expected_head_sha: before });
    expect(status).toBe(202);
    expect(await parentsOf(pull.head.sha)).toEqual([before, await world.repository.head()]);
  });
});
