import {
  createCheckRun,
  findCheckRun,
  latestRuns,
  updateCheckRun,
  type CheckAnnotation,
  type CheckChange,
  type CheckRun,
} from '../checks.ts';
import type { Fields } from '../http/body.ts';
import { invalidField, notFound } from '../http/errors.ts';
import { paginate } from '../http/pagination.ts';
import type { Router } from '../http/router.ts';
import { checkRunShape, checkSuiteShape } from '../shapes/checks.ts';
import { resolve } from './contents.ts';
import { needs } from './needs.ts';

const conclusions = ['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required'] as const;
const statuses = ['queued', 'in_progress', 'completed'] as const;
const levels = ['notice', 'warning', 'failure'] as const;

/** Check runs, their annotations, and the suites that hold them. */
export function checkRoutes(router: Router): void {
  router.repository('post', '/repos/{owner}/{repo}/check-runs', needs.writeChecks, async (call) => {
    const { repository, principal, body } = call;
    const change = checkChange(body);
    if (change.status === 'completed' && change.conclusion === undefined) {
      throw invalidField('CheckRun', 'conclusion', 'missing_field');
    }
    if (change.output?.title === null) throw invalidField('CheckRun', 'title', 'missing_field');
    const run = await createCheckRun(repository, principal, {
      ...change,
      name: body.text('name'),
      headSha: body.text('head_sha'),
    });
    return { status: 201, body: checkRunShape(run) };
  });
  router.repository('patch', '/repos/{owner}/{repo}/check-runs/{check_run_id}', needs.writeChecks, (call) => {
    const run = findCheckRun(call.repository, call.params.check_run_id);
    const name = call.body.optionalText('name');
    updateCheckRun(run, call.principal, { ...checkChange(call.body), ...(name === undefined ? {} : { name }) });
    return { status: 200, body: checkRunShape(run) };
  });
  router.repository('get', '/repos/{owner}/{repo}/check-runs/{check_run_id}', needs.readChecks, (call) => ({
    status: 200,
    body: checkRunShape(findCheckRun(call.repository, call.params.check_run_id)),
  }));
  router.repository('get', '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', needs.readChecks, (call) => {
    const run = findCheckRun(call.repository, call.params.check_run_id);
    const page = paginate(run.annotations, call);
    const body = page.items.map((annotation) => ({
      ...annotation,
      blob_href: `${call.repository.htmlUrl}/blob/${run.headSha}/${annotation.path}`,
    }));
    return { status: 200, body, headers: page.headers };
  });
  router.repository('get', '/repos/{owner}/{repo}/commits/{ref}/check-runs', needs.readChecks, async (call) => {
    const sha = await resolve(call.repository, call.params.ref);
    if (sha === undefined) throw notFound();
    const runs = [...call.repository.checkRuns.values()].filter((run) => run.headSha === sha);
    const page = paginate(filtered(runs, call.query), call);
    const total = filtered(runs, call.query).length;
    return {
      status: 200,
      body: { total_count: total, check_runs: page.items.map(checkRunShape) },
      headers: page.headers,
    };
  });
  router.repository('get', '/repos/{owner}/{repo}/commits/{ref}/check-suites', needs.readChecks, async (call) => {
    const sha = await resolve(call.repository, call.params.ref);
    if (sha === undefined) throw notFound();
    const app = call.query.get('app_id');
    const suites = [...call.repository.checkSuites.values()].filter(
      (suite) => suite.headSha === sha && (app === null || suite.app.id === Number(app)),
    );
    const page = paginate(suites, call);
    const body = { total_count: suites.length, check_suites: await Promise.all(page.items.map(checkSuiteShape)) };
    return { status: 200, body, headers: page.headers };
  });
  router.repository(
    'get',
    '/repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs',
    needs.readChecks,
    (call) => {
      const suite = call.repository.checkSuites.get(Number(call.params.check_suite_id));
      if (suite === undefined) throw notFound();
      const runs = filtered(
        [...call.repository.checkRuns.values()].filter((run) => run.suite.id === suite.id),
        call.query,
      );
      const page = paginate(runs, call);
      return {
        status: 200,
        body: { total_count: runs.length, check_runs: page.items.map(checkRunShape) },
        headers: page.headers,
      };
    },
  );
}

function filtered(runs: readonly CheckRun[], query: URLSearchParams): CheckRun[] {
  const name = query.get('check_name');
  const status = query.get('status');
  const app = query.get('app_id');
  const shown = query.get('filter') === 'all' ? runs : latestRuns(runs);
  return shown
    .filter(
      (run) =>
        (name === null || run.name === name) &&
        (status === null || run.status === status) &&
        (app === null || run.app.id === Number(app)),
    )
    .toReversed();
}

function checkChange(body: Fields): CheckChange {
  const status = body.optionalChoice('status', statuses);
  const conclusion = body.optionalChoice('conclusion', conclusions);
  const externalId = body.optionalText('external_id');
  const detailsUrl = body.optionalText('details_url');
  const startedAt = body.optionalText('started_at');
  const completedAt = body.optionalText('completed_at');
  const output = body.optionalObject('output');
  return {
    ...(status === undefined ? {} : { status }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(detailsUrl === undefined ? {} : { detailsUrl }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(output === undefined ? {} : { output: checkOutput(output) }),
  };
}

function checkOutput(output: Fields): NonNullable<CheckChange['output']> {
  return {
    title: output.optionalText('title') ?? null,
    summary: output.text('summary'),
    text: output.optionalText('text') ?? null,
    annotations: output.list('annotations').map(annotation),
  };
}

function annotation(fields: Fields): CheckAnnotation {
  const level = fields.optionalChoice('annotation_level', levels);
  if (level === undefined) throw invalidField('CheckAnnotation', 'annotation_level', 'missing_field');
  return {
    path: fields.text('path'),
    start_line: fields.integer('start_line'),
    end_line: fields.integer('end_line'),
    start_column: fields.optionalInteger('start_column') ?? null,
    end_column: fields.optionalInteger('end_column') ?? null,
    annotation_level: level,
    message: fields.text('message'),
    title: fields.optionalText('title') ?? null,
    raw_details: fields.optionalText('raw_details') ?? null,
  };
}
