import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';

let world: Fixture;
beforeEach(async () => {
  world = await startFixture();
  await world.repository.push({ as: world.ana, branch: 'change', files: { a: '1' } });
});
afterEach(() => world.server.close());

function jobToken(permissions: Record<string, string>): string {
  return world.server.issueToken({ kind: 'actions-job', repository: world.repository, permissions });
}

describe('an event', () => {
  it('carries repository, organization and sender, as the runner writes it', async () => {
    await world.repository.openPullRequest({ as: world.ana, head: 'change' });
    const event = world.server.lastEvent('pull_request', 'opened');
    const written: unknown = JSON.parse(await readFile(await world.server.eventFile(event), 'utf8'));
    expect(written).toMatchObject({
      action: 'opened',
      number: 1,
      pull_request: { number: 1, head: { ref: 'change' }, merged: false },
      repository: { full_name: 'acme/identities', private: true },
      organization: { login: 'acme' },
      sender: { login: 'ana', type: 'User' },
    });
  });

  it('is not raised for what a job does with its own token', async () => {
    const job = clientFor(world.server, jobToken({ contents: 'write', 'pull-requests': 'write' }));
    world.repository.allowActionsToCreateAndApprove();
    const before = world.server.events.length;
    await job.pulls.create({ ...world.at, head: 'change', base: 'main', title: 'by a job' });
    await job.pulls.merge({ ...world.at, pull_number: 1 });
    expect(world.server.events.slice(before)).toEqual([]);
    expect(await world.repository.readFile('main', 'a')).toBe('1');
  });

  it('is raised for a dispatch, even by a job', async () => {
    const job = clientFor(world.server, jobToken({ contents: 'write', actions: 'write' }));
    await job.repos.createDispatchEvent({ ...world.at, event_type: 'plan' });
    expect(world.server.lastEvent('repository_dispatch').action).toBe('plan');
  });

  it('is raised for what an app does', async () => {
    const { app } = world.server.createApp({ slug: 'bot', owner: world.acme, permissions: { pull_requests: 'write' } });
    const installation = world.server.installApp(app, { account: world.acme });
    const bot = clientFor(world.server, world.server.issueToken({ kind: 'app', installation }));
    await bot.pulls.create({ ...world.at, head: 'change', base: 'main', title: 'by an app' });
    expect(world.server.lastEvent('pull_request', 'opened').payload).toMatchObject({
      sender: { login: 'bot[bot]', type: 'Bot' },
    });
  });

  it('of a pull request opened by a job needs a setting of the repository', async () => {
    const job = clientFor(world.server, jobToken({ contents: 'write', 'pull-requests': 'write' }));
    const open = job.pulls.create({ ...world.at, head: 'change', base: 'main', title: 'by a job' });
    expect(await refusal(open)).toMatchObject({
      status: 403,
      message: expect.stringContaining('GitHub Actions is not permitted to create or approve pull requests.'),
    });
  });

  it('can be had on request', async () => {
    const pull = await world.repository.openPullRequest({ as: world.ana, head: 'change' });
    const request = { name: 'pull_request_target', action: 'synchronize', pull, sender: world.ana } as const;
    expect(await world.repository.eventPayload(request)).toMatchObject({
      name: 'pull_request_target',
      payload: { action: 'synchronize', pull_request: { number: 1 }, sender: { login: 'ana' } },
    });
    const schedule = await world.repository.eventPayload({ name: 'schedule', schedule: '*/5 * * * *' });
    expect(schedule.payload).toMatchObject({ schedule: '*/5 * * * *', repository: { full_name: 'acme/identities' } });
  });
});
