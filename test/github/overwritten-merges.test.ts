import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BaseMerge } from '../../src/github/base-merges.ts';
import { createContents } from '../../src/github/contents.ts';
import { contributorsOf } from '../../src/github/contributors.ts';
import { pullRequest } from '../../src/github/pull-requests.ts';
import { changedPaths } from '../../src/github/tree.ts';
import type { PullRequest } from '../github-server/index.ts';
import { NOTHING_OWN, startWorld, type World } from './world.ts';

let world: World;
let pull: PullRequest;
let head: string;
beforeEach(async () => {
  world = await startWorld({ 'README.md': '#', 'identities/a.yaml': 'a: 1\n' });
  await write();
  pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
  head = pull.head.sha;
});
afterEach(() => world.server.close());

/** Ana's change; with `from` as one commit on that one, in the place of what the branch held. */
async function write(from?: string): Promise<void> {
  const files = { 'identities/a.yaml': 'a: 2\n' };
  const place = from === undefined ? {} : { from, force: true };
  await world.repository.push({ as: world.ana, branch: 'change', files, ...place });
}

const onMain = (path: string) => world.repository.push({ as: world.rita, branch: 'main', files: { [path]: 'b: 1\n' } });

const update = () => world.repository.updateBranch(pull, { as: world.ben });

const putBack = () => world.repository.pushCommit({ as: world.ana, branch: 'change', sha: head, force: true });

/** By login, whoever contributed, where whatever changes a document brings content. */
async function who(): Promise<readonly string[]> {
  const contents = createContents(world.readOnly);
  const isClean = async ({ mine, merge }: BaseMerge): Promise<boolean> =>
    changedPaths(await contents.tree(mine), await contents.tree(merge)).every(({ path }) => path === 'docs.md');
  const { contributors, incomplete } = await contributorsOf(world.readOnly, {
    pull: await pullRequest(world.readOnly, pull.number),
    senders: [],
    isClean,
    own: NOTHING_OWN,
  });
  expect(incomplete).toBeNull();
  return contributors.map(({ name }) => name);
}

describe('an update from the base that was overwritten since', () => {
  it('makes nobody a contributor, before and after the pull request landed', async () => {
    await onMain('docs.md');
    await update();
    await write(await world.repository.head('main'));
    expect(await who()).toEqual(['ana']);
    await world.repository.mergePullRequest(pull, { as: world.rita, method: 'merge' });
    expect(await who()).toEqual(['ana']);
  });

  it('makes nobody a contributor when the head that it was made on came back and landed', async () => {
    await onMain('docs.md');
    await update();
    await putBack();
    await world.repository.mergePullRequest(pull, { as: world.rita, method: 'merge' });
    expect(await who()).toEqual(['ana']);
  });

  it('makes a contributor when it changed an input in scope', async () => {
    await onMain('identities/b.yaml');
    await update();
    await write(await world.repository.head('main'));
    expect(await who()).toEqual(['ana', 'ben']);
  });

  it('makes a contributor when it is one of more than are looked at', async () => {
    await onMain('docs.md');
    await update();
    for (let count = 0; count < 20; count += 1) {
      await putBack();
      await world.repository.push({ as: world.olga, branch: 'change', files: { 'docs.md': `${count}` } });
    }
    await putBack();
    expect(await who()).toEqual(['ana', 'olga', 'ben']);
  });
});

it('many of them, each on top of the others, are compared once each', async () => {
  for (let count = 0; count < 12; count += 1) {
    await world.repository.push({ as: world.rita, branch: 'main', files: { 'docs.md': `${count}` } });
    await update();
  }
  await write(await world.repository.head('main'));
  const asked = world.server.recordings.length;
  expect(await who()).toEqual(['ana']);
  const compared = world.server.recordings.slice(asked).filter(({ path }) => path.includes('/compare/'));
  expect(compared).toHaveLength(2 * 12);
});

it('a merge that was overwritten makes a contributor when what it brought is on no base branch', async () => {
  const from = await world.repository.head('main');
  const side = await world.repository.push({ as: world.rita, branch: 'side', from, files: { 'docs.md': 'x' } });
  const { git } = world.repository.repository;
  const tree = (await git.commit(head))?.tree ?? '';
  const ben = { name: 'Ben', email: world.ben.emails[0] ?? '', seconds: 1_767_603_600 };
  const sha = await git.writeCommit({ tree, parents: [head, side], author: ben, committer: ben, message: 'merge\n' });
  await world.repository.pushCommit({ as: world.ben, branch: 'change', sha });
  await write(from);
  expect(await who()).toEqual(['ana', 'ben']);
});
