import { createGitHub, type GitHub, type GitHubOptions, type Log } from '../../src/github/client.ts';
import { repositoryAt, type Repository } from '../../src/github/repository.ts';
import type { Fetch } from '../../src/github/transport.ts';
import type { App } from '../github-server/index.ts';
import { startFixture, type Fixture } from '../github-server/fixture.ts';

/** The server's world, with an App of ours installed, and a token that may only read. */
/** The program wrote nothing of it. */
export const NOTHING_OWN = { account: 0, commits: new Set<string>() };

export type World = Fixture & {
  /** The App whose comments and checks are ours. */
  readonly app: App;
  /** The repository through the App's token. */
  readonly ours: Repository;
  /** The repository through a job token with nothing but read permissions. */
  readonly readOnly: Repository;
  /** The same, with a fetch of the test's own. */
  reading(fetch: Fetch): Repository;
  /** The repository through any token. */
  as(token: string, fetch?: Fetch): Repository;
};

const READ = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  issues: 'read',
  'pull-requests': 'read',
} as const;

const APP = { actions: 'read', checks: 'write', contents: 'write', issues: 'write', pull_requests: 'write' } as const;

const silent: Log = { debug() {}, info() {}, warn() {} };

/** A client without pauses: waiting a second takes a millisecond. */
export function client(url: string, token: string, options: Partial<GitHubOptions> = {}): GitHub {
  return createGitHub({
    token,
    baseUrl: url,
    userAgent: 'countersign-test',
    log: silent,
    pace: { write: 0, second: 1 },
    ...options,
  });
}

/** Asks for pages of this size whatever page size was meant, so that few items make many pages. */
export function pagesOf(size: number): Fetch {
  return async (url, init) => await fetch(url.replace(/per_page=\d+/, `per_page=${size}`), init);
}

/** Cuts recursive trees, and flat ones where told to, at so many entries, as GitHub does at 100,000. */
export function treesCutAt(entries: number, which: 'recursive' | 'all'): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (!url.includes('/git/trees/') || (which === 'recursive' && !url.includes('recursive='))) return response;
    const answer = (await response.json()) as { tree: unknown[] };
    const cut = { ...answer, tree: answer.tree.slice(0, entries), truncated: answer.tree.length > entries };
    return Response.json(cut, { status: response.status });
  };
}

export async function startWorld(files?: Readonly<Record<string, string>>): Promise<World> {
  const fixture = await startFixture(files);
  const { server, repository, acme, olga } = fixture;
  const { app } = server.createApp({ slug: 'countersign', owner: olga, permissions: APP });
  const installation = server.installApp(app, { account: acme });
  const as = (token: string, fetch?: Fetch): Repository =>
    repositoryAt(client(server.url, token, fetch === undefined ? {} : { fetch }), repository.fullName);
  const readToken = server.issueToken({ kind: 'actions-job', repository, permissions: READ });
  return {
    ...fixture,
    app,
    ours: as(server.issueToken({ kind: 'app', installation })),
    readOnly: as(readToken),
    reading: (fetch) => as(readToken, fetch),
    as,
  };
}
