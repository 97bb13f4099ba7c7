import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstParents, visitHistory } from '../../src/github/history.ts';
import { pullText } from '../../src/github/pull-facts.ts';
import {
  landedPullRequests,
  openPullRequests,
  openPullRequestsByHead,
  pullRequest,
} from '../../src/github/pull-requests.ts';
import type { PullRequest } from '../github-server/index.ts';
import { pagesOf, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.server.close());

async function open(head: string, base?: string): Promise<PullRequest> {
  await world.repository.push({ as: world.ana, branch: head, files: { [`${head}.yaml`]: head } });
  return await world.repository.openPullRequest({ as: world.ana, head, ...(base === undefined ? {} : { base }) });
}

describe('a pull request', () => {
  it('tells author, head and base', async () => {
    const pull = await open('change');
    expect(await pullRequest(world.readOnly, pull.number)).toMatchObject({
      number: pull.number,
      state: 'open',
      createdAt: '2026-01-05T09:00:00Z',
      author: { id: world.ana.id, login: 'ana', type: 'User' },
      head: { sha: pull.head.sha, ref: 'change', repository: { owner: 'acme', repo: 'identities', fork: false } },
      base: { ref: 'main' },
      merged: null,
    });
  });

  it('tells that it comes from a fork', async () => {
    const fork = await world.server.forkRepository(world.repository, { owner: world.zoe });
    await fork.push({ as: world.zoe, branch: 'patch', files: { x: 'x' } });
    const pull = await world.repository.openPullRequest({ as: world.zoe, from: fork, head: 'patch' });
    expect((await pullRequest(world.readOnly, pull.number)).head.repository).toMatchObject({
      owner: 'zoe',
      fork: true,
    });
  });

  it('tells nothing of what is judged at the gate once it has landed', async () => {
    const opened = await open('landed');
    const { number } = opened;
    const judged = await pullRequest(world.readOnly, number);
    expect(await pullText(world.readOnly, judged)).toMatchObject({ labels: [] });
    await world.repository.mergePullRequest(opened, { as: world.ana, method: 'merge' });
    await expect(pullText(world.readOnly, judged)).rejects.toMatchObject({ code: 'pull-request-moved' });
    expect(await pullText(world.readOnly, await pullRequest(world.readOnly, number))).toMatchObject({ labels: [] });
  });

  it('is refused, not absent, when there is none', async () => {
    await expect(pullRequest(world.readOnly, 99)).rejects.toMatchObject({ code: 'github-not-found' });
  });
});

describe('open pull requests', () => {
  it('into a branch are listed over all pages', async () => {
    const numbers: number[] = [];
    for (const branch of ['a', 'b', 'c', 'd', 'e']) numbers.push((await open(branch)).number);
    expect((await openPullRequests(world.reading(pagesOf(2)), 'main')).map(({ number }) => number)).toEqual(numbers);
  });

  it('with one head are found, whatever branches carry it', async () => {
    const first = await open('one');
    await world.repository.pushCommit({ as: world.ben, branch: 'two', sha: first.head.sha });
    const second = await world.repository.openPullRequest({ as: world.ben, head: 'two' });
    await open('three');
    const found = await openPullRequestsByHead(world.readOnly, 'main', first.head.sha);
    expect(found.map(({ number }) => number)).toEqual([first.number, second.number]);
  });

  it('into another branch do not count', async () => {
    await world.repository.push({ as: world.ana, branch: 'release', files: { r: 'r' } });
    const pull = await open('change', 'release');
    expect(await openPullRequestsByHead(world.readOnly, 'main', pull.head.sha)).toEqual([]);
  });
});

describe('a landing', () => {
  it.each(['merge', 'squash', 'rebase', 'queue', 'by-hand'] as const)(
    'by %s leads from its commit to its pull request',
    async (method) => {
      const pull = await open('change');
      const other = await world.repository.push({ as: world.ben, branch: 'main', files: { other: 'x' } });
      const commit = await world.repository.mergePullRequest(pull, { as: world.ben, method });
      expect((await landedPullRequests(world.readOnly, 'main', commit)).map(({ number }) => number)).toEqual([
        pull.number,
      ]);
      expect(await landedPullRequests(world.readOnly, 'main', other)).toEqual([]);
      expect((await pullRequest(world.readOnly, pull.number)).merged).toEqual({ at: '2026-01-05T09:00:00Z', commit });
    },
  );

  it('is none before it happened', async () => {
    const pull = await open('change');
    expect(await landedPullRequests(world.readOnly, 'main', pull.head.sha)).toEqual([]);
  });
});

describe('the first-parent history', () => {
  it('leaves out what a merge brought in', async () => {
    const start = await world.repository.head();
    const pull = await open('change');
    const direct = await world.repository.push({ as: world.ben, branch: 'main', files: { other: 'x' } });
    const merge = await world.repository.mergePullRequest(pull, { as: world.ben, method: 'merge' });
    const history = await firstParents(world.readOnly, merge, start, 100);
    expect(history.end).toBe('reached');
    expect(history.commits.map(({ sha }) => sha)).toEqual([merge, direct]);
  });

  it('is walked over pages', async () => {
    const start = await world.repository.head();
    const pushed: string[] = [];
    for (const n of ['1', '2', '3', '4', '5']) {
      pushed.unshift(await world.repository.push({ as: world.ana, branch: 'main', files: { n } }));
    }
    const history = await firstParents(world.reading(pagesOf(2)), pushed[0] ?? '', start, 1000);
    expect(history.commits.map(({ sha }) => sha)).toEqual(pushed);
  });

  it('says when it is bounded, and when it never meets the commit', async () => {
    await world.repository.push({ as: world.ana, branch: 'main', files: { a: '1' } });
    const tip = await world.repository.push({ as: world.ana, branch: 'main', files: { a: '2' } });
    expect(await firstParents(world.readOnly, tip, null, 2)).toMatchObject({ end: 'bounded', commits: { length: 2 } });
    expect((await firstParents(world.readOnly, tip, null, 10)).end).toBe('reached');
    expect((await firstParents(world.readOnly, tip, 'f'.repeat(40), 10)).end).toBe('unrelated');
    expect(await firstParents(world.readOnly, tip, tip, 10)).toEqual({ commits: [], end: 'reached' });
  });

  it('changes nothing', async () => {
    await firstParents(world.readOnly, await world.repository.head(), null, 10);
    await openPullRequests(world.readOnly, 'main');
    expect(world.server.log).toEqual([]);
  });
});

describe('the history by any parent', () => {
  async function visited(ends: readonly string[], bounds = { line: 100, all: 200 }): Promise<readonly string[]> {
    const seen: string[] = [];
    await visitHistory(world.readOnly, await world.repository.head(), bounds, async (commit) => {
      seen.push(commit);
      return ends.includes(commit);
    });
    return seen;
  }

  it('is that of the first parents, then that of what was merged, up to what an end descends from', async () => {
    const start = await world.repository.head();
    const pull = await open('change');
    const change = pull.head.sha;
    const direct = await world.repository.push({ as: world.ben, branch: 'main', files: { other: 'x' } });
    const merge = await world.repository.mergePullRequest(pull, { as: world.ben, method: 'merge' });
    expect(await visited([])).toEqual([merge, direct, start, change]);
    expect(await visited([direct])).toEqual([merge, direct, change]);
    expect(await visited([start])).toEqual([merge, direct, start, change]);
    expect(await visited([change])).toEqual([merge, direct, start, change]);
    expect(await visited([merge])).toEqual([merge]);
  });

  it('is bounded on each line, and altogether', async () => {
    const pull = await open('change');
    await world.repository.push({ as: world.ana, branch: 'change', files: { more: 'x' } });
    const head = pull.head.sha;
    const merge = await world.repository.mergePullRequest(pull, { as: world.ben, method: 'merge' });
    expect(await visited([], { line: 1, all: 10 })).toEqual([merge, head]);
    expect(await visited([], { line: 10, all: 1 })).toEqual([merge]);
    expect(await visited([], { line: 10, all: 3 })).toHaveLength(3);
  });
});
