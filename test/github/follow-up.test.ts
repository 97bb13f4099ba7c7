import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitFile, createBranch } from '../../src/github/branch-beginning.ts';
import { openPullRequest, pullRequestFrom } from '../../src/github/pull-requests.ts';
import { requestedBefore, requestReviews } from '../../src/github/review-requests.ts';
import type { Repository } from '../../src/github/repository.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ 'identities/a.yaml': 'a: 1\n' });
});
afterEach(() => world.server.close());

const BRANCH = 'countersign/follow-up-1';
const draft = { branch: BRANCH, base: 'main', title: 'Ask again', body: 'Please' };

async function prepare(repository: Repository, text = 'b: 1\n'): Promise<void> {
  const base = await world.repository.head();
  const commit = await commitFile(repository, { base, path: 'identities/b.yaml', text, message: 'Ask again' });
  await createBranch(repository, BRANCH, commit);
}

describe('a branch with one more file', () => {
  it('comes into being together with its only commit, which is the bot’s and signed', async () => {
    await prepare(world.ours);
    const commit = await world.repository.repository.git.commit(await world.repository.head(BRANCH));
    expect(commit).toMatchObject({ parents: [await world.repository.head()] });
    expect(commit?.author.name).toMatch(/countersign/u);
    expect(await world.repository.readFile(BRANCH, 'identities/b.yaml')).toBe('b: 1\n');
    expect(await world.repository.readFile(BRANCH, 'identities/a.yaml')).toBe('a: 1\n');
  });

  it('is left as it is when it exists', async () => {
    await prepare(world.ours);
    const tip = await world.repository.head(BRANCH);
    await prepare(world.ours, 'b: 2\n');
    expect(await world.repository.head(BRANCH)).toBe(tip);
  });

  it('takes the permission to write contents', async () => {
    await expect(prepare(world.readOnly)).rejects.toMatchObject({ code: 'github-forbidden' });
  });
});

describe('a pull request of our own', () => {
  const job = (permissions: Readonly<Record<string, 'read' | 'write'>>): Repository =>
    world.as(world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions }));

  it('is opened once: asked for again, it is the same', async () => {
    await prepare(world.ours);
    const first = await openPullRequest(world.ours, draft);
    expect(first).toMatchObject({ state: 'open', head: { ref: BRANCH }, author: { type: 'Bot' } });
    expect((await openPullRequest(world.ours, draft)).number).toBe(first.number);
  });

  it.each(['cut', 'cut-after', '5xx', '5xx-after'] as const)(
    'is opened once, whatever becomes of an answer (%s)',
    async (kind) => {
      await prepare(world.ours);
      world.server.fault({ kind, match: { method: 'POST', path: /\/pulls$/u } });
      expect(await openPullRequest(world.ours, draft)).toMatchObject({ head: { ref: BRANCH } });
      expect(world.repository.repository.pulls.size).toBe(1);
    },
  );

  it('is found by its branch, open, closed, or without the branch; a fork’s is none of it', async () => {
    expect(await pullRequestFrom(world.ours, BRANCH, 'main')).toBeNull();
    await prepare(world.ours);
    const { number } = await openPullRequest(world.ours, draft);
    const pull = world.repository.repository.pulls.get(number);
    if (pull === undefined) throw new Error('not there');
    await world.repository.editPullRequest(pull, { as: world.ben, state: 'closed' });
    expect(await pullRequestFrom(world.ours, BRANCH, 'main')).toMatchObject({ number, state: 'closed' });
    await world.repository.deleteBranch({ as: world.ben, branch: BRANCH });
    expect(await pullRequestFrom(world.ours, BRANCH, 'main')).toMatchObject({ number });
    expect(await pullRequestFrom(world.ours, `${BRANCH}0`, 'main')).toBeNull();
  });

  it('is not the one from its branch into another base, open or closed', async () => {
    await prepare(world.ours);
    await world.repository.pushCommit({ as: world.ben, branch: 'aside', sha: await world.repository.head() });
    const aside = await world.repository.openPullRequest({ as: world.ben, head: BRANCH, base: 'aside' });
    expect(await pullRequestFrom(world.ours, BRANCH, 'main')).toBeNull();
    expect(await pullRequestFrom(world.ours, BRANCH, 'aside')).toMatchObject({ number: aside.number });
    const opened = await openPullRequest(world.ours, draft);
    expect(opened).toMatchObject({ base: { ref: 'main' }, author: { type: 'Bot' } });
    await world.repository.editPullRequest(aside, { as: world.ben, state: 'closed' });
    expect(await pullRequestFrom(world.ours, BRANCH, 'main')).toMatchObject({ number: opened.number });
  });

  it('is refused to a job unless the repository’s setting allows it, and to whoever may not write pull requests', async () => {
    const token = job({ contents: 'write', 'pull-requests': 'write' });
    await prepare(token);
    await expect(openPullRequest(token, draft)).rejects.toMatchObject({ code: 'github-forbidden' });
    world.repository.allowActionsToCreateAndApprove();
    await expect(openPullRequest(job({ contents: 'write' }), draft)).rejects.toMatchObject({
      code: 'github-forbidden',
    });
    expect((await openPullRequest(token, draft)).author).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
  });

  it('is refused without a commit of its own', async () => {
    await world.repository.pushCommit({ as: world.ben, branch: BRANCH, sha: await world.repository.head() });
    await expect(openPullRequest(world.ours, draft)).rejects.toMatchObject({ code: 'github-rejected', effect: 'none' });
  });
});

describe('a request for reviews', () => {
  it('is made of several people at once, and tells who was asked', async () => {
    await prepare(world.ours);
    const { number } = await openPullRequest(world.ours, draft);
    await requestReviews(
      world.ours,
      number,
      [world.ana, world.ben].map(({ id, login }) => ({ id, login, type: 'User' as const })),
    );
    expect((await requestedBefore(world.ours, number)).pending).toEqual(new Set([world.ana.id, world.ben.id]));
  });

  it('is refused as a whole for one who is no collaborator, and for the author', async () => {
    const { repository, ana, ben, zoe } = world;
    await repository.push({ as: ana, branch: 'change', files: { 'c.yaml': 'c: 1\n' } });
    const { number } = await repository.openPullRequest({ as: ana, head: 'change' });
    for (const one of [zoe, ana]) {
      const people = [ben, one].map(({ id, login }) => ({ id, login, type: 'User' as const }));
      await expect(requestReviews(world.ours, number, people)).rejects.toMatchObject({ code: 'github-rejected' });
    }
    expect((await requestedBefore(world.ours, number)).pending).toEqual(new Set());
  });
});
