import { Octokit } from '@octokit/rest';
import type { Account } from './accounts.ts';
import { stillClock } from './clock.ts';
import type { RepositoryHandle } from './handle.ts';
import type { GitHubServer } from './server.ts';
import { startGitHubServer } from './start.ts';

/** A small world for the server's own tests: an organization, its people, and one private repository. */
export interface Fixture {
  readonly server: GitHubServer;
  readonly repository: RepositoryHandle;
  readonly at: { readonly owner: string; readonly repo: string };
  readonly acme: Account;
  /** Owner of the organization. */
  readonly olga: Account;
  /** Writers. */
  readonly ana: Account;
  readonly ben: Account;
  /** May only read. */
  readonly rita: Account;
  /** Nobody here. */
  readonly zoe: Account;
}

/** Starts a server with the world of the tests; its clock stands still at 2026-01-05T09:00:00Z until advanced. */
export async function startFixture(
  files: Readonly<Record<string, string>> = { 'README.md': '# identities\n' },
): Promise<Fixture> {
  const server = await startGitHubServer({ clock: stillClock('2026-01-05T09:00:00.750Z') });
  const olga = server.createUser({ login: 'olga' });
  const ana = server.createUser({ login: 'ana', name: 'Ana Ruiz' });
  const ben = server.createUser({ login: 'ben' });
  const rita = server.createUser({ login: 'rita' });
  const zoe = server.createUser({ login: 'zoe' });
  const acme = server.createOrganization({ login: 'acme', owners: [olga] });
  const repository = await server.createRepository({ owner: acme, name: 'identities', files });
  repository.setCollaborator(ana, 'write');
  repository.setCollaborator(ben, 'write');
  repository.setCollaborator(rita, 'read');
  return { server, repository, at: { owner: 'acme', repo: 'identities' }, acme, olga, ana, ben, rita, zoe };
}

/** A client for a token, or for a person's. */
export function clientFor(server: GitHubServer, who: Account | string): Octokit {
  const auth = typeof who === 'string' ? who : server.issueToken({ kind: 'user', user: who });
  return new Octokit({ baseUrl: server.url, auth, log: { debug() {}, info() {}, warn() {}, error() {} } });
}

/** What a refused call answered: its status and GitHub's sentence. Throws when the call was not refused. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; message: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') {
    return { status: error.status, message: error.message };
  }
  throw new Error(`the call was not refused with a status: ${String(error)}`);
}
