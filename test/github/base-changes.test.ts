import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseChangesOf } from '../../src/github/base-changes.ts';
import type { PullRequest } from '../github-server/index.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let pull: PullRequest;
beforeEach(async () => {
  world = await startWorld();
  for (const branch of ['change', 'side'])
    await world.repository.push({ as: world.ana, branch, files: { [`${branch}.yaml`]: 'a: 1\n' } });
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
});
afterEach(() => world.server.close());

async function turn(base: string): Promise<void> {
  world.server.advanceClock(7);
  await world.repository.editPullRequest(pull, { as: world.ana, base });
}

describe('changes of the base', () => {
  it('are none before there is one, whatever else happens', async () => {
    await world.repository.editPullRequest(pull, { as: world.ana, title: 'Another title', draft: true });
    await world.repository.push({ as: world.ana, branch: 'side', files: { 'side.yaml': 'a: 2\n' } });
    expect(await baseChangesOf(world.readOnly, pull.number)).toEqual([]);
  });

  it('are told with their times, though the base is again what it was', async () => {
    await turn('side');
    await turn('main');
    expect(await baseChangesOf(world.readOnly, pull.number)).toEqual(['2026-01-05T09:00:07Z', '2026-01-05T09:00:14Z']);
  });

  it("are this pull request's alone", async () => {
    await turn('side');
    await world.repository.push({ as: world.ana, branch: 'second', files: { 'second.yaml': 'a: 1\n' } });
    const other = await world.repository.openPullRequest({ as: world.ana, head: 'second' });
    expect(await baseChangesOf(world.readOnly, other.number)).toEqual([]);
  });

  it('are told where GitHub made them itself, when the base was merged and deleted', async () => {
    await turn('side');
    const side = await world.repository.openPullRequest({ as: world.ana, head: 'side' });
    await world.repository.mergePullRequest(side, { as: world.ana, method: 'merge' });
    world.server.advanceClock(7);
    await world.repository.deleteBranch({ as: world.ana, branch: 'side' });
    expect(pull.base.ref).toBe('main');
    expect(await baseChangesOf(world.readOnly, pull.number)).toEqual(['2026-01-05T09:00:07Z', '2026-01-05T09:00:14Z']);
  });

  it('are the newest, where there are more than a page holds', async () => {
    for (let time = 0; time < 51; time += 1) {
      await turn('side');
      await turn('main');
    }
    const times = await baseChangesOf(world.readOnly, pull.number);
    expect(times).toHaveLength(100);
    expect(times.at(-1)).toBe(world.server.now());
  });

  it.each([
    ['no repository', null],
    ['no pull request', { pullRequest: null }],
    ['no list', { pullRequest: { timelineItems: null } }],
    ['no items', { pullRequest: { timelineItems: { nodes: null } } }],
    ['an empty item', { pullRequest: { timelineItems: { nodes: [null] } } }],
    ['an item without a time', { pullRequest: { timelineItems: { nodes: [{}] } } }],
  ])('are never taken to be none where GitHub tells %s', async (_what, repository) => {
    const silent = world.reading(async (url, init) =>
      url.endsWith('/graphql') ? Response.json({ data: { repository } }) : await fetch(url, init),
    );
    await expect(baseChangesOf(silent, pull.number)).rejects.toMatchObject({ code: 'github-bad-answer' });
  });

  it('change nothing by being read', async () => {
    const before = world.server.recordings.length;
    await baseChangesOf(world.readOnly, pull.number);
    expect(world.server.recordings.slice(before).map(({ path }) => path)).toEqual(['/graphql']);
  });
});
