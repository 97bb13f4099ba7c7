import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';
import type { Account } from './accounts.ts';
import type { Permissions } from './permissions.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture();
});
afterEach(() => world.server.close());

async function permission(account: Account): Promise<[string, string]> {
  const { data } = await clientFor(world.server, world.ana).repos.getCollaboratorPermissionLevel({
    ...world.at,
    username: account.login,
  });
  return [data.permission, data.role_name];
}

describe("a person's permission", () => {
  it('is the strongest that owner, collaborator, team and membership give', async () => {
    expect(await permission(world.olga)).toEqual(['admin', 'admin']);
    expect(await permission(world.ana)).toEqual(['write', 'write']);
    expect(await permission(world.rita)).toEqual(['read', 'read']);
    expect(await permission(world.zoe)).toEqual(['none', 'none']);
    const team = world.server.createTeam({ organization: world.acme, slug: 'admins', members: [world.rita] });
    world.repository.setTeamRole(team, 'maintain');
    expect(await permission(world.rita)).toEqual(['write', 'maintain']);
  });

  it('changes the moment somebody leaves', async () => {
    world.repository.setCollaborator(world.ana, 'none');
    const asked = clientFor(world.server, world.ben).repos.getCollaboratorPermissionLevel({
      ...world.at,
      username: 'ana',
    });
    expect((await asked).data.permission).toBe('none');
  });

  it('of nobody on GitHub is 404', async () => {
    const unknown = clientFor(world.server, world.ana).repos.getCollaboratorPermissionLevel({
      ...world.at,
      username: 'ghost',
    });
    expect(await refusal(unknown)).toMatchObject({ status: 404 });
  });
});

describe('the list of collaborators', () => {
  const installed = (permissions: Permissions): string => {
    const { app } = world.server.createApp({ slug: 'lister', owner: world.olga, permissions });
    return world.server.issueToken({
      kind: 'app',
      installation: world.server.installApp(app, { account: world.acme }),
    });
  };
  const listed = async (who: Account | string): Promise<string[]> => {
    const { data } = await clientFor(world.server, who).repos.listCollaborators({ ...world.at, permission: 'push' });
    return data.map(({ login }) => login);
  };
  beforeEach(() => {
    const team = world.server.createTeam({ organization: world.acme, slug: 'writers', members: [world.rita] });
    world.repository.setTeamRole(team, 'write');
  });

  it('holds everyone with the permission for members and for Apps that may read them', async () => {
    const everyone = ['olga', 'ana', 'ben', 'rita'];
    expect(await listed(world.olga)).toEqual(everyone);
    expect(await listed(installed({ members: 'read' }))).toEqual(everyone);
  });

  it('leaves out who comes by a team or owns the organization where the token may not read members', async () => {
    const { repository } = world;
    const direct = ['ana', 'ben', 'rita'];
    expect(await listed(installed({ contents: 'write' }))).toEqual(direct);
    repository.setCollaborator(world.rita, 'none');
    const permissions = { contents: 'write' } as const;
    const job = world.server.issueToken({ kind: 'actions-job', repository, permissions });
    expect(await listed(job)).toEqual(['ana', 'ben']);
  });

  it('is not for those who may only read', async () => {
    const reader = world.server.createUser({ login: 'reader' });
    world.repository.setCollaborator(reader, 'read');
    expect(await refusal(listed(reader))).toMatchObject({ status: 404 });
  });
});

describe('a team', () => {
  it('is read by members of the organization and not by others', async () => {
    world.server.createTeam({ organization: world.acme, slug: 'security', members: [world.ben] });
    const list = (who: Account): Promise<{ data: { login: string }[] }> =>
      clientFor(world.server, who).teams.listMembersInOrg({ org: 'acme', team_slug: 'security' });
    expect((await list(world.olga)).data.map((member) => member.login)).toEqual(['ben']);
    expect(await refusal(list(world.zoe))).toMatchObject({ status: 404 });
  });
});

describe('an account', () => {
  it('has a login of its own', () => {
    expect(() => world.server.createUser({ login: 'ANA' })).toThrow('the login ANA is taken');
  });

  it('is found by its id, whatever it is called', async () => {
    const ana = clientFor(world.server, world.ana);
    const { data } = await ana.request('GET /user/{account_id}', { account_id: world.ben.id });
    expect(data.login).toBe('ben');
    expect(await refusal(ana.request('GET /user/{account_id}', { account_id: 1 }))).toMatchObject({ status: 404 });
  });

  it('says whether it is a person', async () => {
    const ana = clientFor(world.server, world.ana);
    expect((await ana.users.getByUsername({ username: 'ben' })).data.type).toBe('User');
    expect((await ana.users.getByUsername({ username: 'github-actions[bot]' })).data).toMatchObject({
      type: 'Bot',
      id: 41898282,
    });
  });
});
