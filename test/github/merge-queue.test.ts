import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queuedCommits, queueEntryOf } from '../../src/github/merge-queue.ts';
import { startWorld, type World } from './world.ts';

const SHA = 'b'.repeat(40);

describe('the name of a queue’s branch', () => {
  it.each([
    [`gh-readonly-queue/main/pr-12-${SHA}`, { baseBranch: 'main', pullRequest: 12, before: SHA }],
    [`gh-readonly-queue/release/1.0/pr-3-${SHA}`, { baseBranch: 'release/1.0', pullRequest: 3, before: SHA }],
    [`gh-readonly-queue/a/pr-1-${SHA}/pr-3-${SHA}`, { baseBranch: `a/pr-1-${SHA}`, pullRequest: 3, before: SHA }],
  ])('%s says which pull request stands on what', (branch, entry) => {
    expect(queueEntryOf(branch)).toEqual(entry);
  });

  it.each([
    'main',
    `gh-readonly-queue/pr-12-${SHA}`,
    'gh-readonly-queue/main/pr-12-abc',
    `gh-readonly-queue/main/pr-0-${SHA}`,
    `gh-readonly-queue/main/pr-12345678901-${SHA}`,
    `refs/heads/gh-readonly-queue/main/pr-12-${SHA}`,
    `gh-readonly-queue/main/pr-12-${SHA}\n`,
  ])('%s says nothing', (branch) => {
    expect(queueEntryOf(branch)).toBeNull();
  });
});

describe('what is queued', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.server.close());

  it('is told by the branches of the queue, with a token that may only read', async () => {
    const { repository, ana } = world;
    await repository.push({ as: ana, branch: 'release', files: { r: 'r' } });
    const pulls = [];
    for (const [head, base] of [
      ['one', 'main'],
      ['two', 'main'],
      ['three', 'release'],
    ] as const) {
      await repository.push({ as: ana, branch: head, files: { [head]: head } });
      pulls.push(await repository.openPullRequest({ as: ana, head, base }));
    }
    const [first, second] = await repository.enqueue(pulls.slice(0, 2));
    await repository.enqueue(pulls.slice(2));
    const found = await queuedCommits(world.readOnly, 'main');
    const expected = [first, second].map((group) => ({
      baseBranch: 'main',
      pullRequest: group?.pull.number,
      before: group?.baseSha,
      head: group?.headSha,
    }));
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(await queuedCommits(world.readOnly, 'mai')).toEqual([]);
  });
});
