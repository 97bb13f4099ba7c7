import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, startFixture, type Fixture } from '../fixture.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture();
});
afterEach(() => world.server.close());

interface Answer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly type?: string; readonly message: string; readonly path?: readonly string[] }[];
}

async function ask(token: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const response = await fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const body: unknown = await response.json();
  return { status: response.status, ...(body as Omit<Answer, 'status'>) };
}

const append = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } ref { name prefix target { oid } } } }`;

function entry(expectedHeadOid: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const additions = [{ path: 'entries/1.json', contents: Buffer.from('{}\n').toString('base64') }];
  return {
    input: {
      branch: { repositoryNameWithOwner: 'acme/identities', branchName: 'main' },
      message: { headline: 'Append', body: 'one entry' },
      expectedHeadOid,
      fileChanges: { additions },
      ...changes,
    },
  };
}

describe('createCommitOnBranch', () => {
  it('commits on the expected tip, signed by GitHub', async () => {
    const tip = await world.repository.head();
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const { data } = await ask(token, append, entry(tip));
    const oid = await world.repository.head();
    expect(data).toEqual({
      createCommitOnBranch: { commit: { oid }, ref: { name: 'main', prefix: 'refs/heads/', target: { oid } } },
    });
    const commit = await clientFor(world.server, world.ana).repos.getCommit({ ...world.at, ref: oid });
    expect(commit.data).toMatchObject({
      parents: [{ sha: tip }],
      author: { login: 'ana' },
      committer: { login: 'web-flow' },
      commit: { message: 'Append\n\none entry', verification: { verified: true, reason: 'valid' } },
    });
    expect(await world.repository.readFile('main', 'entries/1.json')).toBe('{}\n');
  });

  it('refuses a tip that has moved, and changes nothing', async () => {
    const stale = await world.repository.head();
    const tip = await world.repository.push({ as: world.ben, branch: 'main', files: { b: 'b' } });
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const answer = await ask(token, append, entry(stale));
    expect(answer).toMatchObject({
      status: 200,
      data: { createCommitOnBranch: null },
      errors: [
        {
          type: 'STALE_DATA',
          path: ['createCommitOnBranch'],
          message: `Expected branch to point to "${stale}" but it did not.  Pull and try again.`,
        },
      ],
    });
    expect(await world.repository.head()).toBe(tip);
  });

  it('lets exactly one of many racers win', async () => {
    const tip = await world.repository.head();
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(token, append, entry(tip))));
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.errors ?? []).every((error) => error.type === 'STALE_DATA')).toBe(true);
  });

  it('removes files, and refuses to remove what is not there', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const remove = (path: string, tip: string): Promise<Answer> =>
      ask(token, append, entry(tip, { fileChanges: { deletions: [{ path }] } }));
    const tip = await world.repository.head();
    expect((await remove('missing', tip)).errors).toMatchObject([
      { message: expect.stringContaining('does not exist') },
    ]);
    await remove('README.md', tip);
    expect(await world.repository.readFile('main', 'README.md')).toBeUndefined();
  });

  it('is forbidden without `contents: write`', async () => {
    const token = world.server.issueToken({
      kind: 'actions-job',
      repository: world.repository,
      permissions: { contents: 'read' },
    });
    const answer = await ask(token, append, entry(await world.repository.head()));
    expect(answer.errors).toMatchObject([{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]);
  });

  it('by a job raises no event', async () => {
    const token = world.server.issueToken({
      kind: 'actions-job',
      repository: world.repository,
      permissions: { contents: 'write' },
    });
    const before = world.server.events.length;
    await ask(token, append, entry(await world.repository.head()));
    expect(world.server.events.length).toBe(before);
    expect(world.server.log.at(-1)).toMatchObject({ path: '/graphql', by: 'actions-job acme/identities', status: 200 });
  });
});

describe('a query', () => {
  it("tells whether a review's or a pull request's words were edited, and by whom", async () => {
    await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' } });
    const pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
    const review = await world.repository.review(pull, { as: world.ben, event: 'APPROVE', body: 'fine' });
    world.server.advanceClock(7);
    await world.repository.editReview(review, { as: world.ben, body: 'fine, code kt5m-w2qa' });
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const { data } = await ask(
      token,
      `{ repository(owner: "acme", name: "identities") { pullRequest(number: 1) { lastEditedAt
        reviews(first: 10, states: [APPROVED]) { nodes { databaseId lastEditedAt editor { login } includesCreatedEdit
          userContentEdits(first: 5) { totalCount } } } } } }`,
    );
    expect(data).toEqual({
      repository: {
        pullRequest: {
          lastEditedAt: null,
          reviews: {
            nodes: [
              {
                databaseId: review.id,
                lastEditedAt: '2026-01-05T09:00:07Z',
                editor: { login: 'ben' },
                includesCreatedEdit: true,
                userContentEdits: { totalCount: 2 },
              },
            ],
          },
        },
      },
    });
  });

  it('links the author and the co-authors of a commit to accounts by their addresses', async () => {
    const coAuthors = [
      { name: 'Ben', email: 'BEN@example.com' },
      { name: 'Ghost', email: 'ghost@nowhere.example' },
    ];
    const oid = await world.repository.push({ as: world.ana, branch: 'pair', files: { a: '1' }, coAuthors });
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const { data } = await ask(
      token,
      `query ($oid: GitObjectID!) { repository(owner: "acme", name: "identities") { object(oid: $oid) {
        ... on Commit { authors(first: 10) { nodes { email user { login } } } } } } }`,
      { oid },
    );
    expect(data).toMatchObject({
      repository: {
        object: {
          authors: {
            nodes: [
              { email: 'ana@example.com', user: { login: 'ana' } },
              { email: 'BEN@example.com', user: { login: 'ben' } },
              { email: 'ghost@nowhere.example', user: null },
            ],
          },
        },
      },
    });
  });

  it('knows the ids that REST calls node_id', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const { data } = await clientFor(world.server, token).repos.get(world.at);
    const answer = await ask(token, `query ($id: ID!) { node(id: $id) { id ... on Repository { nameWithOwner } } }`, {
      id: data.node_id,
    });
    expect(answer.data).toEqual({ node: { id: data.node_id, nameWithOwner: 'acme/identities' } });
  });

  it('that asks for a list must say how much of it, at most 100', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const list = (bounds: string): Promise<Answer> =>
      ask(token, `{ repository(owner: "acme", name: "identities") { pullRequests${bounds} { totalCount } } }`);
    expect((await list('')).errors).toMatchObject([{ type: 'MISSING_PAGINATION_BOUNDARIES' }]);
    expect((await list('(first: 101)')).errors).toMatchObject([{ type: 'EXCESSIVE_PAGINATION' }]);
    expect((await list('(first: 100)')).data).toEqual({ repository: { pullRequests: { totalCount: 0 } } });
  });

  it('for what the token may not see answers as if it were not there', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.zoe });
    const answer = await ask(token, `{ repository(owner: "acme", name: "identities") { id } }`);
    expect(answer).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] });
  });

  it('with an unknown field is refused with the reason', async () => {
    const token = world.server.issueToken({ kind: 'user', user: world.ana });
    const answer = await ask(token, `{ repository(owner: "acme", name: "identities") { secrets } }`);
    expect(answer).toMatchObject({ status: 200, errors: [{ message: expect.stringContaining('secrets') }] });
  });

  it('is for nobody in particular refused', async () => {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      body: '{"query":"{ viewer { login } }"}',
    });
    expect(response.status).toBe(401);
  });
});
