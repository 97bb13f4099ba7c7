import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContents } from '../../src/github/contents.ts';
import { contributorsOf } from '../../src/github/contributors.ts';
import { pullRequest } from '../../src/github/pull-requests.ts';
import { isCleanMerge } from '../../src/workflows/clean-merge.ts';
import type { PullRequest } from '../github-server/index.ts';
import { NOTHING_OWN, startWorld, type World } from '../github/world.ts';

type Files = Readonly<Record<string, string | null>>;

const ALPHA = 'identities/alpha.yaml';
const BETA = 'identities/beta.yaml';
const RULES = { desired: ['identities/**/*.yaml'], policies: [], sources: [] };

let world: World;
let root: string;
beforeEach(async () => {
  world = await startWorld({ 'README.md': '#', [ALPHA]: '9\n', [BETA]: '1\n' });
  root = await world.repository.head();
});
afterEach(() => world.server.close());

/** A commit that no branch has yet: the files of its first parent with these in their place. */
async function commit(by: World['ana'], parents: readonly string[], files: Files): Promise<string> {
  const { git } = world.repository.repository;
  const [mine = root] = parents;
  const branch = `scratch-${world.repository.repository.activity.length}`;
  const scratch = await world.repository.push({
    as: world.olga,
    branch,
    from: mine,
    files: { ...files, [branch]: '' },
  });
  const bare = await world.repository.push({ as: world.olga, branch, from: scratch, files: { [branch]: null } });
  await world.repository.deleteBranch({ as: world.olga, branch });
  const person = { name: by.login, email: by.emails[0] ?? '', seconds: 1_767_603_600 };
  const tree = (await git.commit(bare))?.tree ?? '';
  return await git.writeCommit({ tree, parents, author: person, committer: person, message: `by ${by.login}\n` });
}

const move = (as: World['ana'], branch: string, sha: string) => world.repository.pushCommit({ as, branch, sha });

/** Who contributed to a pull request about beta, with the author. */
async function who(pull: PullRequest): Promise<readonly string[]> {
  const contents = createContents(world.readOnly);
  const location = { path: BETA, line: 1, column: 1 };
  const inputs = { configuration: RULES, plan: { desired: [] }, assessment: { changes: [{ location }] } };
  const { contributors } = await contributorsOf(world.readOnly, {
    pull: await pullRequest(world.readOnly, pull.number),
    senders: [],
    isClean: async (merge) => await isCleanMerge({ contents }, inputs, merge),
    own: NOTHING_OWN,
  });
  return contributors.map(({ name }) => name).toSorted();
}

/** A pull request of ana's that changes beta. */
async function proposed(from: string = root): Promise<PullRequest> {
  await move(world.ana, 'change', await commit(world.ana, [from], { [BETA]: '2\n' }));
  return await world.repository.openPullRequest({ as: world.ana, head: 'change' });
}

const bring = async (files: Files): Promise<string> => {
  await world.repository.push({ as: world.olga, branch: 'main', files });
  return await world.repository.head();
};

describe('who merges the base contributes nothing', () => {
  it('when everything is as the base brings it, again and again', async () => {
    const pull = await proposed();
    for (const limit of [5, 6, 7]) {
      await bring({ [ALPHA]: `${limit}\n`, CODEOWNERS: `${limit}\n` });
      await world.repository.updateBranch(pull, { as: world.ben });
    }
    expect(await who(pull)).toEqual(['ana']);
  });

  it('when it is the first thing on the branch', async () => {
    const base = await bring({ [ALPHA]: '5\n' });
    const pull = await proposed(await commit(world.ben, [root, base], { [ALPHA]: '5\n' }));
    expect(await who(pull)).toEqual(['ana']);
  });

  it('when other files are merged otherwise', async () => {
    const pull = await proposed();
    const base = await bring({ 'README.md': '# More' });
    await move(world.ben, 'change', await commit(world.ben, [pull.head.sha, base], { 'README.md': '# Mine' }));
    expect(await who(pull)).toEqual(['ana']);
  });
});

describe('who merges the base contributes', () => {
  it.each([
    ['a document', { [ALPHA]: '5\n' }],
    ['a removal of a document', { [ALPHA]: null }],
    ['a new document', { 'identities/gamma.yaml': '1\n' }],
    ['a rule file', { CODEOWNERS: '* @olga\n' }],
  ])('when the merge drops %s that the base brings', async (_what, files) => {
    const pull = await proposed();
    const base = await bring(files);
    await move(world.ben, 'change', await commit(world.ben, [pull.head.sha, base], {}));
    expect(await who(pull)).toEqual(['ana', 'ben']);
  });

  it('when the merge was made on the base, and so holds the pull request as its second parent', async () => {
    const pull = await proposed();
    const base = await bring({ [ALPHA]: '5\n' });
    await move(world.ben, 'change', await commit(world.ben, [base, pull.head.sha], { [BETA]: '2\n' }));
    expect(await who(pull)).toEqual(['ana', 'ben']);
  });

  it('when the merge has three parents', async () => {
    const pull = await proposed();
    const [one, two] = [await bring({ 'a.md': 'a' }), await bring({ 'b.md': 'b' })];
    const files = { 'a.md': 'a', 'b.md': 'b' };
    await move(world.ben, 'change', await commit(world.ben, [pull.head.sha, one, two], files));
    expect(await who(pull)).toEqual(['ana', 'ben']);
  });

  it('when the merged histories never met', async () => {
    const pull = await proposed();
    const foreign = await commit(world.ana, [], { [BETA]: '2\n' });
    const base = await bring({ [ALPHA]: '5\n' });
    await world.repository.pushCommit({ as: world.ana, branch: 'change', sha: foreign, force: true });
    await move(world.ben, 'change', await commit(world.ben, [foreign, base], {}));
    expect(await who(pull)).toEqual(['ana', 'ben']);
  });
});

/** Alpha went from 9 to 5 and back on the base, and a branch beside that, which the base merged, still has the first 9. */
async function crossed(): Promise<{ readonly lowered: string; readonly beside: string; readonly raised: string }> {
  const lowered = await commit(world.olga, [root], { [ALPHA]: '5\n' });
  const beside = await commit(world.olga, [root], { 'beside.md': '#' });
  const joined = await commit(world.olga, [lowered, beside], { 'beside.md': '#' });
  const raised = await commit(world.olga, [joined], { [ALPHA]: '9\n' });
  await move(world.olga, 'main', raised);
  return { lowered, beside, raised };
}

describe('where head and base parted at several commits', () => {
  it('the one that lets the merge drop what the base brings does not excuse it', async () => {
    const { lowered, beside, raised } = await crossed();
    const pull = await proposed(await commit(world.ana, [lowered, beside], { 'beside.md': '#' }));
    await move(world.ben, 'change', await commit(world.ben, [pull.head.sha, raised], {}));
    expect(await who(pull)).toEqual(['ana', 'ben']);
  });

  it('a merge that none of them lets decide anything makes nobody a contributor', async () => {
    const { lowered, beside } = await crossed();
    const pull = await proposed(await commit(world.ana, [lowered, beside], { 'beside.md': '#' }));
    const settled = await bring({ [ALPHA]: '5\n', 'identities/gamma.yaml': '1\n' });
    const files = { 'identities/gamma.yaml': '1\n' };
    await move(world.ben, 'change', await commit(world.ben, [pull.head.sha, settled], files));
    expect(await who(pull)).toEqual(['ana']);
  });

  it('who merges an older commit of the base beside the newer one contributes', async () => {
    const { lowered, beside } = await crossed();
    const pull = await proposed(lowered);
    await move(world.ben, 'change', await commit(world.ben, [pull.head.sha, beside], { 'beside.md': '#' }));
    expect(await who(pull)).toEqual(['ana', 'ben']);
  });
});
