import { mkdtemp } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { looksLikeJwt, verifyAppJwt } from './app-tokens.ts';
import { ServerClock } from './clock.ts';
import { answerGraphQL, isMutation } from './graphql/execute.ts';
import { GitHubRefusal } from './http/errors.ts';
import { FaultList } from './http/faults.ts';
import { RateLimits } from './http/limits.ts';
import { createListener, type Site, type SpecialRequest } from './http/listener.ts';
import { Router, type AnyReply } from './http/router.ts';
import { OidcIssuer } from './oidc.ts';
import { declareRoutes } from './routes/index.ts';
import { GitHubServer, type EffectListener } from './server.ts';
import type { Principal } from './tokens.ts';
import { World } from './world.ts';

/** How a server starts. */
export interface ServerOptions {
  /** Source of GitHub's time, by default the machine's; `stillClock(iso)` makes it stand still. */
  readonly clock?: () => Date;
  /** Port on 127.0.0.1, by default any free one. */
  readonly port?: number;
}

/** Starts a GitHub on 127.0.0.1. */
export async function startGitHubServer(options: ServerOptions = {}): Promise<GitHubServer> {
  const clock = new ServerClock(options.clock ?? (() => new Date()));
  const world = new World(clock, await mkdtemp(join(tmpdir(), 'github-server-')));
  const oidc = new OidcIssuer(clock);
  const limits = new RateLimits(clock);
  const effects: Set<EffectListener> = new Set();
  const site: Site = {
    world,
    router: declareRoutes(new Router(), limits),
    faults: new FaultList(),
    limits,
    exchanges: [],
    authenticate: (token) => authenticate(world, token),
    special: (request) => special(site, oidc, request),
    afterEffect: async (request) => {
      for (const listener of effects) await listener(request);
    },
  };
  const server = createListener(site);
  const url = await listen(server, options.port ?? 0);
  world.url = url;
  return new GitHubServer({ url, oidc, world, server, site, effects });
}

function authenticate(world: World, token: string | undefined): Principal {
  if (token === undefined) return { kind: 'anonymous' };
  const principal = world.tokens.get(token);
  if (principal !== undefined) return principal;
  if (looksLikeJwt(token)) return { kind: 'app-jwt', app: verifyAppJwt(world, token) };
  throw new GitHubRefusal(401, 'Bad credentials');
}

async function special(site: Site, oidc: OidcIssuer, request: SpecialRequest): Promise<AnyReply | undefined> {
  const { pathname, searchParams } = request.url;
  if (pathname.startsWith('/_oidc/')) return oidc.answer(pathname, searchParams, request.token, site.world.url);
  if (pathname !== '/graphql' || request.method !== 'POST') return undefined;
  const principal = authenticate(site.world, request.token);
  site.limits.charge(request.token ?? 'anonymous');
  const run = (): Promise<AnyReply> => answerGraphQL(site.world, principal, request.body);
  if (!isMutation(request.body.text('query'))) return run();
  const reply = await site.world.exclusively(run);
  await site.afterEffect({ method: request.method, path: pathname, body: request.body.entries() });
  return reply;
}

async function listen(server: Server, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', () => resolve());
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}
