import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitAt, type Repository } from '../../src/github/repository.ts';
import { testMerge } from '../../src/github/test-merge.ts';
import type { Fetch } from '../../src/github/transport.ts';
import type { PullRequest } from '../github-server/index.ts';
import { startWorld, type World } from './world.ts';

const DOCUMENT = 'identities/alpha.yaml';

let world: World;
let pull: PullRequest;

beforeEach(async () => {
  world = await startWorld({ 'README.md': '#', [DOCUMENT]: '1\n' });
  await world.repository.push({ as: world.ana, branch: 'change', files: { [DOCUMENT]: '2\n' } });
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
});
afterEach(() => world.server.close());

const asked = (repository: Repository, head = pull.head.sha) =>
  testMerge(repository, { number: pull.number, head, baseBranch: 'main' });

const asks = (): number =>
  world.server.recordings.filter(({ template }) => template === '/repos/{owner}/{repo}/pulls/{pull_number}').length;

/** GitHub, whose first answers about a pull request have these in them. */
function answering(first: readonly Readonly<Record<string, unknown>>[]): Fetch {
  const left = [...first];
  return async (url, init) => {
    const response = await fetch(url, init);
    const other = /\/pulls\/\d+$/u.test(url) ? left.shift() : undefined;
    if (other === undefined) return response;
    return Response.json({ ...((await response.json()) as object), ...other }, { status: response.status });
  };
}

describe('the test merge of a pull request', () => {
  it('is of its head into the tip of its base', async () => {
    const made = await asked(world.readOnly);
    if (made.kind !== 'made') throw new Error(made.kind);
    expect(made.tip).toBe(await world.repository.head());
    expect((await commitAt(world.readOnly, made.commit)).parents).toEqual([made.tip, pull.head.sha]);
    expect(asks()).toBe(1);
  });

  it('does not exist where the two conflict', async () => {
    await world.repository.push({ as: world.olga, branch: 'main', files: { [DOCUMENT]: '3\n' } });
    expect(await asked(world.readOnly)).toEqual({ kind: 'conflicts' });
  });

  it('is asked for again while GitHub makes it', async () => {
    world.repository.repository.testMergesHeldBack = 2;
    expect(await asked(world.readOnly)).toMatchObject({ kind: 'made' });
    expect(asks()).toBe(3);
  });

  it.each([
    ['its base moved on', () => world.repository.push({ as: world.olga, branch: 'main', files: { 'a.md': '#' } })],
    ['it was pushed to', () => world.repository.push({ as: world.ana, branch: 'change', files: { 'a.md': '#' } })],
  ])('is not the one that was made before %s', async (_what, move) => {
    const before = await asked(world.readOnly);
    if (before.kind !== 'made') throw new Error(before.kind);
    await move();
    const stale = { merge_commit_sha: before.commit };
    const made = await asked(world.reading(answering([stale, stale])));
    expect(made).toMatchObject({ kind: 'made', tip: await world.repository.head() });
    expect(made).not.toMatchObject({ commit: before.commit });
    expect(asks()).toBe(4);
  });
});
