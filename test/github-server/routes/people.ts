import type { Account, Team } from '../accounts.ts';
import { forbidden, GitHubRefusal, notFound } from '../http/errors.ts';
import { paginate } from '../http/pagination.ts';
import type { Router } from '../http/router.ts';
import { atLeast, grants, type Role } from '../permissions.ts';
import { roleOf, type Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { fullTeam, publicUser, simpleUser, teamShape } from '../shapes/accounts.ts';
import type { Principal } from '../tokens.ts';
import type { World } from '../world.ts';
import { needs } from './needs.ts';

/** Legacy names of the permission that a role amounts to. */
const amounts: Readonly<Record<Role, string>> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

/** People, what they may do, and teams. */
export function peopleRoutes(router: Router): void {
  router.plain('get', '/users/{username}', ({ world, params }) => {
    const account = world.accountByLogin(params.username);
    if (account === undefined) throw notFound();
    return { status: 200, body: publicUser(world, account) };
  });
  router.plain('get', '/user/{account_id}', ({ world, params }) => {
    const account = world.accounts.get(Number(params.account_id));
    if (account === undefined) throw notFound();
    return { status: 200, body: publicUser(world, account) };
  });
  router.repository('get', '/repos/{owner}/{repo}/collaborators/{username}/permission', needs.metadata, (call) => {
    const { repository, world, params } = call;
    const account = world.accountByLogin(params.username);
    if (account === undefined) throw notFound(`${params.username} is not a user`);
    const role = roleOf(repository, account);
    const user = { ...simpleUser(world, account), role_name: role, permissions: permissionsOf(role) };
    return { status: 200, body: { permission: amounts[role], role_name: role, user } };
  });
  router.repository('get', '/repos/{owner}/{repo}/collaborators', needs.listCollaborators, (call) => {
    const { repository, world, principal, query } = call;
    const wanted = askedRole(query.get('permission'));
    const page = paginate(
      collaboratorsFor(world, principal, repository).filter((one) => atLeast(roleOf(repository, one), wanted)),
      call,
    );
    return {
      status: 200,
      body: page.items.map((one) => collaborator(world, repository, one)),
      headers: page.headers,
    };
  });
  router.plain('get', '/orgs/{org}/teams', (call) => {
    const organization = organizationFor(call.world, call.principal, call.params.org);
    const teams = [...call.world.teams.values()].filter((team) => team.organization.id === organization.id);
    const page = paginate(teams, call);
    return { status: 200, body: page.items.map((team) => teamShape(call.world, team)), headers: page.headers };
  });
  router.plain('get', '/orgs/{org}/teams/{team_slug}', (call) => {
    return { status: 200, body: fullTeam(call.world, teamFor(call.world, call.principal, call.params)) };
  });
  router.plain('get', '/orgs/{org}/teams/{team_slug}/members', (call) => {
    const team = teamFor(call.world, call.principal, call.params);
    const members = [...team.memberIds].map((id) => call.world.account(id));
    const page = paginate(members, call);
    return { status: 200, body: page.items.map((member) => simpleUser(call.world, member)), headers: page.headers };
  });
  router.plain('get', '/orgs/{org}/teams/{team_slug}/memberships/{username}', (call) => {
    const { world, params } = call;
    const team = teamFor(world, call.principal, params);
    const member = world.accountByLogin(params.username);
    if (member === undefined || !team.memberIds.has(member.id)) throw notFound();
    const url = `${world.url}/organizations/${team.organization.id}/team/${team.id}/memberships/${member.login}`;
    const body: Schema<'team-membership'> = { url, role: 'member', state: 'active' };
    return { status: 200, body };
  });
}

function permissionsOf(role: Role): {
  pull: boolean;
  triage: boolean;
  push: boolean;
  maintain: boolean;
  admin: boolean;
} {
  return {
    pull: atLeast(role, 'read'),
    triage: atLeast(role, 'triage'),
    push: atLeast(role, 'write'),
    maintain: atLeast(role, 'maintain'),
    admin: atLeast(role, 'admin'),
  };
}

/** GitHub names roles by what they let one do. */
const ROLES: Readonly<Record<string, Role>> = {
  pull: 'read',
  triage: 'triage',
  push: 'write',
  maintain: 'maintain',
  admin: 'admin',
};

/** Nonsense counts as absent. */
function askedRole(permission: string | null): Role {
  return ROLES[permission ?? 'pull'] ?? 'read';
}

function collaborator(world: World, repository: Repository, account: Account): Schema<'collaborator'> {
  const role = roleOf(repository, account);
  return { ...simpleUser(world, account), role_name: role, permissions: permissionsOf(role) };
}

/** Those with a role of their own; who has one by a team or the organization is shown only to who may read its members. */
function collaboratorsFor(world: World, principal: Principal, repository: Repository): readonly Account[] {
  const all = [...world.accounts.values()].filter((one) => one.type === 'User');
  const seesAll = repository.owner.type === 'User' || readsMembers(world, principal, repository.owner);
  return all.filter((one) => (seesAll ? isCollaborator(world, repository, one) : repository.collaborators.has(one.id)));
}

function isCollaborator({ members, teams }: World, repository: Repository, account: Account): boolean {
  return (
    repository.owner.id === account.id ||
    repository.collaborators.has(account.id) ||
    members.get(repository.owner.id)?.has(account.id) === true ||
    [...repository.teamRoles.keys()].some((id) => teams.get(id)?.memberIds.has(account.id) === true)
  );
}

/** Whether the token is told who is in the organization, and which teams there are. */
export function readsMembers(world: World, principal: Principal, organization: Account): boolean {
  try {
    organizationFor(world, principal, organization.login);
    return true;
  } catch (error) {
    if (error instanceof GitHubRefusal) return false;
    throw error;
  }
}

/** The organization, if the token may read its members: `members: read` for apps, which no workflow job has. */
function organizationFor(world: World, principal: Principal, login: string): Account {
  const organization = world.accountByLogin(login);
  if (organization?.type !== 'Organization') throw notFound();
  switch (principal.kind) {
    case 'user':
      if (world.members.get(organization.id)?.has(principal.account.id) !== true) throw notFound();
      return organization;
    case 'app':
      if (
        principal.installation.account.id !== organization.id ||
        !grants(principal.permissions, ['members'], 'read')
      ) {
        throw forbidden('Resource not accessible by integration');
      }
      return organization;
    case 'actions-job':
      throw forbidden('Resource not accessible by integration');
    case 'app-jwt':
    case 'anonymous':
      throw new GitHubRefusal(401, 'Requires authentication');
  }
}

function teamFor(world: World, principal: Principal, params: { org: string; team_slug: string }): Team {
  const organization = organizationFor(world, principal, params.org);
  const team = world.teams
    .values()
    .find((one) => one.organization.id === organization.id && one.slug === params.team_slug);
  if (team === undefined) throw notFound();
  return team;
}
