import type { CheckRun, CheckSuite } from '../checks.ts';
import { nodeId } from '../ids.ts';
import type { Schema } from '../schema.ts';
import { integration } from './accounts.ts';
import { simpleCommit } from './commits.ts';
import { pullMinimal } from './pulls.ts';
import { minimalRepository } from './repositories.ts';

/** The REST shape of a check run. */
export function checkRunShape(run: CheckRun): Schema<'check-run'> {
  const { repository } = run;
  const api = `${repository.apiUrl}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('checkRun', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    url: api,
    html_url: `${repository.htmlUrl}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${repository.htmlUrl}/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${api}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: integration(repository.world, run.app),
    pull_requests: pullsOf(run),
  };
}

/** The REST shape of a check suite: the worst of its runs decides. */
export async function checkSuiteShape(suite: CheckSuite): Promise<Schema<'check-suite'>> {
  const { repository } = suite;
  const runs = [...repository.checkRuns.values()].filter((run) => run.suite.id === suite.id);
  const commit = await repository.git.commit(suite.headSha);
  if (commit === undefined) throw new Error(`the commit of check suite ${suite.id} is gone`);
  const completed = runs.length > 0 && runs.every((run) => run.status === 'completed');
  const api = `${repository.apiUrl}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: nodeId('checkSuite', suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: completed ? 'completed' : 'queued',
    conclusion: completed ? (runs.find((run) => run.conclusion !== 'success')?.conclusion ?? 'success') : null,
    url: api,
    before: null,
    after: suite.headSha,
    pull_requests: pullsOf(suite),
    app: integration(repository.world, suite.app),
    repository: minimalRepository(repository),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    head_commit: simpleCommit(commit),
    latest_check_runs_count: runs.length,
    check_runs_url: `${api}/check-runs`,
  };
}

function pullsOf(of: { repository: CheckRun['repository']; headSha: string }): Schema<'pull-request-minimal'>[] {
  return [...of.repository.pulls.values()]
    .filter(
      (pull) => pull.state === 'open' && pull.head.sha === of.headSha && pull.head.repository.id === of.repository.id,
    )
    .map(pullMinimal);
}
