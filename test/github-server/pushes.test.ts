import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture();
});
afterEach(() => world.server.close());

async function activity(query: Record<string, string>): Promise<{ type: string; actor: string | undefined }[]> {
  const { data } = await clientFor(world.server, world.ana).request('GET /repos/{owner}/{repo}/activity', {
    ...world.at,
    ...query,
  });
  return data.map((entry) => ({ type: entry.activity_type, actor: entry.actor?.login }));
}

describe('a push', () => {
  it('is in the activity list under the pusher, whoever the commit names', async () => {
    const author = { name: 'Ben', email: 'ben@example.com' };
    await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' }, author });
    await world.repository.push({ as: world.ben, branch: 'change', files: { a: '2' }, from: 'main', force: true });
    await world.repository.deleteBranch({ as: world.olga, branch: 'change' });
    expect(await activity({ ref: 'change' })).toEqual([
      { type: 'branch_deletion', actor: 'olga' },
      { type: 'force_push', actor: 'ben' },
      { type: 'branch_creation', actor: 'ana' },
    ]);
    expect(await activity({ ref: 'refs/heads/change', actor: 'ana' })).toEqual([
      { type: 'branch_creation', actor: 'ana' },
    ]);
  });

  it('by somebody whose account is gone has no actor', async () => {
    await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' } });
    world.repository.forgetPushers('change');
    expect(await activity({ ref: 'change' })).toEqual([{ type: 'branch_creation', actor: undefined }]);
  });

  it('is paged by cursor', async () => {
    for (let index = 0; index < 5; index += 1) {
      await world.repository.push({ as: world.ana, branch: 'change', files: { a: String(index) } });
    }
    const ana = clientFor(world.server, world.ana);
    const all = await ana.paginate('GET /repos/{owner}/{repo}/activity', { ...world.at, ref: 'change', per_page: 2 });
    expect(new Set(all.map((entry) => entry.id)).size).toBe(5);
  });

  it('off the history of the branch needs force', async () => {
    const { at, server, ana } = world;
    const first = await world.repository.push({ as: ana, branch: 'change', files: { a: '1' } });
    const second = await world.repository.push({ as: ana, branch: 'other', files: { a: '2' } });
    const client = clientFor(server, ana);
    const move = client.git.updateRef({ ...at, ref: 'heads/change', sha: second });
    expect(await refusal(move)).toMatchObject({ status: 422, message: expect.stringContaining('not a fast forward') });
    expect(await world.repository.head('change')).toBe(first);
    await client.git.updateRef({ ...at, ref: 'heads/change', sha: second, force: true });
    expect(await world.repository.head('change')).toBe(second);
  });

  it('can claim any commit date; the server keeps its own time', async () => {
    const date = new Date('2001-02-03T04:05:06Z');
    const sha = await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' }, date });
    const { data } = await clientFor(world.server, world.ana).repos.getCommit({ ...world.at, ref: sha });
    expect(data.commit.committer?.date).toBe('2001-02-03T04:05:06Z');
    const entries = await clientFor(world.server, world.ana).request('GET /repos/{owner}/{repo}/activity', world.at);
    expect(entries.data[0]?.timestamp).toBe('2026-01-05T09:00:00Z');
  });

  it('with an address that nobody has links to no account', async () => {
    const author = { name: 'Ghost', email: 'ghost@nowhere.example' };
    const sha = await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' }, author });
    const { data } = await clientFor(world.server, world.ana).repos.getCommit({ ...world.at, ref: sha });
    expect(data.author).toBeNull();
  });

  it('names co-authors in trailers', async () => {
    const coAuthors = [{ name: 'Ben', email: 'ben@example.com' }];
    const sha = await world.repository.push({
      as: world.ana,
      branch: 'change',
      files: { a: '1' },
      message: 'Do',
      coAuthors,
    });
    const { data } = await clientFor(world.server, world.ana).repos.getCommit({ ...world.at, ref: sha });
    expect(data.commit.message).toBe('Do\n\nCo-authored-by: Ben <ben@example.com>\n');
  });
});
