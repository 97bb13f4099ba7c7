import type { App, Installation } from '../accounts.ts';
import { narrowedPermissions } from '../app-tokens.ts';
import { isoSeconds } from '../clock.ts';
import { forbidden, GitHubRefusal, notFound } from '../http/errors.ts';
import type { RateLimits } from '../http/limits.ts';
import { paginate } from '../http/pagination.ts';
import type { Router } from '../http/router.ts';
import type { Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';
import { appPermissions, installationShape, integration, publicUser } from '../shapes/accounts.ts';
import { repositoryShape } from '../shapes/repositories.ts';
import { issueToken, type Principal } from '../tokens.ts';

const tokenLifetime = 3600;

/** Apps, their installations, and the tokens of these. */
export function appRoutes(router: Router, limits: RateLimits): void {
  router.plain('get', '/app', ({ world, principal }) => ({ status: 200, body: integration(world, jwtApp(principal)) }));
  router.plain('get', '/apps/{app_slug}', ({ world, params }) => {
    const app = world.apps.values().find((one) => one.slug === params.app_slug);
    if (app === undefined) throw notFound();
    return { status: 200, body: integration(world, app) };
  });
  router.plain('get', '/repos/{owner}/{repo}/installation', ({ world, principal, params }) => {
    const app = jwtApp(principal);
    const repository = world.repositoryByName(params.owner, params.repo);
    const installation = world.installations.values().find((one) => one.app.id === app.id && covers(one, repository));
    if (installation === undefined) throw notFound();
    return { status: 200, body: installationShape(world, installation) };
  });
  router.plain('post', '/app/installations/{installation_id}/access_tokens', ({ world, principal, params, body }) => {
    const app = jwtApp(principal);
    const installation = world.installations.get(Number(params.installation_id));
    if (installation?.app.id !== app.id) throw notFound();
    const permissions = narrowedPermissions(installation, body.optionalObject('permissions'));
    const token = issueToken(world, { kind: 'app', installation, permissions });
    const shape: Schema<'installation-token'> = {
      token,
      expires_at: isoSeconds(world.clock.seconds() + tokenLifetime),
      permissions: appPermissions(permissions),
      repository_selection: installation.repositoryIds === 'all' ? 'all' : 'selected',
    };
    return { status: 201, body: shape };
  });
  router.plain('get', '/installation/repositories', (call) => {
    const { principal, world } = call;
    if (principal.kind !== 'app' && principal.kind !== 'actions-job') {
      throw forbidden(
        'You must authenticate with an installation access token in order to list repositories for an installation.',
      );
    }
    const repositories = [...world.repositories.values()].filter((repository) =>
      principal.kind === 'app' ? covers(principal.installation, repository) : principal.repository.id === repository.id,
    );
    const page = paginate(repositories, call);
    return {
      status: 200,
      body: { total_count: repositories.length, repositories: page.items.map(repositoryShape) },
      headers: page.headers,
    };
  });
  router.plain('get', '/user', ({ world, principal }) => {
    if (principal.kind === 'anonymous') throw new GitHubRefusal(401, 'Requires authentication');
    if (principal.kind !== 'user') throw forbidden('Resource not accessible by integration');
    return { status: 200, body: { ...publicUser(world, principal.account), user_view_type: 'public' } };
  });
  router.plain('get', '/rate_limit', ({ token }) => {
    const core = limits.state(token ?? 'anonymous');
    const other = { limit: 30, remaining: 30, reset: core.reset, used: 0 };
    return { status: 200, body: { resources: { core, search: other, graphql: core }, rate: core } };
  });
}

function jwtApp(principal: Principal): App {
  if (principal.kind === 'app-jwt') return principal.app;
  throw new GitHubRefusal(401, 'A JSON web token could not be decoded');
}

function covers(installation: Installation, repository: Repository | undefined): boolean {
  return (
    repository !== undefined &&
    installation.account.id === repository.owner.id &&
    (installation.repositoryIds === 'all' || installation.repositoryIds.has(repository.id))
  );
}
