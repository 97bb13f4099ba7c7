import { execFile } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, refusal, startFixture, type Fixture } from './fixture.ts';
import type { Job, JobInput } from './jobs.ts';

let world: Fixture;
const dispatchable = 'name: apply\non:\n  workflow_dispatch:\n';
beforeEach(async () => {
  world = await startFixture({ '.github/workflows/apply.yml': dispatchable, '.github/workflows/ci.yml': 'on: push\n' });
});
afterEach(() => world.server.close());

function start(input: Partial<JobInput> = {}): Promise<Job> {
  return world.repository.startJob({
    workflow: '.github/workflows/apply.yml',
    event: { name: 'push', payload: { ref: 'refs/heads/main' } },
    permissions: { contents: 'write', 'id-token': 'write' },
    actor: world.ana,
    ...input,
  });
}

async function identity(job: Job, audience: string): Promise<string> {
  const response = await fetch(`${job.env['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `bearer ${job.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` },
  });
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && 'value' in body) return String(body.value);
  throw new Error(`no identity: ${response.status}`);
}

describe('a job', () => {
  it('gets the environment of a runner', async () => {
    const job = await start();
    expect(job.env).toMatchObject({
      GITHUB_REPOSITORY: 'acme/identities',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: await world.repository.head(),
      GITHUB_API_URL: world.server.url,
      GITHUB_RUN_ID: String(job.run.id),
      GITHUB_WORKFLOW_REF: 'acme/identities/.github/workflows/apply.yml@refs/heads/main',
    });
    expect(JSON.parse(await readFile(job.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))).toEqual({ ref: 'refs/heads/main' });
    await expect(clientFor(world.server, job.token).repos.get(world.at)).resolves.toMatchObject({ status: 200 });
  });

  it("serves the runner's own toolkit in a child process", async () => {
    const job = await start();
    const script = `
      import { getIDToken, setOutput } from '@actions/core';
      import { readFileSync } from 'node:fs';
      import { Octokit } from '@octokit/rest';
      const { GITHUB_API_URL: baseUrl, GITHUB_TOKEN: auth, GITHUB_EVENT_PATH: path } = process.env;
      const octokit = new Octokit({ baseUrl, auth });
      const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: 'identities' });
      const { repository } = await octokit.graphql('{ repository(owner: "acme", name: "identities") { nameWithOwner } }');
      const identity = await getIDToken('sha256:abc');
      setOutput('seen', [data.full_name, repository.nameWithOwner, identity.split('.').length, JSON.parse(readFileSync(path)).ref].join(' '));
    `;
    const env = { PATH: process.env['PATH'] ?? '', ...job.env };
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      env,
      cwd: import.meta.dirname,
    });
    expect(await readFile(job.env['GITHUB_OUTPUT'] ?? '', 'utf8')).toContain(
      'acme/identities acme/identities 3 refs/heads/main',
    );
  });

  it('is a run that others can look up until it has ended', async () => {
    const job = await start();
    const ana = clientFor(world.server, world.ana);
    const look = async (): Promise<[string | null, string | null]> => {
      const { data } = await ana.actions.getWorkflowRun({ ...world.at, run_id: job.run.id });
      return [data.status, data.conclusion];
    };
    expect(await look()).toEqual(['in_progress', null]);
    await world.repository.completeRun(job.run, 'cancelled');
    expect(await look()).toEqual(['completed', 'cancelled']);
    const running = await ana.actions.listWorkflowRunsForRepo({ ...world.at, status: 'in_progress' });
    expect(running.data.total_count).toBe(0);
    expect(world.server.lastEvent('workflow_run', 'completed').payload).toMatchObject({
      workflow_run: { id: job.run.id, conclusion: 'cancelled' },
    });
  });
});

describe("a job's identity token", () => {
  it('is signed by the published key and says who runs', async () => {
    const job = await start({ environment: 'production' });
    const [head = '', payload = '', signature = ''] = (await identity(job, 'sha256:abc')).split('.');
    const discovery = await fetch(`${world.server.url}/_oidc/.well-known/openid-configuration`);
    const { jwks_uri, issuer } = (await discovery.json()) as { jwks_uri: string; issuer: string };
    const { keys } = (await (await fetch(jwks_uri)).json()) as { keys: Record<string, string>[] };
    const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).toMatchObject({
      iss: issuer,
      aud: 'sha256:abc',
      sub: 'repo:acme/identities:environment:production',
      repository: 'acme/identities',
      repository_id: String(world.repository.repository.id),
      job_workflow_ref: 'acme/identities/.github/workflows/apply.yml@refs/heads/main',
      ref: 'refs/heads/main',
      event_name: 'push',
      run_id: String(job.run.id),
      exp: Date.parse('2026-01-05T09:05:00Z') / 1000,
    });
  });

  it('is only for jobs with `id-token: write`', async () => {
    const job = await start({ permissions: { contents: 'write' } });
    expect(job.env).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
    const response = await fetch(`${world.server.url}/_oidc/token?audience=x`, {
      headers: { authorization: `bearer ${job.token}` },
    });
    expect(response.status).toBe(401);
  });

  it('has another key after a rotation', async () => {
    const keyOf = async (): Promise<unknown> => (await fetch(`${world.server.url}/_oidc/.well-known/jwks`)).json();
    const before = await keyOf();
    expect(await keyOf()).toEqual(before);
    world.server.oidc.rotate();
    expect(await keyOf()).not.toEqual(before);
  });
});

describe('a dispatch', () => {
  it('raises an event with its inputs', async () => {
    const inputs = { reason: 'by hand' };
    await clientFor(world.server, world.ana).actions.createWorkflowDispatch({
      ...world.at,
      workflow_id: 'apply.yml',
      ref: 'main',
      inputs,
    });
    expect(world.server.lastEvent('workflow_dispatch').payload).toMatchObject({
      inputs,
      ref: 'refs/heads/main',
      workflow: '.github/workflows/apply.yml',
    });
  });

  it('of a workflow that is not there, or not dispatchable, or on no branch is refused', async () => {
    const ana = clientFor(world.server, world.ana);
    const dispatch = (workflow_id: string, ref: string): Promise<unknown> =>
      ana.actions.createWorkflowDispatch({ ...world.at, workflow_id, ref });
    expect(await refusal(dispatch('missing.yml', 'main'))).toMatchObject({ status: 404 });
    expect(await refusal(dispatch('ci.yml', 'main'))).toMatchObject({ status: 422 });
    expect(await refusal(dispatch('apply.yml', 'missing'))).toMatchObject({ status: 422 });
  });
});
