import { createGitHub, type GitHub, type Log } from '../../src/github/client.ts';
import { repositoryAt, type Repository } from '../../src/github/repository.ts';
import type { App } from '../github-server/index.ts';
import { startFixture, type Fixture } from '../github-server/fixture.ts';

/** The server's world, with an App of ours installed, and a token that may only read. */
export type World = Fixture & {
  /** The App whose comments and checks are ours. */
  readonly app: App;
  /** The repository through the App's token. */
  readonly ours: Repository;
  /** The repository through a job token with nothing but read permissions. */
  readonly readOnly: Repository;
  /** The repository through any token. */
  as(token: string): Repository;
};

export const READ = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  issues: 'read',
  'pull-requests': 'read',
} as const;

const APP = { actions: 'read', checks: 'write', contents: 'write', issues: 'write', pull_requests: 'write' } as const;

const silent: Log = { debug() {}, info() {}, warn() {} };

/** A client without pauses: waiting a second takes a millisecond. */
export function client(url: string, token: string, options: { log?: Log; patience?: number } = {}): GitHub {
  return createGitHub({
    token,
    baseUrl: url,
    userAgent: 'countersign-test',
    log: silent,
    pace: { write: 0, second: 1 },
    ...options,
  });
}

export async function startWorld(files?: Readonly<Record<string, string>>): Promise<World> {
  const fixture = await startFixture(files);
  const { server, repository, acme, olga } = fixture;
  const { app } = server.createApp({ slug: 'countersign', owner: olga, permissions: APP });
  const installation = server.installApp(app, { account: acme });
  const as = (token: string): Repository => repositoryAt(client(server.url, token), repository.fullName);
  const readToken = server.issueToken({ kind: 'actions-job', repository, permissions: READ });
  return { ...fixture, app, ours: as(server.issueToken({ kind: 'app', installation })), readOnly: as(readToken), as };
}
