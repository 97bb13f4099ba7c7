import { join } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { writeEventFile, type RaisedEvent } from './events.ts';
import type { Account } from './accounts.ts';
import type { OidcIssuer } from './oidc.ts';
import { workflowPermissions } from './permissions.ts';
import type { Repository } from './repository.ts';
import { startRun, type WorkflowRun } from './runs.ts';
import { issueToken } from './tokens.ts';

/** What a job runs as. `permissions` is the job's own `permissions:` mapping, spelled as in the workflow. */
export interface JobInput {
  /** `.github/workflows/apply.yml` */
  readonly workflow: string;
  readonly event: RaisedEvent | { readonly name: string; readonly payload: Readonly<Record<string, unknown>> };
  readonly permissions: Readonly<Record<string, string>>;
  readonly actor: Account;
  /** Fully qualified; by default the default branch. */
  readonly ref?: string;
  readonly sha?: string;
  readonly environment?: string;
  /** The job's key in the workflow. */
  readonly job?: string;
  /** `job_workflow_ref` where the job is a reusable workflow's. */
  readonly jobWorkflowRef?: string;
}

/** A job that runs: its token, and the environment that a runner would give its steps. */
export interface Job {
  readonly run: WorkflowRun;
  readonly token: string;
  readonly env: Readonly<Record<string, string>>;
  /** Directory with the event file and the files behind `GITHUB_OUTPUT`, `GITHUB_STEP_SUMMARY` and their like. */
  readonly directory: string;
}

/** Starts a run with one job. `ACTIONS_ID_TOKEN_REQUEST_*` is there only with `id-token: write`. */
export async function startJob(repository: Repository, oidc: OidcIssuer, input: JobInput): Promise<Job> {
  const { world } = repository;
  const ref = input.ref ?? `refs/heads/${repository.defaultBranch}`;
  const sha = input.sha ?? (await repository.git.ref(ref));
  if (sha === undefined) throw new RangeError(`${repository.fullName} has no ${ref}`);
  const branch = ref.replace('refs/heads/', '');
  const run = await startRun(repository, {
    path: input.workflow,
    event: input.event.name,
    headBranch: branch,
    headSha: sha,
    actor: input.actor,
  });
  const permissions = workflowPermissions(input.permissions);
  const token = issueToken(world, { kind: 'actions-job', repository, permissions, runId: run.id });
  const directory = join(world.directory, `job-${run.id}`);
  const facts = { repository, input, run, ref, sha };
  const env = {
    ...environment(facts),
    GITHUB_TOKEN: token,
    ...(await runnerFiles(directory, input)),
    ...(permissions.id_token === 'write'
      ? {
          ACTIONS_ID_TOKEN_REQUEST_URL: `${world.url}/_oidc/token?api-version=2.0`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.admit(claims(facts)),
        }
      : {}),
  };
  return { run, token, env, directory };
}

interface Facts {
  readonly repository: Repository;
  readonly input: JobInput;
  readonly run: WorkflowRun;
  readonly ref: string;
  readonly sha: string;
}

function environment({ repository, input, run, ref, sha }: Facts): Record<string, string> {
  const { world } = repository;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: world.url,
    GITHUB_GRAPHQL_URL: `${world.url}/graphql`,
    GITHUB_SERVER_URL: `${world.url}/_html`,
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner.login,
    GITHUB_REPOSITORY_OWNER_ID: String(repository.owner.id),
    GITHUB_EVENT_NAME: input.event.name,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_SHA: sha,
    GITHUB_ACTOR: input.actor.login,
    GITHUB_ACTOR_ID: String(input.actor.id),
    GITHUB_TRIGGERING_ACTOR: input.actor.login,
    GITHUB_WORKFLOW: run.workflow.name,
    GITHUB_WORKFLOW_REF: `${repository.fullName}/${input.workflow}@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.runNumber),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: input.job ?? 'job',
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}

async function runnerFiles(directory: string, input: JobInput): Promise<Record<string, string>> {
  await mkdir(directory, { recursive: true });
  const files: Record<string, string> = { RUNNER_TEMP: directory };
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE']) {
    files[name] = join(directory, name.toLowerCase());
    await writeFile(files[name], '');
  }
  const event = 'id' in input.event ? input.event : undefined;
  const path = event === undefined ? join(directory, 'event.json') : await writeEventFile(event, directory);
  if (event === undefined) await writeFile(path, JSON.stringify(input.event.payload));
  return { ...files, GITHUB_EVENT_PATH: path };
}

function claims({ repository, input, run, ref, sha }: Facts): Record<string, string> {
  const workflowRef = `${repository.fullName}/${input.workflow}@${ref}`;
  const subject = input.environment === undefined ? `ref:${ref}` : `environment:${input.environment}`;
  return {
    sub: `repo:${repository.fullName}:${subject}`,
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    repository_visibility: repository.private ? 'private' : 'public',
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    sha,
    actor: input.actor.login,
    actor_id: String(input.actor.id),
    event_name: input.event.name,
    base_ref: '',
    head_ref: '',
    workflow: run.workflow.name,
    workflow_ref: workflowRef,
    workflow_sha: sha,
    job_workflow_ref: input.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: sha,
    run_id: String(run.id),
    run_number: String(run.runNumber),
    run_attempt: '1',
    runner_environment: 'github-hosted',
    ...(input.environment === undefined ? {} : { environment: input.environment }),
  };
}
