import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstParents } from '../../src/github/history.ts';
import { pullRequest, type PullRequest } from '../../src/github/pull-requests.ts';
import type { Commit } from '../../src/github/repository.ts';
import { Attribution } from '../../src/workflows/attribution.ts';
import type { PullRequest as Opened } from '../github-server/index.ts';
import { startWorld, type World } from '../github/world.ts';

let world: World;
let start: string;
beforeEach(async () => {
  world = await startWorld();
  start = await world.repository.head();
});
afterEach(() => world.server.close());

/** A pull request with one commit of a file for each of these messages. */
async function opened(branch: string, ...messages: readonly string[]): Promise<Opened> {
  const { repository, ana } = world;
  for (const [index, message] of messages.entries())
    await repository.push({ as: ana, branch, message, files: { [`${branch}-${index}`]: message } });
  return await repository.openPullRequest({ as: ana, head: branch });
}

async function pushed(name: string, message = name): Promise<void> {
  await world.repository.push({ as: world.ben, branch: 'main', message, files: { [name]: name } });
}

const merge = async (pull: Opened, method: 'merge' | 'squash' | 'rebase' | 'by-hand') =>
  await world.repository.mergePullRequest(pull, { as: world.ana, method });

async function lineSince(after = start): Promise<readonly Commit[]> {
  const { commits } = await firstParents(world.readOnly, await world.repository.head(), after, 100);
  return commits.toReversed();
}

async function attribution(line?: readonly Commit[]): Promise<Attribution> {
  return new Attribution(world.readOnly, 'main', line ?? (await lineSince()));
}

/** The pull requests of each commit of the line. */
async function numbers(found: Attribution): Promise<readonly (readonly number[])[]> {
  const all: (readonly number[])[] = [];
  for (const place of found.line.keys()) all.push((await found.pulls(place)).map(({ number }) => number));
  return all;
}

const now = async ({ number }: Opened): Promise<PullRequest> => await pullRequest(world.readOnly, number);

const asks = (template: string): number => world.server.recordings.filter((one) => one.template === template).length;

describe('the pull requests by which a commit landed', () => {
  it('are those that GitHub names, and none for a push', async () => {
    await pushed('before');
    await merge(await opened('a', 'one', 'two'), 'rebase');
    await merge(await opened('b', 'three'), 'squash');
    expect(await numbers(await attribution())).toEqual([[], [1], [1], [2]]);
  });

  it('are those that name it as their merge, where there are any, oldest first', async () => {
    const first = await opened('a', 'one');
    await world.repository.pushCommit({ as: world.ana, branch: 'b', sha: first.head.sha });
    const second = await world.repository.openPullRequest({ as: world.ana, head: 'b' });
    await pushed('between');
    await merge(second, 'by-hand');
    const found = await attribution();
    expect(await numbers(found)).toEqual([[], [1, 2]]);
    const [merged, twin] = [await now(second), await now(first)];
    expect([await found.mergeOf(merged), await found.mergeOf(twin)]).toEqual([1, 1]);
  });

  it('are not those of which it is only one commit, where another names it as its merge', async () => {
    const { repository, ana } = world;
    const first = await opened('a', 'one');
    await repository.push({ as: ana, branch: 'b', from: first.head.sha, message: 'two', files: { two: 'two' } });
    const second = await repository.openPullRequest({ as: ana, head: 'b' });
    await repository.pushCommit({ as: ana, branch: 'main', sha: first.head.sha });
    await merge(second, 'merge');
    expect(await numbers(await attribution())).toEqual([[1], [2]]);
  });

  it('are those that GitHub names, though another one landed next', async () => {
    const { repository, ana } = world;
    const [first, second] = [await opened('a', 'one', 'two'), await opened('b', 'three')];
    const sha = (await repository.repository.git.commit(first.head.sha))?.parents[0] ?? '';
    await repository.pushCommit({ as: ana, branch: 'main', sha });
    await merge(second, 'squash');
    await merge(first, 'merge');
    expect(await numbers(await attribution())).toEqual([[1], [2], [1]]);
  });

  it('are asked for once', async () => {
    await merge(await opened('a', 'one'), 'squash');
    const found = await attribution();
    expect([await numbers(found), await numbers(found)]).toEqual([[[1]], [[1]]]);
    expect(asks('/repos/{owner}/{repo}/commits/{commit_sha}/pulls')).toBe(1);
  });

  it('are none at a place that is not there', async () => {
    expect(await (await attribution([])).pulls(0)).toEqual([]);
  });
});

describe('while GitHub does not say so yet, the pull requests by which a commit landed', () => {
  beforeEach(() => {
    world.server.lagAssociations(3600);
  });

  it('are those of the next merge, of all that it rebased, after what was pushed before', async () => {
    const [a, b] = [await opened('a', 'one', 'two'), await opened('b', 'three', 'four', 'five')];
    await pushed('before');
    await merge(a, 'rebase');
    await merge(b, 'rebase');
    expect(await numbers(await attribution())).toEqual([[], [1], [1], [2], [2], [2]]);
    expect(asks('/repos/{owner}/{repo}/pulls')).toBe(1);
    expect(asks('/repos/{owner}/{repo}/pulls/{pull_number}/commits')).toBe(2);
  });

  it('are told oldest first', async () => {
    const first = await opened('a', 'one');
    await world.repository.pushCommit({ as: world.ana, branch: 'b', sha: first.head.sha });
    const second = await world.repository.openPullRequest({ as: world.ana, head: 'b' });
    await merge(first, 'by-hand');
    world.server.advanceClock(5);
    await world.repository.comment(second, { as: world.ana, body: 'Later.' });
    expect(await numbers(await attribution())).toEqual([[1, 2]]);
  });

  it('are those of what it rebased from the first commit on', async () => {
    const pull = await opened('a', 'one', 'two');
    await pushed('before');
    await merge(pull, 'rebase');
    expect(await numbers(await attribution((await lineSince()).slice(1)))).toEqual([[1], [1]]);
  });

  it('are those whose own commits were pushed, merges among them', async () => {
    const pull = await opened('a', 'one');
    await pushed('before');
    const sha = await world.repository.updateBranch(pull, { as: world.ana });
    await world.repository.pushCommit({ as: world.ana, branch: 'main', sha });
    expect(await numbers(await attribution())).toEqual([[1], [1]]);
  });

  it('are none for a push before a squash, nor for one after everything', async () => {
    await pushed('before');
    await merge(await opened('a', 'one'), 'squash');
    await pushed('after');
    expect(await numbers(await attribution())).toEqual([[], [1], []]);
  });

  it('are those of rebased commits without the merges among them', async () => {
    const pull = await opened('a', 'one');
    await pushed('before');
    await world.repository.updateBranch(pull, { as: world.ana });
    await world.repository.push({ as: world.ana, branch: 'a', message: 'two', files: { two: 'two' } });
    await merge(pull, 'rebase');
    expect(await numbers(await attribution())).toEqual([[], [1], [1]]);
  });

  it('are none for what somebody else wrote, or said otherwise', async () => {
    const pull = await opened('a', 'one', 'two');
    await pushed('before');
    await merge(pull, 'rebase');
    const [, first, second] = await lineSince();
    if (first === undefined || second === undefined) throw new Error('two commits were meant');
    const { author } = first;
    const others = [
      { ...first, message: 'another' },
      { ...first, author: { ...author, name: 'Eve' } },
      { ...first, author: { ...author, email: 'eve@example.com' } },
      { ...first, parents: [...first.parents, start] },
    ];
    expect(await numbers(await attribution([first, second]))).toEqual([[1], [1]]);
    for (const other of others) expect(await numbers(await attribution([other, second]))).toEqual([[], [1]]);
  });

  it('are none where only a part of what it rebased could be there', async () => {
    const pull = await opened('a', 'same', 'same', 'same');
    await pushed('before');
    await merge(pull, 'rebase');
    expect(await numbers(await attribution((await lineSince()).slice(2)))).toEqual([[], [1]]);
  });
});

describe('the place that a pull request names as its merge', () => {
  it('is none where it names none, or one that is not on the line, or that does not name it', async () => {
    const [a, b, open] = [await opened('a', 'one'), await opened('b', 'two'), await opened('c', 'three')];
    await merge(a, 'squash');
    await merge(b, 'squash');
    const line = await lineSince();
    const found = await attribution(line.slice(1));
    expect(await found.mergeOf(await now(b))).toBe(0);
    expect(await found.mergeOf(await now(a))).toBeNull();
    expect(await found.mergeOf(await now(open))).toBeNull();
    const merged = { at: world.server.now(), commit: line[1]?.sha ?? '' };
    expect(await found.mergeOf({ ...(await now(a)), merged })).toBeNull();
    const unnamed = { ...(await now(b)), merged: { ...merged, commit: null } };
    expect(await (await attribution(line)).mergeOf(unnamed)).toBeNull();
  });
});

describe('a commit is fresh', () => {
  it('for five minutes after it came', async () => {
    await pushed('a');
    const found = await attribution();
    world.server.advanceClock(299);
    expect(await found.isFresh(0)).toBe(true);
    world.server.advanceClock(1);
    expect(await found.isFresh(0)).toBe(false);
  });

  it('by when it came itself, not what came later', async () => {
    await pushed('a');
    world.server.advanceClock(600);
    await pushed('b');
    const found = await attribution();
    expect([await found.isFresh(0), await found.isFresh(1)]).toEqual([false, true]);
  });

  it('while GitHub lists nothing that brought it, and not where it lists nothing at all', async () => {
    await pushed('a');
    await pushed('b');
    const line = await lineSince();
    const { activity } = world.repository.repository;
    activity.splice(
      activity.findIndex(({ after }) => after === line[1]?.sha),
      1,
    );
    expect(await (await attribution(line)).isFresh(1)).toBe(true);
    activity.splice(0);
    expect(await (await attribution(line)).isFresh(1)).toBe(false);
  });
});
