import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { membersOf } from '../../src/github/teams.ts';
import type { Repository } from '../../src/github/repository.ts';
import type { Team } from '../github-server/index.ts';
import { pagesOf, startWorld, type World } from './world.ts';

let world: World;
let billing: Team;
beforeEach(async () => {
  world = await startWorld();
  const { server, acme, ana, ben } = world;
  billing = server.createTeam({ organization: acme, slug: 'billing', members: [ana, ben] });
});
afterEach(() => world.server.close());

function seeing(fetch?: Parameters<World['as']>[1]): Repository {
  const { server, acme, olga } = world;
  const { app } = server.createApp({ slug: 'seeing', owner: olga, permissions: { members: 'read' } });
  return world.as(server.issueToken({ kind: 'app', installation: server.installApp(app, { account: acme }) }), fetch);
}

describe('the members of teams', () => {
  it('are read by an App that may, on however many pages, as accounts', async () => {
    const { ana, ben } = world;
    const read = await membersOf(seeing(pagesOf(1)), ['@acme/billing']);
    const people = [ana, ben].map(({ id, login }) => ({ id, login, type: 'User' }));
    expect([...read]).toEqual([['@acme/billing', people]]);
  });

  it("are not known of a team that is not there, is another organization's, or of no team", async () => {
    const repository = seeing();
    expect((await membersOf(repository, ['@acme/nobody', '@other/billing'])).size).toBe(0);
    expect((await membersOf(repository, [])).size).toBe(0);
  });

  it('are those of the team with the pinned id alone, whoever has its name', async () => {
    const { acme, ana, server } = world;
    const pinned = `@acme/billing#${billing.id}`;
    const repository = seeing();
    expect((await membersOf(repository, [pinned])).get(pinned)).toHaveLength(2);
    billing.slug = 'old-billing';
    server.createTeam({ organization: acme, slug: 'billing', members: [ana] });
    const read = await membersOf(repository, [pinned, '@acme/billing']);
    expect([...read.keys()]).toEqual(['@acme/billing']);
  });

  it("are not known to the job's token, nor to an App without the permission", async () => {
    for (const blind of [world.readOnly, world.ours]) expect((await membersOf(blind, ['@acme/billing'])).size).toBe(0);
  });

  it('are not taken to be unreadable where GitHub only gives no answer', async () => {
    const cut = seeing(async (url, init) =>
      url.includes('/teams/') ? new Response('', { status: 502 }) : await fetch(url, init),
    );
    await expect(membersOf(cut, ['@acme/billing'])).rejects.toMatchObject({ code: 'github-unavailable' });
  });
});
