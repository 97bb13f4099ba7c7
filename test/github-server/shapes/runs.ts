import { nodeId } from '../ids.ts';
import type { Workflow, WorkflowRun } from '../runs.ts';
import type { Schema } from '../schema.ts';
import { simpleUser } from './accounts.ts';
import { simpleCommit } from './commits.ts';
import { pullMinimal } from './pulls.ts';
import { minimalRepository } from './repositories.ts';

/** The REST shape of a workflow run. */
export async function workflowRunShape(run: WorkflowRun): Promise<Schema<'workflow-run'>> {
  const { repository } = run;
  const api = `${repository.apiUrl}/actions/runs/${run.id}`;
  const commit = await repository.git.commit(run.headSha);
  const pulls = [...repository.pulls.values()].filter((pull) => pull.state === 'open' && pull.head.sha === run.headSha);
  return {
    id: run.id,
    node_id: nodeId('workflowRun', run.id),
    name: run.workflow.name,
    check_suite_id: run.suite.id,
    check_suite_node_id: nodeId('checkSuite', run.suite.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflow.path,
    run_number: run.runNumber,
    run_attempt: 1,
    event: run.event,
    display_title: commit?.message.split('\n')[0] ?? '',
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflow.id,
    url: api,
    html_url: `${repository.htmlUrl}/actions/runs/${run.id}`,
    pull_requests: pulls.map(pullMinimal),
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor: simpleUser(repository.world, run.actor),
    triggering_actor: simpleUser(repository.world, run.actor),
    jobs_url: `${api}/jobs`,
    logs_url: `${api}/logs`,
    check_suite_url: `${repository.apiUrl}/check-suites/${run.suite.id}`,
    artifacts_url: `${api}/artifacts`,
    cancel_url: `${api}/cancel`,
    rerun_url: `${api}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${repository.apiUrl}/actions/workflows/${run.workflow.id}`,
    head_commit: commit === undefined ? null : simpleCommit(commit),
    repository: minimalRepository(repository),
    head_repository: minimalRepository(repository),
  };
}

/** The REST shape of a workflow. */
export function workflowShape(workflow: Workflow): Schema<'workflow'> {
  const { repository } = workflow;
  return {
    id: workflow.id,
    node_id: nodeId('workflow', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: `${repository.apiUrl}/actions/workflows/${workflow.id}`,
    html_url: `${repository.htmlUrl}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${repository.htmlUrl}/workflows/badge.svg`,
  };
}
