import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContributorFacts } from '../../src/core/approval/facts.ts';
import { createContents } from '../../src/github/contents.ts';
import type { BaseMerge } from '../../src/github/base-merges.ts';
import { contributorsOf } from '../../src/github/contributors.ts';
import { pullRequest } from '../../src/github/pull-requests.ts';
import type { Repository } from '../../src/github/repository.ts';
import { changedPaths } from '../../src/github/tree.ts';
import type { PullRequest } from '../github-server/index.ts';
import { NOTHING_OWN, pagesOf, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ 'README.md': '#', 'identities/a.yaml': 'a: 1\n' });
});
afterEach(() => world.server.close());

const IN_SCOPE = (path: string): boolean => path.startsWith('identities/');

async function contributors(pull: PullRequest, repository: Repository = world.readOnly): Promise<ContributorFacts> {
  const contents = createContents(repository);
  const isClean = async ({ mine, merge }: BaseMerge): Promise<boolean> => {
    const changed = changedPaths(await contents.tree(mine), await contents.tree(merge));
    return !changed.some(({ path }) => IN_SCOPE(path));
  };
  return await contributorsOf(repository, {
    pull: await pullRequest(repository, pull.number),
    senders: [],
    isClean,
    own: NOTHING_OWN,
  });
}

async function who(pull: PullRequest): Promise<[string, string][]> {
  const { contributors: list, incomplete } = await contributors(pull);
  expect(incomplete).toBeNull();
  return list.map(({ person, name, through }) => [person?.login ?? `? ${name}`, through]);
}

const push = (as: World['ana'], content: string, more: Partial<Parameters<World['repository']['push']>[0]> = {}) =>
  world.repository.push({ as, branch: 'change', files: { 'identities/a.yaml': content }, ...more });

const open = () => world.repository.openPullRequest({ as: world.ana, head: 'change' });

describe('contributors', () => {
  it('are nobody but the author when the author did all of it', async () => {
    await push(world.ana, 'a: 2\n');
    expect(await who(await open())).toEqual([['ana', 'opened the pull request']]);
  });

  it('include the author, committer and co-authors of every commit', async () => {
    const sha = await push(world.ana, 'a: 2\n', {
      author: { name: 'Ben', email: world.ben.emails[0] ?? '' },
      committer: { name: 'Rita', email: world.rita.emails[0] ?? '' },
      coAuthors: [
        { name: 'Zoe', email: `${world.zoe.id}+some-old-name@users.noreply.github.com` },
        { name: 'Olga', email: world.olga.emails[0] ?? '' },
      ],
    });
    const short = sha.slice(0, 7);
    expect(await who(await open())).toEqual([
      ['ana', 'opened the pull request'],
      ['ben', `author of ${short}`],
      ['rita', `committer of ${short}`],
      ['zoe', `co-author of ${short}`],
      ['olga', `co-author of ${short}`],
    ]);
  });

  it('are unknown where GitHub links no account', async () => {
    const sha = await push(world.ana, 'a: 2\n', {
      author: { name: 'Nobody', email: 'nobody@example.com' },
      coAuthors: [
        { name: 'Ghost', email: '987654+ghost@users.noreply.github.com' },
        { name: 'Other', email: 'other@example.com' },
      ],
    });
    expect(await who(await open())).toEqual([
      ['ana', 'opened the pull request'],
      ['? Nobody <nobody@example.com>', `author of ${sha.slice(0, 7)}`],
      ['? Ghost <987654+ghost@users.noreply.github.com>', `co-author of ${sha.slice(0, 7)}`],
      ['? Other <other@example.com>', `co-author of ${sha.slice(0, 7)}`],
    ]);
  });

  it("include who pushed under another's name", async () => {
    const sha = await push(world.ben, 'a: 2\n', { author: { name: 'Ana', email: world.ana.emails[0] ?? '' } });
    expect(await who(await open())).toEqual([
      ['ana', 'opened the pull request'],
      ['ben', `pushed ${sha.slice(0, 7)}`],
    ]);
  });

  it('include who pushed what was overwritten later', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    const lost = await push(world.ben, 'a: 3\n');
    await push(world.ana, 'a: 4\n', { force: true });
    expect(await who(pull)).toEqual([
      ['ana', 'opened the pull request'],
      ['ben', `pushed ${lost.slice(0, 7)}`],
    ]);
  });

  it('include the senders that publications record', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await pullRequest(world.readOnly, (await open()).number);
    const senders = [{ id: world.rita.id, login: 'rita', type: 'User' as const }];
    const { contributors: list } = await contributorsOf(world.readOnly, {
      pull,
      senders,
      isClean: async () => false,
      own: NOTHING_OWN,
    });
    expect(list.map(({ name, through }) => [name, through])).toContainEqual([
      'rita',
      'pushed, as a publication records',
    ]);
  });

  it('are told apart by id when a login was renamed', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    world.ana.login = 'ana-ruiz';
    expect((await contributors(pull)).contributors).toMatchObject([
      { person: { id: world.ana.id, login: 'ana-ruiz' } },
    ]);
  });

  it('are not GitHub itself, which commits what is done on its pages', async () => {
    await push(world.ana, 'a: 2\n', { committer: { name: 'GitHub', email: 'noreply@github.com' } });
    expect(await who(await open())).toEqual([['ana', 'opened the pull request']]);
  });

  it('are read over all pages', async () => {
    for (const content of ['2', '3', '4', '5']) await push(world.ana, content);
    const last = await push(world.ben, '6');
    const { contributors: list, incomplete } = await contributors(await open(), world.reading(pagesOf(2)));
    expect(incomplete).toBeNull();
    expect(list.map(({ name, through }) => [name, through])).toEqual([
      ['ana', 'opened the pull request'],
      ['ben', `author of ${last.slice(0, 7)}`],
    ]);
  });
});

describe('bringing a branch up to date with its base', () => {
  it('makes nobody a contributor when no input in scope changes', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    await world.repository.push({ as: world.rita, branch: 'main', files: { 'docs.md': 'x' } });
    await world.repository.updateBranch(pull, { as: world.ben });
    expect(await who(pull)).toEqual([['ana', 'opened the pull request']]);
  });

  it('makes a contributor when it changes an input in scope', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    await world.repository.push({ as: world.rita, branch: 'main', files: { 'identities/b.yaml': 'b: 1\n' } });
    const merged = await world.repository.updateBranch(pull, { as: world.ben });
    expect(await who(pull)).toContainEqual(['ben', `author of ${merged.slice(0, 7)}`]);
  });

  it('makes a contributor of who pushes it together with something else', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    await world.repository.push({ as: world.rita, branch: 'main', files: { 'docs.md': 'x' } });
    await world.repository.updateBranch(pull, { as: world.ben });
    await push(world.olga, 'a: 3\n');
    expect((await who(pull)).map(([login]) => login)).toEqual(['ana', 'olga']);
  });

  it('does not excuse a merge of another branch, whose commits count', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    const { git } = world.repository.repository;
    const base = await world.repository.head('main');
    const side = await world.repository.push({ as: world.rita, branch: 'side', from: base, files: { 'docs.md': 'x' } });
    const mine = await git.commit(pull.head.sha);
    if (mine === undefined) throw new Error('no head');
    const ben = { name: 'Ben', email: world.ben.emails[0] ?? '', seconds: 1_767_603_600 };
    const merge = await git.writeCommit({
      tree: mine.tree,
      parents: [mine.sha, side],
      author: ben,
      committer: ben,
      message: 'merge\n',
    });
    await world.repository.pushCommit({ as: world.ben, branch: 'change', sha: merge });
    expect((await who(pull)).map(([login]) => login).sort()).toEqual(['ana', 'ben', 'rita']);
  });
});

describe('a fork', () => {
  it('is asked for who pushed to it', async () => {
    const fork = await world.server.forkRepository(world.repository, { owner: world.zoe });
    fork.setCollaborator(world.ben, 'write');
    const sha = await fork.push({
      as: world.ben,
      branch: 'patch',
      files: { x: 'x' },
      author: { name: 'Zoe', email: world.zoe.emails[0] ?? '' },
    });
    const pull = await world.repository.openPullRequest({ as: world.zoe, from: fork, head: 'patch' });
    const zoe = world.as(world.server.issueToken({ kind: 'user', user: world.zoe }));
    world.repository.setCollaborator(world.zoe, 'read');
    const { contributors: list, incomplete } = await contributors(pull, zoe);
    expect(incomplete).toBeNull();
    expect(list.map(({ name, through }) => [name, through])).toEqual([
      ['zoe', 'opened the pull request'],
      ['ben', `pushed ${sha.slice(0, 7)}`],
    ]);
  });

  it('that cannot be read makes the list incomplete', async () => {
    const fork = await world.server.forkRepository(world.repository, { owner: world.zoe });
    await fork.push({ as: world.zoe, branch: 'patch', files: { x: 'x' } });
    const pull = await world.repository.openPullRequest({ as: world.zoe, from: fork, head: 'patch' });
    expect((await contributors(pull)).incomplete?.code).toBe('fork-pushers-unreadable');
  });
});

describe('the list is incomplete', () => {
  it('when nobody tells who pushed the head', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    world.repository.repository.activity.length = 0;
    expect((await contributors(pull)).incomplete?.code).toBe('pushers-incomplete');
  });

  it('when a push in the middle is missing', async () => {
    await push(world.ana, 'a: 2\n');
    await push(world.ana, 'a: 3\n');
    await push(world.ana, 'a: 4\n');
    const pull = await open();
    world.repository.repository.activity.splice(-2, 1);
    expect((await contributors(pull)).incomplete?.code).toBe('pushers-incomplete');
  });

  it('when the branch was made anew after the pull request was opened, unless its first beginning is known', async () => {
    await push(world.ben, 'a: 2\n', { author: { name: 'Ana', email: world.ana.emails[0] ?? '' } });
    const pull = await open();
    const head = pull.head.sha;
    world.server.advanceClock(60);
    await world.repository.deleteBranch({ as: world.ana, branch: 'change' });
    await world.repository.pushCommit({ as: world.ana, branch: 'change', sha: head });
    expect(await who(pull)).toContainEqual(['ben', `pushed ${head.slice(0, 7)}`]);
    world.repository.repository.activity.splice(1, 1);
    expect((await contributors(pull)).incomplete?.code).toBe('pushers-incomplete');
  });

  it('when GitHub lists no more commits', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    await world.repository.push({ as: world.rita, branch: 'main', files: { 'docs.md': 'x' } });
    await world.repository.updateBranch(pull, { as: world.ben });
    const { git } = world.repository.repository;
    const ana = { name: 'Ana', email: world.ana.emails[0] ?? '', seconds: 1_767_603_600 };
    let sha = pull.head.sha;
    const tree = (await git.commit(sha))?.tree ?? '';
    for (let count = 1; count < 250; count += 1) {
      sha = await git.writeCommit({ tree, parents: [sha], author: ana, committer: ana, message: `${count}\n` });
    }
    await world.repository.pushCommit({ as: world.ana, branch: 'change', sha });
    const { contributors: list, incomplete } = await contributors(pull);
    expect(incomplete?.code).toBe('commits-truncated');
    // What is not listed could pass for a commit of the base, so no merge is taken for one of the base.
    expect(list.map(({ name }) => name)).toContain('ben');
  });

  it('when the head moved while it was read', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await pullRequest(world.readOnly, (await open()).number);
    await push(world.ben, 'a: 3\n', { force: true });
    const { incomplete } = await contributorsOf(world.readOnly, {
      pull,
      senders: [],
      isClean: async () => false,
      own: NOTHING_OWN,
    });
    expect(incomplete?.code).toBe('commits-moved');
  });

  it('but an answer that is lost is an error', async () => {
    await push(world.ana, 'a: 2\n');
    const pull = await open();
    world.server.fault({ kind: 'cut', times: 10, match: { path: /\/activity$/ } });
    await expect(contributors(pull)).rejects.toMatchObject({ code: 'github-unreachable' });
  });
});

describe('reading', () => {
  it('changes nothing', async () => {
    await push(world.ana, 'a: 2\n', { coAuthors: [{ name: 'Olga', email: world.olga.emails[0] ?? '' }] });
    await contributors(await open());
    expect(world.server.log.filter(({ path }) => path !== '/graphql')).toEqual([]);
  });
});
