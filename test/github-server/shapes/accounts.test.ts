import { describe, expect, it } from 'vitest';
import { createApp, createTeam, installApp } from '../people.ts';
import { quietWorld } from '../quiet-world.ts';
import { accountNodeId, appPermissions, fullTeam, installationShape, simpleUser } from './accounts.ts';

const { world, repository, acme, olga, ana } = quietWorld();
const { app } = createApp(world, { slug: 'countersign', owner: acme, permissions: { checks: 'write' } });

describe('an account', () => {
  it('is a user, an organization, or a bot whose login REST marks and whose addresses stay valid', () => {
    expect([ana, acme, app.bot].map((one) => simpleUser(world, one).type)).toEqual(['User', 'Organization', 'Bot']);
    expect(simpleUser(world, app.bot)).toMatchObject({
      login: 'countersign[bot]',
      url: `${world.url}/users/countersign%5Bbot%5D`,
    });
  });

  it('has a global id that differs by what it is', () => {
    expect(new Set([ana, acme, app.bot].map((one) => accountNodeId(one).split('_')[0])).size).toBe(3);
    expect(accountNodeId(ana)).not.toBe(accountNodeId(olga));
  });
});

describe('an installation', () => {
  it('says whether it is for all repositories or some', () => {
    const all = installApp(world, app, { account: acme });
    const some = installApp(world, app, { account: acme, repositories: [repository] });
    expect([all, some].map((one) => installationShape(world, one).repository_selection)).toEqual(['all', 'selected']);
    expect(installationShape(world, all)).toMatchObject({
      app_slug: 'countersign',
      account: { login: 'acme' },
      target_type: 'Organization',
    });
  });

  it('always reads metadata, and has nothing that was not installed', () => {
    expect(appPermissions({})).toEqual({ metadata: 'read' });
    expect(appPermissions({ contents: 'read', pull_requests: 'write', id_token: 'write' })).toEqual({
      metadata: 'read',
      contents: 'read',
      pull_requests: 'write',
    });
  });
});

describe('a team', () => {
  it('has an id, a slug, its organization and the number of its members', () => {
    const team = createTeam(world, { organization: acme, slug: 'security', members: [ana, olga] });
    expect(fullTeam(world, team)).toMatchObject({
      id: team.id,
      slug: 'security',
      members_count: 2,
      organization: { id: acme.id, login: 'acme' },
    });
    team.slug = 'guards';
    expect(fullTeam(world, team)).toMatchObject({ id: team.id, slug: 'guards' });
  });
});
