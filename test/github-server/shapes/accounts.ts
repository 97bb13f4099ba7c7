import type { Account, App, Installation, Team } from '../accounts.ts';
import { nodeId } from '../ids.ts';
import type { Schema } from '../schema.ts';
import type { World } from '../world.ts';

const nodeKinds = { User: 'user', Organization: 'organization', Bot: 'bot' } as const;

/** The global id of an account. */
export function accountNodeId(account: Account): string {
  return nodeId(nodeKinds[account.type], account.id);
}

/** The REST shape of an account wherever it is mentioned. */
export function simpleUser(world: World, account: Account): Schema<'simple-user'> {
  const api = `${world.url}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: accountNodeId(account),
    avatar_url: `${world.url}/_avatars/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${world.url}/_html/${encodeURIComponent(account.login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    site_admin: false,
    user_view_type: 'public',
  };
}

/** The REST shape of `GET /users/{username}`. */
export function publicUser(world: World, account: Account): Schema<'public-user'> {
  return {
    ...simpleUser(world, account),
    name: account.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}

/** The REST shape of an app. */
export function integration(world: World, app: App): NonNullable<Schema<'integration'>> {
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId('app', app.id),
    owner: simpleUser(world, app.owner),
    name: app.name,
    description: '',
    external_url: `${world.url}/_html/apps/${app.slug}`,
    html_url: `${world.url}/_html/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: { ...app.permissions },
    events: [],
  };
}

/** The REST shape of an installation. */
export function installationShape(world: World, installation: Installation): Schema<'installation'> {
  const api = `${world.url}/app/installations/${installation.id}`;
  return {
    id: installation.id,
    account: simpleUser(world, installation.account),
    repository_selection: installation.repositoryIds === 'all' ? 'all' : 'selected',
    access_tokens_url: `${api}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `${world.url}/_html/settings/installations/${installation.id}`,
    app_id: installation.app.id,
    client_id: installation.app.clientId,
    app_slug: installation.app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type,
    permissions: appPermissions(installation.permissions),
    events: [],
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}

/** Permissions as the apps API lists them, without those that only workflows know. */
export function appPermissions(permissions: Installation['permissions']): Schema<'app-permissions'> {
  const level = (value: 'read' | 'write' | 'admin' | undefined): 'read' | 'write' =>
    value === 'read' ? 'read' : 'write';
  const shaped: Schema<'app-permissions'> = { metadata: 'read' };
  if (permissions.actions !== undefined) shaped.actions = level(permissions.actions);
  if (permissions.administration !== undefined) shaped.administration = level(permissions.administration);
  if (permissions.checks !== undefined) shaped.checks = level(permissions.checks);
  if (permissions.contents !== undefined) shaped.contents = level(permissions.contents);
  if (permissions.issues !== undefined) shaped.issues = level(permissions.issues);
  if (permissions.members !== undefined) shaped.members = level(permissions.members);
  if (permissions.pull_requests !== undefined) shaped.pull_requests = level(permissions.pull_requests);
  if (permissions.statuses !== undefined) shaped.statuses = level(permissions.statuses);
  return shaped;
}

/** The REST shape of a team where it is mentioned. */
export function teamShape(world: World, team: Team): Schema<'team'> {
  const api = `${world.url}/organizations/${team.organization.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId('team', team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url: api,
    html_url: `${world.url}/_html/orgs/${team.organization.login}/teams/${team.slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    organization_id: team.organization.id,
    parent: null,
  };
}

/** The REST shape of `GET /orgs/{org}/teams/{team_slug}`. */
export function fullTeam(world: World, team: Team): Schema<'team-full'> {
  const { organization } = team;
  const api = `${world.url}/orgs/${organization.login}`;
  const since = { created_at: '2020-01-01T00:00:00Z', updated_at: '2020-01-01T00:00:00Z' };
  return {
    ...teamShape(world, team),
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    ...since,
    type: 'organization',
    parent: null,
    members_count: team.memberIds.size,
    repos_count: 0,
    organization: {
      ...since,
      login: organization.login,
      id: organization.id,
      node_id: accountNodeId(organization),
      url: api,
      repos_url: `${api}/repos`,
      events_url: `${api}/events`,
      hooks_url: `${api}/hooks`,
      issues_url: `${api}/issues`,
      members_url: `${api}/members{/member}`,
      public_members_url: `${api}/public_members{/member}`,
      avatar_url: `${world.url}/_avatars/${organization.id}`,
      html_url: `${world.url}/_html/${organization.login}`,
      description: null,
      has_organization_projects: false,
      has_repository_projects: false,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      archived_at: null,
      type: 'Organization',
    },
  };
}
