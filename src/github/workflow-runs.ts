import { orNull } from './persons.ts';
import { at, type Repository } from './repository.ts';

export type WorkflowRun = { readonly id: number; readonly attempt: number };

/** `gone`: GitHub no longer has the run, so only its expiry can tell. */
export type WorkflowRunState = 'running' | 'ended' | 'gone';

/** Whether an attempt of a workflow run can still act. A later attempt begins only after the earlier one has ended. */
export async function workflowRunState(repository: Repository, run: WorkflowRun): Promise<WorkflowRunState> {
  const answer = await orNull(() =>
    repository.github.rest.actions.getWorkflowRun({ ...at(repository), run_id: run.id }),
  );
  if (answer === null) return await goneFrom(repository);
  const { status, run_attempt: attempt } = answer.data;
  return status === 'completed' || (attempt ?? 1) > run.attempt ? 'ended' : 'running';
}

/** Absence is believed only in a repository whose runs can be read at all. */
async function goneFrom(repository: Repository): Promise<'gone'> {
  await repository.github.rest.actions.listWorkflowRunsForRepo({ ...at(repository), per_page: 1 });
  return 'gone';
}
