import { randomBytes } from 'node:crypto';
import { wellKnown, type Account, type App, type Installation } from './accounts.ts';
import { forbidden, GitHubRefusal, notFound } from './http/errors.ts';
import { atLeast, grants, type PermissionName, type Permissions, type Role } from './permissions.ts';
import { roleOf, type Repository } from './repository.ts';
import type { World } from './world.ts';

/** Who makes a request, and what the token allows. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly account: Account }
  | { readonly kind: 'app'; readonly installation: Installation; readonly permissions: Permissions }
  | {
      readonly kind: 'actions-job';
      readonly repository: Repository;
      readonly permissions: Permissions;
      readonly runId: number | undefined;
    }
  | { readonly kind: 'app-jwt'; readonly app: App };

/** What an operation on a repository asks of a token. */
export interface Need {
  /** Any one of these, for tokens that carry permissions. */
  readonly permissions: readonly PermissionName[];
  readonly level: 'read' | 'write';
  /** For people: the weakest role. */
  readonly role: Role;
  /** `apps`: people's tokens are refused whatever their role. `people`: the job's token is refused. */
  readonly only?: 'apps' | 'not-jobs';
}

/** The account that a principal acts as. Throws 401 for anonymous requests. */
export function actorOf(world: World, principal: Principal): Account {
  switch (principal.kind) {
    case 'user':
      return principal.account;
    case 'app':
      return principal.installation.app.bot;
    case 'actions-job':
      return world.account(wellKnown.actionsBot);
    case 'app-jwt':
      throw new GitHubRefusal(401, 'A JSON web token could not be decoded');
    case 'anonymous':
      throw new GitHubRefusal(401, 'Requires authentication');
  }
}

/** The app behind a principal: the Actions app for a job, undefined for people. */
export function appOf(world: World, principal: Principal): App | undefined {
  if (principal.kind === 'app') return principal.installation.app;
  if (principal.kind === 'actions-job') return world.app(wellKnown.actionsApp);
  return undefined;
}

/** Whether a principal may know that the repository exists. */
export function maySee(principal: Principal, repository: Repository): boolean {
  if (!repository.private) return true;
  switch (principal.kind) {
    case 'user':
      return roleOf(repository, principal.account) !== 'none';
    case 'app':
      return covers(principal.installation, repository);
    case 'actions-job':
      return principal.repository.id === repository.id;
    case 'app-jwt':
    case 'anonymous':
      return false;
  }
}

/**
 * Refuses as GitHub does when `principal` may not do what `need` describes:
 * 404 for what it may not see, 403 for a missing permission or role, 401 for nobody.
 */
export function requireAccess(principal: Principal, repository: Repository, need: Need): void {
  if (!maySee(principal, repository)) throw notFound();
  const publicRead = !repository.private && need.level === 'read' && atLeast('read', need.role);
  switch (principal.kind) {
    case 'anonymous':
    case 'app-jwt':
      if (publicRead && need.only === undefined) return;
      throw new GitHubRefusal(401, 'Requires authentication');
    case 'user':
      if (need.only === 'apps') throw forbidden('You must authenticate via a GitHub App.');
      if (atLeast(roleOf(repository, principal.account), need.role)) return;
      throw need.role === 'admin' ? forbidden('Must have admin rights to Repository.') : notFound();
    case 'app':
    case 'actions-job':
      if (publicRead) return;
      if (reaches(principal, repository) && grants(principal.permissions, need.permissions, need.level)) return;
      throw forbidden('Resource not accessible by integration');
  }
}

function reaches(principal: Extract<Principal, { kind: 'app' | 'actions-job' }>, repository: Repository): boolean {
  return principal.kind === 'app'
    ? covers(principal.installation, repository)
    : principal.repository.id === repository.id;
}

function covers(installation: Installation, repository: Repository): boolean {
  return (
    installation.account.id === repository.owner.id &&
    (installation.repositoryIds === 'all' || installation.repositoryIds.has(repository.id))
  );
}

const tokenPrefixes = {
  user: 'ghp_',
  app: 'ghs_',
  'actions-job': 'ghs_',
  'app-jwt': 'jwt_',
  anonymous: 'none_',
} as const;

/** Makes a token that stands for `principal` until the server closes. */
export function issueToken(world: World, principal: Principal): string {
  const token = `${tokenPrefixes[principal.kind]}${randomBytes(18).toString('hex')}`;
  world.tokens.set(token, principal);
  return token;
}

/** A short name for a principal in the log: `user ana`, `actions-job acme/identities`. */
export function describePrincipal(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
      return `user ${principal.account.login}`;
    case 'app':
      return `app ${principal.installation.app.slug}`;
    case 'actions-job':
      return `actions-job ${principal.repository.fullName}`;
    case 'app-jwt':
      return `app-jwt ${principal.app.slug}`;
    case 'anonymous':
      return 'anonymous';
  }
}
