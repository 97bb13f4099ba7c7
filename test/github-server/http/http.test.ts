import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, startFixture, type Fixture } from '../fixture.ts';

let world: Fixture;
let token: string;
beforeEach(async () => {
  world = await startFixture();
  token = world.server.issueToken({ kind: 'user', user: world.ana });
});
afterEach(() => world.server.close());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${world.server.url}${path}`, { headers: { authorization: `token ${token}`, ...headers } });
}

async function comments(count: number): Promise<void> {
  await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' } });
  const pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
  for (let index = 0; index < count; index += 1)
    await world.repository.comment(pull, { as: world.ana, body: `${index}` });
}

describe('a list', () => {
  it('comes in pages of 30, of 100 at most, linked to one another', async () => {
    await comments(105);
    const first = await get('/repos/acme/identities/issues/1/comments');
    expect(await first.json()).toHaveLength(30);
    expect(first.headers.get('link')).toContain('page=2>; rel="next"');
    expect(first.headers.get('link')).toContain('page=4>; rel="last"');
    const wide = await get('/repos/acme/identities/issues/1/comments?per_page=1000');
    expect(await wide.json()).toHaveLength(100);
    const last = await get('/repos/acme/identities/issues/1/comments?per_page=100&page=2');
    expect(await last.json()).toHaveLength(5);
    expect(last.headers.get('link')).toMatch(/rel="prev".*rel="first"/);
    expect(last.headers.get('link')).not.toContain('rel="next"');
  });

  it('that fits on a page has no links', async () => {
    await comments(2);
    expect((await get('/repos/acme/identities/issues/1/comments')).headers.get('link')).toBeNull();
  });
});

describe('an answer', () => {
  it('has an ETag, and nothing is sent again to who has it', async () => {
    const first = await get('/repos/acme/identities');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    const again = await get('/repos/acme/identities', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
    await world.repository.push({ as: world.ana, branch: 'x', files: { a: '1' } });
    world.server.advanceClock(1);
    await world.repository.push({ as: world.ana, branch: 'x', files: { a: '2' } });
    expect((await get('/repos/acme/identities', { 'if-none-match': etag })).status).toBe(200);
  });

  it('says how many requests are left', async () => {
    world.server.setRemainingRequests(token, 1);
    expect((await get('/repos/acme/identities')).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await get('/repos/acme/identities');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-01-05T10:00:00Z') / 1000));
    world.server.advanceClock(3600);
    expect((await get('/repos/acme/identities')).status).toBe(200);
  });

  it('counts a job to 1,000 requests an hour', async () => {
    const job = world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions: {} });
    const headers = { authorization: `token ${job}` };
    const response = await fetch(`${world.server.url}/repos/acme/identities`, { headers });
    expect(response.headers.get('x-ratelimit-limit')).toBe('1000');
  });

  it('to a body that is no JSON is 400, and 404 to an unknown path', async () => {
    const bad = await fetch(`${world.server.url}/repos/acme/identities/issues/1/comments`, {
      method: 'POST',
      headers: { authorization: `token ${token}` },
      body: '{',
    });
    expect(bad.status).toBe(400);
    expect((await get('/no/such/path')).status).toBe(404);
  });

  it('to a missing field names it', async () => {
    const response = await fetch(`${world.server.url}/repos/acme/identities/pulls`, {
      method: 'POST',
      headers: { authorization: `token ${token}` },
      body: '{"title":"t"}',
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: 'head', code: 'missing_field' }] });
  });
});

describe('a planned fault', () => {
  const path = '/repos/acme/identities/git/refs';

  async function createRef(): Promise<{ status: number } | 'cut'> {
    const sha = await world.repository.head();
    const request = {
      method: 'POST',
      headers: { authorization: `token ${token}` },
      body: JSON.stringify({ ref: 'refs/heads/x', sha }),
    };
    return fetch(`${world.server.url}${path}`, request).catch(() => 'cut' as const);
  }

  async function branchExists(): Promise<boolean> {
    return (await world.repository.repository.git.ref('refs/heads/x')) !== undefined;
  }

  it('strikes before the effect', async () => {
    world.server.fault({ kind: 'cut', match: { method: 'POST', path } });
    expect(await createRef()).toBe('cut');
    world.server.fault({ kind: '5xx', status: 503 });
    expect(await createRef()).toMatchObject({ status: 503 });
    expect(await branchExists()).toBe(false);
  });

  it('strikes after the effect, so that the caller cannot know', async () => {
    world.server.fault({ kind: 'cut-after', match: { path: /git\/refs$/ } });
    expect(await createRef()).toBe('cut');
    expect(await branchExists()).toBe(true);
    expect(world.server.log.at(-1)).toMatchObject({ method: 'POST', status: 0 });
  });

  it('answers 502 although the effect is done', async () => {
    world.server.fault({ kind: '5xx-after' });
    expect(await createRef()).toMatchObject({ status: 502 });
    expect(await branchExists()).toBe(true);
  });

  it('limits as GitHub does: with a time to wait, or with nothing left', async () => {
    world.server.fault({ kind: 'secondary-limit', retryAfterSeconds: 7, status: 429 });
    const secondary = await get('/repos/acme/identities');
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([429, '7']);
    world.server.fault({ kind: 'primary-limit' });
    const primary = await get('/repos/acme/identities');
    expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
  });

  it('spares the first requests, strikes so many times, and is then over', async () => {
    world.server.fault({ kind: '5xx', skip: 1, times: 2, match: { method: 'GET' } });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await get('/repos/acme/identities')).status);
    expect(statuses).toEqual([200, 502, 502, 200]);
  });

  it('tells GraphQL operations apart by their body', async () => {
    world.server.fault({ kind: '5xx', match: { path: '/graphql', body: /minimizeComment/ } });
    const ask = async (query: string): Promise<number> => {
      const request = { method: 'POST', headers: { authorization: `token ${token}` }, body: JSON.stringify({ query }) };
      return (await fetch(`${world.server.url}/graphql`, request)).status;
    };
    expect(await ask('{ viewer { login } }')).toBe(200);
    expect(
      await ask('mutation { minimizeComment(input: { subjectId: "x", classifier: SPAM }) { clientMutationId } }'),
    ).toBe(502);
  });
});

describe('the log', () => {
  it('holds every write and no read', async () => {
    await get('/repos/acme/identities');
    await clientFor(world.server, token).graphql('{ viewer { login } }');
    expect(world.server.log).toEqual([]);
    const sha = await world.repository.head();
    await clientFor(world.server, token).git.createRef({ ...world.at, ref: 'refs/heads/x', sha });
    expect(world.server.log).toEqual([
      { method: 'POST', path: '/repos/acme/identities/git/refs', by: 'user ana', status: 201 },
    ]);
  });

  it('tells of an effect before its answer is sent', async () => {
    const seen: string[] = [];
    const stop = world.server.onEffect((request) => {
      seen.push(`${request.method} ${request.path}`);
    });
    const sha = await world.repository.head();
    const ana = clientFor(world.server, token);
    await ana.git.createRef({ ...world.at, ref: 'refs/heads/x', sha });
    stop();
    await ana.git.createRef({ ...world.at, ref: 'refs/heads/y', sha });
    expect(seen).toEqual(['POST /repos/acme/identities/git/refs']);
  });
});
