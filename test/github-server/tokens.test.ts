import { createSign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture();
});
afterEach(() => world.server.close());

const notAllowed = { status: 403, message: expect.stringContaining('Resource not accessible by integration') };

describe("a job's token", () => {
  it("does what the job's permissions allow, and nothing else", async () => {
    const token = world.server.issueToken({
      kind: 'actions-job',
      repository: world.repository,
      permissions: { contents: 'read' },
    });
    const job = clientFor(world.server, token);
    await expect(job.repos.getContent({ ...world.at, path: 'README.md' })).resolves.toMatchObject({ status: 200 });
    expect(await refusal(job.pulls.list(world.at))).toMatchObject(notAllowed);
    const sha = await world.repository.head();
    const write = job.git.createRef({ ...world.at, ref: 'refs/heads/x', sha });
    expect(await refusal(write)).toMatchObject(notAllowed);
    const check = job.checks.create({ ...world.at, name: 'plan', head_sha: sha });
    expect(await refusal(check)).toMatchObject(notAllowed);
  });

  it('cannot read teams, whatever it is given', async () => {
    world.server.createTeam({ organization: world.acme, slug: 'security', members: [world.ben] });
    const permissions = { contents: 'write', 'pull-requests': 'write', issues: 'write', checks: 'write' };
    const token = world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions });
    const teams = clientFor(world.server, token).teams.listMembersInOrg({ org: 'acme', team_slug: 'security' });
    expect(await refusal(teams)).toMatchObject(notAllowed);
  });

  it('does not see other private repositories', async () => {
    await world.server.createRepository({ owner: world.acme, name: 'other', files: { a: 'a' } });
    const token = world.server.issueToken({
      kind: 'actions-job',
      repository: world.repository,
      permissions: { contents: 'write' },
    });
    const other = clientFor(world.server, token).repos.get({ owner: 'acme', repo: 'other' });
    expect(await refusal(other)).toMatchObject({ status: 404 });
  });

  it('can be given only permissions that GitHub has', () => {
    const { server, repository } = world;
    const issue = (permissions: Record<string, string>): string =>
      server.issueToken({ kind: 'actions-job', repository, permissions });
    expect(() => issue({ everything: 'write' })).toThrow('no such permission: everything');
    expect(() => issue({ contents: 'admin' })).toThrow('no such level for contents: admin');
  });
});

describe("a person's token", () => {
  it('follows the role of the person, read anew on each request', async () => {
    const rita = clientFor(world.server, world.rita);
    await expect(rita.repos.get(world.at)).resolves.toMatchObject({ status: 200 });
    const sha = await world.repository.head();
    expect(await refusal(rita.git.createRef({ ...world.at, ref: 'refs/heads/x', sha }))).toMatchObject({ status: 404 });
    world.repository.setCollaborator(world.rita, 'write');
    await expect(rita.git.createRef({ ...world.at, ref: 'refs/heads/x', sha })).resolves.toMatchObject({ status: 201 });
  });

  it('does not see a private repository without a role, and sees a public one', async () => {
    const zoe = clientFor(world.server, world.zoe);
    expect(await refusal(zoe.repos.get(world.at))).toMatchObject({ status: 404 });
    await world.server.createRepository({ owner: world.acme, name: 'open', private: false, files: { a: 'a' } });
    await expect(zoe.repos.get({ owner: 'acme', repo: 'open' })).resolves.toMatchObject({ status: 200 });
  });

  it('cannot write check runs', async () => {
    const head_sha = await world.repository.head();
    const check = clientFor(world.server, world.ana).checks.create({ ...world.at, name: 'plan', head_sha });
    expect(await refusal(check)).toMatchObject({ status: 403, message: expect.stringContaining('GitHub App') });
  });

  it('is worthless once revoked or when it was never issued', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    world.server.revokeToken(token);
    expect(await refusal(clientFor(world.server, token).repos.get(world.at))).toMatchObject({ status: 401 });
  });
});

describe('an app', () => {
  it('gets an installation token for its JWT, narrowed to what it asks for', async () => {
    const { app, privateKey } = world.server.createApp({
      slug: 'countersign',
      owner: world.acme,
      permissions: { contents: 'write', members: 'read' },
    });
    const installation = world.server.installApp(app, { account: world.acme });
    const { data } = await clientFor(world.server, jwt(app.id, privateKey)).apps.createInstallationAccessToken({
      installation_id: installation.id,
      permissions: { contents: 'read' },
    });
    const bot = clientFor(world.server, data.token);
    await expect(bot.repos.getContent({ ...world.at, path: 'README.md' })).resolves.toMatchObject({ status: 200 });
    const sha = await world.repository.head();
    expect(await refusal(bot.git.createRef({ ...world.at, ref: 'refs/heads/x', sha }))).toMatchObject(notAllowed);
    expect(data.expires_at).toBe('2026-01-05T10:00:00Z');
  });

  it('with a key that is not its own gets nothing', async () => {
    const mine = world.server.createApp({ slug: 'mine', owner: world.acme, permissions: {} });
    const other = world.server.createApp({ slug: 'other', owner: world.acme, permissions: {} });
    const forged = clientFor(world.server, jwt(mine.app.id, other.privateKey));
    expect(await refusal(forged.apps.getAuthenticated())).toMatchObject({ status: 401 });
  });

  it('reads teams with `members: read`', async () => {
    world.server.createTeam({ organization: world.acme, slug: 'security', members: [world.ben] });
    const { app } = world.server.createApp({ slug: 'reader', owner: world.acme, permissions: { members: 'read' } });
    const installation = world.server.installApp(app, { account: world.acme });
    const bot = clientFor(world.server, world.server.issueToken({ kind: 'app', installation }));
    const { data } = await bot.teams.listMembersInOrg({ org: 'acme', team_slug: 'security' });
    expect(data.map((member) => member.login)).toEqual(['ben']);
  });
});

function jwt(appId: number, privateKey: string): string {
  const now = Math.floor(Date.parse(world.server.now()) / 1000);
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iss: appId, iat: now - 60, exp: now + 540 })}`;
  return `${head}.${createSign('sha256').update(head).sign(privateKey).toString('base64url')}`;
}
