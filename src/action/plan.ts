import { canonicalize } from '../core/digest.ts';
import { renderSummary, type Summarized } from '../render/summary.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { AppliedSurface } from '../workflows/applied-by-run.ts';
import { packBundle, type PlannedPullRequest } from '../workflows/bundle.ts';
import { planPullRequest, type PlanRequest, type PlanSurface } from '../workflows/plan-pull-request.ts';
import { meantBy, type Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { summaryOf } from './report.ts';
import { attempt, countsOf, type RunResult } from './result.ts';
import { targetsOf } from './targets.ts';

type Surface = PlanSurface & AppliedSurface & { readonly runId: string };

/** Plans what the event means. The publish job has something to do unless nothing was applied that an open pull request is about. */
export async function plan(surface: Surface, inputs: Inputs, event: Event): Promise<RunResult> {
  const meant = meantBy(inputs.pullRequest, event);
  const planned: PlannedPullRequest[] = [];
  const failures: string[] = [];
  let targets: readonly PlanRequest[] = [];
  await attempt('what is meant', failures, async () => {
    targets = await targetsOf(surface, meant, inputs.forkHead);
  });
  for (const request of rotated(targets, Number(surface.runId)))
    await attempt(`pull request ${request.number}`, failures, async () => {
      planned.push(await planPullRequest(surface, request));
    });
  if (meant.kind !== 'applied') return plannedResult(planned, { handed: planned, isIdle: false, failures });
  const handed = planned.filter(({ kind }) => kind !== 'ignored');
  return plannedResult(planned, { handed, isIdle: handed.length === 0, failures });
}

/** Another one is first in every run, so that what finds no room in one is planned by another. */
function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const first = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

type Handed = {
  readonly handed: readonly PlannedPullRequest[];
  readonly isIdle: boolean;
  readonly failures: readonly string[];
};

function plannedResult(planned: readonly PlannedPullRequest[], { handed, isIdle, failures }: Handed): RunResult {
  const plans = planned.filter((one) => one.kind === 'planned');
  const [only] = plans.length === 1 ? plans : [];
  const { bundle, left } = packBundle(handed);
  const rest = left.map((number) => `Pull request ${number}: its plan found no room; dispatch a run for it alone.`);
  const idle = isIdle ? ['Nothing was applied that an open pull request is about.'] : [];
  const besides = [...rest, ...idle, ...failures];
  return {
    outputs: {
      bundle: isIdle ? '' : bundle,
      ...(only === undefined ? {} : { digest: only.digest, counts: countsOf(only.plan) }),
    },
    planFile: plans.length === 0 ? null : canonicalize(plans),
    lines: [...planned.flatMap(plannedLines), ...besides],
    summary: [renderSummary(planned.map(summarized)), ...(besides.length === 0 ? [] : [summaryOf(besides)])].join('\n'),
    failed: failures.length === 0 ? null : failures.join('; '),
  };
}

function summarized(one: PlannedPullRequest): Summarized {
  const { pullRequest } = one;
  if (one.kind !== 'planned') return { pullRequest, kind: 'unplanned', reason: one.reason };
  const { plan: made, digest, assessment } = one;
  return { pullRequest, kind: 'planned', plan: made, digest, assessment };
}

function plannedLines(one: PlannedPullRequest): readonly string[] {
  if (one.kind !== 'planned') return [`Pull request ${one.pullRequest}: ${one.reason.code}: ${one.reason.message}`];
  const shown = renderTerminal(one.plan, one.digest, one.assessment, { color: false, width: 120 });
  return [`Pull request ${one.pullRequest}`, ...shown.split('\n')];
}
