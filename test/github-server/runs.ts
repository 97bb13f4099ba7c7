import type { Account } from './accounts.ts';
import { wellKnown } from './accounts.ts';
import { suiteFor, type CheckSuite } from './checks.ts';
import { raise } from './events.ts';
import { notFound, unprocessable } from './http/errors.ts';
import type { Repository } from './repository.ts';
import { workflowRunShape, workflowShape } from './shapes/runs.ts';
import type { Principal } from './tokens.ts';

/** A workflow file that has been seen on the default branch or in a run. */
export interface Workflow {
  readonly id: number;
  readonly repository: Repository;
  /** `.github/workflows/apply.yml` */
  readonly path: string;
  readonly name: string;
  readonly createdAt: string;
}

export type RunConclusion = 'success' | 'failure' | 'cancelled' | 'timed_out' | 'startup_failure' | 'skipped';

/** One run of a workflow. */
export interface WorkflowRun {
  readonly id: number;
  readonly repository: Repository;
  readonly workflow: Workflow;
  readonly suite: CheckSuite;
  readonly runNumber: number;
  readonly event: string;
  readonly headBranch: string | null;
  readonly headSha: string;
  readonly actor: Account;
  readonly createdAt: string;
  updatedAt: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: RunConclusion | null;
}

/** What starts a run. */
export interface RunInput {
  readonly path: string;
  readonly event: string;
  readonly headBranch: string | null;
  readonly headSha: string;
  readonly actor: Account;
}

/** Starts a run and raises `workflow_run` requested and in_progress. */
export async function startRun(repository: Repository, input: RunInput): Promise<WorkflowRun> {
  const { world } = repository;
  const workflow = await workflowAt(repository, input.path);
  const now = world.clock.iso();
  const run: WorkflowRun = {
    id: world.ids.next(),
    repository,
    workflow,
    suite: await suiteFor(repository, world.app(wellKnown.actionsApp), input.headSha),
    runNumber: [...repository.runs.values()].filter((other) => other.workflow.id === workflow.id).length + 1,
    event: input.event,
    headBranch: input.headBranch,
    headSha: input.headSha,
    actor: input.actor,
    createdAt: now,
    updatedAt: now,
    status: 'in_progress',
    conclusion: null,
  };
  repository.runs.set(run.id, run);
  await raiseRun(run, 'requested');
  await raiseRun(run, 'in_progress');
  return run;
}

/** Ends a run and raises `workflow_run` completed. */
export async function completeRun(run: WorkflowRun, conclusion: RunConclusion): Promise<void> {
  run.status = 'completed';
  run.conclusion = conclusion;
  run.updatedAt = run.repository.world.clock.iso();
  await raiseRun(run, 'completed');
}

/**
 * Dispatches a workflow of the default branch by id or file name, on a branch or tag.
 * Refuses what is not there (404), what is not dispatchable, and an unknown ref (422).
 */
export async function dispatchWorkflow(
  repository: Repository,
  principal: Principal,
  input: { workflow: string; ref: string; inputs: Readonly<Record<string, unknown>> },
): Promise<void> {
  const known = repository.workflows.get(Number(input.workflow));
  const path = known?.path ?? `.github/workflows/${input.workflow}`;
  const file = await repository.git.read(`refs/heads/${repository.defaultBranch}:${path}`);
  if (file === undefined || file.type !== 'blob') throw notFound();
  if (!file.bytes.toString('utf8').includes('workflow_dispatch')) {
    throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  }
  const branch = input.ref.replace(/^refs\/heads\//, '');
  if ((await repository.git.ref(`refs/heads/${branch}`)) === undefined)
    throw unprocessable(`No ref found for: ${input.ref}`);
  raise(repository, principal, 'workflow_dispatch', {
    inputs: input.inputs,
    ref: `refs/heads/${branch}`,
    workflow: path,
  });
}

/** The workflow whose file is at `path`, made known when it is first met. */
async function workflowAt(repository: Repository, path: string): Promise<Workflow> {
  const known = repository.workflows.values().find((workflow) => workflow.path === path);
  if (known !== undefined) return known;
  const file = await repository.git.read(`refs/heads/${repository.defaultBranch}:${path}`);
  const name = /^name:\s*['"]?(.+?)['"]?\s*$/m.exec(file?.bytes.toString('utf8') ?? '')?.[1] ?? path;
  const { ids, clock } = repository.world;
  const workflow: Workflow = { id: ids.next(), repository, path, name, createdAt: clock.iso() };
  repository.workflows.set(workflow.id, workflow);
  return workflow;
}

/** The run of that id. Throws 404. */
export function findRun(repository: Repository, id: string): WorkflowRun {
  const run = repository.runs.get(Number(id));
  if (run === undefined) throw notFound();
  return run;
}

async function raiseRun(run: WorkflowRun, action: 'requested' | 'in_progress' | 'completed'): Promise<void> {
  raise(run.repository, { kind: 'user', account: run.actor }, 'workflow_run', {
    action,
    workflow_run: await workflowRunShape(run),
    workflow: workflowShape(run.workflow),
  });
}
