import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writersOf } from '../../src/github/writers.ts';
import { repositoryAt, type Repository } from '../../src/github/repository.ts';
import type { Permissions } from '../github-server/permissions.ts';
import { client, pagesOf, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.server.close());

function installed(permissions: Permissions, fetch?: Parameters<World['as']>[1]): Repository {
  const { app } = world.server.createApp({ slug: 'lister', owner: world.olga, permissions });
  const installation = world.server.installApp(app, { account: world.acme });
  return world.as(world.server.issueToken({ kind: 'app', installation }), fetch);
}

async function logins(repository: Repository): Promise<readonly string[] | null> {
  return (await writersOf(repository))?.map(({ login }) => login) ?? null;
}

describe('everyone who may write', () => {
  it("is known to an App that may read the organization's members, whatever gives the permission", async () => {
    const team = world.server.createTeam({ organization: world.acme, slug: 'writers', members: [world.zoe] });
    world.repository.setTeamRole(team, 'maintain');
    expect(await logins(installed({ members: 'read' }))).toEqual(['olga', 'ana', 'ben', 'zoe']);
  });

  it('is told apart by id, on however many pages', async () => {
    const writers = await writersOf(installed({ members: 'read' }, pagesOf(1)));
    expect(writers).toContainEqual({ id: world.ben.id, login: 'ben', type: 'User' });
    expect(writers).toHaveLength(3);
  });

  it("is not known in an organization to the job's token, nor to an App without that permission", async () => {
    expect(await logins(world.readOnly)).toBeNull();
    expect(await logins(installed({ contents: 'write' }))).toBeNull();
  });

  it("is known to the job's token in a repository of a person", async () => {
    const { server, ana, ben, rita } = world;
    const own = await server.createRepository({ owner: ana, name: 'own', files: { a: '1' } });
    own.setCollaborator(ben, 'write');
    own.setCollaborator(rita, 'triage');
    const token = server.issueToken({ kind: 'actions-job', repository: own, permissions: { contents: 'read' } });
    expect(await logins(repositoryAt(client(server.url, token), own.fullName))).toEqual(['ana', 'ben']);
  });

  it('is not known where there are too many', async () => {
    const { server, repository } = world;
    for (let index = 0; index < 1001; index += 1)
      repository.setCollaborator(server.createUser({ login: `writer-${index}` }), 'write');
    expect(await logins(installed({ members: 'read' }))).toBeNull();
  });

  it('is not known where GitHub gives no answer', async () => {
    const cut = installed({ members: 'read' }, async (url, init) =>
      url.includes('/collaborators') ? new Response('', { status: 502 }) : await fetch(url, init),
    );
    expect(await logins(cut)).toBeNull();
  });
});
