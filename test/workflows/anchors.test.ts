import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Configuration } from '../../src/core/configuration.ts';
import { quoteAnchor, quotedAnchor } from '../../src/workflows/anchors.ts';
import { startWorld, type World } from '../github/world.ts';
import { someHash } from '../support/memory-ledger.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.server.close());

const at = (index: number) => ({ index, hash: someHash(`entry ${index}`) });
const rules = () =>
  ({ app: world.app.id, ledger: { branch: 'countersign/ledger', repository: null } }) as Configuration;

it('a run that was slow does not lower what later runs are held to', async () => {
  await quoteAnchor(world.ours, rules(), at(20));
  await world.repository.push({ as: world.ana, branch: 'main', files: { 'README.md': 'Moved on\n' } });
  await quoteAnchor(world.ours, rules(), at(10));
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(20));
  await quoteAnchor(world.ours, rules(), at(21));
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(21));
});

/** Pushes a merge of these parents to the default branch, the first of which may be any commit. */
async function pushMerge(...parents: readonly string[]): Promise<void> {
  const { repository, ana } = world;
  const { git } = repository.repository;
  const tree = (await git.commit(await repository.head('main')))?.tree ?? '';
  const author = { name: 'ana', email: ana.emails[0] ?? '', seconds: 1_800_000_000 };
  const sha = await git.writeCommit({ tree, parents, author, committer: author, message: 'Merge\n' });
  await repository.pushCommit({ as: ana, branch: 'main', sha });
}

it('the newest is found behind any parent of a merge, and no older one before it', async () => {
  const { repository, ana } = world;
  await quoteAnchor(world.ours, rules(), at(50));
  const old = await repository.head('main');
  await repository.push({ as: ana, branch: 'side', from: old, files: { 'a.txt': 'a\n' } });
  await repository.push({ as: ana, branch: 'side', files: { 'a.txt': 'b\n' } });
  await repository.push({ as: ana, branch: 'main', files: { 'README.md': 'Moved on\n' } });
  await quoteAnchor(world.ours, rules(), at(80));
  await pushMerge(await repository.head('side'), await repository.head('main'));
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(80));
  await pushMerge(old, await repository.head('main'));
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(80));
  await quoteAnchor(world.ours, rules(), at(81));
  await pushMerge(await repository.head('main'), await repository.head('side'));
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(81));
});

it('is looked for among so many commits, and no more', async () => {
  const { repository, ana } = world;
  await quoteAnchor(world.ours, rules(), at(7));
  for (let commits = 1; commits < 100; commits += 1)
    await repository.push({ as: ana, branch: 'main', files: { 'README.md': `${commits}\n` } });
  expect(await quotedAnchor(world.ours, rules())).toEqual(at(7));
  await repository.push({ as: ana, branch: 'main', files: { 'README.md': 'One more\n' } });
  expect(await quotedAnchor(world.ours, rules())).toBeNull();
});
