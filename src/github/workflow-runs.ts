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

/** The name under which a workflow run holds a lease. */
export function holderOf(run: WorkflowRun): string {
  return `actions/${run.id}/${run.attempt}`;
}

/** Whether the workflow run that holds a lease under this name has ended; null for holders of another sort, and for runs that are gone. */
export async function holderEnded(repository: Repository, holder: string): Promise<boolean | null> {
  const [, id, attempt] = /^actions\/(\d{1,15})\/(\d{1,6})$/.exec(holder) ?? [];
  if (id === undefined || attempt === undefined) return null;
  const state = await workflowRunState(repository, { id: Number(id), attempt: Number(attempt) });
  return state === 'gone' ? null : state === 'ended';
}
