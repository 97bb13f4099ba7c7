import { at, orAbsent, type Repository } from './repository.ts';

export type WorkflowRun = { readonly id: number; readonly attempt: number };

/** `gone`: GitHub no longer has the run, so only its expiry can tell. */
export type WorkflowRunState = 'running' | 'ended' | 'gone';

/** Whether an attempt of a workflow run can still act. A later attempt begins only after the earlier one has ended. */
export async function workflowRunState(repository: Repository, run: WorkflowRun): Promise<WorkflowRunState> {
  const answer = await orAbsent(repository, () =>
    repository.github.rest.actions.getWorkflowRun({ ...at(repository), run_id: run.id }),
  );
  if (answer === null) return 'gone';
  const { status, run_attempt: attempt } = answer.data;
  return status === 'completed' || (attempt ?? 1) > run.attempt ? 'ended' : 'running';
}
