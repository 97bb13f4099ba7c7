import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitHub } from '../../src/github/client.ts';
import { GitHubError } from '../../src/github/errors.ts';
import { ownAccount, postingApp, principalOf } from '../../src/github/persons.ts';
import { repositoryAt, repositoryFacts } from '../../src/github/repository.ts';
import { client, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.server.close());

async function thrownBy(call: Promise<unknown>): Promise<GitHubError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GitHubError) return error;
  throw new Error(`no GitHubError: ${inspect(error)}`);
}

const requests = (): number => world.server.recordings.length;

describe('a client', () => {
  it.each([
    ['an error of the server', { kind: '5xx' }],
    ['a cut connection', { kind: 'cut' }],
    ['a secondary limit', { kind: 'secondary-limit', retryAfterSeconds: 1 }],
    ['a secondary limit as 429', { kind: 'secondary-limit', retryAfterSeconds: 1, status: 429 }],
  ] as const)('reads again after %s', async (_name, fault) => {
    world.server.fault({ ...fault, times: 2 });
    expect((await repositoryFacts(world.readOnly)).fullName).toBe('acme/identities');
  });

  it('gives up after three repetitions, and says that the effect is unknown', async () => {
    world.server.fault({ kind: '5xx', status: 502, times: 100 });
    const error = await thrownBy(repositoryFacts(world.readOnly));
    expect([error.code, error.effect]).toEqual(['github-unavailable', 'unknown']);
    expect(requests()).toBe(4);
  });

  it('names what was asked for, with the repository in it', async () => {
    const error = await thrownBy(repositoryFacts(repositoryAt(world.readOnly.github, 'acme/nowhere')));
    expect(error.message).toMatch(/: GET \/repos\/acme\/nowhere$/u);
  });

  it('reports a connection that stays cut', async () => {
    world.server.fault({ kind: 'cut', times: 100 });
    expect((await thrownBy(repositoryFacts(world.readOnly))).code).toBe('github-unreachable');
  });

  it('waits no longer for rate limits than its patience lasts', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const warnings: string[] = [];
    const log = { debug() {}, info() {}, warn: (message: string) => warnings.push(message) };
    const repository = repositoryAt(client(world.server.url, token, { patience: 50, log }), 'acme/identities');
    world.server.fault({ kind: 'secondary-limit', retryAfterSeconds: 30, times: 100 });
    const error = await thrownBy(repositoryFacts(repository));
    expect([error.code, error.effect]).toEqual(['github-rate-limited', 'none']);
    expect(requests()).toBe(2);
    expect(warnings).toEqual([
      'GitHub limits the rate of GET requests for 30 s: waiting',
      'GitHub limits the rate of GET requests for 30 s: giving up',
    ]);
  });

  it('reports the primary limit when the window ends too late', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    world.server.setRemainingRequests(token, 0);
    const repository = repositoryAt(client(world.server.url, token, { patience: 0 }), 'acme/identities');
    expect((await thrownBy(repositoryFacts(repository))).code).toBe('github-rate-limited');
  });

  it('says what a bad token, a hidden repository and a missing permission are', async () => {
    const at = (token: string) => repositoryAt(client(world.server.url, token), 'acme/identities');
    const stranger = world.server.issueToken({ kind: 'user', user: world.zoe });
    const bare = world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions: {} });
    const codes = await Promise.all([
      thrownBy(repositoryFacts(at('ghs_wrong'))),
      thrownBy(repositoryFacts(at(stranger))),
      thrownBy(at(bare).github.rest.pulls.list({ owner: 'acme', repo: 'identities' })),
    ]);
    expect(codes.map(({ code }) => code)).toEqual(['github-unauthorized', 'github-not-found', 'github-forbidden']);
  });

  it('never shows the token in an error, however deep one looks', async () => {
    const token = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';
    const github = client(world.server.url, token);
    world.server.fault({ kind: 'cut', times: 4 });
    const errors = [
      await thrownBy(repositoryFacts(repositoryAt(github, 'acme/identities'))),
      await thrownBy(repositoryFacts(repositoryAt(github, 'acme/identities'))),
      await thrownBy(github.graphql('query { viewer { login } }', {})),
    ];
    expect(inspect(errors, { depth: 20, showHidden: true })).not.toContain(token.slice(4));
  });

  it('asks for the version of the API that it was written for', async () => {
    const versions: (string | null)[] = [];
    const github = createGitHub({
      token: 'ghs_x',
      baseUrl: 'https://api.example.test',
      userAgent: 'x',
      log: { debug() {}, info() {}, warn() {} },
      fetch: (_url, init) => {
        versions.push(new Headers(init?.headers).get('x-github-api-version'));
        return Promise.resolve(Response.json({ data: {} }));
      },
    });
    await github.rest.rateLimit.get();
    await github.graphql('query { viewer { login } }', {});
    expect(versions).toEqual(['2022-11-28', '2022-11-28']);
  });

  it('refuses an empty token', () => {
    const log = { debug() {}, info() {}, warn() {} };
    expect(() => createGitHub({ token: '', baseUrl: world.server.url, userAgent: 'x', log })).toThrow(
      expect.objectContaining({ code: 'github-token-missing' }),
    );
  });
});

describe('GraphQL', () => {
  it('answers with data', async () => {
    const { viewer } = await world.ours.github.graphql<{ viewer: { databaseId: number } }>(
      'query { viewer { databaseId } }',
      {},
    );
    expect(viewer.databaseId).toBe(world.app.bot.id);
  });

  it('fails when any part of the answer failed', async () => {
    const query = 'query { viewer { login } repository(owner: "acme", name: "absent") { id } }';
    expect((await thrownBy(world.ours.github.graphql(query, {}))).code).toBe('github-not-found');
  });

  it('reports a query that GitHub does not understand', async () => {
    const error = await thrownBy(world.ours.github.graphql('query { nothing }', {}));
    expect([error.code, error.effect]).toEqual(['github-rejected', 'none']);
  });

  it('is repeated after a lost answer, unless it must be sent once', async () => {
    const query = 'query { viewer { login } }';
    world.server.fault({ kind: 'cut', match: { path: '/graphql' } });
    await world.ours.github.graphql(query, {});
    world.server.fault({ kind: 'cut', match: { path: '/graphql' } });
    expect((await thrownBy(world.ours.github.graphql(query, {}, 'once'))).code).toBe('github-unreachable');
  });
});

describe('our own account', () => {
  it("is the App's bot", async () => {
    expect((await ownAccount(world.ours.github)).id).toBe(world.app.bot.id);
  });
});

describe('the App that a token acts for', () => {
  it.each([
    ["an App's own", () => world.ours, () => world.app.id],
    ["a job's", () => world.readOnly, () => 15368],
  ])('is known from %s token', async (_whose, repository, id) => {
    expect(postingApp(await principalOf(repository().github))).toBe(id());
  });

  it('is none where a person lent theirs, who can post no check run', async () => {
    const { github } = world.as(world.server.issueToken({ kind: 'user', user: world.ana }));
    const principal = await principalOf(github);
    expect(principal).toEqual({ kind: 'person', login: 'ana' });
    expect(() => postingApp(principal)).toThrowError(expect.objectContaining({ code: 'github-forbidden' }));
  });
});
