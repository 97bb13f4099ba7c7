import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture();
});
afterEach(() => world.server.close());

async function openOne(): Promise<import('./pull.ts').PullRequest> {
  const { repository, ana } = world;
  await repository.push({ as: ana, branch: 'change', files: { 'identities/a.yaml': 'a: 1\n' } });
  return repository.openPullRequest({ as: ana, head: 'change', title: 'Add a' });
}

describe('a pull request', () => {
  it('shows its branches, author and counts', async () => {
    const pull = await openOne();
    const { data } = await clientFor(world.server, world.ana).pulls.get({ ...world.at, pull_number: pull.number });
    expect(data).toMatchObject({
      number: 1,
      state: 'open',
      title: 'Add a',
      user: { login: 'ana', type: 'User' },
      head: { ref: 'change', sha: pull.head.sha, label: 'acme:change' },
      base: { ref: 'main' },
      commits: 1,
      changed_files: 1,
      additions: 1,
      mergeable: true,
      created_at: '2026-01-05T09:00:00Z',
    });
  });

  it('lists its files with their patches', async () => {
    const pull = await openOne();
    const { data } = await clientFor(world.server, world.ana).pulls.listFiles({
      ...world.at,
      pull_number: pull.number,
    });
    expect(data).toMatchObject([
      { filename: 'identities/a.yaml', status: 'added', additions: 1, patch: '@@ -0,0 +1 @@\n+a: 1' },
    ]);
  });

  it('follows its branch and says so in an event', async () => {
    const pull = await openOne();
    const before = pull.head.sha;
    const after = await world.repository.push({ as: world.ana, branch: 'change', files: { 'b.txt': 'b' } });
    expect(pull.head.sha).toBe(after);
    expect(world.server.lastEvent('pull_request', 'synchronize').payload).toMatchObject({ before, after, number: 1 });
  });

  it('bears labels, as whoever may triage puts them on and takes them off', async () => {
    const pull = await openOne();
    const labels = async () =>
      (await clientFor(world.server, world.ana).pulls.get({ ...world.at, pull_number: 1 })).data.labels;
    await world.repository.labelPullRequest(pull, { as: world.ana, add: ['needs-dba', 'small', 'small'] });
    expect(await labels()).toMatchObject([{ name: 'needs-dba' }, { name: 'small' }]);
    expect(world.server.lastEvent('pull_request', 'labeled').payload).toMatchObject({ label: { name: 'small' } });
    await world.repository.labelPullRequest(pull, { as: world.ana, remove: ['small', 'other'] });
    expect(await labels()).toMatchObject([{ name: 'needs-dba' }]);
    expect(world.server.lastEvent('pull_request', 'unlabeled').payload).toMatchObject({ label: { name: 'small' } });
    await expect(world.repository.labelPullRequest(pull, { as: world.zoe, add: ['x'] })).rejects.toThrow(/triage/u);
  });

  it('cannot be opened twice for the same branches, nor without commits', async () => {
    await openOne();
    const ana = clientFor(world.server, world.ana);
    const again = ana.pulls.create({ ...world.at, head: 'change', base: 'main', title: 'again' });
    expect(await refusal(again)).toMatchObject({ status: 422, message: expect.stringContaining('already exists') });
    const empty = ana.pulls.create({ ...world.at, head: 'main', base: 'main', title: 'empty' });
    expect(await refusal(empty)).toMatchObject({ status: 422, message: expect.stringContaining('No commits between') });
  });

  it('closes when its branch is deleted', async () => {
    const pull = await openOne();
    await world.repository.deleteBranch({ as: world.ana, branch: 'change' });
    expect(pull.state).toBe('closed');
  });

  it('from a fork keeps its commits in the base repository', async () => {
    const fork = await world.server.forkRepository(world.repository, { owner: world.zoe });
    const sha = await fork.push({ as: world.zoe, branch: 'patch', files: { 'x.txt': 'x' } });
    const pull = await world.repository.openPullRequest({ as: world.zoe, from: fork, head: 'patch' });
    const ana = clientFor(world.server, world.ana);
    const { data } = await ana.git.getCommit({ ...world.at, commit_sha: sha });
    expect(data.sha).toBe(sha);
    const shown = await ana.pulls.get({ ...world.at, pull_number: pull.number });
    expect(shown.data.head).toMatchObject({ label: 'zoe:patch', repo: { full_name: 'zoe/identities', fork: true } });
  });

  it('lists at most 250 commits', async () => {
    const { repository, ana, server } = world;
    const { git } = repository.repository;
    let parent = await repository.head();
    const tree = (await git.commit(parent))?.tree ?? '';
    const person = { name: 'Ana', email: 'ana@example.com', seconds: 1_700_000_000 };
    for (let index = 0; index < 251; index += 1) {
      parent = await git.writeCommit({
        tree,
        parents: [parent],
        author: person,
        committer: person,
        message: `${index}`,
      });
    }
    await repository.pushCommit({ as: ana, branch: 'long', sha: parent });
    const pull = await repository.openPullRequest({ as: ana, head: 'long' });
    const client = clientFor(server, ana);
    const commits = await client.paginate(client.pulls.listCommits, {
      ...world.at,
      pull_number: pull.number,
      per_page: 100,
    });
    expect(commits).toHaveLength(250);
    const { data } = await client.pulls.get({ ...world.at, pull_number: pull.number });
    expect(data.commits).toBe(251);
  });
});

describe('a request for reviews', () => {
  it('is refused beyond fifteen people, however they come together', async () => {
    const pull = await openOne();
    const logins = Array.from({ length: 16 }, (_, index) => `person-${index}`);
    for (const login of logins) world.repository.setCollaborator(world.server.createUser({ login }), 'read');
    const { pulls } = clientFor(world.server, world.ben);
    const ask = async (reviewers: string[]) =>
      await pulls.requestReviewers({ ...world.at, pull_number: pull.number, reviewers });
    await ask(logins.slice(0, 10));
    expect(await refusal(ask(logins.slice(10)))).toMatchObject({ status: 422 });
    expect((await ask(logins.slice(0, 15))).data.requested_reviewers).toHaveLength(15);
  });
});
