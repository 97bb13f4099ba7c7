import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contributorsAcross, pushersOf } from '../../src/github/contributors.ts';
import { pullRequest } from '../../src/github/pull-requests.ts';
import { arrivalOf, pushesOf } from '../../src/github/pushes.ts';
import type { PullRequest } from '../github-server/index.ts';
import { NOTHING_OWN, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ 'README.md': '#', 'identities/a.yaml': 'a: 1\n' });
});
afterEach(() => world.server.close());

const push = (as: World['ana'], content: string) =>
  world.repository.push({ as, branch: 'change', files: { 'identities/a.yaml': content } });

const open = () => world.repository.openPullRequest({ as: world.ana, head: 'change' });

async function pushers(pull: PullRequest): Promise<{ people: (string | undefined)[]; incomplete: string | null }> {
  const { pushes, incomplete } = await pushesOf(world.readOnly, await pullRequest(world.readOnly, pull.number));
  return { people: pushes.map(({ person }) => person?.login), incomplete: incomplete?.code ?? null };
}

describe('pushers that a publication records', () => {
  const recorded = async (pull: PullRequest, isClean: boolean) => {
    const query = {
      pull: await pullRequest(world.readOnly, pull.number),
      isClean: async () => isClean,
      own: NOTHING_OWN,
    };
    return (await pushersOf(world.readOnly, query)).map(({ login }) => login);
  };

  it('are those who pushed content, and not who brought the branch up to date', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    await world.repository.push({ as: world.olga, branch: 'main', files: { 'README.md': '# More' } });
    await world.repository.updateBranch(pull, { as: world.ben });
    expect(await recorded(pull, true)).toEqual(['ana']);
    expect((await recorded(pull, false)).toSorted()).toEqual(['ana', 'ben']);
  });
});

describe('once merged', () => {
  it.each(['at once', 'later'])(
    'the branch lives on without a word about what was merged, pushed to %s',
    async (when) => {
      await push(world.ana, 'a: 2\n');
      const pull = await open();
      await world.repository.mergePullRequest(pull, { as: world.olga, method: 'squash' });
      if (when === 'later') world.server.advanceClock(60);
      await push(world.ben, 'a: 3\n');
      expect(await pushers(pull)).toEqual({ people: ['ana'], incomplete: null });
    },
  );

  it('a branch that is deleted and made anew says nothing about it either', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    await world.repository.mergePullRequest(pull, { as: world.olga, method: 'squash' });
    world.server.advanceClock(60);
    await world.repository.deleteBranch({ as: world.ana, branch: 'change' });
    await push(world.ben, 'a: 4\n');
    expect(await pushers(pull)).toEqual({ people: ['ana'], incomplete: null });
  });
});

it('a token that may not read who pushed tells so, which can pass', async () => {
  await push(world.ana, 'a: 2\n');
  const pull = await open();
  world.server.fault({ kind: 'refusal', times: 10, match: { path: /\/activity$/ } });
  expect(await pushers(pull)).toEqual({ people: [], incomplete: 'pushers-unreadable' });
});

describe('a branch that moved more often than is read', () => {
  /** Movements that lead nowhere, each after the last one. */
  function crowd(branch: string, sha: string): void {
    const { activity } = world.repository.repository;
    const last = activity.findLast(({ ref }) => ref === `refs/heads/${branch}`);
    if (last === undefined) throw new Error('it never moved');
    activity.push(...Array.from({ length: 5000 }, () => ({ ...last, type: 'push' as const, before: sha, after: sha })));
  }

  it('tells nothing of who pushed to a pull request', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    crowd('change', pull.head.sha);
    expect(await pushers(pull)).toEqual({ people: [], incomplete: 'pushers-too-many' });
  });

  it('nor of who pushed to the default branch', async () => {
    const before = await world.repository.head();
    const files = { 'identities/a.yaml': 'a: 2\n' };
    await world.repository.push({ as: world.olga, branch: 'main', files });
    const commit = await world.repository.head();
    const across = async () => await contributorsAcross(world.readOnly, { branch: 'main', before, commit });
    expect(await across()).toMatchObject({ contributors: [{ name: 'olga' }], incomplete: null });
    crowd('main', commit);
    expect((await across()).incomplete?.code).toBe('pushers-too-many');
  });
});

describe('when a commit came upon a branch', () => {
  const pushMain = async (text: string) => {
    const sha = await world.repository.push({ as: world.olga, branch: 'main', files: { 'README.md': text } });
    world.server.advanceClock(60);
    return sha;
  };
  const arrival = async (line: readonly string[], place: number) =>
    await arrivalOf(world.readOnly, 'main', { line, place });

  it('is the time of the push that brought it', async () => {
    const line = [await pushMain('1'), await pushMain('2'), await pushMain('3')];
    expect(await arrival(line, 0)).toEqual({ kind: 'known', at: '2026-01-05T09:00:00Z' });
    expect(await arrival(line, 1)).toEqual({ kind: 'known', at: '2026-01-05T09:01:00Z' });
    expect(await arrival(line, 2)).toEqual({ kind: 'known', at: '2026-01-05T09:02:00Z' });
  });

  it('is not told as long as the newest push is not listed, nor where none is', async () => {
    const line = [await pushMain('1'), await pushMain('2')];
    world.repository.repository.activity.pop();
    expect(await arrival(line, 1)).toEqual({ kind: 'unlisted' });
    world.repository.repository.activity.length = 0;
    expect(await arrival(line, 0)).toEqual({ kind: 'unknown' });
  });
});
