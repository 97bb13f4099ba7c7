import { at, mergeBase, orAbsent, repositoryFacts, type Repository } from './repository.ts';

export type WorkflowRun = { readonly id: number; readonly attempt: number };

/** The name under which a workflow run holds a lease. */
export function holderOf(run: WorkflowRun): string {
  return `actions/${run.id}/${run.attempt}`;
}

/**
 * Whether nothing is done any more under this name, by which a lease is held. Anyone who may push can write a lease in any name:
 * one in the name of a run that is none of our own workflow on the default branch counts as ended.
 * @param own this run
 * @returns null when it cannot be told: GitHub no longer has the run, or it has not begun or waits for somebody.
 */
export async function holderEnded(repository: Repository, holder: string, own: WorkflowRun): Promise<boolean | null> {
  const [, id, attempt] = /^actions\/(\d{1,15})\/(\d{1,6})$/.exec(holder) ?? [];
  if (id === undefined || attempt === undefined) return true;
  const run = await runOf(repository, Number(id));
  if (run === null) return null;
  // A later attempt begins only after the earlier one has ended.
  if (run.status === 'completed' || (run.run_attempt ?? 1) > Number(attempt)) return true;
  if (!(await isOfOurs(repository, run, own))) return true;
  return run.status === 'in_progress' ? false : null;
}

async function runOf(repository: Repository, id: number) {
  const asked = { ...at(repository), run_id: id };
  return (await orAbsent(repository, () => repository.github.rest.actions.getWorkflowRun(asked)))?.data ?? null;
}

type Described = NonNullable<Awaited<ReturnType<typeof runOf>>>;

/** A tag, and the branch of a fork, can have the default branch's name, and any branch a file of the workflow's name. */
async function isOfOurs(repository: Repository, run: Described, own: WorkflowRun): Promise<boolean> {
  const { defaultBranch } = await repositoryFacts(repository);
  if (run.head_branch !== defaultBranch || run.event.startsWith('pull_request')) return false;
  if (run.workflow_id !== (await runOf(repository, own.id))?.workflow_id) return false;
  return (await mergeBase(repository, run.head_sha, defaultBranch)) === run.head_sha;
}
