import { afterEach, beforeEach, expect, it } from 'vitest';
import { groupLinks } from '../../src/workflows/group-links.ts';
import type { MergeGroup } from '../github-server/index.ts';
import { startWorld, type World } from '../github/world.ts';

let world: World;
let old: string;
let tip: string;
let below: MergeGroup;
let above: MergeGroup;

beforeEach(async () => {
  world = await startWorld();
  const { repository, ana } = world;
  old = await repository.push({ as: ana, branch: 'main', files: { landed: '1' } });
  tip = await repository.push({ as: ana, branch: 'main', files: { landed: '2' } });
  const pulls = [];
  for (const head of ['one', 'two']) {
    await repository.push({ as: ana, branch: head, files: { [head]: head } });
    pulls.push(await repository.openPullRequest({ as: ana, head }));
  }
  const [first, second] = await repository.enqueue(pulls);
  if (first === undefined || second === undefined) throw new Error('two groups were meant');
  [below, above] = [first, second];
});
afterEach(() => world.server.close());

async function invent(entry: string, sha: string): Promise<void> {
  await world.repository.pushCommit({ as: world.ana, branch: `gh-readonly-queue/main/${entry}`, sha });
}

const linksOf = ({ headSha, headRef }: MergeGroup) =>
  groupLinks(world.readOnly, { head: headSha, branch: headRef.replace('refs/heads/', '') });

const honest = () => ({
  kind: 'links',
  tip,
  links: [
    { pullRequest: below.pull.number, before: tip, commit: below.headSha },
    { pullRequest: above.pull.number, before: below.headSha, commit: above.headSha },
  ],
});

it('names what is below, down to the tip', async () => {
  expect(await linksOf(above)).toMatchObject(honest());
});

it('names the same beside another group on the tip', async () => {
  await invent(`pr-98-${tip}`, old);
  expect(await linksOf(above)).toMatchObject(honest());
});

it.each([
  ['an earlier commit of the base branch', () => `pr-99-${old}`],
  ['the commit itself', () => `pr-99-${below.headSha}`],
  ['the commit above it', () => `pr-99-${above.headSha}`],
  ['nothing that is known', () => `pr-99-${'b'.repeat(40)}`],
])('an invented branch that stands on %s changes nothing', async (_what, entry) => {
  await invent(entry(), below.headSha);
  expect(await linksOf(above)).toMatchObject(honest());
});

it.each([
  ['on the tip', async () => await invent(`pr-99-${tip}`, below.headSha)],
  [
    'over an earlier commit',
    async () => {
      await invent(`pr-99-${tip}`, old);
      await invent(`pr-99-${old}`, below.headSha);
    },
  ],
])('an invented branch that stands %s as well makes the group unknown', async (_where, act) => {
  await act();
  await expect(linksOf(above)).rejects.toMatchObject({ code: 'group-unknown' });
});

it('a group that stands on an earlier commit of the base branch is unknown', async () => {
  const branch = `gh-readonly-queue/main/pr-${above.pull.number}-${old}`;
  await expect(groupLinks(world.readOnly, { head: above.headSha, branch })).rejects.toMatchObject({
    code: 'group-unknown',
    evidence: `${old.slice(0, 7)}, on which #${above.pull.number} is stacked, is neither the tip nor in the queue on top of it.`,
  });
});

it('a branch of another name is of no group', async () => {
  await expect(groupLinks(world.readOnly, { head: above.headSha, branch: 'two' })).rejects.toMatchObject({
    code: 'group-unknown',
    evidence: 'two is no branch of a merge queue.',
  });
});

it('a group of another branch is another one', async () => {
  const branch = `gh-readonly-queue/release/pr-${above.pull.number}-${tip}`;
  expect(await groupLinks(world.readOnly, { head: above.headSha, branch })).toEqual({
    kind: 'other',
    defaultBranch: 'main',
  });
});

it('a group of a hundred pull requests is told, and none of more', async () => {
  const { git } = world.repository.repository;
  const tree = (await git.commit(tip))?.tree ?? '';
  const author = { name: 'ana', email: world.ana.emails[0] ?? '', seconds: 1_800_000_000 };
  const groups: { readonly head: string; readonly branch: string }[] = [];
  for (let [before, number] = [tip, 101]; number <= 201; number += 1) {
    const head = await git.writeCommit({ tree, parents: [before], author, committer: author, message: `${number}\n` });
    const entry = `pr-${number}-${before}`;
    await invent(entry, head);
    groups.push({ head, branch: `gh-readonly-queue/main/${entry}` });
    before = head;
  }
  const [last, over] = groups.slice(-2);
  if (last === undefined || over === undefined) throw new Error('more groups were meant');
  expect(await groupLinks(world.readOnly, last)).toMatchObject({ links: { length: 100 } });
  await expect(groupLinks(world.readOnly, over)).rejects.toMatchObject({ code: 'group-unknown' });
});

it('a group that has landed has no links left', async () => {
  const branch = below.headRef.replace('refs/heads/', '');
  expect(await groupLinks(world.readOnly, { head: tip, branch })).toMatchObject({ kind: 'links', links: [] });
});
