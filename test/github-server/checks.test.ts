import type { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';

let world: Fixture;
let bot: Octokit;
let head_sha: string;
beforeEach(async () => {
  world = await startFixture();
  bot = appClient('countersign');
  head_sha = await world.repository.head();
});
afterEach(() => world.server.close());

function appClient(slug: string): Octokit {
  const { app } = world.server.createApp({ slug, owner: world.acme, permissions: { checks: 'write' } });
  const installation = world.server.installApp(app, { account: world.acme });
  return clientFor(world.server, world.server.issueToken({ kind: 'app', installation }));
}

const annotation = {
  path: 'README.md',
  start_line: 1,
  end_line: 1,
  annotation_level: 'warning' as const,
  message: 'here',
};

describe('a check run', () => {
  it('is completed by its conclusion', async () => {
    const created = await bot.checks.create({ ...world.at, name: 'plan', head_sha, status: 'in_progress' });
    expect(created.data).toMatchObject({ status: 'in_progress', conclusion: null, completed_at: null });
    world.server.advanceClock(10);
    const { data } = await bot.checks.update({ ...world.at, check_run_id: created.data.id, conclusion: 'success' });
    expect(data).toMatchObject({ status: 'completed', conclusion: 'success', completed_at: '2026-01-05T09:00:10Z' });
  });

  it('takes 50 annotations a request, and they add up', async () => {
    const output = { title: 'Plan', summary: 's', annotations: Array.from({ length: 50 }, () => annotation) };
    const { data } = await bot.checks.create({ ...world.at, name: 'plan', head_sha, output });
    await bot.checks.update({ ...world.at, check_run_id: data.id, output: { ...output, annotations: [annotation] } });
    const all = await bot.paginate(bot.checks.listAnnotations, { ...world.at, check_run_id: data.id });
    expect(all).toHaveLength(51);
    const tooMany = { ...output, annotations: [...output.annotations, annotation] };
    const refused = bot.checks.update({ ...world.at, check_run_id: data.id, output: tooMany });
    expect(await refusal(refused)).toMatchObject({ status: 422 });
  });

  it('takes a summary of 65,535 bytes, counted as bytes', async () => {
    const post = (summary: string): Promise<unknown> =>
      bot.checks.create({ ...world.at, name: 'plan', head_sha, output: { title: 'Plan', summary } });
    await expect(post('x'.repeat(65_535))).resolves.toBeDefined();
    expect(await refusal(post('x'.repeat(65_536)))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Only 65535 characters are allowed; 65536 were supplied'),
    });
    expect(await refusal(post('é'.repeat(40_000)))).toMatchObject({
      status: 422,
      message: expect.stringContaining('summary exceeds a maximum bytesize of 65535'),
    });
  });

  it('is modified by the app that created it and no other', async () => {
    const { data } = await bot.checks.create({ ...world.at, name: 'plan', head_sha });
    const other = appClient('other').checks.update({ ...world.at, check_run_id: data.id, conclusion: 'success' });
    expect(await refusal(other)).toMatchObject({
      status: 403,
      message: expect.stringContaining('check run can only be modified by the GitHub App that created it'),
    });
  });

  it('of an unknown commit is refused', async () => {
    const unknown = bot.checks.create({ ...world.at, name: 'plan', head_sha: '1'.repeat(40) });
    expect(await refusal(unknown)).toMatchObject({ status: 422 });
  });

  it('is listed once for each app and name, the newest first, unless all are asked for', async () => {
    await bot.checks.create({ ...world.at, name: 'plan', head_sha, conclusion: 'failure' });
    await bot.checks.create({ ...world.at, name: 'plan', head_sha, conclusion: 'success' });
    await appClient('other').checks.create({ ...world.at, name: 'plan', head_sha, conclusion: 'success' });
    const latest = await bot.checks.listForRef({ ...world.at, ref: 'main', check_name: 'plan' });
    expect(latest.data.check_runs.map((run) => [run.app?.slug, run.conclusion])).toEqual([
      ['other', 'success'],
      ['countersign', 'success'],
    ]);
    const all = await bot.checks.listForRef({ ...world.at, ref: head_sha, filter: 'all' });
    expect(all.data.total_count).toBe(3);
  });

  it('belongs to the suite of its app on the commit', async () => {
    await bot.checks.create({ ...world.at, name: 'plan', head_sha, conclusion: 'success' });
    await bot.checks.create({ ...world.at, name: 'approval', head_sha, status: 'in_progress' });
    const { data } = await bot.checks.listSuitesForRef({ ...world.at, ref: 'main' });
    expect(data.check_suites).toMatchObject([
      { app: { slug: 'countersign' }, head_sha, status: 'queued', conclusion: null, latest_check_runs_count: 2 },
    ]);
  });
});
