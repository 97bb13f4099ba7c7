import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseMerges } from '../../src/github/base-merges.ts';
import type { Commit } from '../../src/github/repository.ts';
import { startWorld, type World } from './world.ts';

let world: World;
/** Commits of the base branch, each on the one before; and one beside them, on the second, which the base merged after the last. */
let base: readonly string[];
let beside: string;
beforeAll(async () => {
  world = await startWorld();
  const commits = [await world.repository.head()];
  for (let number = 1; number < 7; number += 1)
    commits.push(await world.repository.push({ as: world.olga, branch: 'main', files: { number: `${number}` } }));
  base = commits;
  beside = await world.repository.push({ as: world.ben, branch: 'beside', from: at(1), files: { beside: '1' } });
  const pull = await world.repository.openPullRequest({ as: world.ben, head: 'beside' });
  await world.repository.mergePullRequest(pull, { as: world.olga, method: 'merge' });
});
afterAll(() => world.server.close());

function at(number: number): string {
  const sha = base[number];
  if (sha === undefined) throw new Error(`The base has no commit ${number}.`);
  return sha;
}

function commit(sha: string, ...parents: readonly string[]): Commit {
  const by = { account: null, name: 'ana', email: 'ana@example.test', date: '2026-01-05T09:00:00Z' };
  return { sha, parents, tree: `tree of ${sha}`, author: by, committer: by, message: sha };
}

/** Each merge of the base that is told, by its name, with where the two parted. */
async function told(...commits: readonly Commit[]): Promise<Readonly<Record<string, readonly number[]>>> {
  const merges = await baseMerges(world.readOnly, commits);
  expect(new Set(merges.map(({ merge }) => merge)).size).toBe(merges.length);
  return Object.fromEntries(merges.map(({ merge, starts }) => [merge, starts.map((start) => base.indexOf(start))]));
}

describe('a merge of the base', () => {
  it('is told with what it was made on, what it brings, and where the two parted', async () => {
    const commits = [commit('a', at(0)), commit('m', 'a', at(3))];
    const expected = [{ mine: 'a', base: at(3), merge: 'm', starts: [at(0)] }];
    expect(await baseMerges(world.readOnly, commits)).toEqual(expected);
    expect(await baseMerges(world.readOnly, commits.toReversed())).toEqual(expected);
  });

  it('is told as the first commit of a branch', async () => {
    expect(await told(commit('m', at(0), at(3)))).toEqual({ m: [0] });
  });

  it('is one of the first fifty', async () => {
    const commits = Array.from({ length: 120 }, (_, index) => {
      return commit(`m${index}`, index === 0 ? at(0) : `m${index - 1}`, at(3));
    });
    expect(Object.keys(await told(...commits))).toEqual(commits.slice(0, 50).map(({ sha }) => sha));
  });

  it('begins where the one before it ended', async () => {
    const commits = [commit('a', at(0)), commit('m', 'a', at(2)), commit('b', 'm'), commit('n', 'b', at(4))];
    expect(await told(...commits)).toEqual({ m: [0], n: [2] });
    expect(await told(...commits.toReversed())).toEqual({ m: [0], n: [2] });
  });

  it('begins at each commit of the base on which its branches rest', async () => {
    const commits = [commit('a', at(0)), commit('b', at(1)), commit('x', 'a', 'b'), commit('m', 'x', at(4))];
    expect(await told(...commits)).toEqual({ m: [0, 1] });
  });

  it('begins at one of them once', async () => {
    const commits = [commit('a', at(0)), commit('b', at(0)), commit('x', 'a', 'b'), commit('m', 'x', at(4))];
    expect(await told(...commits)).toEqual({ m: [0] });
  });

  it.each([
    [4, { m: [0, 1, 2, 3] }],
    [5, {}],
  ])('is not told where there are more than four of them: %i', async (count, expected) => {
    const commits = [commit('x0', at(0))];
    for (let number = 1; number < count; number += 1)
      commits.push(commit(`y${number}`, at(number)), commit(`x${number}`, `x${number - 1}`, `y${number}`));
    expect(await told(...commits, commit('m', `x${count - 1}`, at(6)))).toEqual(expected);
  });
});

describe('no merge of the base is', () => {
  it.each<[string, () => readonly Commit[]]>([
    ['a commit on another', () => [commit('a', at(0)), commit('b', 'a')]],
    ['a merge of the pull request’s own', () => [commit('a', at(0)), commit('b', at(0)), commit('m', 'a', 'b')]],
    ['a merge of three', () => [commit('a', at(0)), commit('m', 'a', at(2), at(3))]],
    ['a merge of what it rests on already', () => [commit('a', at(3)), commit('m', 'a', at(1))]],
    ['a merge of what the base has beside what it rests on', () => [commit('a', at(2)), commit('m', 'a', beside)]],
    ['a merge into what shares nothing with it', () => [commit('a'), commit('m', 'a', at(3))]],
  ])('%s', async (_, commits) => {
    expect(await told(...commits())).toEqual({});
  });

  it('one that has to be asked about, where nothing is merged', async () => {
    const asked: string[] = [];
    const repository = world.reading(async (url, init) => {
      asked.push(url);
      return await fetch(url, init);
    });
    const commits = [commit('a', at(0)), commit('b', 'a'), commit('root')];
    expect(await baseMerges(repository, commits)).toEqual([]);
    expect(asked).toEqual([]);
    await baseMerges(repository, [...commits, commit('m', 'b', at(3))]);
    expect(asked).toHaveLength(1);
  });

  it('and such a one leaves those after it to rest on both', async () => {
    const commits = [commit('a', at(3)), commit('m', 'a', at(1)), commit('n', 'm', at(5))];
    expect(await told(...commits)).toEqual({ n: [3, 1] });
  });
});
