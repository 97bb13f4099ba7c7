import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH, type Configuration } from '../../src/core/configuration.ts';
import { sha256 } from '../../src/core/digest.ts';
import { landingsSince, type Landing, type Landings } from '../../src/workflows/landings.ts';
import type { PullRequest as Opened } from '../github-server/index.ts';
import { account, LandingWorld, rules, type Files } from '../support/landing-world.ts';

const NOTES: Files = { 'extra/notes.yaml': '# nothing' };
const APPLY = { type: 'apply-finished', applyId: sha256('apply'), result: 'applied' } as const;
const LATER = {
  code: 'landing-unattributed',
  message: expect.stringContaining('GitHub does not name its pull request'),
};

let here: LandingWorld;
let start: string;
beforeEach(async () => {
  here = await LandingWorld.begin();
  start = await here.world.repository.head();
});
afterEach(() => here.close());

type Parts = { readonly settled?: string; readonly configuration?: Configuration };

async function since({ settled = start, configuration }: Parts = {}): Promise<Landings> {
  const tip = await here.world.repository.head();
  const query = { branch: 'main', tip, settled, configuration: configuration ?? (await here.rulesAt(start)) };
  return await landingsSince(here.surface, query);
}

/** Each landing by its pull request and commits. */
async function told(parts: Parts = {}): Promise<readonly (readonly (number | string | null)[])[]> {
  return (await since(parts)).landings.map(({ pull, commits }) => [pull?.number ?? null, ...commits]);
}

async function push(files: Files): Promise<string> {
  return await here.world.repository.push({ as: here.world.ben, branch: 'main', files });
}

/** One commit for each of the sets of files. */
async function opened(branch: string, ...commits: readonly Files[]): Promise<Opened> {
  const { repository, ana } = here.world;
  for (const files of commits) await repository.push({ as: ana, branch, files });
  return await repository.openPullRequest({ as: ana, head: branch });
}

async function merge(pull: Opened, method: 'merge' | 'squash' | 'rebase'): Promise<string> {
  return await here.world.repository.mergePullRequest(pull, { as: here.world.ana, method });
}

/** The commits of the default branch's line since the beginning, oldest first. */
const line = async (): Promise<readonly string[]> => (await since()).commits;

const parts = async (number: number, landing: string): Promise<void> =>
  await here.enter(number, null, { ...APPLY, landing, applied: [], unapplied: [], settled: null });

describe('what landed', () => {
  it('is nothing where nothing is concerned', async () => {
    expect(await since()).toEqual({ kind: 'line', landings: [], commits: [] });
    const sha = await push({ 'README.md': 'Moved on' });
    expect(await since()).toEqual({ kind: 'line', landings: [], commits: [sha] });
  });

  it('is a pull request’s, between commits about nothing', async () => {
    const before = await push({ 'README.md': 'One' });
    const commit = await merge(await opened('change', account('alpha', 'new')), 'squash');
    const after = await push({ 'README.md': 'Two' });
    const { landings, commits } = await since();
    expect(commits).toEqual([before, commit, after]);
    expect(landings).toEqual([
      {
        pull: expect.objectContaining({ number: 1 }),
        before,
        commit,
        commits: [commit],
        name: commit,
        unattributed: null,
      },
    ]);
  });

  it('is all commits of it, those about nothing among them, and none of another one', async () => {
    const [one, two] = [
      await opened('one', NOTES, account('alpha', 'new'), { 'a.md': 'a' }, account('beta', 'new'), { 'b.md': 'b' }),
      await opened('two', { 'c.md': 'c' }, account('gamma', 'new')),
    ];
    const before = await push({ 'README.md': 'One' });
    await merge(one, 'rebase');
    await merge(two, 'rebase');
    const commits = (await line()).slice(1);
    const { landings } = await since();
    expect(landings).toMatchObject([
      { pull: { number: 1 }, before, commits: commits.slice(0, 5), commit: commits[4], name: commits[4] },
      { pull: { number: 2 }, before: commits[4], commits: commits.slice(5), commit: commits[6] },
    ]);
  });

  it('is told under the name by which the ledger knows it', async () => {
    await merge(await opened('one', account('alpha', 'new'), NOTES), 'rebase');
    const [first = '', last] = await line();
    await parts(1, first);
    expect((await since()).landings).toMatchObject([{ pull: { number: 1 }, commit: last, name: first }]);
  });

  it('is what the rules before it are about, or those approved last, whatever the tip says', async () => {
    const wide = rules().replace("['identities/**/*.yaml']", "['{identities,extra}/**/*.yaml']");
    await push(NOTES);
    const [rule, more, narrow] = [
      await push({ [CONFIGURATION_PATH]: wide }),
      await push({ 'extra/notes.yaml': '# more' }),
      await push({ [CONFIGURATION_PATH]: rules() }),
    ];
    const [wider, narrower] = [await here.rulesAt(rule), await here.rulesAt(narrow)];
    const some = [
      [null, rule],
      [null, more],
      [null, narrow],
    ];
    expect(await told({ configuration: narrower })).toEqual(some);
    expect(await told({ configuration: wider })).toEqual(some);
  });

  it('is what the rules at the tip are about where there were none before', async () => {
    const none = await push({ [CONFIGURATION_PATH]: null });
    const alpha = await push(account('alpha', 'new'));
    expect(await told()).toEqual([
      [null, none],
      [null, alpha],
    ]);
  });
});

describe('a pull request lands once', () => {
  it('where its merge is, not where one of its commits was pushed before', async () => {
    const pull = await opened('one', account('alpha', 'new'), account('beta', 'new'));
    const { repository, ana } = here.world;
    const first = (await repository.repository.git.commit(pull.head.sha))?.parents[0] ?? '';
    await repository.pushCommit({ as: ana, branch: 'main', sha: first });
    const between = await push({ 'README.md': 'One' });
    const merged = await merge(pull, 'merge');
    here.world.server.advanceClock(600);
    expect(await line()).toEqual([first, between, merged]);
    expect(await told()).toEqual([
      [null, first],
      [1, merged],
    ]);
  });

  it('as what the ledger says, and is nobody’s when it comes again', async () => {
    await merge(await opened('one', account('alpha', 'new')), 'squash');
    await parts(1, 'elsewhere');
    const { landings } = await since();
    expect(landings).toMatchObject([{ pull: null, unattributed: null }]);
  });
});

describe('a push', () => {
  it('is nobody’s pull request’s once it is some minutes old', async () => {
    const commit = await push(account('alpha', 'new'));
    const pushed = { pull: null, before: start, commit, commits: [commit], name: commit };
    expect((await since()).landings).toEqual([{ ...pushed, unattributed: LATER }]);
    here.world.server.advanceClock(300);
    expect((await since()).landings).toEqual([{ ...pushed, unattributed: null }]);
  });

  /** The numbers of what landed, and whether GitHub may yet name another pull request. */
  const waiting = (landings: readonly Landing[]) =>
    landings.map(({ pull, unattributed }) => [pull?.number ?? null, unattributed !== null]);

  it('holds up what may have begun with it, and what follows upon that', async () => {
    const [one, two] = [await opened('one', account('beta', 'new')), await opened('two', account('gamma', 'new'))];
    await push(account('alpha', 'new'));
    const held = await merge(one, 'squash');
    await merge(two, 'rebase');
    const { landings } = await since();
    expect(waiting(landings)).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ]);
    expect(landings[1]?.unattributed?.message).toContain(held.slice(0, 7));
    here.world.server.advanceClock(300);
    expect(waiting((await since()).landings)).toEqual([
      [null, false],
      [1, false],
      [2, false],
    ]);
  });

  it('does not hold up a merge commit, nor what follows upon something else', async () => {
    const [one, two] = [await opened('one', account('beta', 'new')), await opened('two', account('gamma', 'new'))];
    await push(account('alpha', 'new'));
    await merge(one, 'merge');
    await push(account('delta', 'new'));
    await push({ 'README.md': 'One' });
    await merge(two, 'squash');
    expect(waiting((await since()).landings)).toEqual([
      [null, true],
      [1, false],
      [null, true],
      [2, false],
    ]);
  });
});

describe('a history', () => {
  it('that was turned away from where everything was settled is one push', async () => {
    const { repository, ana, ben } = here.world;
    await repository.push({ as: ana, branch: 'side', from: start, files: account('alpha', 'new') });
    const settled = await push({ 'README.md': 'One' });
    const side = await repository.head('side');
    const { git } = repository.repository;
    const tree = (await git.commit(side))?.tree ?? '';
    const author = { name: 'ben', email: ben.emails[0] ?? '', seconds: 1_800_000_000 };
    const commit = await git.writeCommit({
      tree,
      parents: [side, settled],
      author,
      committer: author,
      message: 'Merge\n',
    });
    await repository.pushCommit({ as: ben, branch: 'main', sha: commit });
    const turned = { pull: null, before: settled, commit, commits: [commit], name: commit, unattributed: null };
    expect(await since({ settled })).toEqual({ kind: 'turned', landings: [turned], commits: [commit] });
  });

  it('that no longer holds where everything was settled is refused', async () => {
    const { repository, ben } = here.world;
    const settled = await push({ 'README.md': 'One' });
    await repository.push({ as: ben, branch: 'main', from: start, force: true, files: { 'README.md': 'Two' } });
    await expect(since({ settled })).rejects.toMatchObject({
      code: 'history-rewritten',
      evidence: `settled ${settled}`,
    });
  });
});
