import { paginate } from '../http/pagination.ts';
import { notFound, unprocessable } from '../http/errors.ts';
import type { Router } from '../http/router.ts';
import { raise } from '../events.ts';
import { dispatchWorkflow, findRun, type WorkflowRun } from '../runs.ts';
import { workflowRunShape, workflowShape } from '../shapes/runs.ts';
import type { Repository } from '../repository.ts';
import { needs } from './needs.ts';

/** Workflow runs and dispatches. */
export function actionsRoutes(router: Router): void {
  router.repository('get', '/repos/{owner}/{repo}/actions/runs', needs.readActions, async (call) => {
    const runs = selected(call.repository, call.query);
    const page = paginate(runs, call);
    const body = { total_count: runs.length, workflow_runs: await Promise.all(page.items.map(workflowRunShape)) };
    return { status: 200, body, headers: page.headers };
  });
  router.repository('get', '/repos/{owner}/{repo}/actions/runs/{run_id}', needs.readActions, async (call) => ({
    status: 200,
    body: await workflowRunShape(findRun(call.repository, call.params.run_id)),
  }));
  router.repository('get', '/repos/{owner}/{repo}/actions/workflows', needs.readActions, (call) => {
    const workflows = [...call.repository.workflows.values()];
    const page = paginate(workflows, call);
    return {
      status: 200,
      body: { total_count: workflows.length, workflows: page.items.map(workflowShape) },
      headers: page.headers,
    };
  });
  router.repository(
    'get',
    '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    needs.readActions,
    async (call) => {
      const workflow = call.repository.workflows
        .values()
        .find((one) => String(one.id) === call.params.workflow_id || one.path.endsWith(`/${call.params.workflow_id}`));
      if (workflow === undefined) throw notFound();
      const runs = selected(call.repository, call.query).filter((run) => run.workflow.id === workflow.id);
      const page = paginate(runs, call);
      const body = { total_count: runs.length, workflow_runs: await Promise.all(page.items.map(workflowRunShape)) };
      return { status: 200, body, headers: page.headers };
    },
  );
  router.repository(
    'post',
    '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    needs.writeActions,
    async (call) => {
      await dispatchWorkflow(call.repository, call.principal, {
        workflow: call.params.workflow_id,
        ref: call.body.text('ref'),
        inputs: call.body.optionalObject('inputs')?.entries() ?? {},
      });
      return { status: 204, body: undefined };
    },
  );
  router.repository('post', '/repos/{owner}/{repo}/dispatches', needs.writeContents, (call) => {
    const action = call.body.text('event_type');
    if (action.length > 100) throw unprocessable('event_type is too long');
    const payload = call.body.optionalObject('client_payload')?.entries() ?? {};
    raise(call.repository, call.principal, 'repository_dispatch', {
      action,
      branch: call.repository.defaultBranch,
      client_payload: payload,
    });
    return { status: 204, body: undefined };
  });
}

function selected(repository: Repository, query: URLSearchParams): WorkflowRun[] {
  const wanted = (key: string, value: string | null): boolean => query.get(key) === null || query.get(key) === value;
  return [...repository.runs.values()]
    .filter(
      (run) =>
        wanted('branch', run.headBranch) &&
        wanted('event', run.event) &&
        wanted('actor', run.actor.login) &&
        wanted('head_sha', run.headSha) &&
        (wanted('status', run.status) || wanted('status', run.conclusion)),
    )
    .toReversed();
}
